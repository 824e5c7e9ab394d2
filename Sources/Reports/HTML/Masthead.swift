internal import Vocabulary

/// The head of the page: for whom it is, whose it is, what it covers, and what to be warned of.
struct Masthead {
  let report: QuarterReport

  static func title(of report: QuarterReport) -> String {
    "\(report.jurisdictionName)\(report.quarter.chinese)生态环境损害赔偿线索筛查报告"
  }

  static func isTrial(_ report: QuarterReport) -> Bool {
    report.packs.contains { !$0.isReleased }
  }

  func write(into page: inout PageWriter) {
    page.html.element("header", .class("mast")) { html in
      html.element("p", .class("org"), text: report.organisation)
      html.element("h1", text: Masthead.title(of: report))
      html.element("dl", .class("meta")) { html in
        entry("报告期", "\(report.quarter.firstDay) 至 \(report.quarter.lastDay)", into: &html)
        entry("数据截止", report.asOf.description, into: &html)
        entry("规则包", packs, into: &html)
        entry("状态", status, into: &html)
        entry("运行", "第 \(report.run) 次", into: &html)
      }
    }
    writeWarnings(into: &page.html)
  }

  private var packs: String {
    report.packs.isEmpty
      ? "无" : report.packs.map { "\($0.title)（\($0.id) \($0.version)）" }.joined(separator: "；")
  }

  private var status: String {
    Masthead.isTrial(report) ? "试用稿：规则包未发布" : "筛查建议稿，待人工核定"
  }

  private func entry(_ term: String, _ text: String, into html: inout HTMLWriter) {
    html.element("div") { $0.fact(term, text) }
  }

  private func writeWarnings(into html: inout HTMLWriter) {
    let drafts = report.packs.filter { !$0.isReleased }
    guard !drafts.isEmpty || !report.notices.isEmpty else { return }
    html.element(
      "aside", .class(drafts.isEmpty ? "warn" : "warn draft"), .named("aria-label", "重要提示")
    ) { html in
      html.element("h2", text: "重要提示")
      html.element("ul") { html in
        if !drafts.isEmpty {
          let names = drafts.map { "“\($0.title)”\($0.version)" }.joined(separator: "、")
          html.element("li") { html in
            html.element("strong", text: "规则包未发布：")
            html.text("\(names) 尚未审定发布，本报告只供试用，不得作为办理依据。")
          }
        }
        for notice in report.notices { html.element("li", text: notice) }
      }
    }
  }
}
