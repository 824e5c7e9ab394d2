internal import Vocabulary

/// Rejected and flagged records by code, with where to find examples.
struct RejectTables {
  let report: QuarterReport

  func write(into page: inout PageWriter) {
    writeRejects(into: &page)
    writeFlags(into: &page)
  }

  private func writeRejects(into page: inout PageWriter) {
    let groups = Dictionary(grouping: report.rejects, by: \.problem.code)
    guard !groups.isEmpty else {
      page.note("没有退回的记录。", id: QualitySection.rejects)
      return
    }
    let codes = groups.sorted { left, right in
      left.value.count == right.value.count
        ? left.key.rawValue < right.key.rawValue : left.value.count > right.value.count
    }
    page.table(
      "退回的记录，按原因", id: QualitySection.rejects,
      columns: [
        .text("代码"), .text("原因"), .number("条数"), .text("举例", class: "t wide"), .text("处理"),
      ],
      note: Sentence("退回的记录没有登记；原文和逐条原因见 data/rejects.csv，按原格式另存的退回文件改正后可再次提交。" + mended)
    ) { html in
      for (code, rejects) in codes {
        html.element("tr") { html in
          html.element("th", .rowHeader) { $0.element("code", text: code.rawValue) }
          html.element("td", text: code.title.zh)
          html.numberCell(Numeral.grouped(rejects.count))
          html.element("td", .class("t wide")) { html in
            for reject in rejects.prefix(3) { html.element("div", text: place(of: reject)) }
          }
          html.element("td", text: code.remedy.zh)
        }
      }
    }
  }

  /// How many of the rejected records are settled because they came back mended.
  private var mended: String {
    let count = DataFile.mendedRecords(report).values.reduce(0) { $0 + $1.count }
    return count == 0 ? "" : "其中 \(Numeral.grouped(count)) 条已由补报的记录代替，无需再改。"
  }

  /// File, line, column, and the value where it cannot be anyone's particulars.
  private func place(of reject: RejectedRecord) -> String {
    let problem = reject.problem
    let file = Int(reject.file)
    var text = report.files.indices.contains(file) ? report.files[file].path : problem.file ?? ""
    if let line = problem.line { text += " 第 \(line) 行" }
    if let column = problem.column { text += "“\(Problem.printable(column, limit: 40))”" }
    if let value = problem.value, RejectTables.isHarmless(value) { text += "：\(value)" }
    return text
  }

  /// Whether a value is plainly a date or an amount and no number that could belong to a person.
  ///
  /// A cell in the wrong column may hold a telephone or an identity number, so a value is shown only
  /// if it is short, made of digits and the signs of dates and amounts, and has no run of more than
  /// eight digits, none of the separators within telephone numbers counted as a break.
  static func isHarmless(_ value: String) -> Bool {
    let signs: Set<Unicode.Scalar> = [
      ".", ",", "/", "年", "月", "日", "元", "万", "亿", "￥", "¥", ":", "：", "°", "′", "″", "待",
      "评", "估", "无", "—",
    ]
    var digits = 0
    var count = 0
    for scalar in value.unicodeScalars {
      count += 1
      let isDigit =
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
      if isDigit {
        digits += 1
      } else if scalar != "-", scalar != " " {
        guard signs.contains(scalar) else { return false }
        digits = 0
      }
      guard digits <= 8, count <= 20 else { return false }
    }
    return count > 0
  }

  private func writeFlags(into page: inout PageWriter) {
    var counts: [ProblemCode: Int] = [:]
    for record in report.records where record.account.status != .rejected {
      for code in Set(record.account.reasons) { counts[code, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return }
    let codes = counts.sorted { left, right in
      left.value == right.value
        ? left.key.rawValue < right.key.rawValue : left.value > right.value
    }
    page.table(
      "留用但有提示的记录，按原因", class: "keep",
      columns: [.text("代码"), .text("提示"), .number("条数"), .text("处理")],
      note: "所涉的值读不出的按未知处理，记录照常登记；一条记录可以有几项提示。逐条见 data/records.csv。"
    ) { html in
      for (code, count) in codes {
        html.element("tr") { html in
          html.element("th", .rowHeader) { $0.element("code", text: code.rawValue) }
          html.element("td", text: code.title.zh)
          html.numberCell(Numeral.grouped(count))
          html.element("td", text: code.remedy.zh)
        }
      }
    }
  }
}
