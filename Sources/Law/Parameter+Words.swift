internal import Vocabulary

extension Parameter {
  /// A value with its unit: `3000.00元`, `2年`.
  func text(_ number: Int64, in language: Language = .zh) -> String {
    kind == .money
      ? Money(fen: number).yuan(in: language)
      : language.text(zh: "\(number)年", en: "\(number) years")
  }

  /// The same with whole ten thousands of yuan as texts write them: `30万元`.
  func term(_ number: Int64) -> String {
    guard kind == .money else { return text(number) }
    return Money(fen: number).term
  }
}

extension Money {
  /// `3000.00元`, `3000.00 yuan`.
  func yuan(in language: Language) -> String { language.text(zh: "\(self)元", en: "\(self) yuan") }

  /// `30万元` for whole ten thousands of yuan, `3000.00元` for anything else.
  var term: String {
    fen != 0 && fen % 1_000_000 == 0 ? "\(fen / 1_000_000)万元" : "\(self)元"
  }
}
