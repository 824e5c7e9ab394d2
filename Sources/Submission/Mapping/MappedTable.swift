package import Vocabulary

/// A table in somebody's own form, and what it lacks.
package struct MappedTable: Sendable {
  /// A cell that the form does not take as it is.
  package struct Lack: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
      /// A required cell is empty.
      case missing
      /// The value has no code; the cell is left empty.
      case withoutCode
      /// The value is not what the format is for; the cell is left empty.
      case unwritable
      /// Above that many characters; the cell is left whole.
      case tooLong(Int)
    }

    /// Data row, counted from 1.
    package let row: Int
    /// The row's primary key, its cells with `;` between them.
    package let key: String
    package let title: String
    /// What our table has; `nil` if nothing.
    package let value: String?
    package let reason: Reason
  }

  package let table: PeopleTable
  /// Places of columns whose cells are plain numbers, or empty.
  package let numbers: Set<Int>
  /// Titles of required columns that nothing of ours fills.
  package let missingColumns: [String]
  /// Titles of all columns that nothing of ours fills.
  package let emptyColumns: [String]
  /// In the order of rows and columns.
  package let lacks: [Lack]

  /// Everything that is lacking (`mappingIncomplete`); `file` is the mapping's name.
  package func problems(file: String) -> [Problem] {
    let columns = missingColumns.map {
      Problem(
        .mappingIncomplete, file: file, column: $0,
        detail: Wording(zh: "没有对应的来源列", en: "no column of ours fills it"))
    }
    let cells = lacks.map { lack in
      Problem(
        .mappingIncomplete, file: file, record: lack.row, column: lack.title,
        value: lack.value.map(PersonalNumbers.masked), detail: lack.wording)
    }
    return columns + cells
  }

  /// What is lacking as a table for people; a column's own lack has no lead.
  package var lacksTable: PeopleTable {
    PeopleTable(
      titles: ["线索编号", "列", "缺什么", "现有的值"],
      rows: missingColumns.map { ["", $0, "没有对应的来源列", ""] }
        + lacks.map { [$0.key, $0.title, $0.reason.wording.zh, $0.value ?? ""] })
  }
}

extension MappedTable.Lack {
  /// What is lacking, with the row's key.
  package var wording: Wording {
    Wording(zh: "\(key) \(reason.wording.zh)", en: "\(key) \(reason.wording.en)")
  }
}

extension MappedTable.Lack.Reason {
  /// `没有值`, said of a row.
  package var wording: Wording {
    switch self {
    case .missing: Wording(zh: "没有值", en: "has no value")
    case .withoutCode: Wording(zh: "的取值没有代码", en: "has a value without a code")
    case .unwritable: Wording(zh: "的取值不能写成该格式", en: "has a value that does not fit the format")
    case .tooLong(let limit):
      Wording(zh: "超过 \(limit) 字", en: "is longer than \(limit) characters")
    }
  }
}

extension ColumnMapping {
  /// Fills the form from a table, in the order of its rows.
  package func mapped(_ table: SubmittedTable) -> MappedTable {
    var lacks: [MappedTable.Lack] = []
    let places = columns.map { $0.from.flatMap(table.column) }
    let keys = table.columns(table.primaryKey)
    var rows: [[String]] = []
    for (number, row) in table.rows.enumerated() {
      let key = keys.map { row[$0] ?? "" }.joined(separator: ";")
      rows.append(
        zip(columns, places).map { column, place in
          let value = place.flatMap { row[$0] }.flatMap { $0.isEmpty ? nil : $0 }
          let (cell, reason) = column.cell(value, hasSource: place != nil)
          if let reason {
            lacks.append(
              MappedTable.Lack(
                row: number + 1, key: key, title: column.title, value: value, reason: reason))
          }
          return cell
        })
    }
    let missing = zip(columns, places).filter { $0.isRequired && $1 == nil }.map(\.0.title)
    let numbers = columns.indices.filter {
      columns[$0].isNumber(places[$0].map { table.fields[$0] })
    }
    return MappedTable(
      table: PeopleTable(titles: columns.map(\.title), rows: rows), numbers: Set(numbers),
      missingColumns: missing,
      emptyColumns: zip(columns, places).filter { $1 == nil }.map(\.0.title), lacks: lacks)
  }
}

extension ColumnMapping.Column {
  /// Whether the cells are numbers: of a column of numbers, not turned into codes.
  fileprivate func isNumber(_ field: TableField?) -> Bool {
    guard let field, codes == nil else { return false }
    return format == .tenThousandYuan
      || format == .exact && (field.kind == .number || field.kind == .integer)
  }

  /// The cell for a value, and what is wrong with it; a column without a source is said once, not here.
  fileprivate func cell(
    _ value: String?, hasSource: Bool
  ) -> (String, MappedTable.Lack.Reason?) {
    guard let value else { return ("", isRequired && hasSource ? .missing : nil) }
    var text = value
    if let codes {
      guard let code = codes[value] else { return ("", .withoutCode) }
      text = code
    }
    guard let written = format.written(text) else { return ("", .unwritable) }
    guard let maximumLength, written.unicodeScalars.count > maximumLength else {
      return (written, nil)
    }
    return (written, .tooLong(maximumLength))
  }
}

extension ColumnMapping.Format {
  /// The value in this format; `nil` if it is none of what the format is for.
  fileprivate func written(_ value: String) -> String? {
    switch self {
    case .exact: value
    case .chineseDay: Day(iso: value)?.chinese
    case .compactDay: Day(iso: value).map { _ in value.filter { $0 != "-" } }
    case .slashDay:
      Day(iso: value).map { day in
        "\(day.civil.year)/\(day.civil.month)/\(day.civil.day)"
      }
    case .tenThousandYuan:
      Money(yuan: value).map { amount in
        "\(amount.fen / 1_000_000).\(padded(Int(amount.fen % 1_000_000), to: 6))"
      }
    }
  }
}
