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
    let matches = report.matches
    // Places are sorted, not the entries, each of which holds a dozen texts and arrays.
    return matches.indices.sorted { left, right in
      let (lead, other) = (matches[left].lead, matches[right].lead)
      if lead != other {
        guard let lead else { return false }
        guard let other else { return true }
        return lead < other
      }
      return precedes(matches[left].recordA, matches[right].recordA)
        ?? precedes(matches[left].recordB, matches[right].recordB)
        ?? precedes(matches[left].rule.rawValue, matches[right].rule.rawValue)
        ?? precedes(matches[left].evidence, matches[right].evidence) ?? (left < right)
    }.map { matches[$0] }
  }

  /// Whether the first text comes before the second by their UTF-8 bytes; `nil` if they are equal.
  static func precedes(_ left: String, _ right: String) -> Bool? {
    let (one, other) = (left.utf8Span.span, right.utf8Span.span)
    for place in 0..<min(one.count, other.count) where one[place] != other[place] {
      return one[place] < other[place]
    }
    return one.count == other.count ? nil : one.count < other.count
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
