private import Vocabulary

/// Builds XML as UTF-8 bytes: markup only as written in this program, everything else escaped.
///
/// What XML forbids and what cannot be seen (control characters, bidirectional controls, U+FFFE)
/// stands as U+FFFD. Cost: one pass over the bytes of every text.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Begins a part with its declaration.
  init() { raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") }

  /// Appends markup.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends text, in an element or in an attribute's double quotes.
  mutating func text(_ text: String) { bytes.appendEscaped(text) }

  /// Appends a number in an attribute.
  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
}
