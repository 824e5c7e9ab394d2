internal import Vocabulary

/// The balance of every file of the drop, and the files of earlier cases beside it.
struct IntakeTables {
  let report: QuarterReport
  let totals: ReportTotals

  func write(into page: inout PageWriter) {
    writeDrop(into: &page)
    writeHistory(into: &page)
  }

  private func writeDrop(into page: inout PageWriter) {
    guard !report.files.isEmpty else {
      page.note("本季没有读入文件。", id: QualitySection.files)
      return
    }
    page.table(
      "各文件的平衡", id: QualitySection.files, class: "rows",
      columns: [
        .text("文件", class: "t wide"), .text("来源"), .text("编码"), .number("记录"), .number("新立"),
        .number("并入"), .number("重复"), .number("退回"), .number("有提示"), .number("已撤销"), .text("平衡"),
      ],
      note: Sentence(
        "记录 = 新立 + 并入 + 重复 + 退回；“有提示”和“已撤销”是其中的记录，不另计。"
          + (report.aside.isEmpty ? "" : "不作记录的行逐行见 data/set_aside.csv。")
          + rest(of: report.files.count)),
      foot: { html in
        html.element("tr") { html in
          html.element("th", .rowHeader, text: "合计（\(Numeral.grouped(totals.files)) 个文件）")
          html.element("td", text: "")
          html.element("td", text: "")
          for number in [
            totals.records, totals.opened, totals.merged, totals.repeats, totals.rejected,
            totals.flagged, totals.withdrawn,
          ] { html.numberCell(Numeral.grouped(number)) }
          html.balanceCell(totals.isBalanced)
        }
      },
      rows: { html in
        for file in report.files.prefix(PageWriter.rowLimit) { writeFile(file, into: &html) }
      })
    page.cut(report.files.count, of: "个文件", rest: "manifest.json")
  }

  private func rest(of count: Int) -> String {
    count > PageWriter.rowLimit ? "表中列前 \(PageWriter.rowLimit) 个文件，其余见 manifest.json。" : ""
  }

  private func writeFile(_ file: IntakeAccount, into html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", .rowHeader, .class("wide")) { html in
        html.element("code", text: file.path)
        if !file.unmapped.isEmpty {
          let titles = Problem.printable(file.unmapped.joined(separator: "、"), limit: 200)
          html.element("small", text: "未采用的列：" + titles)
        }
        if let around = IntakeTables.around(file) {
          html.element("small", text: "不作记录的行：" + around)
        }
        if file.repaired > 0 {
          html.element("small", text: "补全行尾空列的记录 \(Numeral.grouped(file.repaired)) 条")
        }
      }
      html.element("td", text: file.kind.wording.zh)
      html.element("td", text: file.encoding)
      for number in [
        file.records, file.opened, file.merged, file.repeats, file.rejected, file.flagged,
        file.withdrawn,
      ] { html.numberCell(Numeral.grouped(number)) }
      html.balanceCell(file.isBalanced)
    }
  }

  /// `标题说明 1，合计行 2`: the rows of the file that are no records; `nil` if there is none.
  private static func around(_ file: IntakeAccount) -> String? {
    let counts = RowKind.aroundTable.compactMap { kind -> String? in
      let rows = file.balance[kind].rows
      return rows > 0 ? "\(kind.term) \(Numeral.grouped(rows))" : nil
    }
    return counts.isEmpty ? nil : counts.joined(separator: "，")
  }

  private func writeHistory(into page: inout PageWriter) {
    guard !report.history.isEmpty else {
      page.note("没有读入历史赔偿案件；再次发生的判断只依据台账中已有的案件。")
      return
    }
    page.table(
      "历史赔偿案件的文件", class: "keep",
      columns: [
        .text("文件", class: "t wide"), .text("编码"), .number("记录"), .number("重复"), .number("退回"),
      ],
      note: Sentence("只用于判断同一义务人是否再次发生，不作为线索。" + rest(of: report.history.count))
    ) { html in
      for file in report.history.prefix(PageWriter.rowLimit) {
        html.element("tr") { html in
          html.element("th", .rowHeader) { $0.element("code", text: file.path) }
          html.element("td", text: file.encoding)
          html.numberCell(Numeral.grouped(file.records))
          html.numberCell(Numeral.grouped(file.repeats))
          html.numberCell(Numeral.grouped(file.rejected))
        }
      }
    }
  }
}

extension HTMLWriter {
  /// Whether a balance holds, in a word and a sign.
  mutating func balanceCell(_ holds: Bool) {
    element("td", .class(holds ? "ok" : "red"), text: holds ? "✓" : "✗ 不平")
  }
}
