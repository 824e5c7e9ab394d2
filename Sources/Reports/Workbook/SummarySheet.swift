internal import Vocabulary

/// 汇总: the quarter's totals, leads by channel and by county with their dispositions, a chart.
enum SummarySheet {
  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let sheet = try frame.file.addSheet(LedgerWorkbook.SheetName.summary.rawValue)
    let styles = frame.styles
    sheet.setWidth(9, ofColumn: 0)
    sheet.setWidth(34, ofColumn: 1)
    for column in 2..<(CrossTable.counted.upperBound + 2) { sheet.setWidth(13, ofColumn: column) }
    sheet.setWidth(3, ofColumn: CrossTable.counted.upperBound + 2)
    sheet.setPage(repeating: nil, footer: frame.footer)
    sheet.setTabColour(Palette.brand)
    sheet.setHeight(30, ofRow: 0)
    sheet.write(content.title, 0, 0, styles.title)
    let channels = channelTable(content)
    let counties = countyTable(content)
    var row = 2
    row = writeTotals(content, to: sheet, top: row, styles) + 1
    channels.write(to: sheet, top: row, content, styles)
    let data = channels.dataRows(top: row)
    sheet.insert(
      try chart(in: frame.file, rows: data), 2, CrossTable.counted.upperBound + 3, scale: (1.5, 2.2)
    )
    row += channels.height + 1
    counties.write(to: sheet, top: row, content, styles)
    if !content.listsEveryLead {
      sheet.write(
        "“线索台账”只列仍需办理的线索，本页各数按全部在册线索计算。", row + counties.height, 0,
        styles.remark)
    }
    try sheet.check()
  }

  private static func channelTable(_ content: LedgerContent) -> CrossTable {
    let counts = SummaryCounts(content.report.leads) { $0.firstChannel }
    return CrossTable(
      caption: "表 2　首次渠道 × 处置建议（件）", rowTitle: "首次渠道", keyColumn: .firstChannel,
      rows: Channel.allCases.map {
        CrossTable.Row(code: $0.code, name: $0.wording.zh, counts: counts[$0])
      },
      rest: CrossTable.Row(
        code: "", name: "渠道不明", counts: counts.others(than: Channel.allCases)))
  }

  /// Counties by name, as 线索台账 shows them; two of one name are counted together.
  private static func countyTable(_ content: LedgerContent) -> CrossTable {
    let counts = SummaryCounts(content.report.leads) { $0.countyName }
    var names: Set<String> = [""]
    var rows: [CrossTable.Row] = []
    for county in content.report.counties where names.insert(county.name).inserted {
      rows.append(
        CrossTable.Row(
          code: county.code.description, name: county.name, counts: counts[county.name]))
    }
    return CrossTable(
      caption: "表 3　县（市、区） × 处置建议（件）", rowTitle: "县（市、区）", keyColumn: .county,
      rows: rows,
      rest: CrossTable.Row(
        code: "", name: "辖区外或不明", counts: counts.others(than: rows.map(\.name))))
  }

  /// Writes 表 1 and returns the row after it.
  private static func writeTotals(
    _ content: LedgerContent, to sheet: XLSXSheet, top: Int, _ styles: WorkbookStyles
  ) -> Int {
    let totals = content.totals
    let lastColumn = CrossTable.counted.upperBound + 1
    sheet.write("表 1　总体情况", top, 0, styles.caption)
    sheet.setHeight(24, ofRow: top + 1)
    sheet.write("指标", top + 1, merging: 0..<2, styles.header)
    sheet.write("数量", top + 1, 2, styles.header)
    sheet.write("说明", top + 1, merging: 3..<(lastColumn + 1), styles.header)
    let lines: [(String, Int, String)] = [
      ("读入记录（条）", totals.records, "\(totals.files) 个来源文件；读入 = 新立 + 并入 + 重复 + 退回"),
      ("　新立线索的记录", totals.opened, ""),
      ("　并入线索的记录", totals.merged, "规则和证据见“归并关系”"),
      ("　重复记录", totals.repeats, "内容与已收记录相同"),
      ("　退回记录", totals.rejected, "原因和原文见“退回记录”"),
      ("在册线索（件）", totals.leads, "本季新立、往季续报和往季未结"),
      ("　本季新立", totals.leadsByStatus[.new] ?? 0, ""),
      ("　往季续报", totals.leadsByStatus[.changed] ?? 0, ""),
      ("　往季未结", totals.leadsByStatus[.open] ?? 0, ""),
      ("涉及赔偿义务人（个）", totals.obligors, "不含义务人不明的线索"),
      ("例外情形线索（件）", totals.exceptions, "见“例外清单”，不得按显著轻微处理"),
      ("超期未核线索（件）", totals.overdue, "见“超期清单”，判定日 \(content.report.asOf)"),
      ("待补事实的线索（件）", totals.missingFacts, "补齐后可能改变结论"),
      ("待人工研判事项（项）", totals.reviewItems, "见“待人工研判”"),
    ]
    var row = top + 2
    for (name, count, note) in lines {
      sheet.write(name, row, 0, styles.cell(.text))
      sheet.write(blank: row, 1, styles.cell(.text))
      sheet.write(Double(count), row, 2, styles.cell(.count))
      sheet.write(note, row, 3, styles.note)
      for column in (note.isEmpty ? 3 : 4)...lastColumn {
        sheet.write(blank: row, column, styles.note)
      }
      row += 1
    }
    return row
  }

  private static func chart(
    in file: XLSXFile, rows: ClosedRange<Int>
  ) throws(Failure) -> XLSXChart {
    let chart = try file.addBarChart()
    let sheet = "='\(LedgerWorkbook.SheetName.summary.rawValue)'!"
    let cells = { (letters: String) in
      "\(sheet)$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
    }
    for (place, disposition) in Disposition.allCases.enumerated() {
      let letters = TableColumn.letters(CrossTable.counted.lowerBound + place)
      chart.addSeries(
        name: disposition.term, categories: cells("B"), values: cells(letters),
        colour: Palette.series[place % Palette.series.count])
    }
    chart.finish(title: "各渠道线索的处置建议（件）")
    return chart
  }
}
