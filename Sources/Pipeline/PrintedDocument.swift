internal import Vocabulary

/// A PDF that a browser wrote, without the time of its making.
struct PrintedDocument {
  let bytes: [UInt8]

  /// Sets the times of creation and change to the beginning of a day, in their place and width.
  ///
  /// `nil` for what is not a whole PDF. Linear in its size.
  init?(_ written: [UInt8], made day: Day) {
    guard written.starts(with: "%PDF-".utf8),
      PrintedDocument.ends(written, with: Array("%%EOF".utf8))
    else { return nil }
    var bytes = written
    let digits = Array(day.description.utf8).filter { $0 != UInt8(ascii: "-") }
    let time = digits + Array("000000".utf8)
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      var start = 0
      while let place = PrintedDocument.place(of: Array(key.utf8), in: bytes, from: start) {
        start = place
        let end = place + time.count
        guard end <= bytes.count, bytes[place..<end].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { continue }
        bytes.replaceSubrange(place..<end, with: time)
      }
    }
    self.bytes = bytes
  }

  /// Whether only blanks come after the end.
  private static func ends(_ bytes: [UInt8], with end: [UInt8]) -> Bool {
    var count = bytes.count
    while count > 0, [0x0A, 0x0D, 0x20].contains(bytes[count - 1]) { count -= 1 }
    return count >= end.count && bytes[(count - end.count)..<count].elementsEqual(end)
  }

  /// Where what follows the next occurrence of a key begins.
  private static func place(of key: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + key.count <= bytes.count {
      guard let slash = bytes[place...].firstIndex(of: key[0]) else { return nil }
      if bytes[slash...].starts(with: key) { return slash + key.count }
      place = slash + 1
    }
    return nil
  }
}
