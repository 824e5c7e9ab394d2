/// The encodings an export may be in.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8BOM = "UTF-8-BOM"
  case gb18030 = "GB18030"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"

  /// Length of the longest byte order mark.
  static let longestMark = 4

  /// The encoding announced by a byte order mark at the start of `bytes`, and the mark's length.
  ///
  /// UTF-16 is taken only with its mark. GB 18030 has one too, U+FEFF in its four-byte form, which
  /// some editors write.
  static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8BOM, 3) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    return nil
  }

  /// The name without what it says of a mark.
  var baseName: String {
    switch self {
    case .utf8, .utf8BOM: "UTF-8"
    case .gb18030: "GB18030"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    }
  }
}
