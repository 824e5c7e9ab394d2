internal import Vocabulary

/// Recognition of files that are no text whatever their name says, by their first bytes.
///
/// Nothing is unpacked or rendered: the file is named and refused.
enum FileSignature {
  private static let known: [(bytes: [UInt8], name: Wording)] = [
    (Array("PK\u{3}\u{4}".utf8), Wording(zh: "ZIP 或 XLSX", en: "ZIP or XLSX")),
    (Array("PK\u{5}\u{6}".utf8), Wording(zh: "ZIP", en: "ZIP")),
    ([0xD0, 0xCF, 0x11, 0xE0], Wording(zh: "XLS 或 DOC", en: "XLS or DOC")),
    ([0x1F, 0x8B], Wording(zh: "GZIP", en: "GZIP")),
    ([0x42, 0x5A, 0x68, 0x39], Wording(zh: "BZIP2", en: "BZIP2")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], Wording(zh: "XZ", en: "XZ")),
    ([0x28, 0xB5, 0x2F, 0xFD], Wording(zh: "Zstandard", en: "Zstandard")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Wording(zh: "7Z", en: "7Z")),
    (Array("Rar!\u{1A}".utf8), Wording(zh: "RAR", en: "RAR")),
    (Array("%PDF-".utf8), Wording(zh: "PDF", en: "PDF")),
    ([0x89, 0x50, 0x4E, 0x47], Wording(zh: "PNG 图片", en: "a PNG image")),
    ([0xFF, 0xD8, 0xFF], Wording(zh: "JPEG 图片", en: "a JPEG image")),
    (Array("GIF8".utf8), Wording(zh: "GIF 图片", en: "a GIF image")),
    ([0x49, 0x49, 0x2A, 0x00], Wording(zh: "TIFF 图片", en: "a TIFF image")),
    ([0x4D, 0x4D, 0x00, 0x2A], Wording(zh: "TIFF 图片", en: "a TIFF image")),
    (Array("RIFF".utf8), Wording(zh: "图片或音视频", en: "an image, sound or film")),
    (Array("SQLite format 3".utf8), Wording(zh: "SQLite 数据库", en: "an SQLite database")),
    ([0x7F, 0x45, 0x4C, 0x46], Wording(zh: "可执行程序", en: "an executable")),
    ([0xFF, 0xFE, 0x00, 0x00], Wording(zh: "UTF-32 文本", en: "UTF-32 text")),
    ([0x00, 0x00, 0xFE, 0xFF], Wording(zh: "UTF-32 文本", en: "UTF-32 text")),
  ]

  private static let markup = ["<!doctype", "<html", "<?xml", "<table", "<workbook"]

  /// What the file is, if it is not plain text; `nil` for what may be a table.
  static func foreignFormat(of bytes: [UInt8]) -> Wording? {
    for (signature, name) in known where bytes.starts(with: signature) { return name }
    let start = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.prefix(9)
    let lowered = start.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if markup.contains(where: { lowered.starts(with: $0.utf8) }) {
      return Wording(zh: "HTML 或 XML", en: "HTML or XML")
    }
    guard TextEncoding.marked(bytes) == nil, looksLikeUTF16(bytes) else { return nil }
    return Wording(zh: "没有标记的 UTF-16 文本", en: "UTF-16 text without its mark")
  }

  /// Whether zero bytes stand at every other place, as the ASCII of UTF-16 text makes them.
  ///
  /// A tail of zeros, which a power cut leaves, stands at even and odd places alike and is left to
  /// the rows.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    var zeros = (even: 0, odd: 0)
    let sample = bytes.prefix(64 * 1024)
    for (place, byte) in sample.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let (more, fewer) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
    return more >= 4 && more * 50 >= sample.count && fewer * 20 <= more
  }
}
