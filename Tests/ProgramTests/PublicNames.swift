/// What other programs rely on, written down here a second time: it may only be added to.
enum PublicNames {
  static let columns: [String: [String]] = [
    "records": ["file", "record", "line", "status", "lead_id", "obligor_id", "reason"],
    "rejects": ["file", "record", "line", "code", "column", "value", "hint", "raw"],
    "leads": [
      "lead_id", "first_quarter", "obligor_id", "obligor_name", "obligor_code", "county_code",
      "place", "longitude", "latitude", "media", "channels", "occurrence_date",
      "discovery_date", "records", "amount_estimate", "amount_determined", "amount_basis",
      "in_red_line", "in_nature_reserve", "repeat_offender", "scope_excluded", "minor",
      "may_not_initiate", "major", "simple_assessment", "disposition", "missing_facts",
      "verification_due", "overdue_days", "feedback_due", "status", "verification", "verified_on",
      "initiated", "not_initiated_reason", "decided_by",
    ],
    "findings": [
      "lead_id", "conclusion", "value", "rule", "document", "locator", "pack", "facts",
    ],
    "matches": [
      "lead_id", "record_a", "record_b", "rule", "weight_bits", "evidence", "decided_by",
    ],
    "review": [
      "item", "kind", "left", "right", "question", "evidence", "weight_bits", "stake",
    ],
    "set_aside": ["file", "line", "kind", "code", "text"],
    "zones": [
      "lead_id", "layer", "layer_version", "feature", "tag", "value", "distance_m",
      "uncertainty_m", "method",
    ],
  ]

  static let files =
    ["report.html", "ledger.xlsx", "manifest.json", "data/leads.geojson"]
    + columns.keys.map { "data/\($0).csv" }

  static let screenKeys: Set<String> = [
    "schema", "run", "quarter", "status", "counts", "outputs", "warnings", "errors", "timings",
    "peak_rss_bytes",
  ]

  static let countKeys: Set<String> = [
    "files", "records", "leads_opened", "merged", "repeats", "rejected", "leads", "obligors",
    "carried_over",
  ]

  /// Names of the language's and the program's types that no user should ever read.
  static let typeNames = [
    "Swift.", "Foundation", "NSError", "Optional(", "Failure(", "Problem(", "DatabaseError",
    "GRDB", "SQLite error", "DecodingError", "YamlError", "Fatal error", "ArgumentParser",
    "CommandError", "ValidationError", "0x0000",
  ]
}
