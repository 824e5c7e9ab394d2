/// Strict UTF-8 in single fields and lines.
enum UTF8Text {
  /// Whether bytes are UTF-8 without overlong forms, surrogates or anything above U+10FFFF.
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes)) != nil
  }

  /// Whether bytes are UTF-8 with two characters of three bytes at least.
  ///
  /// Text in GB 18030 is that by chance only where it is three characters long, and then once in
  /// thousands. So such a field of a GB 18030 file is broken rather than other characters.
  static func isSure(_ bytes: Span<UInt8>) -> Bool {
    var longCharacters = 0
    for index in bytes.indices where bytes[index] >= 0xE0 { longCharacters += 1 }
    return longCharacters >= 2 && isValid(bytes)
  }
}
