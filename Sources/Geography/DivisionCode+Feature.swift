import Vocabulary

extension DivisionCode {
  /// The code of a layer's feature: six digits (GB/T 2260), or twelve as statistics have them, of which
  /// the last six are 0; `nil` for other texts.
  package init?(ofFeature text: String) {
    let isLong = text.utf8.count == 12 && text.hasSuffix("000000")
    self.init(isLong ? String(text.prefix(6)) : text)
  }
}
