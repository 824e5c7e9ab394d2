internal import Vocabulary

/// 分布: leads by county, on the map, by medium and by the department proposed to handle them.
struct DistributionSection {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    page.section(.distribution) { page in
      writeCounties(into: &page)
      MapSection(figures: figures).write(into: &page)
      page.html.raw("<div class=\"two\"><div>")
      writeMedia(into: &page)
      page.html.raw("</div><div>")
      writeDepartments(into: &page)
      page.html.raw("</div></div>")
    }
  }

  // MARK: Counties

  private func writeCounties(into page: inout PageWriter) {
    let groups = figures.grouped(by: \.county)
    let amounts = Dictionary(grouping: report.leads, by: \.county)
      .mapValues { figures.knownAmount(of: $0) }
    let most = groups.values.map(\.count).max() ?? 0
    // A province has far more counties than have leads; a city is shown whole.
    let isCut = figures.counties.count > DistributionSection.countyLimit
    let rows = figures.counties.filter { !isCut || groups[$0.code] != nil }
    let left = figures.counties.count - rows.count
    page.table(
      "各县（市、区）线索", class: "rows",
      columns: [
        .text("县（市、区）"), .text("", class: "bar"), .number("在册线索"), .number("本季新立"), .number("应启动"),
        .number("待核查"), .number("需人工研判"), .number("可不启动"), .number("例外"), .number("超期"),
        .number("金额未知"), .number("已知金额（万元）"),
      ],
      note: Sentence(
        "“县区不明”指记录中没有或无法识别县区的线索，单列一行，不分摊。"
          + (left > 0 ? "另有 \(Numeral.grouped(left)) 个县（市、区）本季没有在册线索，未列出。" : "")),
      foot: { html in
        writeCounty(
          "合计", county: .any, leads: figures.traits, most: nil,
          amount: figures.knownAmount(of: report.leads), into: &html)
      },
      rows: { html in
        for (county, name) in rows {
          writeCounty(
            name, county: .init(county), leads: groups[county] ?? [], most: most,
            amount: amounts[county] ?? nil, into: &html)
        }
      })
    page.cut(rows.count, of: "个县（市、区）", rest: "ledger.xlsx")
  }

  /// As many counties as are shown with those that have no leads.
  private static let countyLimit = 30

  private func writeCounty(
    _ name: String, county: LeadFilter.Wanted<DivisionCode>, leads: [LeadTraits], most: Int?,
    amount: Money?, into html: inout HTMLWriter
  ) {
    func count(_ disposition: Disposition? = nil, _ topic: LeadTopic? = nil) -> LeadCount {
      LeadCount(
        LeadFilter(disposition: disposition, county: county, topic: topic), among: leads)
    }
    html.element("tr") { html in
      html.element("th", .rowHeader, text: name)
      if let most {
        html.barCell(leads.count, of: most)
      } else {
        html.element("td", text: "")
      }
      html.countCell(count())
      html.countCell(count(nil, .opened))
      for disposition in [Disposition.initiate, .verify, .review, .mayNotInitiate] {
        html.countCell(count(disposition))
      }
      html.countCell(count(nil, .exception), class: "n red")
      html.countCell(count(nil, .overdue), class: "n amb")
      html.countCell(count(nil, .amountUnknown))
      html.numberCell(amount.map(Numeral.tenThousands))
    }
  }

  // MARK: Media and departments

  private func writeMedia(into page: inout PageWriter) {
    let counts = Medium.allCases.map { medium in
      (medium.term, figures.count(LeadFilter(medium: .only(medium))))
    }
    let unknown = ("要素不明", figures.count(LeadFilter(medium: .unknown)))
    writeShares(
      "环境要素（件）", first: "要素", rows: counts.filter { $0.1.all > 0 } + [unknown],
      note: "一件线索可以涉及多个要素，各行之和可以大于线索总数。", into: &page)
  }

  private func writeDepartments(into page: inout PageWriter) {
    let counts = Department.allCases.map { department in
      (department.term, figures.count(LeadFilter(department: .only(department))))
    }
    let unknown = ("没有建议部门", figures.count(LeadFilter(department: .unknown)))
    let several = figures.count(.severalDepartments)
    writeShares(
      "建议的主管部门（件）", first: "部门（建议）", rows: counts + [unknown],
      note: """
        法律文本没有按要素划定部门，本表按要素提出建议，以指定为准。涉及两个以上部门的 \(several) 件，\
        须指定主办部门；各行之和可以大于线索总数。
        """,
      into: &page)
  }

  private func writeShares(
    _ caption: Sentence, first: String, rows: [(name: String, count: LeadCount)], note: Sentence,
    into page: inout PageWriter
  ) {
    let most = rows.map(\.count.all).max() ?? 0
    page.table(
      caption, class: "keep",
      columns: [.text(first), .text("", class: "bar"), .number("线索"), .number("占比")], note: note
    ) { html in
      for row in rows {
        html.element("tr") { html in
          html.element("th", .rowHeader, text: row.name)
          html.barCell(row.count.all, of: most)
          html.countCell(row.count)
          html.numberCell(Numeral.percent(row.count.all, of: report.leads.count))
        }
      }
    }
  }
}
