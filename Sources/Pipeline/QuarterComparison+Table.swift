internal import Law
internal import Reports
internal import Vocabulary

extension QuarterComparison {
  /// The changes as a machine CSV: a row for each lead, conclusion and rule that has another value.
  ///
  /// By variant, then by lead. A conclusion no rule of which moves has one row without a rule, and a
  /// lead of which only the disposition changes one row without a conclusion.
  package var table: [UInt8] {
    var table = CSVTable(columns: [
      "variant", "lead_id", "disposition_before", "disposition_after", "conclusion", "before",
      "after", "rule", "rule_before", "rule_after", "document", "locator",
    ])
    for comparison in comparisons {
      for change in comparison.changes {
        let lead = [
          comparison.kind.rawValue, leads[change.place].description,
          change.disposition.before.rawValue, change.disposition.after.rawValue,
        ]
        if change.conclusions.isEmpty { table.add(lead + QuarterComparison.blank(8)) }
        for one in change.conclusions {
          let conclusion =
            lead + [one.conclusion.name, one.value.before.letter, one.value.after.letter]
          if one.rules.isEmpty { table.add(conclusion + QuarterComparison.blank(5)) }
          for rule in one.rules {
            table.add(
              conclusion + [
                rule.rule, rule.value.before.letter, rule.value.after.letter, rule.document,
                rule.cite.locator,
              ])
          }
        }
      }
    }
    return table.bytes
  }

  private static func blank(_ count: Int) -> [String] { Array(repeating: "", count: count) }
}

extension CSVTable {
  fileprivate mutating func add(_ fields: [String]) {
    for text in fields { field { $0.append(contentsOf: text.utf8) } }
    endRow()
  }
}
