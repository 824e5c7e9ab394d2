internal import Vocabulary

/// The main points (要点): a few sentences, every one computed from the quarter's figures.
struct KeyPoints {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  func write(into page: inout PageWriter) {
    page.html.element("section", .class("keys"), .named("aria-labelledby", "keys")) { html in
      html.element("h2", .id("keys"), text: "要点")
      html.element("ul") { html in
        html.element("li", content: writeIntake)
        html.element("li", content: writeDispositions)
        html.element("li", content: writeExceptions)
        html.element("li", content: writeDeadlines)
        html.element("li", content: writeTransfers)
        html.element("li", content: writeUnknowns)
      }
    }
  }

  private func writeIntake(_ html: inout HTMLWriter) {
    let totals = figures.totals
    html.text(
      "读入 \(Numeral.grouped(report.files.count)) 个文件 \(Numeral.grouped(totals.records)) 条记录，退回 ")
    html.text("\(Numeral.grouped(totals.rejected)) 条，去除重复 \(Numeral.grouped(totals.repeats)) 条，")
    html.text("并入已有线索 \(Numeral.grouped(totals.merged)) 条")
    if totals.newVersions > 0 {
      html.text("，\(Numeral.grouped(totals.newVersions)) 条是以前记录的新版本，以新版本为准")
    }
    html.text("；本季新立线索 ")
    html.strong(figures.count(.opened))
    html.text(" 件，连同往季结转 ")
    html.strong(figures.count(.carriedOver))
    html.text(" 件，在册线索共 ")
    html.strong(figures.everyLead)
    html.text(" 件")
    if let previous = report.previous {
      html.text("，" + change(from: previous.leads, in: previous.quarter))
    }
    html.text("。")
  }

  private func change(from before: Int, in quarter: Quarter) -> String {
    let difference = report.leads.count - before
    guard difference != 0 else { return "与\(quarter.chinese)持平" }
    let share = Numeral.percent(abs(difference), of: before).map { "（\($0)）" } ?? ""
    let direction = difference > 0 ? "增加" : "减少"
    return "比\(quarter.chinese)\(direction) \(Numeral.grouped(abs(difference))) 件\(share)"
  }

  private func writeDispositions(_ html: inout HTMLWriter) {
    html.text("处置建议：")
    for (index, disposition) in Disposition.reportOrder.enumerated() {
      html.text("\(index == 0 ? "" : "、")\(disposition.term) ")
      html.strong(figures.count(disposition))
      html.text(" 件")
    }
    html.text("。均为筛查建议，不代替认定。")
    let unsure = report.leads.filter {
      $0.disposition == .review && $0.scopeExcluded == .unknown && $0.isVerificationPending
    }.count
    guard unsure > 0 else { return }
    html.text(
      "需人工研判中 \(Numeral.grouped(unsure)) 件是否已修复不明、损害尚未核查，三十日核查期限照常计算，研判前按应启动掌握。")
  }

  private func writeExceptions(_ html: inout HTMLWriter) {
    let exceptions = figures.leads(.exception)
    let open = figures.traits.filter { lead in
      !lead.holds(.exception)
        && [.inRedLine, .inNatureReserve, .repeatOffender].contains {
          lead.value(of: $0) == .unknown
        }
    }.count
    if exceptions.isEmpty {
      html.text("没有认定为例外情形（红线、自然保护地、同一义务人再次发生）的线索")
    } else {
      html.strong(figures.count(.exception))
      html.text(" 件属例外情形：红线或自然保护地 ")
      html.strong(figures.count(.protectedPlace))
      html.text(" 件，同一义务人再次发生 ")
      html.strong(figures.count(.repeatOffender))
      html.text(" 件")
      var cited = Citations()
      for index in exceptions {
        cited.insert(contentsOf: report.leads[index], ExceptionTable.conclusions)
      }
      if let text = cited.text { html.text("（\(text)）") }
      let minor = figures.count(.minorYetException)
      if minor.all > 0 {
        html.text("，其中 ")
        html.strong(minor)
        html.text(" 件同时符合显著轻微")
      }
      html.text("；例外情形须逐件核定，不得因轻微径行不启动")
    }
    if open > 0 {
      html.text("。另有 \(Numeral.grouped(open)) 件位置或既往情况未知，不能视为没有例外")
    }
    html.text("。")
  }

  private func writeDeadlines(_ html: inout HTMLWriter) {
    let overdue = figures.leads(.overdue)
    let unknown = figures.count(.dueUnknown)
    html.text("截至 \(report.asOf.chinese)，")
    if overdue.isEmpty {
      html.text(unknown.all > 0 ? "没有能确定核查超期的线索" : "没有核查超期的线索")
    } else {
      html.strong(figures.count(.overdue))
      html.text(" 件超过核查期限")
      if let longest = overdue.compactMap({ report.leads[$0].overdueDays }).max() {
        html.text("，最长 \(Numeral.grouped(longest)) 日")
      }
    }
    html.text("；三十日内到期 ")
    html.strong(figures.count(.dueSoon))
    html.text(" 件")
    if unknown.all > 0 {
      html.text("，是否超期不明 ")
      html.strong(unknown)
      html.text(" 件")
    }
    html.text("。")
  }

  private func writeTransfers(_ html: inout HTMLWriter) {
    let transfers = figures.count(.transfer)
    guard transfers.all > 0 else {
      html.text("没有检察机关移送的线索；重大案件 ")
      html.strong(figures.count(.major))
      html.text(" 件。")
      return
    }
    html.text("检察机关移送 ")
    html.strong(transfers)
    html.text(" 件，须反馈 ")
    html.strong(figures.count(.feedbackDue))
    html.text(" 件，其中待反馈 ")
    html.strong(figures.count(.feedbackOwed))
    html.text(" 件；重大案件 ")
    html.strong(figures.count(.major))
    html.text(" 件。")
  }

  private func writeUnknowns(_ html: inout HTMLWriter) {
    html.strong(figures.count(.factsMissing))
    html.text(" 件有待补事实，补齐后结论可能改变；")
    html.strong(figures.count(.amountUnknown))
    html.text(" 件损害金额未知")
    if !report.review.isEmpty {
      html.text("；\(Numeral.grouped(report.review.count)) 项归并或认定疑问须人工判断")
    }
    html.text("。")
  }
}

extension HTMLWriter {
  /// A linked number that carries its sentence.
  mutating func strong(_ count: LeadCount) {
    element("strong") { $0.count(count) }
  }
}

extension Disposition {
  /// The order in which reports name them: what calls for action first.
  static let reportOrder: [Disposition] = [
    .initiate, .verify, .review, .mayNotInitiate, .closeNoDamage, .excluded,
  ]

  /// The colour of the disposition in charts; its name always stands beside it.
  var ink: SVGDrawing.Ink {
    switch self {
    case .initiate: .brand
    case .verify: .mid
    case .review: .violet
    case .mayNotInitiate: .pale
    case .closeNoDamage: .sand
    case .excluded: .grey
    }
  }
}
