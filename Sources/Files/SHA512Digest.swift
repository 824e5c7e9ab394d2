internal import Crypto

/// SHA-512 (FIPS 180-4) of bytes, which packages of others may be listed by.
package enum SHA512Digest {
  /// 128 lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    SHA256Digest.hexadecimal(SHA512.hash(data: bytes))
  }
}
