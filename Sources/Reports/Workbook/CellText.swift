internal import Vocabulary

/// What a text may hold to be a cell of a workbook (ECMA-376), and how it is made to.
///
/// Control characters but tab and line feed, U+FFFE and U+FFFF may not stand in XML; a carriage
/// return becomes a line feed. `_x0041_` would be read as an escape and is escaped itself. What cannot
/// be seen, as what turns the direction of writing, stands as U+FFFD, as on pages and in documents. A
/// cell holds 32,767 UTF-16 units; a longer text is cut and says so.
///
/// A cell of text is no formula, but becomes one where the sheet is saved as CSV and opened again:
/// before what would an apostrophe stands (OWASP, CSV Injection; CWE-1236), as in the CSV for people.
package enum CellText {
  /// The most UTF-16 units a cell holds.
  static let limit = 32_767
  /// How a cut text ends.
  static let cutNote = "……（文字过长，余下部分见 data 目录中的数据文件）"

  /// Whether the text can stand in a cell as it is: one pass over its bytes.
  static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count <= limit, bytes.isEmpty || !mayBeginFormula(bytes[0]) else { return false }
    for place in bytes.indices {
      switch bytes[place] {
      case 0x09, 0x0A: continue
      case 0..<0x20, 0x7F: return false
      case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF:
        if isToReplace(bytes, at: place) { return false }
      case UInt8(ascii: "_") where place + 6 < bytes.count && bytes[place + 1] == UInt8(ascii: "x"):
        return false
      default: continue
      }
    }
    return true
  }

  /// The text as a cell holds it.
  static func cleaned(_ text: String) -> String {
    var kept: [UInt16] = isFormula(text.unicodeScalars) ? [apostrophe] : []
    let units = Array(text.utf16)
    for (place, unit) in units.enumerated() {
      switch unit {
      case 0x0D:
        if place + 1 == units.count || units[place + 1] != 0x0A { kept.append(0x0A) }
      case 0x09, 0x0A: kept.append(unit)
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: continue
      case UInt16(UInt8(ascii: "_")) where isEscape(units[place...]):
        kept.append(contentsOf: "_x005F_".utf16)
      case 0x80..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF9...0xFFFB:
        kept.append(0xFFFD)
      default: kept.append(unit)
      }
    }
    guard kept.count > limit else { return String(decoding: kept, as: UTF16.self) }
    var length = limit - cutNote.utf16.count
    if UTF16.isLeadSurrogate(kept[length - 1]) { length -= 1 }
    return String(decoding: kept[..<length], as: UTF16.self) + cutNote
  }

  /// The text of a cell without the apostrophe that was put before it.
  package static func unguarded(_ text: String) -> String {
    let rest = text.dropFirst()
    return text.first == "'" && isFormula(rest.unicodeScalars) ? String(rest) : text
  }

  /// Whether the text may become a formula; a plain number is none, nor is a negative one.
  private static func isFormula(_ text: some Collection<Unicode.Scalar>) -> Bool {
    FormulaLine.mayBegin(text) && !isNegativeNumber(text)
  }

  private static func isNegativeNumber(_ text: some Collection<Unicode.Scalar>) -> Bool {
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    return text.first == "-" && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }

  /// Whether a formula, or blanks before one, may begin with that byte.
  private static func mayBeginFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "@"), 0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF:
      true
    default: false
    }
  }

  /// Whether the character that begins there cannot be seen, or cannot stand in XML.
  private static func isToReplace(_ bytes: Span<UInt8>, at place: Int) -> Bool {
    let next = bytes[place + 1]
    switch (bytes[place], next) {
    case (0xC2, _): return next < 0xA0 || next == 0xAD
    case (0xD8, _): return next == 0x9C
    case (0xE1, 0xA0): return bytes[place + 2] == 0x8E
    case (0xE2, 0x80):
      return (0x8B...0x8F).contains(bytes[place + 2]) || (0xA8...0xAE).contains(bytes[place + 2])
    case (0xE2, 0x81): return (0xA0...0xAF).contains(bytes[place + 2])
    case (0xEF, 0xBB): return bytes[place + 2] == 0xBF
    case (0xEF, 0xBF):
      return (0xB9...0xBB).contains(bytes[place + 2]) || bytes[place + 2] >= 0xBE
    default: return false
    }
  }

  private static let apostrophe = UInt16(UInt8(ascii: "'"))

  /// How many lines the text takes in a wrapped cell of so many characters' width.
  ///
  /// Chinese characters are two wide. Spreadsheets do not lay out rows again when they open a file,
  /// so heights are set from this.
  static func lines(_ text: String, width: Double) -> Int {
    let room = max(Int(width), 2)
    var lines = 1
    var taken = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        lines += 1
        taken = 0
        continue
      case 0x80..<0xC0: continue
      case 0xE0...: taken += 2
      default: taken += 1
      }
      if taken > room {
        lines += 1
        taken = byte >= 0xE0 ? 2 : 1
      }
    }
    return lines
  }

  /// The height in points of a row with so many lines; 409 is the most a row has.
  static func height(lines: Int) -> Double { min(Double(lines) * 15 + 3, 409) }

  /// Whether the units begin with `_x`, four hexadecimal digits and `_`.
  private static func isEscape(_ units: ArraySlice<UInt16>) -> Bool {
    let start = units.startIndex
    guard units.count >= 7, units[start + 1] == UInt16(UInt8(ascii: "x")),
      units[start + 6] == UInt16(UInt8(ascii: "_"))
    else { return false }
    return units[(start + 2)..<(start + 6)].allSatisfy { unit in
      switch unit {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
  }
}
