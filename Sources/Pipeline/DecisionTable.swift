internal import Files
internal import Intake
internal import Reports
internal import Spreadsheet
internal import Vocabulary

/// What a column of a file of decisions holds, known by its title.
enum DecisionColumn: CaseIterable {
  case item, kind, scope, left, right, verdict, person, day, reason

  /// The titles of review.csv and of the sheet, and those people put in their place.
  var titles: [String] {
    switch self {
    case .item: ["item", "编号", "事项编号"]
    case .kind: ["kind", "类别"]
    case .scope: ["scope", "范围"]
    case .left: ["left", "对象一"]
    case .right: ["right", "对象二"]
    case .verdict: ["verdict", "结论"]
    case .person: ["person", "决定人"]
    case .day: ["day", "日期"]
    case .reason: ["reason", "理由"]
    }
  }
}

/// A row of a file of decisions, by columns, texts without white space around them.
struct FilledRow {
  /// The physical line, or the row of the sheet, counted from 1.
  let line: Int
  private let cells: [DecisionColumn: String]

  init(line: Int, _ cells: [DecisionColumn: String]) {
    self.line = line
    self.cells = cells
  }

  subscript(column: DecisionColumn) -> String { cells[column] ?? "" }

  /// Whether people wrote anything.
  var isAnswered: Bool {
    [DecisionColumn.verdict, .person, .day, .reason].contains { !self[$0].isEmpty }
  }
}

/// A file of decisions as it was filled in.
struct FilledTable {
  let shown: String
  let sha256: String
  private(set) var rows: [FilledRow] = []
  /// The titles as the file has them, for messages.
  private(set) var titles: [DecisionColumn: String] = [:]

  init(shown: String, sha256: String) {
    self.shown = shown
    self.sha256 = sha256
  }

  /// The place of each column that is there; throws if a needed one is not, or one is there twice.
  mutating func columns(of titles: [String], line: Int) throws(Failure) -> [DecisionColumn: Int] {
    var places: [DecisionColumn: Int] = [:]
    for (place, title) in titles.enumerated() {
      let plain = FilledTable.trimmed(title)
      guard let column = DecisionColumn.allCases.first(where: { $0.titles.contains(plain) }) else {
        continue
      }
      guard places[column] == nil else {
        throw Failure(.unusableInput, .repeatedColumn, file: shown, line: line, column: plain)
      }
      places[column] = place
      self.titles[column] = plain
    }
    let hasSubject = places[.item] != nil || (places[.left] != nil && places[.right] != nil)
    let missing = [DecisionColumn.verdict, .person, .day, .reason].filter { places[$0] == nil }
    guard hasSubject, missing.isEmpty else {
      let names = (hasSubject ? [] : [DecisionColumn.item]) + missing
      let list = names.map { $0.titles.prefix(2).joined(separator: "/") }
      throw Failure(
        .unusableInput, .noDecisions, file: shown, line: line,
        detail: Wording(
          zh: "缺少列 " + list.joined(separator: "、"),
          en: "missing columns " + list.joined(separator: ", ")))
    }
    return places
  }

  /// Adds a row if anybody has written in it.
  mutating func add(line: Int, _ columns: [DecisionColumn: Int], _ cell: (Int) -> String) {
    rows.append(FilledRow(line: line, columns.mapValues { FilledTable.trimmed(cell($0)) }))
  }

  /// Reads a delimited file in whatever encoding and dialect it was saved.
  ///
  /// Throws for all damaged rows at once: a decision is never dropped unseen.
  static func delimited(
    _ file: DropFile, profiles: ProfileLibrary
  ) throws(Failure) -> FilledTable {
    let table = try TextTable(of: try file.source(), profiles: profiles)
    if let fault = table.fault { throw Failure(.unusableInput, [fault]) }
    var filled = FilledTable(shown: file.shown, sha256: table.sha256)
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
      guard let code = reader.kind.asideCode, let last = filled.rows.last else { continue }
      filled.rows.removeLast()
      if last.isAnswered, line > table.header.line {
        problems.append(Problem(code, file: file.shown, line: line))
      }
    }
    if !problems.isEmpty { throw Failure(.unusableInput, problems) }
    return filled
  }

  /// Reads the sheet 待人工研判 of a workbook, and its further parts if it has some.
  ///
  /// Columns are known by the titles in the sheet's first row that holds any; others are not looked at.
  static func workbook(_ bytes: [UInt8], shown: String) throws(Failure) -> FilledTable {
    let book = try Workbook(bytes, shown: shown)
    let name = LedgerWorkbook.reviewSheet
    var filled = FilledTable(shown: shown, sha256: SHA256Digest.hex(of: bytes))
    let places = book.sheets.indices.filter {
      book.sheets[$0] == name || book.sheets[$0].hasPrefix("\(name)(")
    }
    guard !places.isEmpty else {
      throw Failure(
        .unusableInput, .noDecisions, file: shown,
        detail: Wording(zh: "没有工作表“\(name)”", en: "no sheet \(name)"))
    }
    for place in places {
      let rows = try book.rows(ofSheet: place).filter { !$0.cells.isEmpty }
      guard let header = rows.first else { continue }
      let width = (header.cells.keys.max() ?? 0) + 1
      let titles = (0..<width).map { header.cells[$0].map(plain) ?? "" }
      let columns = try filled.columns(of: titles, line: header.number)
      for row in rows.dropFirst() {
        filled.add(line: row.number, columns) { column in
          guard let cell = row.cells[column] else { return "" }
          return column == columns[.day] ? day(cell, in: book) : plain(cell)
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

  private static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
