internal import Vocabulary

/// Recognition of files that are no plain table whatever their name says, by their first bytes.
///
/// Nothing is unpacked or rendered: the file is named and refused.
enum FileSignature {
  /// How much of the file is looked at.
  static let length = 4096

  /// Bytes that begin a format, or stand at a fixed place in it.
  private struct Mark {
    let bytes: [UInt8]
    let place: Int
    let name: Wording
    /// A table may begin with these letters too: then the format shows by a control character among
    /// the bytes around them.
    let isWord: Bool

    init(_ bytes: [UInt8], at place: Int = 0, zh: String, en: String) {
      (self.bytes, self.place, isWord) = (bytes, place, false)
      name = Wording(zh: zh, en: en)
    }

    init(word: String, at place: Int = 0, zh: String, en: String) {
      (bytes, self.place, isWord) = (Array(word.utf8), place, true)
      name = Wording(zh: zh, en: en)
    }

    func begins(_ head: [UInt8]) -> Bool {
      guard head.count >= place + bytes.count, head[place...].starts(with: bytes) else {
        return false
      }
      guard isWord else { return true }
      return head.prefix(place + bytes.count + 48).contains { byte in
        byte < 0x09 || byte >= 0x0E && byte < 0x20
      }
    }
  }

  private static let office: [Mark] = [
    Mark([0x50, 0x4B, 3, 4], zh: "ZIP、XLSX 或 OFD", en: "ZIP, XLSX or OFD"),
    Mark([0x50, 0x4B, 5, 6], zh: "ZIP", en: "ZIP"),
    Mark([0x50, 0x4B, 7, 8], zh: "ZIP", en: "ZIP"),
    Mark([0xD0, 0xCF, 0x11, 0xE0], zh: "XLS、ET 或 DOC", en: "XLS, ET or DOC"),
    Mark(Array("%PDF-".utf8), zh: "PDF", en: "PDF"),
    Mark(Array("{\\rtf".utf8), zh: "RTF 文档", en: "an RTF document"),
    Mark(Array("ID;PWXL".utf8), zh: "SYLK 表格", en: "a SYLK sheet"),
    Mark(Array("SQLite format 3".utf8), zh: "SQLite 数据库", en: "an SQLite database"),
    Mark(word: "Standard Jet DB", at: 4, zh: "Access 数据库", en: "an Access database"),
    Mark(word: "Standard ACE DB", at: 4, zh: "Access 数据库", en: "an Access database"),
    Mark(word: "PAR1", zh: "Parquet", en: "Parquet"),
    Mark(word: "ARROW1", zh: "Arrow", en: "Arrow"),
    Mark(word: "FEA1", zh: "Feather", en: "Feather"),
    Mark(word: "ORC", zh: "ORC", en: "ORC"),
    Mark([0x4F, 0x62, 0x6A, 1], zh: "Avro", en: "Avro"),
    Mark([0x89, 0x48, 0x44, 0x46], zh: "HDF5", en: "HDF5"),
    Mark([0, 0, 0x27, 0x0A], zh: "SHP 图层", en: "an SHP layer"),
    Mark(word: "AC10", zh: "DWG 图纸", en: "a DWG drawing"),
  ]

  private static let archives: [Mark] = [
    Mark([0x1F, 0x8B], zh: "GZIP", en: "GZIP"),
    Mark([0x1F, 0x9D], zh: "compress 压缩文件", en: "a file of compress"),
    Mark(Array("BZh".utf8) + [0x31], zh: "BZIP2", en: "BZIP2"),
    Mark(Array("BZh".utf8) + [0x39], zh: "BZIP2", en: "BZIP2"),
    Mark([0xFD, 0x37, 0x7A, 0x58, 0x5A], zh: "XZ", en: "XZ"),
    Mark([0x28, 0xB5, 0x2F, 0xFD], zh: "Zstandard", en: "Zstandard"),
    Mark([0x04, 0x22, 0x4D, 0x18], zh: "LZ4", en: "LZ4"),
    Mark(word: "LZIP", zh: "LZIP", en: "LZIP"),
    Mark([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], zh: "7Z", en: "7Z"),
    Mark([0x52, 0x61, 0x72, 0x21, 0x1A], zh: "RAR", en: "RAR"),
    Mark(word: "MSCF", zh: "CAB", en: "CAB"),
    Mark(Array("!<arch>\n".utf8), zh: "AR 归档", en: "an AR archive"),
    Mark(word: "ustar", at: 257, zh: "TAR 归档", en: "a TAR archive"),
  ]

  private static let media: [Mark] = [
    Mark([0x89, 0x50, 0x4E, 0x47], zh: "PNG 图片", en: "a PNG image"),
    Mark([0xFF, 0xD8, 0xFF], zh: "JPEG 图片", en: "a JPEG image"),
    Mark(word: "GIF8", zh: "GIF 图片", en: "a GIF image"),
    Mark([0x49, 0x49, 0x2A, 0], zh: "TIFF 图片", en: "a TIFF image"),
    Mark([0x4D, 0x4D, 0, 0x2A], zh: "TIFF 图片", en: "a TIFF image"),
    Mark(word: "WEBP", at: 8, zh: "WebP 图片", en: "a WebP image"),
    Mark(word: "RIFF", zh: "音视频", en: "sound or film"),
    Mark(word: "BM", zh: "BMP 图片", en: "a BMP image"),
    Mark([0, 0, 1, 0], zh: "ICO 图片", en: "an ICO image"),
    Mark(word: "8BPS", zh: "PSD 图片", en: "a PSD image"),
    Mark(word: "ftyphei", at: 4, zh: "HEIC 图片", en: "a HEIC image"),
    Mark(word: "ftypmif1", at: 4, zh: "HEIC 图片", en: "a HEIC image"),
    Mark(word: "ftypmsf1", at: 4, zh: "HEIC 图片", en: "a HEIC image"),
    Mark(word: "ftypavif", at: 4, zh: "AVIF 图片", en: "an AVIF image"),
    Mark(word: "ftyp", at: 4, zh: "音视频", en: "sound or film"),
    Mark([0x1A, 0x45, 0xDF, 0xA3], zh: "音视频", en: "sound or film"),
    Mark(word: "ID3", zh: "音频", en: "sound"),
    Mark(word: "OggS", zh: "音视频", en: "sound or film"),
  ]

  private static let others: [Mark] = [
    Mark([0x7F, 0x45, 0x4C, 0x46], zh: "可执行程序", en: "an executable"),
    Mark(word: "MZ", zh: "可执行程序", en: "an executable"),
    Mark([0xFF, 0xFE, 0, 0], zh: "UTF-32 文本", en: "UTF-32 text"),
    Mark([0, 0, 0xFE, 0xFF], zh: "UTF-32 文本", en: "UTF-32 text"),
    Mark(Array("+/v8".utf8), zh: "UTF-7 文本", en: "UTF-7 text"),
    Mark(Array("+/v9".utf8), zh: "UTF-7 文本", en: "UTF-7 text"),
    Mark(Array("+/v+".utf8), zh: "UTF-7 文本", en: "UTF-7 text"),
    Mark(Array("+/v/".utf8), zh: "UTF-7 文本", en: "UTF-7 text"),
    Mark([0xDD, 0x73, 0x66, 0x73], zh: "UTF-EBCDIC 文本", en: "UTF-EBCDIC text"),
    Mark(Array("-----BEGIN ".utf8), zh: "密钥、证书或密文", en: "a key, a certificate or cipher text"),
    Mark(
      Array("version https://git-lfs".utf8), zh: "Git LFS 的指针，不是文件本身",
      en: "a Git LFS pointer, not the file itself"),
  ]

  /// What the file is, if it is not a plain table; `nil` for what may be one.
  ///
  /// `head` is the file's start, its mark included, at most `length` bytes.
  static func foreignFormat(of head: [UInt8]) -> Wording? {
    for marks in [office, archives, media, others] {
      if let mark = marks.first(where: { $0.begins(head) }) { return mark.name }
    }
    if isDBF(head) { return Wording(zh: "DBF 数据库", en: "a DBF table") }
    guard let marked = TextEncoding.marked(head) else { return TextFormat.name(of: head[...]) }
    return marked.encoding == .utf16LE || marked.encoding == .utf16BE
      ? nil : TextFormat.name(of: head.dropFirst(marked.markLength))
  }

  /// Whether this is the header of a dBase table: version, a date, the length of the header, which is
  /// a multiple of 32 and a byte or so, and reserved zeros.
  private static func isDBF(_ head: [UInt8]) -> Bool {
    guard head.count >= 33, [0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5, 0xFB].contains(head[0]) else {
      return false
    }
    let headerLength = Int(head[8]) | Int(head[9]) << 8
    return (1...12).contains(head[2]) && (1...31).contains(head[3]) && headerLength >= 65
      && head[12] == 0 && head[13] == 0 && head[30] == 0 && head[31] == 0
  }
}
