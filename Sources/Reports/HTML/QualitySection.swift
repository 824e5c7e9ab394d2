internal import Vocabulary

/// 数据质量与勾稽: where every record went, what was rejected, why records were joined, and what
/// waits for a person.
struct QualitySection {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  /// Where files and records, what was rejected, and what waits for people are broken down.
  static let files = "files"
  static let rejects = "rejects"
  static let review = "review"

  func write(into page: inout PageWriter) {
    page.section(.quality) { page in
      let waterfall = BalanceWaterfall(figures: figures)
      page.chart(
        waterfall.caption, measure: "记录数（条）；往季结转和在册线索为件", note: waterfall.note,
        drawing: waterfall.drawing)
      writeChecks(into: &page)
      IntakeTables(report: report, totals: figures.totals).write(into: &page)
      RejectTables(report: report).write(into: &page)
      writeJoins(into: &page)
      writeReview(into: &page)
    }
  }

  /// Sums that must agree; each is compared here, from figures that come by different ways.
  private func writeChecks(into page: inout PageWriter) {
    let totals = figures.totals
    let unbalanced = report.files.count { !$0.isBalanced }
    let rejectedRecords = report.records.count { $0.account.status == .rejected }
    let checks: [(claim: String, left: Int, right: Int)] = [
      (
        "记录合计 = 新立 + 并入 + 重复 + 退回", totals.records,
        totals.opened + totals.merged + totals.repeats + totals.rejected
      ),
      ("不平衡的文件数 = 0", unbalanced, 0),
      ("逐条去向的记录数 = 记录合计", report.records.count, totals.records),
      ("退回清单的条数 = 退回的记录数", report.rejects.count, rejectedRecords),
      ("新立记录数 = 本季新立线索数", totals.opened, figures.count(.opened).all),
    ]
    page.table(
      "勾稽关系", class: "keep",
      columns: [.text("应当相等"), .number("前者"), .number("后者"), .text("结果")]
    ) { html in
      for check in checks {
        html.element("tr") { html in
          html.element("th", .rowHeader, text: check.claim)
          html.numberCell(Numeral.grouped(check.left))
          html.numberCell(Numeral.grouped(check.right))
          let holds = check.left == check.right
          html.element("td", .class(holds ? "ok" : "red"), text: holds ? "✓ 相等" : "✗ 不相等，须查明")
        }
      }
    }
  }

  private func writeJoins(into page: inout PageWriter) {
    let groups = Dictionary(grouping: report.matches, by: \.rule)
    guard !groups.isEmpty else {
      page.note("没有归并任何记录。")
      return
    }
    page.table(
      "归并的依据", class: "keep",
      columns: [.text("规则"), .text("依据"), .number("归并（对）"), .text("举例", class: "t wide")],
      note: "先按确定性依据、再按加权证据归并，两个不同的有效代码不归为一个义务人；全部归并及其理由见 data/matches.csv。"
    ) { html in
      for rule in JoinRule.allCases {
        let matches = groups[rule] ?? []
        guard let example = matches.first else { continue }
        html.element("tr") { html in
          html.element("th", .rowHeader) { $0.element("code", text: rule.rawValue) }
          html.element("td", text: rule.wording.zh)
          html.numberCell(Numeral.grouped(matches.count))
          html.element("td", .class("t wide")) { html in
            html.element("code", text: example.recordA)
            html.text(" ＋ ")
            html.element("code", text: example.recordB)
          }
        }
      }
    }
  }

  private func writeReview(into page: inout PageWriter) {
    guard !report.review.isEmpty else {
      page.note("没有须人工判断的疑问。", id: QualitySection.review)
      return
    }
    let more = report.review.count - PageWriter.rowLimit
    page.table(
      "须人工判断的疑问（\(Numeral.grouped(report.review.count)) 项）", id: QualitySection.review,
      class: "rows",
      columns: [
        .text("类别"), .text("疑问", class: "t wide"), .text("所涉"), .text("证据", class: "t wide np"),
        .number("涉及金额（元）"),
      ],
      note: "作出的判断由 leadscreen decide 收回台账，以后各次运行沿用。"
        + (more > 0 ? "表中列前 \(PageWriter.rowLimit) 项，其余见 data/review.csv。" : "")
    ) { html in
      for item in report.review.prefix(PageWriter.rowLimit) {
        html.element("tr") { html in
          html.element("th", .rowHeader, text: item.kind.term)
          html.element("td", .class("t wide"), text: Problem.printable(item.question, limit: 300))
          html.element("td") { html in
            html.element("code", text: item.left)
            if !item.right.isEmpty {
              html.text(" ／ ")
              html.element("code", text: item.right)
            }
          }
          html.element(
            "td", .class("t wide np"), text: Problem.printable(item.evidence, limit: 300))
          html.element("td", .class("n"), text: item.stake.map(Numeral.yuan) ?? "未知")
        }
      }
    }
    page.cut(report.review.count, of: "项", rest: "data/review.csv")
  }
}
