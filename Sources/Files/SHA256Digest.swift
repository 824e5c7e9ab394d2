internal import Crypto
package import Vocabulary

/// SHA-256 (FIPS 180-4) of bytes.
package enum SHA256Digest {
  /// 64 lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// The first 128 bits, as the identity of a record's content.
  package static func contentHash(of bytes: [UInt8]) -> ContentHash {
    unsafe SHA256.hash(data: bytes).withUnsafeBytes { digest in
      unsafe ContentHash(
        high: UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        low: UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// A digest under way, for bytes that come in pieces.
  package struct Running: Sendable {
    private var hash = SHA256()

    /// The digest of nothing so far.
    package init() {}

    /// Adds bytes.
    package mutating func update(_ bytes: Span<UInt8>) {
      unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    /// The digest of all bytes so far: 64 lower-case hexadecimal digits.
    package var hex: String { SHA256Digest.hexadecimal(hash.finalize()) }
  }

  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
