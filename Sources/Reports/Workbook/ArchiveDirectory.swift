private import Glibc

/// The directory at the end of a ZIP file (APPNOTE 4.3.12 and 4.3.16), read to see what arrived.
enum ArchiveDirectory {
  /// The uncompressed sizes of a workbook's sheets in their order.
  ///
  /// A size beyond 32 bits is `Int.max`. `nil` if the directory is not within the last 256 KiB or
  /// is not whole.
  static func sheetSizes(_ descriptor: Int32) -> [Int]? {
    let end = lseek(descriptor, 0, SEEK_END)
    let start = max(end - 262_144, 0)
    guard end >= 22, let tail = bytes(descriptor, from: start, count: end - start) else {
      return nil
    }
    let record = tail.count - 22
    guard number(tail, record, 4) == 0x0605_4b50 else { return nil }
    let entries = number(tail, record + 10, 2)
    let size = number(tail, record + 12, 4)
    // Directories of files beyond 4 GiB are followed by two more records before the last one.
    let follows = number(tail, record + 16, 4) == 0xFFFF_FFFF ? 76 : 0
    var place = record - follows - size
    guard place >= 0 else { return nil }
    var sizes: [Int] = []
    for _ in 0..<entries {
      guard place + 46 <= record, number(tail, place, 4) == 0x0201_4b50 else { return nil }
      let nameLength = number(tail, place + 28, 2)
      let next = place + 46 + nameLength + number(tail, place + 30, 2) + number(tail, place + 32, 2)
      guard next <= record else { return nil }
      if tail[(place + 46)..<(place + 46 + nameLength)].starts(with: "xl/worksheets/sheet".utf8) {
        let uncompressed = number(tail, place + 24, 4)
        sizes.append(uncompressed == 0xFFFF_FFFF ? .max : uncompressed)
      }
      place = next
    }
    return sizes
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int {
    bytes[place..<(place + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func bytes(_ descriptor: Int32, from start: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, start + filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      filled += got
    }
    return bytes
  }
}
