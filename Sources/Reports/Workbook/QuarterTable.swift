internal import Vocabulary

/// 表 2 of 汇总: figures of this quarter beside those of up to five before, and the changes.
struct QuarterTable {
  let content: LedgerContent

  /// The figures in their order; the ledger keeps no others of earlier quarters.
  static let order: [FigureName] =
    [.records, .leadsNew, .leads] + Disposition.allCases.map(\.figure) + [.overdue]
  /// The columns of quarters, the last of which is this one's.
  static let columns = CrossTable.counted

  private var report: QuarterReport { content.report }
  private var earlier: ArraySlice<QuarterFigures> {
    report.earlier.suffix(QuarterTable.columns.count - 1)
  }

  /// Whether there is anything to compare with.
  var hasEarlier: Bool { !earlier.isEmpty }

  /// How many rows of the sheet the table takes, caption, headers and remark included.
  var height: Int { 2 + QuarterTable.order.count + (remark.isEmpty ? 0 : 1) }

  /// The columns that hold numbers.
  var used: ClosedRange<Int> {
    let last = QuarterTable.columns.upperBound - 1
    return (last - earlier.count)...last
  }

  /// The row of a figure when the table starts at `top`.
  static func row(of name: FigureName, top: Int) -> Int {
    top + 2 + (order.firstIndex(of: name) ?? 0)
  }

  /// Writes the table with its caption in row `top`; `headlines` is that of 表 1.
  func write(to sheet: XLSXSheet, top: Int, headlines: Int, _ styles: WorkbookStyles) {
    sheet.write("表 2　与以前各季相比", top, 0, styles.caption)
    sheet.setHeight(36, ofRow: top + 1)
    sheet.write("指标", top + 1, merging: 0..<2, styles.header)
    let quarters = earlier.map(\.quarter) + [report.quarter]
    for column in QuarterTable.columns {
      sheet.write(blank: top + 1, column, styles.header)
    }
    for (column, quarter) in zip(used, quarters) {
      sheet.write(quarter.chinese, top + 1, column, styles.header)
    }
    sheet.write("比上季", top + 1, CrossTable.sumColumn, styles.header)
    sheet.write("比上年同季", top + 1, CrossTable.shareColumn, styles.header)
    for name in QuarterTable.order {
      write(name, to: sheet, QuarterTable.row(of: name, top: top), headlines: headlines, styles)
    }
    if !remark.isEmpty { sheet.write(remark, top + height - 1, 0, styles.remark) }
  }

  private func write(
    _ name: FigureName, to sheet: XLSXSheet, _ row: Int, headlines: Int, _ styles: WorkbookStyles
  ) {
    sheet.write(label(name), row, 0, styles.cell(.text))
    sheet.write(blank: row, 1, styles.cell(.text))
    let (format, now) = (styles.cell(.count), content.figures[name])
    for column in QuarterTable.columns.lowerBound..<used.lowerBound {
      sheet.write(blank: row, column, format)
    }
    for (column, quarter) in zip(used, earlier) {
      if let value = QuarterTable.value(of: name, in: quarter) {
        sheet.write(Double(value), row, column, format)
      } else {
        sheet.write(blank: row, column, format)
      }
    }
    sheet.write(
      formula: "=" + HeadlineTable.cell(of: name, top: headlines), value: Double(now), row,
      used.upperBound, format)
    let compared = [
      (CrossTable.sumColumn, report.previous), (CrossTable.shareColumn, report.yearBefore),
    ]
    for (column, before) in compared {
      guard let before, let value = QuarterTable.value(of: name, in: before),
        let place = earlier.firstIndex(where: { $0.quarter == before.quarter })
      else {
        sheet.write(blank: row, column, styles.change)
        continue
      }
      let then = TableColumn.letters(used.lowerBound + place - earlier.startIndex)
      sheet.write(
        formula: "=\(TableColumn.letters(used.upperBound))\(row + 1)-\(then)\(row + 1)",
        value: Double(now - value), row, column, styles.change)
    }
  }

  private func label(_ name: FigureName) -> String {
    if let disposition = Disposition.allCases.first(where: { $0.figure == name }) {
      return "　\(disposition.term)（件）"
    }
    switch name {
    case .leadsNew: return "本季新立线索（件）"
    default: return HeadlineTable(content: content).wording(of: name).label
    }
  }

  /// The figure of an earlier quarter; `nil` if the ledger does not tell.
  private static func value(of name: FigureName, in quarter: QuarterFigures) -> Int? {
    switch name {
    case .records: quarter.records
    case .leadsNew: quarter.leadsOpened
    case .leads: quarter.leads
    case .overdue: quarter.overdue
    default:
      Disposition.allCases.first { $0.figure == name }.flatMap { quarter.leads(with: $0) }
    }
  }

  /// What readers must know before they compare.
  ///
  /// A quarter's own list also has packs for other places, so only what it lacks tells.
  private var remark: String {
    guard hasEarlier else { return "账本中没有以前各季的数字。" }
    let packs = Set(report.packs.map { "\($0.id) \($0.version)" })
    let others = earlier.filter { !$0.packs.isEmpty && !packs.isSubset(of: $0.packs) }
    guard !others.isEmpty else { return "空白表示账本中没有该季数字，不等于零。" }
    let names = others.map(\.quarter.chinese).joined(separator: "、")
    return "空白表示账本中没有该季数字，不等于零。\(names)适用的规则包与本季不同，变化不全是线索本身的变化。"
  }
}
