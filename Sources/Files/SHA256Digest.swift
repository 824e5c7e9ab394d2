private import Crypto
package import Vocabulary

/// SHA-256 (FIPS 180-4) of bytes.
package enum SHA256Digest {
  /// 64 lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// The first 128 bits, as the identity of a record's content.
  package static func contentHash(of bytes: [UInt8]) -> ContentHash {
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (index, byte) in SHA256.hash(data: bytes).enumerated() {
      if index < 8 {
        high = high << 8 | UInt64(byte)
      } else if index < 16 {
        low = low << 8 | UInt64(byte)
      }
    }
    return ContentHash(high: high, low: low)
  }

  fileprivate static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
