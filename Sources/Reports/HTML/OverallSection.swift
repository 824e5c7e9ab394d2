internal import Vocabulary

/// 总体情况: dispositions against the quarter before, amounts, and the four-valued judgements.
struct OverallSection {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    page.section(.overall) { page in
      page.html.raw("<div class=\"two\">")
      writeDispositionChart(into: &page)
      AmountChart(figures: figures).write(into: &page)
      page.html.raw("</div>")
      writeDispositionTable(into: &page)
      VerificationTables(figures: figures).write(into: &page)
      writeJudgements(into: &page)
    }
  }

  private func writeDispositionChart(into page: inout PageWriter) {
    let chart = QuarterChart(figures: figures)
    page.chart(chart.caption, measure: chart.measure, drawing: chart.drawing)
  }

  private func writeDispositionTable(into page: inout PageWriter) {
    let total = report.leads.count
    let (previous, yearBefore) = (report.previous, report.yearBefore)
    let known = [previous, yearBefore].compactMap(\.self)
    page.table(
      "处置建议，与上季和上年同期相比", class: "keep",
      columns: [
        .text("处置建议"), .number("本季（件）"), .number("占比"), .number("上季"), .number("增减"),
        .number("环比"), .number("上年同期"), .number("增减"), .number("同比"),
        .number("已知损害金额（万元）"), .number("金额未知（件）"),
      ],
      note: "损害金额取已认定数额，没有认定的取预估数额；金额未知的线索不计为零。"
        + (known.count < 2 ? "台账中没有的季度以“—”表示。" : ""),
      foot: { html in
        html.element("tr") { html in
          html.element("th", .rowHeader, text: "合计")
          html.countCell(figures.everyLead, name: .leads)
          html.numberCell(Numeral.percent(total, of: total))
          html.changeCells(total, from: previous?.leads)
          html.changeCells(total, from: yearBefore?.leads)
          html.numberCell(figures.knownAmount(of: report.leads).map(Numeral.tenThousands))
          html.countCell(figures.count(.amountUnknown), name: .amountUnknown)
        }
      },
      rows: { html in
        for disposition in Disposition.reportOrder {
          let count = figures.count(disposition)
          let leads = report.leads.lazy.filter { $0.disposition == disposition }
          html.element("tr") { html in
            html.element("th", .rowHeader) { html in
              html.swatch(disposition.ink)
              html.text(disposition.term)
            }
            html.countCell(count, name: disposition.figure)
            html.numberCell(Numeral.percent(count.all, of: total))
            html.changeCells(count.all, from: previous?.leads(with: disposition))
            html.changeCells(count.all, from: yearBefore?.leads(with: disposition))
            html.numberCell(figures.knownAmount(of: leads).map(Numeral.tenThousands))
            html.countCell(
              figures.count(LeadFilter(disposition: disposition, topic: .amountUnknown)))
          }
        }
      })
  }

  private func writeJudgements(into page: inout PageWriter) {
    let values: [Truth] = [.true, .false, .unknown, .noRule]
    page.table(
      "各项判断的结果", class: "keep",
      columns: [.text("判断")] + values.map { .number($0.wording.zh) } + [.number("合计")],
      note: "“未知”指事实不足、尚可能为是或否，单独列出，不计入“否”；“无适用规则”指现行规则包没有规定。"
    ) { html in
      for judgement in Claim.allCases {
        html.element("tr") { html in
          html.element("th", .rowHeader, text: judgement.term)
          for value in values {
            html.countCell(figures.count(LeadFilter(judgement: (judgement, value))))
          }
          html.countCell(figures.everyLead)
        }
      }
    }
  }
}

extension HTMLWriter {
  /// A cell with a number; an em dash for what is not known or does not apply.
  mutating func numberCell(_ number: String?) {
    element("td", .class(number == nil || number == "0" ? "n z" : "n"), text: number ?? "—")
  }

  /// Three cells: the number before, the difference, and the difference in percent.
  mutating func changeCells(_ now: Int, from before: Int?) {
    numberCell(before.map(Numeral.grouped))
    numberCell(before.map { Numeral.signed(now - $0) })
    numberCell(
      before.flatMap { before in
        Numeral.percent(now - before, of: before).map { now > before ? "+" + $0 : $0 }
      })
  }

  /// The small square that ties a table row to its bar in a chart.
  mutating func swatch(_ ink: SVGDrawing.Ink) {
    raw("<svg class=\"sw\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">")
    void("rect", .named("width", "10"), .named("height", "10"), .named("fill", ink.rawValue))
    raw("</svg>")
  }
}
