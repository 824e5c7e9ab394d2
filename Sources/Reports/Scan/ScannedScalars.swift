/// The characters of a text in UTF-8, one after another; a byte that is none stands for itself.
struct ScannedScalars {
  private let bytes: [UInt8]
  private(set) var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next character; `nil` at the end.
  mutating func next() -> UInt32? {
    guard place < bytes.count else { return nil }
    let first = bytes[place]
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard count > 1, first >= 0xC0, place + count <= bytes.count else {
      place += 1
      return UInt32(first)
    }
    var scalar = UInt32(first) & (0x7F >> UInt32(count))
    for offset in 1..<count { scalar = scalar << 6 | UInt32(bytes[place + offset] & 0x3F) }
    place += count
    return scalar
  }
}
