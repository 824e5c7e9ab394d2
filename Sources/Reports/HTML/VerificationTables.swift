internal import Vocabulary

/// From the check to the claim (核查、启动、不启动): what was found against what people decided, and why
/// no claim is pressed.
struct VerificationTables {
  let figures: ReportFigures

  private static let findings: [(value: Truth, term: String)] = [
    (.true, "造成生态环境损害"), (.false, "未造成生态环境损害"), (.unknown, "尚无核查结论"),
  ]
  private static let decisions: [(topic: LeadTopic, title: String)] = [
    (.initiated, "决定启动索赔"), (.notInitiated, "决定不启动"), (.undecided, "尚未决定"),
  ]

  func write(into page: inout PageWriter) {
    page.table(
      "核查结论 × 是否启动索赔（件）", class: "keep",
      columns: [.text("核查结论"), .number("合计")]
        + VerificationTables.decisions.map { .number($0.title) },
      note: "核查结论来自回填的核查结果，没有回填的来自来源记录；是否启动只计具名人员回填的决定，“尚未决定”不作“否”处理。",
      foot: { writeRow("合计", nil, into: &$0) },
      rows: { html in
        for finding in VerificationTables.findings {
          writeRow(finding.term, finding.value, into: &html)
        }
      })
    writeReasons(into: &page)
  }

  private func writeRow(_ term: String, _ value: Truth?, into html: inout HTMLWriter) {
    let judgement = value.map { (subject: Claim.damageConfirmed, value: $0) }
    html.element("tr") { html in
      html.element("th", .rowHeader, text: term)
      html.countCell(figures.count(LeadFilter(judgement: judgement)))
      for decision in VerificationTables.decisions {
        html.countCell(figures.count(LeadFilter(topic: decision.topic, judgement: judgement)))
      }
    }
  }

  /// The reasons that occur; nothing where no claim was dropped.
  private func writeReasons(into page: inout PageWriter) {
    let counts = NotInitiatedReason.allCases
      .map { (reason: $0, count: figures.count(LeadFilter(reason: $0))) }
      .filter { $0.count.all > 0 }
    guard !counts.isEmpty else { return }
    page.table(
      "不启动索赔的理由（件）", class: "keep", columns: [.text("不启动理由"), .number("件数")],
      note: "N03a、N03b 以外各项对应环法规〔2022〕31号第十八条，尚未与原文核对。",
      foot: { html in
        html.element("tr") { html in
          html.element("th", .rowHeader, text: "合计")
          html.countCell(figures.count(.notInitiated))
        }
      },
      rows: { html in
        for (reason, count) in counts {
          html.element("tr") { html in
            html.element("th", .rowHeader, text: reason.title)
            html.countCell(count)
          }
        }
      })
  }
}
