private import Vocabulary

/// The machine-readable files of a quarter; names and columns are public and only added to.
///
/// UTF-8 without BOM, LF, comma, one header row, RFC 4180 quoting. Truth is `T`, `F`, `U` or `N`;
/// amounts are yuan with two decimals, coordinates degrees with six on CGCS2000, distances metres
/// with one; an empty field is unknown.
package enum DataFile: String, Sendable, CaseIterable {
  case records, rejects, leads, findings, matches, review, zones
  case setAside = "set_aside"

  /// The path below the quarter's folder: `data/leads.csv`.
  package var name: String { "data/\(rawValue).csv" }

  /// The header row.
  package var columns: [String] {
    switch self {
    case .records: ["file", "record", "line", "status", "lead_id", "obligor_id", "reason"]
    case .rejects: ["file", "record", "line", "code", "column", "value", "hint", "raw"]
    case .leads: Self.leadColumns
    case .findings:
      ["lead_id", "conclusion", "value", "rule", "document", "locator", "pack", "facts"]
    case .matches:
      ["lead_id", "record_a", "record_b", "rule", "weight_bits", "evidence", "decided_by"]
    case .review:
      ["item", "kind", "left", "right", "question", "evidence", "weight_bits", "stake"]
    case .zones:
      [
        "lead_id", "layer", "layer_version", "feature", "tag", "value", "distance_m",
        "uncertainty_m", "method",
      ]
    case .setAside: ["file", "line", "kind", "code", "text"]
    }
  }

  /// The whole file.
  ///
  /// Rows come sorted: records, rejects and rows set aside as the drop was read; leads by id;
  /// findings by lead and conclusion; zones by lead, layer and feature; matches by lead (those of
  /// no lead of the quarter last), then record names; review items as the report has them. Equal
  /// reports give equal bytes. Time and memory grow with the file's size.
  package func bytes(of report: QuarterReport) -> [UInt8] {
    switch self {
    case .records: Self.records(report).bytes
    case .rejects: Self.rejects(report).bytes
    case .leads: Self.leads(report).bytes
    case .findings: Self.findings(report).bytes
    case .matches: Self.matches(report).bytes
    case .review: Self.review(report).bytes
    case .zones: Self.zones(report).bytes
    case .setAside: Self.setAside(report).bytes
    }
  }

  private static let leadColumns = [
    "lead_id", "first_quarter", "obligor_id", "obligor_name", "obligor_code", "county_code",
    "place", "longitude", "latitude", "media", "channels", "occurrence_date", "discovery_date",
    "records", "amount_estimate", "amount_determined", "amount_basis", "in_red_line",
    "in_nature_reserve", "repeat_offender", "scope_excluded", "minor", "may_not_initiate",
    "major", "simple_assessment", "disposition", "missing_facts", "verification_due",
    "overdue_days", "feedback_due", "status", "verification", "verified_on", "initiated",
    "not_initiated_reason", "decided_by",
  ]
}
