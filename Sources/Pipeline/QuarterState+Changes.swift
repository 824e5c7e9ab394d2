internal import Leads
internal import Reports
internal import Vocabulary

extension QuarterState {
  /// What newer versions among these rows state otherwise, version by version, field by field.
  func changes(among rows: [Int]) -> [ChangeEntry] {
    versions.steps(among: rows).flatMap { step in
      let (earlier, later) = (table.name(step.earlier), table.name(step.later))
      let changes = VersionChange.between(step.earlier, step.later, in: table)
      return changes.isEmpty
        ? [ChangeEntry(earlierName: earlier, laterName: later)]
        : changes.map {
          ChangeEntry(
            earlierName: earlier, laterName: later, field: $0.field.name, term: $0.field.term,
            earlier: $0.earlier, later: $0.later)
        }
    }
  }
}

extension ChangeEntry {
  /// The change with both versions, as `explain` prints it.
  var explanation: Wording {
    let sentence = sentence
    return Wording(
      zh: "\(sentence.zh)（\(laterName) 更正 \(earlierName)）",
      en: "\(sentence.en) (\(laterName) corrects \(earlierName))")
  }
}
