internal import Vocabulary

/// Where a ZIP begins and ends: nothing may lie before its first part or behind its end record.
///
/// Readers look for the end record and pass over what lies around, so that bytes could be added to what
/// was sent without a reader telling. Offsets by APPNOTE.TXT 4.3.16.
enum ZipEnds {
  static let further = Wording(
    zh: "ZIP 前面或后面有多余的字节", en: "there are bytes before or behind the ZIP")

  private static let recordSize = 22

  /// Whether nothing lies before the first part, behind the end record's comment, or between the
  /// directory and the end record.
  ///
  /// Time: linear in a comment of 64 KiB at most.
  static func areSound(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]), bytes.count >= recordSize else { return false }
    let last = bytes.count - recordSize
    return (max(0, last - 0xFFFF)...last).contains { place in
      bytes[place...].starts(with: [0x50, 0x4B, 5, 6])
        && place + recordSize + number(bytes, place + 20, 2) == bytes.count
        && endsDirectory(bytes, place)
    }
  }

  /// Whether the directory, or the records of a ZIP64 behind it, end where the end record begins.
  private static func endsDirectory(_ bytes: [UInt8], _ place: Int) -> Bool {
    if place >= 20, bytes[(place - 20)...].starts(with: [0x50, 0x4B, 6, 7]) { return true }
    return number(bytes, place + 12, 4) + number(bytes, place + 16, 4) == place
  }

  /// The number that stands there, its least byte first.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
