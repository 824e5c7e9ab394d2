internal import Files
internal import Intake
internal import Reports
internal import Spreadsheet
internal import Vocabulary

/// A file that people filled in: decisions on the review list, results of checks, or in a workbook both.
struct FilledFile {
  private(set) var decisions: [FilledTable<DecisionColumn>] = []
  private(set) var verifications: [FilledTable<VerificationColumn>] = []

  /// Reads a delimited file in whatever encoding and dialect it was saved; its columns say which kind
  /// it is.
  ///
  /// Throws for all damaged rows at once: a decision is never dropped unseen.
  init(delimited file: DropFile, profiles: ProfileLibrary) throws(Failure) {
    let table = try TextTable(of: try file.source(), profiles: profiles)
    if let fault = table.fault { throw Failure(.unusableInput, [fault]) }
    if FilledFile.holdsVerifications(table.titles.map(FilledText.trimmed)) {
      verifications = [try FilledFile.rows(of: table, shown: file.shown)]
    } else {
      decisions = [try FilledFile.rows(of: table, shown: file.shown)]
    }
  }

  /// Reads the sheets 待人工研判 and 线索台账 of a workbook, and their further parts if they have some.
  ///
  /// Columns are known by the titles in the first row that holds any; others are not looked at. A sheet
  /// of no leads or questions has nothing filled in.
  init(workbook bytes: [UInt8], shown: String) throws(Failure) {
    let book = try Workbook(bytes, shown: shown)
    let sha256 = SHA256Digest.hex(of: bytes)
    let (review, register) = (LedgerWorkbook.reviewSheet, LedgerWorkbook.registerSheet)
    for (place, name) in book.sheets.enumerated() {
      if FilledFile.isPart(name, of: review) {
        decisions +=
          try FilledFile.sheet(place, of: book, shown: shown, sha256: sha256).map { [$0] } ?? []
      } else if FilledFile.isPart(name, of: register) {
        verifications +=
          try FilledFile.sheet(place, of: book, shown: shown, sha256: sha256).map { [$0] } ?? []
      }
    }
    guard
      book.sheets.contains(where: {
        FilledFile.isPart($0, of: review) || FilledFile.isPart($0, of: register)
      })
    else {
      throw Failure(
        .unusableInput, .noDecisions, file: shown,
        detail: Wording(
          zh: "没有工作表“\(review)”或“\(register)”", en: "no sheet \(review) or \(register)"))
    }
  }

  private static func isPart(_ name: String, of table: String) -> Bool {
    name == table || name.hasPrefix("\(table)(")
  }

  private static func holdsVerifications(_ titles: [String]) -> Bool {
    [VerificationColumn.lead, .finding].allSatisfy { column in
      titles.contains { column.titles.contains($0) }
    }
  }

  private static func rows<Column>(
    of table: TextTable, shown: String
  ) throws(Failure) -> FilledTable<Column> {
    var filled = FilledTable<Column>(shown: shown, sha256: table.sha256)
    let columns = try filled.columns(of: table.titles, line: table.header.line)
    var reader = try table.reader()
    var problems: [Problem] = []
    while try reader.next() {
      guard reader.kind == .record || reader.kind.asideCode != nil else { continue }
      let line = reader.place.line
      if let damage = reader.damage ?? reader.flags.first(where: { $0.code != .missingTail }) {
        problems.append(damage)
        continue
      }
      let fields = reader.fields
      filled.add(line: line, columns) { place in
        guard place < fields.count else { return "" }
        return String(decoding: fields.bytes[fields.range(of: place)], as: UTF8.self)
      }
      guard let code = reader.kind.asideCode, let last = filled.removeLast() else { continue }
      if last.isAnswered, line > table.header.line {
        problems.append(Problem(code, file: shown, line: line))
      }
    }
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }
    return filled
  }

  /// Rows above which a sheet's titles are looked for; captions and groups stand above them.
  private static let headerRows = 20

  /// A sheet; `nil` for one without anything in it.
  private static func sheet<Column>(
    _ place: Int, of book: Workbook, shown: String, sha256: String
  ) throws(Failure) -> FilledTable<Column>? {
    let known = Set(Column.allCases.flatMap(\.titles))
    let beginning = try book.rows(ofSheet: place, upTo: headerRows).filter { !$0.cells.isEmpty }
    let named = beginning.first { row in
      row.cells.values.contains { known.contains(FilledText.trimmed(plain($0))) }
    }
    guard let header = named ?? beginning.first else { return nil }
    var filled = FilledTable<Column>(shown: shown, sha256: sha256, sheet: book.sheets[place])
    let width = (header.cells.keys.max() ?? 0) + 1
    let titles = (0..<width).map { header.cells[$0].map(plain) ?? "" }
    let columns = try filled.columns(of: titles, line: header.number)
    let kinds = Dictionary(uniqueKeysWithValues: columns.map { ($0.value, $0.key.kind) })
    for row in try book.rows(ofSheet: place, wanted: Set(columns.values))
    where row.number > header.number && !row.cells.isEmpty {
      filled.add(line: row.number, columns) { column in
        guard let cell = row.cells[column] else { return "" }
        return switch kinds[column] {
        case .day: day(cell, in: book)
        case .amount: amount(cell)
        case .text, nil: plain(cell)
        }
      }
    }
    return filled
  }

  private static func plain(_ cell: SheetCell) -> String {
    switch cell {
    case .text(let text): text
    case .number(let number):
      Int(exactly: number).map(String.init) ?? String(number)
    }
  }

  /// A day that a spreadsheet keeps as a number, written out.
  private static func day(_ cell: SheetCell, in book: Workbook) -> String {
    guard case .number(let number) = cell, (61.0...2_958_465).contains(number) else {
      return plain(cell)
    }
    let serial = Int(number.rounded(.down)) + (book.countsFrom1904 ? 1462 : 0)
    return Day(number: Int32(serial - 25_569)).description
  }

  /// An amount that a spreadsheet keeps as a binary number: in whole fen, where it is so but for what
  /// binary numbers lose.
  private static func amount(_ cell: SheetCell) -> String {
    guard case .number(let number) = cell, number.magnitude < 1e13 else { return plain(cell) }
    let fen = (number * 100).rounded()
    guard (number * 100 - fen).magnitude < 1e-4 else { return plain(cell) }
    return Money(fen: Int64(fen)).description
  }
}
