import Vocabulary

/// Reads a shape's text byte by byte, full-width characters taken as the plain ones they stand for.
struct ShapeScanner {
  /// More than any number with all its digits takes.
  private static let longestNumber = 40

  private let bytes: [UInt8]
  var position = 0

  init(_ text: [UInt8]) { bytes = ShapeScanner.folded(text) }

  /// The byte not yet read; `nil` at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Whether a number may begin here.
  var isNumberNext: Bool {
    guard let next else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) || next == UInt8(ascii: "-")
      || next == UInt8(ascii: "+")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
  }

  mutating func skipBlanks() {
    while let byte = next, ShapeScanner.isBlank(byte) || ShapeScanner.isLineEnd(byte) {
      position += 1
    }
  }

  /// Reads the byte, and blanks before it; false without moving on if another one stands there.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    let start = position
    skipBlanks()
    guard next == UInt8(ascii: byte) else {
      position = start
      return false
    }
    position += 1
    return true
  }

  /// Reads letters, and blanks before them, as capitals; empty if there are none.
  mutating func word() -> String {
    skipBlanks()
    var letters: [UInt8] = []
    while let byte = next, ShapeScanner.isLetter(byte), letters.count < 32 {
      letters.append(byte & 0xDF)
      position += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Reads a decimal number, and blanks before it: digits with or without sign, fraction, exponent.
  mutating func number() throws(ShapeFault) -> Double {
    skipBlanks()
    let start = position
    if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { position += 1 }
    var isNumber = skipDigits()
    if next == UInt8(ascii: ".") {
      position += 1
      isNumber = skipDigits() && isNumber
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { position += 1 }
      isNumber = skipDigits() && isNumber
    }
    guard isNumber, position - start <= ShapeScanner.longestNumber,
      let value = Double(String(decoding: bytes[start..<position], as: UTF8.self))
    else {
      position = start
      throw unexpected()
    }
    return value
  }

  /// What divides two numbers of a list, from the weakest to the strongest.
  enum Division: Int { case none, blank, comma, vertex }

  /// Reads blanks, commas and what divides vertices; the strongest of them.
  mutating func division() -> Division {
    var strongest = Division.none
    while let byte = next {
      let found: Division
      switch byte {
      case UInt8(ascii: ";"), UInt8(ascii: "|"): found = .vertex
      case UInt8(ascii: ","): found = .comma
      case _ where ShapeScanner.isLineEnd(byte): found = .vertex
      case _ where ShapeScanner.isBlank(byte): found = .blank
      default: return strongest
      }
      if found.rawValue > strongest.rawValue { strongest = found }
      position += 1
    }
    return strongest
  }

  /// What is here does not belong here.
  func unexpected() -> ShapeFault {
    position < bytes.count
      ? ShapeFault(
        zh: "第 \(position + 1) 个字符处无法识别", en: "character \(position + 1) is not understood")
      : ShapeFault(zh: "文本不完整", en: "the text breaks off")
  }

  /// Throws unless only blanks are left.
  mutating func end() throws(ShapeFault) {
    skipBlanks()
    if next != nil { throw unexpected() }
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position > start
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The text with U+FF01–FF5E as U+0021–007E, wide and fixed blanks as blanks, without a byte order
  /// mark.
  private static func folded(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let rest = text[place...].prefix(3)
      let byte = text[place]
      if byte < 0x80 {
        result.append(byte)
        place += 1
      } else if rest.starts(with: [0xC2, 0xA0]) {
        result.append(UInt8(ascii: " "))
        place += 2
      } else if rest.count == 3, let plain = plain(rest) {
        result.append(contentsOf: plain)
        place += 3
      } else {
        result.append(byte)
        place += 1
      }
    }
    return result
  }

  /// What three bytes of UTF-8 stand for, if it is something plain.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let first = bytes.startIndex
    switch (bytes[first], bytes[first + 1], bytes[first + 2]) {
    case (0xEF, 0xBB, 0xBF): return []
    case (0xE3, 0x80, 0x80): return [UInt8(ascii: " ")]
    case (0xEF, 0xBC, let last) where (0x81...0xBF).contains(last): return [last - 0x60]
    case (0xEF, 0xBD, let last) where (0x80...0x9E).contains(last): return [last - 0x20]
    default: return nil
    }
  }
}
