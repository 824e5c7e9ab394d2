import Vocabulary

/// The head of a geometry as GeoPackage stores it (OGC 12-128r18, 2.1.3.1.1), before its WKB.
struct GeoPackageBinary {
  /// The number of the reference system in the file's own list.
  let system: Int32
  let isEmpty: Bool
  /// Where the WKB begins.
  let start: Int

  /// `nil` for what is no such head, or one of a geometry of a private kind.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P"),
      bytes[2] == 0
    else { return nil }
    let flags = bytes[3]
    // An envelope of another kind or an extended type belongs to no plain geometry.
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(flags >> 1 & 0b111)
    guard envelope < envelopes.count, flags & 0b10_0000 == 0 else { return nil }
    let isLittleEndian = flags & 1 == 1
    let number = (0..<4).reduce(UInt32(0)) {
      $0 << 8 | UInt32(bytes[isLittleEndian ? 7 - $1 : 4 + $1])
    }
    system = Int32(bitPattern: number)
    isEmpty = flags & 0b1_0000 != 0
    start = 8 + envelopes[envelope]
    guard start <= bytes.count else { return nil }
  }
}
