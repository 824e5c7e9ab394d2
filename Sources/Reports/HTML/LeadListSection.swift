internal import Vocabulary

/// 线索清单: the leads one by one, each opening to its sources, grounds and rule trace.
///
/// The filter needs the script and stays hidden without it; the list itself does not.
struct LeadListSection {
  let figures: ReportFigures
  let listing: LeadListing

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    page.section(.leads) { page in
      page.note(extent)
      page.html.element("p", .class("note print"), text: "打印时只印已展开的线索；全部线索见 ledger.xlsx。")
      guard listing.listed > 0 else { return }
      writeLegend(into: &page.html)
      writeFilter(into: &page.html)
      page.html.raw("<div class=\"lh\" aria-hidden=\"true\">")
      for title in ["线索编号", "首次来源", "县区", "赔偿义务人", "要素", "发现日", "损害金额（元）", "处置建议"] {
        page.html.element("span", text: title)
      }
      page.html.raw("</div>\n<div id=\"rows\">\n")
      page.html.append(listing.rows)
      page.html.raw("</div>")
      page.html.raw("<p class=\"more\"><button type=\"button\" id=\"more\" hidden></button></p>")
    }
  }

  /// What the list holds and what it leaves out.
  private var extent: String {
    let all = report.leads.count
    guard all > 0 else { return "本季没有在册线索。" }
    let listed = Numeral.grouped(listing.listed)
    var text = "逐件点开可见来源、空间比对、结论与判定过程。"
    if listing.listed == all {
      text += "清单含全部 \(listed) 件。"
    } else {
      text +=
        "在册线索 \(Numeral.grouped(all)) 件，清单只收须关注的（例外、拟不启动或不纳入、超期、重大、检察移送、需人工研判），"
        + "按紧要程度收 \(listed) 件，全部见 data/leads.csv 和 ledger.xlsx；正文中没有链接的数字，其线索未全部列入清单。"
    }
    if listing.withGrounds < listing.listed {
      text +=
        "限于篇幅，列出事实、结论和判定过程的 \(Numeral.grouped(listing.withGrounds)) 件，紧要的优先；"
        + "其余见 data/leads.csv、data/findings.csv，判定过程可用 leadscreen explain 加线索编号查看。"
    }
    return text
  }

  /// How the rule traces are to be read.
  private func writeLegend(into html: inout HTMLWriter) {
    html.element("p", .class("note")) { html in
      html.text("判定过程逐条列出所考虑的规则及其结果，“须”后为规则的要求，“待补”为补上即可能改变该项结论的事实，方括号内为该件来源的编号；条款内容见")
      html.raw("<a href=\"#rules\">")
      html.text("\(PageSection.rules.ordinal)、\(PageSection.rules.title)")
      html.raw("</a>")
      html.text("。")
    }
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
        "k", "县区", figures.counties.map { ($0.code?.description ?? "-", $0.name) },
        into: &html)
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
      html.element("label") { html in
        html.text("文字")
        html.void(
          "input", .named("name", "q"), .named("type", "search"),
          .named("placeholder", "编号、名称、地点、文件"), .named("autocomplete", "off"))
      }
      html.element("button", .named("type", "reset"), text: "清除")
      html.element(
        "output", .id("found"), .named("aria-live", "polite"),
        .named("data-all", String(listing.listed)), text: "")
    }
  }

  private var judgements: [(value: String, term: String)] {
    Claim.allCases.flatMap { judgement in
      [Truth.true, .false, .unknown, .noRule].map { value in
        ("\(judgement.rawValue)\(value.letter)", "\(judgement.term)：\(value.wording.zh)")
      }
    }
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
