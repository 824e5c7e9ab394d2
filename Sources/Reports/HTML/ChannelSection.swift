internal import Vocabulary

/// 来源与处置: first channel against disposition, every cell a link to its leads.
struct ChannelSection {
  let figures: ReportFigures

  func write(into page: inout PageWriter) {
    page.section(.channels) { page in
      writeMatrix(into: &page)
    }
  }

  private func writeMatrix(into page: inout PageWriter) {
    let groups = figures.grouped(by: \.channel)
    let channels: [Channel?] = Channel.allCases + [nil]
    let most =
      groups.values.flatMap { group in
        Disposition.allCases.map { disposition in
          group.count { $0.disposition == disposition }
        }
      }.max() ?? 0
    page.table(
      "首次来源 × 处置建议（件）", class: "matrix keep",
      columns: [.text("首次来源渠道")] + Disposition.reportOrder.map { .number($0.term) }
        + [.number("合计"), .number("应启动占比"), .number("涉及线索")],
      note: "各列按首次来源（立案的第一条记录）计，各行相加等于在册线索总数；“涉及线索”按来过的每个渠道计，一件可计几次。"
        + "底色深浅对应件数。渠道名称依《生态环境损害赔偿管理规定》（环法规〔2022〕31号），C05 以后的编号未经核对原文。",
      foot: { html in
        html.element("tr") { html in
          html.element("th", .rowHeader, text: "合计")
          for disposition in Disposition.reportOrder { html.countCell(figures.count(disposition)) }
          html.countCell(figures.everyLead)
          html.numberCell(
            Numeral.percent(figures.count(.initiate).all, of: figures.everyLead.all))
          html.numberCell(nil)
        }
      },
      rows: { html in
        for channel in channels {
          writeRow(channel, leads: groups[channel] ?? [], most: most, into: &html)
        }
      })
  }

  private func writeRow(
    _ channel: Channel?, leads: [LeadTraits], most: Int, into html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      html.element("th", .rowHeader) { $0.channelName(channel) }
      for disposition in Disposition.reportOrder {
        let cell = LeadCount(
          LeadFilter(disposition: disposition, channel: .init(channel)), among: leads)
        html.countCell(cell, class: "n h\(ChannelSection.shade(cell.all, of: most))")
      }
      html.countCell(LeadCount(LeadFilter(channel: .init(channel)), among: leads))
      let initiated = leads.count { $0.disposition == .initiate }
      html.numberCell(Numeral.percent(initiated, of: leads.count))
      html.countCell(figures.count(LeadFilter(through: .init(channel))))
    }
  }

  /// Six shades from none to the table's largest number.
  static func shade(_ count: Int, of most: Int) -> Int {
    count > 0 && most > 0 ? min(1 + count * 5 / (most + 1), 5) : 0
  }
}

extension HTMLWriter {
  /// The channel's code and name.
  mutating func channelName(_ channel: Channel?) {
    element("code", text: channel?.code ?? "—")
    text(" " + (channel?.wording.zh ?? "来源不明"))
  }
}
