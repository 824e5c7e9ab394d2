internal import Files
internal import Vocabulary

/// How much of a workbook somebody hands in is read; more is no register but an attack or a mistake.
enum SpreadsheetLimits {
  /// Bytes of one part, unpacked.
  ///
  /// Parts are read in pieces, so that this costs time and no memory.
  static let partBytes = 512 << 20
  /// Parts of an archive.
  static let parts = 20_000
  /// Elements within elements.
  static let depth = 64
  /// Rows and columns of a sheet, fixed by the format.
  static let rows = 1_048_576
  static let columns = 16_384
  /// Characters of a cell by the format, in bytes; and of all cells that are kept.
  static let cellBytes = 32_767 * 4
  static let textBytes = 256 << 20
}

/// Why a workbook is refused.
enum SpreadsheetFault {
  static let noArchive = Wording(zh: "不是 XLSX（ZIP）文件，或者已损坏", en: "no XLSX (ZIP) file, or damaged")
  static let encrypted = Wording(zh: "已加密，请去掉密码后另存", en: "encrypted; save it without a password")
  static let tooLarge = Wording(zh: "解压后过大", en: "too large unpacked")
  static let ofArchive = ZipArchive.Refusals(
    code: .unreadableWorkbook, noArchive: noArchive, tooLarge: tooLarge, encrypted: encrypted)
  static let noWorkbook = Wording(zh: "缺少工作簿的组成部分", en: "parts of the workbook are missing")
  static let badXML = Wording(zh: "XML 有误", en: "its XML is broken")
  static let entities = Wording(
    zh: "XML 带有文档类型或实体定义，拒绝读取", en: "its XML has a document type or entities and is refused")
  static let badCell = Wording(
    zh: "单元格的位置或内容不合格式", en: "a cell's place or content is not of the format")
}
