internal import Vocabulary

/// 规则依据: every rule that the leads' traces cite, once, by document, with what is presumed and what
/// the texts leave open.
struct RuleSection {
  let rules: RuleDirectory
  /// A period of each rule that sets one, in the order of its links.
  let deadlines: [DeadlineEntry]

  func write(into page: inout PageWriter) {
    page.section(.rules) { page in
      guard !rules.documents.isEmpty else {
        page.note("没有适用的规则包。")
        return
      }
      page.note("线索清单的判定过程以“\(rules.citations.first ?? "")”的形式引用本节，可点击查看；小字为程序所读的条件和规则编号，打印时从略。")
      var number = 0
      for document in rules.documents where !document.rules.isEmpty {
        page.heading(RuleSection.heading(of: document))
        page.note("\(document.pack)，施行：\(document.inForce.wording.zh)")
        page.html.raw("<dl class=\"facts law\">")
        for rule in document.rules {
          number += 1
          write(rule, number: number, into: &page.html)
        }
        page.html.raw("</dl>")
      }
      write(
        deadlines.map { deadline in
          RuleDirectory.Entry(
            name: deadline.locator,
            text: "\(deadline.duty)；\(deadline.period.zh)（\(deadline.document)，\(deadline.rule)）")
        }, "期限", id: "d", into: &page
      ) { "线索的各项期限以条款引用，其后为义务和算法。" }
      write(rules.presumptions, "推定", id: "f", into: &page) {
        "没有记录时推定为否的事实：它们须由机关作出行为才存在。"
      }
      write(rules.questions, "条文留下的问题", id: "q", into: &page) {
        "判定过程以编号引用，其后为所依的答复；没有答复的为未知。"
      }
    }
  }

  private static func heading(of document: RuleDirectory.Document) -> String {
    let name = document.name == document.title ? "" : "（\(document.name)）"
    let short = document.shortName == document.name ? "" : document.shortName + "："
    return "\(short)\(document.title)\(name)"
  }

  private func write(_ rule: RuleDirectory.Rule, number: Int, into html: inout HTMLWriter) {
    html.element("dt", .id("r\(number)"), text: rule.locator)
    html.element("dd") { html in
      html.element("b", text: rule.conclusion)
      html.text("　" + rule.summary)
      let relation = rule.relation.isEmpty ? "" : "　" + rule.relation
      html.element("small", text: "\(rule.sentence)（\(rule.id)）\(relation)")
    }
  }

  private func write(
    _ entries: [RuleDirectory.Entry], _ title: String, id: String, into page: inout PageWriter,
    note: () -> String
  ) {
    guard !entries.isEmpty else { return }
    page.heading(title)
    page.note(Sentence(note()))
    page.html.raw("<dl class=\"facts law\">")
    for (place, entry) in entries.enumerated() {
      page.html.element("dt", .id("\(id)\(place + 1)"), text: entry.name)
      page.html.element("dd", text: entry.text)
    }
    page.html.raw("</dl>")
  }
}
