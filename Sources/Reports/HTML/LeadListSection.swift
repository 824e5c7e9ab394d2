internal import Vocabulary

/// 线索清单: the leads one by one, each opening to its sources, grounds and rule trace.
///
/// The filter needs the script and stays hidden without it; the list itself does not.
struct LeadListSection {
  let figures: ReportFigures
  let listing: LeadListing
  let deadlines: DeadlineDirectory

  private var report: QuarterReport { figures.report }
  private var listed: Int { listing.order.count }

  /// Bytes of what stands around lines and grounds: the section's texts, the filter, the footer and the
  /// script.
  private static let frame = 60_000

  /// To be written last: grounds take what the page has left.
  func write(into page: inout PageWriter) {
    let left = LeadListing.pageBudget - page.html.bytes.count - listing.size - LeadListSection.frame
    let grounds = LeadGrounds(report, of: listing, deadlines: deadlines, within: left)
    page.section(.leads) { page in
      page.note(Sentence(extent(grounds)))
      guard listed > 0 else { return }
      page.html.element("p", .class("note print"), text: "打印时只印已展开的线索；\(whereabouts)。")
      writeLegend(into: &page.html)
      writeFilter(into: &page.html)
      page.html.raw("<div class=\"lh\" aria-hidden=\"true\">")
      for title in ["线索编号", "首次来源", "县区", "赔偿义务人", "要素", "发现日", "损害金额（元）", "处置建议"] {
        page.html.element("span", text: title)
      }
      page.html.raw("</div>\n<div id=\"rows\">\n")
      listing.write(grounds, into: &page.html)
      page.html.raw("</div>")
      page.html.raw("<p class=\"more\"><button type=\"button\" id=\"more\" hidden></button></p>")
      writeBlocks(grounds.blocks, into: &page)
    }
  }

  /// Where all leads are.
  private var whereabouts: String {
    LedgerWorkbook.Limits().leads >= report.leads.count
      ? "全部线索见 data/leads.csv 和 ledger.xlsx" : "全部线索见 data/leads.csv，须关注的另见 ledger.xlsx"
  }

  /// What the list holds and what it leaves out.
  private func extent(_ grounds: LeadGrounds) -> String {
    let all = report.leads.count
    guard all > 0 else { return "本季没有在册线索。" }
    var text = "逐件点开可见来源、空间比对、结论与判定过程。"
    if listed == all {
      text += "清单含全部 \(Numeral.grouped(listed)) 件。"
    } else {
      text +=
        "在册线索 \(Numeral.grouped(all)) 件，限于篇幅，清单按紧要程度收 \(Numeral.grouped(listed)) 件"
        + "（例外、拟不启动或不纳入、超期、重大、检察移送、需人工研判的在先），\(whereabouts)；"
        + "正文中没有链接的数字，其线索未全部列入清单。"
    }
    if grounds.count < listed {
      text +=
        "限于篇幅，列出事实、结论和判定过程的 \(Numeral.grouped(grounds.count)) 件，紧要的优先；"
        + "其余见 data/leads.csv、data/findings.csv，判定过程可用 leadscreen explain 加线索编号查看。"
    }
    return text
  }

  /// How a lead is to be read.
  private func writeLegend(into html: inout HTMLWriter) {
    html.element("p", .class("note")) { html in
      html.text(
        "点结论可看判定过程：逐条列出所考虑的规则及其结果，“须”后为规则的要求，“待补”为补上即可能改变该项结论的事实，"
          + "方括号内为该件来源的编号；条款、期限规定和问题的内容见")
      html.raw("<a href=\"#rules\">")
      html.text("\(PageSection.rules.ordinal)、\(PageSection.rules.title)")
      html.raw("</a>")
      html.text("。来源对照中标“不一”的各来源说法不同，加粗并注“采用”的为所取的值，空格为该来源没有写明。")
    }
  }

  /// The blocks that conclusions lead to; the script brings them to the lead and hides them here.
  private func writeBlocks(_ blocks: ConclusionBlocks, into page: inout PageWriter) {
    guard blocks.count > 0 else { return }
    page.html.raw("<div id=\"traces\">")
    page.heading("判定过程")
    page.note("以上结论的判定过程共 \(Numeral.grouped(blocks.count)) 种，说法相同的只列一次；方括号内为有关线索的来源编号。")
    page.html.raw("<dl class=\"tr\">\n")
    page.html.append(blocks.html)
    page.html.raw("</dl></div>")
  }

  // MARK: The filter

  private func writeFilter(into html: inout HTMLWriter) {
    html.element("form", .id("filter"), .named("role", "search"), .flag("hidden")) { html in
      choice(
        "d", "处置建议", Disposition.reportOrder.map { ($0.rawValue, $0.term) }, into: &html)
      choice(
        "c", "首次来源",
        Channel.allCases.map { ($0.code, "\($0.code) \($0.wording.zh)") } + [("-", "来源不明")],
        into: &html)
      choice(
        "a", "涉及渠道",
        Channel.allCases.map { (String($0.rawValue), "\($0.code) \($0.wording.zh)") } + [
          ("-", "来源不明")
        ],
        into: &html)
      choice(
        "k", "县区",
        figures.counties.filter { county in figures.traits.contains { $0.county == county.code } }
          .map { ($0.code?.description ?? "-", $0.name) }, into: &html)
      choice(
        "m", "环境要素", Medium.allCases.map { (String($0.rawValue), $0.term) } + [("-", "要素不明")],
        into: &html)
      choice(
        "p", "建议部门",
        Department.allCases.map { (String($0.rawValue), $0.term) } + [("-", "没有建议部门")],
        into: &html)
      choice("t", "专题", LeadTopic.allCases.map { ($0.letter, $0.term) }, into: &html)
      choice("v", "判断结果", judgements, into: &html)
      choice(
        "n", "不启动理由", NotInitiatedReason.allCases.map { ($0.rawValue, $0.title) }, into: &html)
      choice(
        "b", "损害金额（元）", AmountBand.allCases.map { (String($0.rawValue), $0.term) }, into: &html)
      choice(
        "e", "距核查期限", DueBand.allCases.map { (String($0.rawValue), $0.term) }, into: &html)
      if report.map != nil {
        choice(
          "g", "图上位置",
          MapVerdict.allCases.reversed().map { (String($0.rawValue), $0.term) } + [("-", "不在图上")],
          into: &html)
      }
      if !clusters.isEmpty {
        choice("x", "图上多件处", clusters, into: &html)
      }
      html.element("label") { html in
        html.text("文字")
        html.void(
          "input", .named("name", "q"), .named("type", "search"),
          .named("placeholder", "编号、名称、地点、文件"), .named("autocomplete", "off"))
      }
      html.element("button", .named("type", "reset"), text: "清除")
      html.element(
        "output", .id("found"), .named("aria-live", "polite"),
        .named("data-all", String(listed)), text: "")
    }
  }

  private var judgements: [(value: String, term: String)] {
    Claim.allCases.flatMap { judgement in
      [Truth.true, .false, .unknown, .noRule].map { value in
        ("\(judgement.rawValue)\(value.letter)", "\(judgement.term)：\(value.wording.zh)")
      }
    }
  }

  /// The marks of the map that stand for several leads, all of which the list has.
  private var clusters: [(value: String, term: String)] {
    var counts: [Int: (all: Int, listed: Int)] = [:]
    for lead in figures.traits {
      guard let number = lead.cluster else { continue }
      counts[number, default: (0, 0)].all += 1
      if lead.isListed { counts[number, default: (0, 0)].listed += 1 }
    }
    return counts.filter { $0.value.all == $0.value.listed }.sorted { $0.key < $1.key }
      .map { ("\($0.key)", "第 \($0.key) 处：\($0.value.all) 件") }
  }

  private func choice(
    _ name: String, _ label: String, _ options: [(value: String, term: String)],
    into html: inout HTMLWriter
  ) {
    html.element("label") { html in
      html.text(label)
      html.element("select", .named("name", name)) { html in
        html.element("option", .named("value", ""), text: "全部")
        for option in options {
          html.element("option", .named("value", option.value), text: option.term)
        }
      }
    }
  }
}
