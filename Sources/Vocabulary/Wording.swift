/// The language of messages; reports are always Chinese.
package enum Language: String, Sendable, CaseIterable {
  case zh, en

  /// The text in this language; the other is not made.
  package func text(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch self {
    case .zh: zh()
    case .en: en()
    }
  }
}

/// One message in both languages, written side by side so that neither can be forgotten.
package struct Wording: Sendable, Hashable {
  package let zh: String
  package let en: String

  /// A message with both its texts.
  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same text in both languages: a name, a number, a path.
  package init(verbatim text: String) {
    self.init(zh: text, en: text)
  }

  /// The text in that language.
  package subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
