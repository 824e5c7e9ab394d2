internal import Vocabulary

/// 汇总: the headline figures, the quarters before, leads by channel, county, medium and department
/// with their dispositions, and charts beside the tables.
enum SummarySheet {
  /// The column that charts begin in, after a narrow one.
  private static let chartColumn = CrossTable.shareColumn + 2
  /// A chart's size as the library makes it, and of a row that nobody set, in pixels.
  private static let chartHeight = 288.0
  private static let rowHeight = 20.0

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let sheet = try frame.file.addSheet(LedgerWorkbook.SheetName.summary.rawValue)
    let styles = frame.styles
    sheet.setWidth(9, ofColumn: 0)
    sheet.setWidth(34, ofColumn: 1)
    for column in 2...CrossTable.shareColumn { sheet.setWidth(13, ofColumn: column) }
    sheet.setWidth(3, ofColumn: chartColumn - 1)
    sheet.setPage(repeating: nil, footer: frame.footer)
    sheet.setTabColour(Palette.brand)
    sheet.setHeight(30, ofRow: 0)
    sheet.write(content.title, 0, 0, styles.title)
    let headlines = 2
    try HeadlineTable(content: content).write(to: sheet, in: frame.file, top: headlines, styles)
    var row = headlines + HeadlineTable.height + 1
    let quarters = QuarterTable(content: content)
    quarters.write(to: sheet, top: row, headlines: headlines, styles)
    var charts = ChartColumn(sheet: sheet, file: frame.file)
    if quarters.hasEarlier { try charts.add(quarters, top: row) }
    row += quarters.height + 1
    let tables = CrossTables(content: content)
    let channels = tables.channels
    channels.write(to: sheet, top: row, content, styles)
    if let rows = channels.dataRows(top: row) { try charts.add("各渠道线索的处置建议（件）", rows: rows) }
    row += channels.height + 1
    sheet.breakPage(above: row)
    charts.skip(to: row + 1)
    let counties = tables.counties
    counties.write(to: sheet, top: row, content, styles)
    if let rows = counties.dataRows(top: row) { try charts.add("各县（市、区）线索的处置建议（件）", rows: rows) }
    row += counties.height + 1
    for table in [tables.media, tables.departments] {
      table.write(to: sheet, top: row, content, styles)
      row += table.height + 1
    }
    if !content.listsEveryLead {
      sheet.write("“线索台账”没有列出全部线索，本页各数按全部在册线索计算。", row - 1, 0, styles.remark)
    }
    try sheet.check()
  }

  /// The charts beside the tables, one below the other.
  private struct ChartColumn {
    let sheet: XLSXSheet
    let file: XLSXFile
    private var row = 2

    init(sheet: XLSXSheet, file: XLSXFile) {
      self.sheet = sheet
      self.file = file
    }

    /// Leaves rows free down to that one.
    mutating func skip(to next: Int) { row = max(row, next) }

    /// Bars by disposition, one a row of a cross table.
    mutating func add(_ title: String, rows: ClosedRange<Int>) throws(Failure) {
      let chart = try file.addChart(.stackedBars)
      for (place, disposition) in Disposition.allCases.enumerated() {
        let column = CrossTable.counted.lowerBound + place
        chart.addSeries(
          name: disposition.term, categories: ChartColumn.cells(rows, 1...1),
          values: ChartColumn.cells(rows, column...column),
          colour: Palette.series[place % Palette.series.count])
      }
      insert(chart, title, height: min(max(Double(rows.count) * 24 + 130, chartHeight), 3000))
    }

    /// Columns by disposition, one a quarter.
    mutating func add(_ table: QuarterTable, top: Int) throws(Failure) {
      let chart = try file.addChart(.stackedColumns)
      for (place, disposition) in Disposition.allCases.enumerated() {
        let row = QuarterTable.row(of: disposition.figure, top: top)
        chart.addSeries(
          name: disposition.term,
          categories: ChartColumn.cells((top + 1)...(top + 1), table.used),
          values: ChartColumn.cells(row...row, table.used),
          colour: Palette.series[place % Palette.series.count])
      }
      insert(chart, "各季在册线索的处置建议（件）", height: 400)
    }

    private mutating func insert(_ chart: XLSXChart, _ title: String, height: Double) {
      chart.finish(title: title)
      sheet.insert(chart, row, chartColumn, scale: (1.5, height / chartHeight))
      row += Int((height / rowHeight).rounded(.up)) + 1
    }

    /// `='汇总'!$B$5:$B$14`.
    private static func cells(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> String {
      let first = "$\(TableColumn.letters(columns.lowerBound))$\(rows.lowerBound + 1)"
      let last = "$\(TableColumn.letters(columns.upperBound))$\(rows.upperBound + 1)"
      return "='\(LedgerWorkbook.SheetName.summary.rawValue)'!\(first):\(last)"
    }
  }
}
