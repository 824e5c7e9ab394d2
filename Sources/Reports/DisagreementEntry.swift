/// What records of one lead state differently of one matter, and whose word was taken.
package struct DisagreementEntry: Sendable, Hashable {
  /// A value as officials read it, and the record that states it: `Inputs/2026Q3/督察.csv#12`.
  package struct Voice: Sendable, Hashable {
    package let value: String
    package let name: String

    /// A record's word.
    package init(value: String, name: String) {
      self.value = value
      self.name = name
    }

    fileprivate var text: String { "\(value)（\(name)）" }
  }

  /// The matter in Chinese: `发生日期`.
  package let term: String
  /// `nil` where none is preferred, so that the value stays unknown.
  package let taken: Voice?
  package let others: [Voice]

  /// Records shown of those that lost; data/records.csv names them all.
  private static let shown = 6

  /// A disagreement with those voices.
  package init(term: String, taken: Voice?, others: [Voice]) {
    self.term = term
    self.taken = taken
    self.others = others
  }

  /// `发生日期：采用 2026-07-03（处罚.csv#2）；另有 2026-07-01（信访.csv#9）`.
  package var sentence: String {
    "\(term)：" + (taken.map { "采用 \($0.text)；另有 " } ?? "均未采用，") + statements
  }

  /// The values that were not taken, each with its record.
  package var statements: String {
    let more = others.count - DisagreementEntry.shown
    return others.prefix(DisagreementEntry.shown).map(\.text).joined(separator: "；")
      + (more > 0 ? "；等共 \(others.count) 条" : "")
  }
}
