internal import Vocabulary

/// 待人工研判: what a person must decide, named as in review.csv, with room for the answer where `decide`
/// takes one.
enum ReviewSheet {
  static let columns = [
    TableColumn("编号", 20), TableColumn("类别", 18, .wrapped), TableColumn("问题", 44, .wrapped),
    TableColumn("对象一", 32, .wrapped), TableColumn("对象二", 32, .wrapped),
    TableColumn("现有证据", 56, .wrapped), TableColumn("涉及金额（元）", 15, .amount),
    TableColumn("办理方式", 34, .wrapped),
    TableColumn("结论", 12, .centred, isReview: true),
    TableColumn("决定人", 11, .centred, isReview: true),
    TableColumn("日期", 12, .day, isReview: true),
    TableColumn("理由", 40, .wrapped, isReview: true),
  ]

  /// Excel opens a sheet with at most 65,534 restrictions, and a run of rows has two.
  private static let runLimit = 32_000

  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let review = content.report.review
    var written = 0
    let table = try TableSheet(
      LedgerWorkbook.SheetName.review.rawValue, in: frame, columns: columns,
      isWrapped: content.isWrapped(rows: review.count)
    ) { sheet, rows in
      let items = review[written..<min(review.count, written + rows.count)]
      written += rows.count
      for run in runs(items, from: rows.lowerBound).prefix(runLimit) { restrict(sheet, run) }
    }
    for item in review {
      try table.beginRow()
      table.text(item.item)
      table.text(item.kind.term)
      table.text(item.question)
      table.text(item.left)
      table.text(item.right)
      table.text(item.evidence)
      table.amount(item.stake)
      table.text(item.handling)
      for _ in columns.lazy.filter(\.isReview) {
        if item.pair != nil { table.skip() } else { table.close() }
      }
    }
    try table.finish(empty: "本季度无待研判事项")
  }

  /// The rows, one after the other, of questions that `decide` takes an answer to.
  private static func runs(_ items: ArraySlice<ReviewItem>, from first: Int) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for (place, item) in items.enumerated() where item.pair != nil {
      let row = first + place
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    return runs
  }

  private static func restrict(_ sheet: XLSXSheet, _ rows: ClosedRange<Int>) {
    let (verdict, day) = (columns.count - 4, columns.count - 2)
    sheet.restrict(
      XLSXSheet.Area(rows: rows, columns: verdict...verdict),
      to: .choice(range: LedgerDictionary.choices(.verdict)), message: "请从列表中选择。")
    sheet.restrict(
      XLSXSheet.Area(rows: rows, columns: day...day), to: .day,
      message: "请填写日期，例如 2026-07-03。")
  }
}

extension ReviewItem {
  /// What is to be done with the item: an answer in its row, or what `decide` cannot take in its place.
  var handling: String {
    guard pair == nil else { return "填右侧四格，由 decide 读回" }
    return switch kind {
    // Without the two records, as in an edition for others.
    case .codeNameConflict, .ambiguousObligor, .documentConflict, .leadConflict:
      "由编制单位在本单位台账中判定"
    case .placeConflict, .placesDisagree, .countyConflict:
      "不填结论：核对坐标和填报，更正来源记录后重新筛查"
    case .layerVersion: "不填结论：核对图层版本和事发日，更正后重新筛查"
    case .unreadableShape: "不填结论：更正来源记录中的损害范围坐标后重新筛查"
    case .tension: "不填结论：补充事实、填线索台账的核查结果，或签署规则的存疑答复"
    case .withdrawnDecision: "不填结论：补充现行决定的来源记录，或在线索台账填核查结果"
    case .valueConflict: "不填结论：查明后更正来源记录，或在线索台账填核查结果"
    }
  }
}
