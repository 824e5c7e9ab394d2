internal import Vocabulary

/// 方法与口径: what the results rest on, how the words are meant, and how to get the same again.
struct MethodSection {
  let report: QuarterReport

  func write(into page: inout PageWriter) {
    page.section(.method) { page in
      page.html.element("p", .class("pledge")) { html in
        html.element("strong", text: "筛查建议，不代替认定。")
        html.text("本报告由程序按规则包逐件推演得出，供办案部门核查时参考；是否造成损害、是否启动索赔，由有权机关依法决定。")
      }
      writePacks(into: &page)
      writeLayers(into: &page)
      writeMatching(into: &page)
      page.heading("用语")
      writeTerms(into: &page.html)
      page.heading("复现")
      writeProvenance(into: &page.html)
      writeSignatures(into: &page.html)
    }
  }

  private func writePacks(into page: inout PageWriter) {
    guard !report.packs.isEmpty else {
      page.note("没有适用的规则包，各项结论均为“无适用规则”。")
      return
    }
    page.table(
      "规则包",
      columns: [
        .text("名称"), .text("编号"), .text("版本"), .text("状态"), .text("SHA-256", class: "t wide"),
      ]
    ) { html in
      for pack in report.packs {
        html.element("tr") { html in
          html.element("th", .rowHeader, text: pack.title)
          html.element("td") { $0.element("code", text: pack.id) }
          html.element("td", text: pack.version)
          html.element(
            "td", .class(pack.isReleased ? "" : "red"), text: pack.isReleased ? "已发布" : "未发布")
          html.element("td", .class("t wide")) { $0.element("code", text: pack.sha256) }
        }
      }
    }
  }

  private func writeLayers(into page: inout PageWriter) {
    guard !report.layers.isEmpty else {
      page.note("没有配置保护区域图层，位置只依来源记录的说明，没有说明的为未知。")
      return
    }
    page.table(
      "保护区域图层",
      columns: [
        .text("图层"), .text("类别"), .text("版本"), .text("有效期"), .text("坐标系"), .number("要素数"),
        .text("SHA-256", class: "t wide"),
      ]
    ) { html in
      for layer in report.layers {
        html.element("tr") { html in
          html.element("th", .rowHeader, text: layer.name)
          html.element("td", text: layer.tagTerm)
          html.element("td", text: layer.version.orDash)
          html.element("td", text: layer.validity.orDash)
          html.element("td", text: layer.system)
          html.numberCell(Numeral.grouped(layer.features))
          html.element("td", .class("t wide")) { $0.element("code", text: layer.sha256) }
        }
      }
    }
  }

  /// How well obligors are told apart in this drop; nothing for a run that did not measure it.
  private func writeMatching(into page: inout PageWriter) {
    guard let matching = report.matching, !matching.masked.isEmpty else { return }
    page.heading("义务人归并的检验")
    page.note(Sentence(MatchingAccount.checkMethod))
    for masked in matching.masked { page.note(Sentence(masked.sentence)) }
  }

  private func writeTerms(into html: inout HTMLWriter) {
    html.element("dl", .class("facts")) { html in
      html.fact("在册线索", "本季新立、往季续报（本季又有记录并入）和往季未结的线索。一件线索是一次损害事件，不论有几条记录。")
      html.fact("首次来源", "立案的第一条记录所属的渠道；一件线索的其他渠道照样保留。")
      html.fact("是、否、未知、无适用规则", "缺少事实为未知，不当作否；没有规则规定的为无适用规则，也不当作否。")
      html.fact("待补事实", "尚不知道、而一旦知道就可能改变结论的事实。")
      html.fact("例外情形", "位于生态保护红线或自然保护地内，或同一义务人再次发生；须逐件核定。")
      html.fact("核查超期", "至数据截止日已过核查期限而没有核查结果；期限依规则包计算。")
      html.fact("损害金额", "不含调查、鉴定评估等费用。已认定的取认定数额，没有认定的取预估数额并注明；未知不等于零。")
    }
  }

  private func writeProvenance(into html: inout HTMLWriter) {
    html.element("dl", .class("facts")) { html in
      if let matching = report.matching { html.fact("归并", matching.sentence) }
      html.fact("数据截止日", "\(report.asOf)，期限以此日判断")
      html.fact("程序", "leadscreen \(report.programVersion)，台账第 \(report.run) 次运行")
      html.element("dt", text: "配置摘要")
      html.element("dd") { $0.element("code", text: report.configurationHash) }
      html.element("dt", text: "台账摘要")
      html.element("dd") { $0.element("code", text: report.ledgerDigest) }
      html.fact("同样的输入", "用同样的文件、台账、规则包、图层和截止日再次运行，得到逐字节相同的报告；输入文件的摘要见 manifest.json。")
    }
  }

  /// Lines for the names of those who answer for the report; left empty, they are not ours to fill.
  private func writeSignatures(into html: inout HTMLWriter) {
    html.element("div", .class("sign")) { html in
      for role in ["筛查人", "审核人", "负责人"] {
        html.element("p", text: "\(role)（签名、日期）")
      }
    }
  }
}

extension MatchingAccount {
  /// What joined records, with which bars, and what was not compared.
  fileprivate var sentence: String {
    let all = BlockReport.Family.allCases.map { blocks[$0] }
    func sum(_ count: (BlockReport.Account) -> Int) -> String {
      Numeral.grouped(all.reduce(0) { $0 + count($1) })
    }
    return "先按代码、文号等确定性依据，其余按证据加权：权重模型第 \(model) 版，比对 \(Numeral.grouped(blocks.weighed)) 对，"
      + "合计不低于 \(Weight.magnitude(join)) 比特且领先次选 \(Weight.magnitude(margin)) 以上的合并，\(Weight.magnitude(review)) 以上的提请研判。"
      + "同组过多而按县区、法定代表人、地址细分的 \(sum(\.refined)) 组，细分后仍过多而未在组内比对的 \(sum(\.partiesLeftOut)) 个当事人（可在他组比对）。"
      + "各项合并及未合并的理由见 data/matches.csv。"
  }
}
