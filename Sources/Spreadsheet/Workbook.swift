internal import Files
package import Vocabulary

/// A cell as people left it.
package enum SheetCell: Sendable, Hashable {
  case text(String)
  /// A number; a day is one too.
  case number(Double)
}

/// A row of a sheet that has cells.
package struct SheetRow: Sendable, Hashable {
  /// Counted from 1.
  package let number: Int
  /// By column, counted from 0; blank cells are left out.
  package let cells: [Int: SheetCell]
}

/// An XLSX workbook (ECMA-376) that somebody hands in: from libxlsxwriter, Excel, WPS, LibreOffice.
///
/// Values only: of a formula its last result, of a cell with an error nothing. Nothing is trusted:
/// neither sizes, nor places of cells, nor what the parts say of each other.
package struct Workbook {
  /// The names of the sheets, in their order.
  package let sheets: [String]
  /// Whether days count from 1904-01-01, as old workbooks of the Mac do, and not from 1900.
  package let countsFrom1904: Bool

  private let archive: ZipArchive
  private let parts: [String]
  private let sharedTexts: String?

  /// Opens a workbook; throws for what is none.
  ///
  /// `shown` is the name used in messages. Memory: the file's size.
  package init(_ bytes: [UInt8], shown: String) throws(Failure) {
    try self.init(bytes, shown: shown, partLimit: SpreadsheetLimits.partBytes)
  }

  init(_ bytes: [UInt8], shown: String, partLimit: Int) throws(Failure) {
    let archive = try ZipArchive(
      bytes, shown: shown, partLimit: partLimit, parts: SpreadsheetLimits.parts,
      refusals: SpreadsheetFault.ofArchive)
    let root = try Workbook.relations(of: "", in: archive)
    guard let main = root.first(where: { $0.type == "officeDocument" })?.target else {
      throw archive.refusal(SpreadsheetFault.noWorkbook)
    }
    let index = WorkbookIndex()
    guard try Workbook.parse(main, of: archive, index) else {
      throw archive.refusal(SpreadsheetFault.noWorkbook)
    }
    let relations = try Workbook.relations(of: main, in: archive)
    var sheets: [String] = []
    var parts: [String] = []
    for sheet in index.sheets {
      guard let part = relations.first(where: { $0.id == sheet.relation })?.target else { continue }
      sheets.append(sheet.name)
      parts.append(part)
    }
    self.archive = archive
    self.sheets = sheets
    self.parts = parts
    countsFrom1904 = index.countsFrom1904
    sharedTexts = relations.first { $0.type == "sharedStrings" }?.target
  }

  /// The rows of a sheet by its place in `sheets`, from the top down.
  ///
  /// Only rows up to `last` and the columns that are `wanted`, all of them for `nil`. Memory grows with
  /// the cells that are kept, not with the workbook's.
  package func rows(
    ofSheet place: Int, upTo last: Int = .max, wanted: Set<Int>? = nil
  ) throws(Failure) -> [SheetRow] {
    let cells = SheetCells(upTo: last, wanted: wanted)
    guard try Workbook.parse(parts[place], of: archive, cells) else {
      throw archive.refusal(SpreadsheetFault.noWorkbook)
    }
    let shared = SharedTexts(wanted: cells.sharedTexts)
    if let sharedTexts { _ = try Workbook.parse(sharedTexts, of: archive, shared) }
    return cells.rows(shared.texts)
  }

  /// Reads a part to its end; false if it is not there.
  private static func parse(
    _ part: String, of archive: ZipArchive, _ receiver: some XMLReceiver
  ) throws(Failure) -> Bool {
    let reading = try refusing(in: archive) { () throws(XMLFault) in try XMLReading(receiver) }
    let isThere = try archive.read(part) { (piece) throws(Failure) in
      try refusing(in: archive) { () throws(XMLFault) in try reading.parse(piece) }
    }
    if isThere {
      try refusing(in: archive) { () throws(XMLFault) in try reading.parse([], isLast: true) }
    }
    return isThere
  }

  private static func refusing<T>(
    in archive: ZipArchive, _ body: () throws(XMLFault) -> T
  ) throws(Failure) -> T {
    do throws(XMLFault) {
      return try body()
    } catch {
      throw archive.refusal(error.detail)
    }
  }

  private static func relations(
    of part: String, in archive: ZipArchive
  ) throws(Failure) -> [Relations.Relation] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let name = part.dropFirst(folder.count)
    let relations = Relations(folder: folder)
    _ = try parse("\(folder)_rels/\(name).rels", of: archive, relations)
    return relations.found
  }
}
