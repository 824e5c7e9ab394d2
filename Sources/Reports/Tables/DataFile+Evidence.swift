private import Vocabulary

/// The files about joining: why records are one, and what a person must decide.
extension DataFile {
  /// Joins by sure keys have no weight, so their `weight_bits` is empty.
  ///
  /// What was refused comes last, of no lead and by the rule `refused`: two records that are not one.
  static func matches(_ report: QuarterReport) -> CSVTable {
    var table = CSVTable(
      columns: DataFile.matches.columns, rows: report.matches.count + report.refused.count,
      bytesPerRow: 192)
    for match in orderedMatches(report) {
      table.field(match.lead) { $0.append($1) }
      table.text(match.recordA)
      table.text(match.recordB)
      table.text(match.rule.rawValue)
      table.bits(match.weight)
      table.text(match.evidence)
      table.text(match.decidedBy ?? "rule")
      table.endRow()
    }
    for refusal in orderedRefusals(report) {
      table.empty()
      table.text(refusal.recordA)
      table.text(refusal.recordB)
      table.text(RefusalEntry.rule)
      table.bits(refusal.weight)
      table.text(refusal.evidence)
      table.text("rule")
      table.endRow()
    }
    return table
  }

  /// Refusals by record names.
  static func orderedRefusals(_ report: QuarterReport) -> [RefusalEntry] {
    report.refused.sorted { left, right in
      precedes(left.recordA, right.recordA) ?? precedes(left.recordB, right.recordB)
        ?? precedes(left.evidence, right.evidence) ?? false
    }
  }

  /// Joins by lead, those of no lead of the quarter last; within a lead by record names and rule.
  static func orderedMatches(_ report: QuarterReport) -> [MatchEntry] {
    report.matches.sorted { left, right in
      if left.lead != right.lead {
        guard let first = left.lead else { return false }
        guard let second = right.lead else { return true }
        return first < second
      }
      return precedes(left.recordA, right.recordA) ?? precedes(left.recordB, right.recordB)
        ?? precedes(left.rule.rawValue, right.rule.rawValue)
        ?? precedes(left.evidence, right.evidence) ?? false
    }
  }

  /// Whether the first text comes before the second by their UTF-8 bytes; `nil` if they are equal.
  static func precedes(_ left: String, _ right: String) -> Bool? {
    if left.utf8.elementsEqual(right.utf8) { return nil }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  static func review(_ report: QuarterReport) -> CSVTable {
    var table = CSVTable(
      columns: DataFile.review.columns, rows: report.review.count, bytesPerRow: 256)
    for item in report.review {
      table.text(item.item)
      table.text(item.kind.rawValue)
      table.text(item.left)
      table.text(item.right)
      table.text(item.question)
      table.text(item.evidence)
      table.bits(item.weight)
      table.field(item.stake) { $0.append($1) }
      table.endRow()
    }
    return table
  }
}
