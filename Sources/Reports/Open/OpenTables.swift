internal import Vocabulary

/// The tables of the public edition.
struct OpenTables {
  let counts: OpenCounts
  let report: QuarterReport

  /// In their order.
  var all: [OpenTable] {
    [dispositions, status, counties, channels, media, amounts, attention, deadlines, records]
  }

  private var total: OpenTable.Cell { .count(counts.leads, .leads) }

  private func division(
    _ caption: String, _ title: String, _ rows: [(OpenCounts.Row, FigureName?)],
    note: String? = nil
  ) -> OpenTable {
    OpenTable(
      caption: caption, titles: [title, "线索（件）", "占比"],
      rows: rows.map { row, name in
        OpenTable.Row(
          name: row.name,
          cells: [.count(row.count, name), .words(counts.share(row.count))])
      } + [
        OpenTable.Row(
          name: "合计", cells: [total, .words(counts.share(counts.leads))], isTotal: true)
      ], note: note)
  }

  /// Beside this quarter's the counts that were published of the quarter before and of a year before.
  private var dispositions: OpenTable {
    let earlier = [("上季", report.previous), ("上年同期", report.yearBefore)].compactMap { term, then in
      then.map { (term: term, then: OpenEarlier($0)) }
    }
    func row(_ name: String, _ now: OpenCount, _ figure: FigureName, _ before: [OpenCount])
      -> OpenTable.Row
    {
      OpenTable.Row(
        name: name,
        cells: [.count(now, figure), .words(counts.share(now))]
          + before.flatMap { [.count($0, nil), .words(OpenTables.change(now, from: $0))] },
        isTotal: figure == .leads)
    }
    return OpenTable(
      caption: "处置建议",
      titles: ["处置建议", "本季（件）", "占比"] + earlier.flatMap { [$0.term, "比" + $0.term] },
      rows: Disposition.reportOrder.map { one in
        row(
          one.term, counts.dispositions[one] ?? .withheld, one.figure,
          earlier.map { $0.then.count(one) })
      } + [row("合计", counts.leads, .leads, earlier.map(\.then.leads))],
      note: "均为筛查建议，不代替认定。“—”表示不公布。"
        + (earlier.isEmpty ? "台账中没有可比的以前各季。" : ""))
  }

  private static func change(_ now: OpenCount, from then: OpenCount) -> String {
    guard let now = now.number, let then = then.number else { return "—" }
    return Numeral.signed(now - then)
  }

  private var status: OpenTable {
    division(
      "线索的新旧", "情况",
      zip(LeadEntry.Status.allCases, [FigureName.leadsNew, .leadsChanged, .leadsOpen]).map {
        status, name in
        (OpenCounts.Row(name: status.term, count: counts.figures[name] ?? .withheld), name)
      })
  }

  private var counties: OpenTable {
    OpenTable(
      caption: "各县（市、区）", titles: ["县（市、区）", "在册线索（件）", "应启动（建议）", "其余"],
      rows: counts.counties.map { county in
        OpenTable.Row(
          name: county.name,
          cells: [
            .count(county.all, nil), .count(county.initiate, nil), .count(county.others, nil),
          ]
        )
      } + [
        OpenTable.Row(
          name: "合计",
          cells: [
            total, .count(counts.dispositions[.initiate] ?? .withheld, .initiate), .words(""),
          ], isTotal: true)
      ], note: "县区不明的单列，不分摊。")
  }

  private var channels: OpenTable {
    division("首次来源", "渠道", counts.channels.map { ($0, nil) })
  }

  private var media: OpenTable {
    division("环境要素", "要素", counts.media.map { ($0, nil) }, note: "一件线索只计一行。")
  }

  private var amounts: OpenTable {
    division(
      "损害金额", "金额",
      counts.amounts.enumerated().map { place, row in
        (row, place == counts.amounts.count - 1 ? .amountUnknown : nil)
      }, note: "取已认定数额，没有认定的取预估数额；金额未知不等于零。")
  }

  private var attention: OpenTable {
    func rows(_ heading: String, _ rows: [OpenCounts.Row], _ names: [FigureName?])
      -> [OpenTable.Row]
    {
      zip(rows, names + Array(repeating: nil, count: rows.count)).map { row, name in
        OpenTable.Row(
          name: "\(heading)：\(row.name)",
          cells: [.count(row.count, name), .words(counts.share(row.count))])
      }
    }
    return OpenTable(
      caption: "重点情形", titles: ["情形", "线索（件）", "占比"],
      rows: rows("例外情形", counts.exceptions, [])
        + [
          OpenTable.Row(
            name: "例外情形合计",
            cells: [
              .count(counts.figures[.exceptions] ?? .withheld, .exceptions),
              .words(counts.share(counts.figures[.exceptions] ?? .withheld)),
            ])
        ] + rows("重大案件", counts.major, [.major])
        + rows("检察移送", counts.transfers, [.feedbackOwed])
        + [
          OpenTable.Row(
            name: "有待补事实",
            cells: [
              .count(counts.figures[.factsMissing] ?? .withheld, .factsMissing),
              .words(counts.share(counts.figures[.factsMissing] ?? .withheld)),
            ])
        ], note: "各组分别计全部在册线索。“未知”不作“否”处理。")
  }

  private var deadlines: OpenTable {
    division(
      "核查期限", "至数据截止日", zip(counts.deadlines, [.overdue, .dueSoon, nil, nil]).map { ($0, $1) })
  }

  private var records: OpenTable {
    let whole = counts.figures[.records] ?? .withheld
    return OpenTable(
      caption: "本季记录", titles: ["去向", "记录（条）"],
      rows: zip(counts.records, [nil, FigureName.repeats, .rejected]).map { row, name in
        OpenTable.Row(name: row.name, cells: [.count(row.count, name)])
      } + [OpenTable.Row(name: "合计", cells: [.count(whole, .records)], isTotal: true)],
      note: "记录合计 = 采用 + 重复 + 退回。")
  }
}

/// The dispositions of an earlier quarter as they were published then: decided by themselves.
struct OpenEarlier {
  let leads: OpenCount
  private let counts: [Disposition: OpenCount]

  init(_ figures: QuarterFigures) {
    leads = OpenCounts.whole(figures.leads)
    let kinds = Disposition.allCases
    let known = kinds.map { figures.leads(with: $0) }
    let numbers = known.compactMap(\.self)
    // Where the ledger does not say all, what it says cannot be held against the whole.
    counts =
      numbers.count == kinds.count && numbers.reduce(0, +) == figures.leads
      ? Dictionary(
        uniqueKeysWithValues: zip(kinds, Suppression.parts(numbers, of: figures.leads))) : [:]
  }

  /// What was published of that disposition.
  func count(_ disposition: Disposition) -> OpenCount { counts[disposition] ?? .withheld }
}
