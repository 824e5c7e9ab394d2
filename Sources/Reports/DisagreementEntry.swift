package import Vocabulary

/// What records of one lead state differently of one matter, and whose word was taken.
package struct DisagreementEntry: Sendable, Hashable {
  /// A value as officials read it, and the record that states it: `Inputs/2026Q3/督察.csv#12`.
  package struct Voice: Sendable, Hashable {
    package let value: Wording
    package let name: String

    /// A record's word.
    package init(value: Wording, name: String) {
      self.value = value
      self.name = name
    }

    fileprivate var text: Wording {
      Wording(zh: "\(value.zh)（\(name)）", en: "\(value.en) (\(name))")
    }
  }

  /// The matter: `发生日期`, `occurrence_date`.
  package let term: Wording
  /// `nil` where none is preferred, so that the value stays unknown.
  package let taken: Voice?
  package let others: [Voice]

  /// Records shown of those that lost; data/records.csv names them all.
  private static let shown = 6

  /// A disagreement with those voices.
  package init(term: Wording, taken: Voice?, others: [Voice]) {
    self.term = term
    self.taken = taken
    self.others = others
  }

  /// `发生日期：采用 2026-07-03（处罚.csv#2）；另有 2026-07-01（信访.csv#9）`.
  package var sentence: Wording {
    let taken = taken?.text
    let rest = statements
    return Wording(
      zh: "\(term.zh)：" + (taken.map { "采用 \($0.zh)；另有 " } ?? "均未采用，") + rest.zh,
      en: "\(term.en): " + (taken.map { "\($0.en) is taken; also " } ?? "none is taken, ") + rest.en
    )
  }

  /// The values that were not taken, each with its record.
  package var statements: Wording {
    let voices = others.prefix(DisagreementEntry.shown).map(\.text)
    let isCut = others.count > DisagreementEntry.shown
    return Wording(
      zh: voices.map(\.zh).joined(separator: "；") + (isCut ? "；等共 \(others.count) 条" : ""),
      en: voices.map(\.en).joined(separator: "; ") + (isCut ? "; \(others.count) in all" : ""))
  }
}
