internal import Normalise
internal import Reports
internal import Vocabulary

/// How a spreadsheet's cell of a column is to be read.
enum FilledKind {
  case text, day, amount
}

/// What a column of a table that people fill in holds, known by its title.
protocol FilledColumn: Hashable, CaseIterable {
  /// The public name first, then what officials write.
  var titles: [String] { get }
  /// Whether people fill it in, so that a row with anything in it is an answer.
  var isAnswer: Bool { get }
  var kind: FilledKind { get }

  /// What a table with these columns lacks to be one of this kind.
  static func missing(among there: Set<Self>) -> [Self]
}

/// A row of such a table, by columns, texts without white space around them.
struct FilledRow<Column: FilledColumn> {
  /// The physical line, or the row of the sheet, counted from 1.
  let line: Int
  private let cells: [Column: String]

  init(line: Int, _ cells: [Column: String]) {
    self.line = line
    self.cells = cells
  }

  subscript(column: Column) -> String { cells[column] ?? "" }

  /// Whether people wrote anything.
  var isAnswered: Bool { cells.contains { $0.key.isAnswer && !$0.value.isEmpty } }
}

/// A table as it was filled in: a file, or a sheet with its further parts.
struct FilledTable<Column: FilledColumn> {
  let shown: String
  let sha256: String
  /// The sheet it stands in; `nil` for a file that has none.
  let sheet: String?
  private(set) var rows: [FilledRow<Column>] = []
  /// The titles as the file has them, for messages.
  private(set) var titles: [Column: String] = [:]

  init(shown: String, sha256: String, sheet: String? = nil) {
    self.shown = shown
    self.sha256 = sha256
    self.sheet = sheet
  }

  /// The place of each column that is there; throws if a needed one is not, or one is there twice.
  mutating func columns(of titles: [String], line: Int) throws(Failure) -> [Column: Int] {
    var places: [Column: Int] = [:]
    for (place, title) in titles.enumerated() {
      let plain = FilledText.trimmed(title)
      guard let column = Column.allCases.first(where: { $0.titles.contains(plain) }) else {
        continue
      }
      guard places[column] == nil else {
        throw refusal(Problem(.repeatedColumn, line: line, column: plain))
      }
      places[column] = place
      self.titles[column] = plain
    }
    let missing = Column.missing(among: Set(places.keys))
    guard missing.isEmpty else {
      let list = missing.map { $0.titles.prefix(2).joined(separator: "/") }
      throw refusal(
        Problem(
          .noDecisions, line: line,
          detail: Wording(
            zh: "缺少列 " + list.joined(separator: "、"),
            en: "missing columns " + list.joined(separator: ", "))))
    }
    return places
  }

  /// Adds a row.
  mutating func add(line: Int, _ columns: [Column: Int], _ cell: (Int) -> String) {
    rows.append(
      FilledRow(line: line, columns.mapValues { FilledText.trimmed(CellText.unguarded(cell($0))) }))
  }

  /// Takes the last row away and returns it; `nil` for a table without rows.
  mutating func removeLast() -> FilledRow<Column>? { rows.popLast() }

  /// The title as the file has it of a column that goes by several.
  func title(of column: Column) -> String {
    titles[column] ?? column.titles[column.titles.count > 1 ? 1 : 0]
  }

  /// The problem with its place in this table.
  func placed(_ problem: Problem, line: Int? = nil) -> Problem {
    var problem = problem
    problem.file = shown
    problem.sheet = sheet
    problem.line = line ?? problem.line
    return problem
  }

  private func refusal(_ problem: Problem) -> Failure {
    Failure(.unusableInput, [placed(problem)])
  }
}

extension FilledTable {
  /// The day of a cell; `nil` for one that says nothing.
  ///
  /// No clock is read, so that any day of the calendar's future is as good as another.
  func day(_ row: FilledRow<Column>, _ column: Column) throws(Failure) -> Day? {
    let bytes = Array(row[column].utf8)
    switch readDay(bytes.span, asOf: Day(number: .max)) {
    case .value(let day), .flagged(let day, _, _): return day
    case .missing: return nil
    case .unreadable(let code, let detail):
      throw Failure(
        .unusableInput, code, column: title(of: column), value: row[column], detail: detail)
    }
  }
}

/// Texts of cells.
enum FilledText {
  static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
