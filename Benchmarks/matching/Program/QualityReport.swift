import MatchingTrial
import Metering

/// A quality as a table to read, with the bars beside what was measured.
struct QualityReport {
  /// What obligors without a shared code and leads must reach.
  static let obligorBar = (precision: 0.998, recall: 0.965)
  static let leadBar = (precision: 0.997, recall: 0.985)

  let quality: Quality

  /// Lines of Markdown.
  var lines: [String] {
    let (obligors, leads) = (quality.obligors, quality.leads)
    return [
      "### \(quality.plan), seed \(quality.seed): \(quality.records) records", "",
      "| | P | R | F1 | bar |", "| --- | ---: | ---: | ---: | --- |",
      row("obligors, all pairs", obligors.pairs),
      row(
        "obligors, pairs without a shared code", obligors.pairsWithoutCode, QualityReport.obligorBar
      ),
      row(
        "the same, organisations only", quality.organisations.pairsWithoutCode,
        QualityReport.obligorBar),
      row("obligors, B-cubed", obligors.bCubed),
      row("obligors, B-cubed of records without a code", obligors.bCubedWithoutCode),
      row("leads, all pairs", leads.pairs, QualityReport.leadBar),
      row("leads, pairs without a shared document", leads.pairsWithoutCode),
      row("leads, B-cubed", leads.bCubed), "",
      "| pairs without a shared code, by kind | pairs | wrong | missed | P | R |",
      "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
      + quality.obligorsByKind.sorted { $0.key < $1.key }.map { kind, one in
        "| \(kind) | \(one.truePairsWithoutCode) | \(one.wrongPairsWithoutCode)"
          + " | \(one.missedPairsWithoutCode) | \(QualityReport.share(one.pairsWithoutCode.precision))"
          + " | \(QualityReport.share(one.pairsWithoutCode.recall)) |"
      } + [
        "", "| | obligors | leads |", "| --- | ---: | ---: |",
        "| real ones that are exactly one cluster | \(QualityReport.share(obligors.exactShare))"
          + " | \(QualityReport.share(leads.exactShare)) |",
        "| clusters of several real ones | \(obligors.wrongClusters) | \(leads.wrongClusters) |",
        "| real ones merged with another | \(obligors.wronglyMerged) | \(leads.wronglyMerged) |",
        "| real ones in several clusters | \(obligors.split) | \(leads.split) |",
        "| records joined without a reason (0) | \(quality.joinedWithoutReason)"
          + " | \(quality.leadsJoinedWithoutReason) |",
        "| kept their number, rows in another order | \(QualityReport.share(quality.stableObligors))"
          + " | \(QualityReport.share(quality.stableLeads)) |", "",
        "clusters with two valid codes (0): \(quality.clustersWithTwoCodes)",
        "review: \(QualityReport.decimal(quality.reviewPerThousand, 2)) per 1,000 records"
          + quality.reviewByKind.sorted { $0.key < $1.key }
          .map { ", \($0.key) \(QualityReport.decimal($0.value, 2))" }.joined(),
        "matching: \(QualityReport.text(quality.reading))", "",
      ]
  }

  private func row(
    _ title: String, _ score: Agreement.Score, _ bar: (precision: Double, recall: Double)? = nil
  ) -> String {
    let verdict = bar.map { bar in
      let isMet = score.precision >= bar.precision && score.recall >= bar.recall
      return "P ≥ \(bar.precision), R ≥ \(bar.recall): \(isMet ? "met" : "not met")"
    }
    return "| \(title) | \(QualityReport.share(score.precision))"
      + " | \(QualityReport.share(score.recall)) | \(QualityReport.share(score.f1)) | \(verdict ?? "") |"
  }

  static func share(_ value: Double) -> String { decimal(value, 4) }

  static func text(_ reading: ProcessMeter.Reading) -> String {
    "\(decimal(reading.cpuSeconds, 2)) CPU s (kernel \(decimal(reading.systemSeconds, 2)), "
      + "\(reading.pageFaults / 1000),000 page faults), \(decimal(reading.wallSeconds, 2)) s, "
      + "\(reading.peakBytesBeyond / 1_000_000) MB beyond the table"
  }

  /// Rounded half up to that many decimals; numbers here are not negative.
  static func decimal(_ value: Double, _ places: Int) -> String {
    var power = 1
    for _ in 0..<places { power *= 10 }
    let scaled = Int((value * Double(power)).rounded())
    let fraction = String(scaled % power)
    return "\(scaled / power)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
