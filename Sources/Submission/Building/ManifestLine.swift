/// A line of a BagIt manifest (RFC 8493, 2.1.3): a hash, two spaces, a path.
///
/// Of the characters of a path only CR, LF and the percent sign are encoded.
enum ManifestLine {
  static func text(hash: String, path: String) -> String { "\(hash)  \(encoded(path))\n" }

  /// The line's hash in lower case and its path; `nil` if it is no such line.
  static func parts(_ line: Substring) -> (hash: String, path: String)? {
    guard let end = line.utf8.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return nil }
    let hash = line[..<end]
    let path = line[end...].drop { $0 == " " || $0 == "\t" }
    let isHexadecimal = hash.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
      default: false
      }
    }
    guard !hash.isEmpty, isHexadecimal, !path.isEmpty else { return nil }
    // Where a digest program read the file as binary it puts an asterisk before the name.
    let name = path.hasPrefix("*") ? path.dropFirst() : path
    return (hash.lowercased(), decoded(name))
  }

  static func encoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x0A: bytes.append(contentsOf: "%0A".utf8)
      case 0x0D: bytes.append(contentsOf: "%0D".utf8)
      case 0x25: bytes.append(contentsOf: "%25".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decoded(_ path: Substring) -> String {
    let bytes = Array(path.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let code = String(decoding: bytes[place...].prefix(3), as: UTF8.self).uppercased()
      if let byte: UInt8 = ["%0A": 0x0A, "%0D": 0x0D, "%25": 0x25][code] {
        result.append(byte)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
