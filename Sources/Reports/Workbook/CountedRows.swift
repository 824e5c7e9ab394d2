/// The rows of a list of the workbook on all its sheets, as formulas count them.
struct CountedRows {
  private struct Part {
    var sheet: String
    var rows: ClosedRange<Int>

    /// `'线索台账'!$C$3:$C$1074`.
    func range(_ column: Int) -> String {
      let letters = TableColumn.letters(column)
      return "'\(sheet)'!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
    }
  }

  private let parts: [Part]

  /// The rows of a list with so many, of which a sheet holds `limit` with its headers.
  ///
  /// A list without rows has its first empty one.
  init(of name: LedgerWorkbook.SheetName, count: Int, headerRows: Int, limit: Int) {
    let perSheet = limit - headerRows
    parts = stride(from: 0, to: max(count, 1), by: perSheet).enumerated().map { part, start in
      let first = headerRows + 1
      return Part(
        sheet: TableSheet.sheetName(name.rawValue, part: part + 1),
        rows: first...(first + max(min(perSheet, count - start), 1) - 1))
    }
  }

  /// How many rows meet all conditions: a column and what its cell is held against, as formulas
  /// write it, `"是"` or `$B12`.
  func count(_ conditions: [(column: Int, criterion: String)]) -> String {
    sum { part in
      let pairs = conditions.map { "\(part.range($0.column)),\($0.criterion)" }
      return "COUNTIFS(\(pairs.joined(separator: ",")))"
    }
  }

  /// The same by columns of 线索台账.
  func count(_ conditions: (LeadSheet.Column, String)...) -> String {
    count(conditions.map { (column: $0.0.place, criterion: $0.1) })
  }

  /// How many rows have something in the column.
  func filled(_ column: Int) -> String { sum { "COUNTA(\($0.range(column)))" } }

  private func sum(_ term: (Part) -> String) -> String {
    parts.map(term).joined(separator: "+")
  }
}

extension LedgerContent {
  /// The rows of 线索台账.
  var register: CountedRows {
    CountedRows(
      of: .leads, count: listed.count, headerRows: LeadSheet.headerRows, limit: limits.rows)
  }

  /// The rows of 检察反馈, which has every lead it speaks of whatever 线索台账 lists.
  var feedback: CountedRows {
    CountedRows(
      of: .feedback, count: transfers.count,
      headerRows: TableSheet.headerRows(of: FeedbackSheet.columns), limit: limits.rows)
  }
}
