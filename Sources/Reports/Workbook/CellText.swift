/// What a text may hold to be a cell of a workbook (ECMA-376), and how it is made to.
///
/// Control characters but tab and line feed, U+FFFE and U+FFFF may not stand in XML; a carriage
/// return becomes a line feed. `_x0041_` would be read as an escape and is escaped itself. A cell
/// holds 32,767 UTF-16 units; a longer text is cut and says so.
enum CellText {
  /// The most UTF-16 units a cell holds.
  static let limit = 32_767
  /// How a cut text ends.
  static let cutNote = "……（文字过长，余下部分见 data 目录中的数据文件）"

  /// Whether the text can stand in a cell as it is: one pass over its bytes.
  static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count <= limit else { return false }
    for place in bytes.indices {
      switch bytes[place] {
      case 0x09, 0x0A: continue
      case 0..<0x20, 0x7F: return false
      case 0xEF
      where place + 2 < bytes.count && bytes[place + 1] == 0xBF && bytes[place + 2] >= 0xBE:
        return false
      case UInt8(ascii: "_") where place + 6 < bytes.count && bytes[place + 1] == UInt8(ascii: "x"):
        return false
      default: continue
      }
    }
    return true
  }

  /// The text as a cell holds it.
  static func cleaned(_ text: String) -> String {
    var kept: [UInt16] = []
    let units = Array(text.utf16)
    for (place, unit) in units.enumerated() {
      switch unit {
      case 0x0D:
        if place + 1 == units.count || units[place + 1] != 0x0A { kept.append(0x0A) }
      case 0x09, 0x0A: kept.append(unit)
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: continue
      case UInt16(UInt8(ascii: "_")) where isEscape(units[place...]):
        kept.append(contentsOf: "_x005F_".utf16)
      default: kept.append(unit)
      }
    }
    guard kept.count > limit else { return String(decoding: kept, as: UTF16.self) }
    var length = limit - cutNote.utf16.count
    if UTF16.isLeadSurrogate(kept[length - 1]) { length -= 1 }
    return String(decoding: kept[..<length], as: UTF16.self) + cutNote
  }

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
