private import Files

/// The page's content security policy: nothing may be loaded, and only this style and this script
/// may apply, named by their hashes (W3C CSP Level 3).
struct PagePolicy {
  let styles: [[UInt8]]
  let script: [UInt8]

  var directives: String {
    let hashes = styles.map { " 'sha256-\(PagePolicy.digest(of: $0))'" }.joined()
    return "default-src 'none'; style-src\(hashes); "
      + "script-src 'sha256-\(PagePolicy.digest(of: script))'; base-uri 'none'; form-action 'none'"
  }

  /// SHA-256 in base64, as the policy wants it.
  static func digest(of bytes: [UInt8]) -> String {
    base64(binary(SHA256Digest.hex(of: bytes)))
  }

  private static func binary(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.map { byte in
      byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "a") + 10
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Base64 with padding (RFC 4648 section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word = 0
      for position in 0..<3 {
        word = word << 8 | (position < group.count ? Int(group[start + position]) : 0)
      }
      for position in 0..<4 {
        text.append(
          position <= group.count
            ? alphabet[word >> (18 - position * 6) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
