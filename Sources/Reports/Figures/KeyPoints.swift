internal import Vocabulary

/// The main points (要点): a few sentences, every one computed from the quarter's figures; the page
/// and the official documents say the same.
struct KeyPoints {
  let figures: ReportFigures

  private var report: QuarterReport { figures.report }

  /// The sentences in order, each with its full stop.
  var sentences: [Sentence] {
    [intake, dispositions, verifications, exceptions, deadlines, transfers, unknowns]
  }

  /// A headline figure as a piece of a sentence.
  func figure(_ name: FigureName) -> Sentence.Piece {
    switch name.counted {
    case .leads(let filter): .leads(figures.count(filter), name)
    case .total(let total): .total(name, figures.totals[keyPath: total])
    }
  }

  private func leads(_ topic: LeadTopic) -> Sentence.Piece { .leads(figures.count(topic), nil) }

  private var intake: Sentence {
    let totals = figures.totals
    var sentence: Sentence = """
      读入 \(figure(.files)) 个文件 \(figure(.records)) 条记录，退回 \(figure(.rejected)) 条，去除重复 \
      \(figure(.repeats)) 条，并入已有线索 \(figure(.merged)) 条
      """
    if totals.newVersions > 0 { sentence += "，\(totals.newVersions) 条是以前记录的新版本，以新版本为准" }
    sentence += """
      ；本季新立线索 \(figure(.leadsNew)) 件，连同往季结转 \(leads(.carriedOver)) 件，在册线索共 \
      \(figure(.leads)) 件
      """
    for earlier in [report.previous, report.yearBefore].compactMap(\.self) {
      sentence += "，\(change(from: earlier.leads, in: earlier.quarter))"
    }
    sentence += "。"
    if let previous = report.previous, !previous.packs.isEmpty,
      !report.packs.allSatisfy({ previous.packs.contains("\($0.id) \($0.version)") })
    {
      sentence += "所依规则包与\(previous.quarter.chinese)不同，增减不完全可比。"
    }
    return sentence
  }

  private func change(from before: Int, in quarter: Quarter) -> String {
    let difference = report.leads.count - before
    guard difference != 0 else { return "与\(quarter.chinese)持平" }
    let share = Numeral.percent(abs(difference), of: before).map { "（\($0)）" } ?? ""
    let direction = difference > 0 ? "增加" : "减少"
    return "比\(quarter.chinese)\(direction) \(Numeral.grouped(abs(difference))) 件\(share)"
  }

  private var dispositions: Sentence {
    var sentence: Sentence = "处置建议："
    for (index, disposition) in Disposition.reportOrder.enumerated() {
      sentence += "\(index == 0 ? "" : "、")\(disposition.term) \(figure(disposition.figure)) 件"
    }
    sentence += "。均为筛查建议，不代替认定。"
    if figures.count(.restorationUnknown).all > 0 {
      sentence += """
        需人工研判中 \(leads(.restorationUnknown)) 件是否已修复不明、损害尚未核查，三十日核查期限照常计算，研判前按应启动掌握。
        """
    }
    return sentence
  }

  /// What became of the leads: checked, found to be damage, pressed or not.
  private var verifications: Sentence {
    let verified = figures.count(.verified).all
    guard verified > 0 || figures[.initiated] + figures[.notInitiated] > 0 else {
      return "尚无核查结论（已核查 \(figure(.verified)) 件）。"
    }
    var sentence: Sentence = "已有核查结论 \(figure(.verified)) 件，其中造成损害 \(figure(.damageFound)) 件"
    let none = figures.count(LeadFilter(judgement: (.damageConfirmed, .false)))
    sentence +=
      "、未造成损害 \(.leads(none, nil)) 件；已决定启动索赔 \(figure(.initiated)) 件，不启动 \(figure(.notInitiated)) 件"
    let open = figures.count(
      LeadFilter(topic: .undecided, judgement: (.damageConfirmed, .true)))
    if open.all > 0 { sentence += "，造成损害而尚未决定 \(.leads(open, nil)) 件" }
    sentence += "。"
    return sentence
  }

  private var exceptions: Sentence {
    let exceptions = figures.leads(.exception)
    var sentence: Sentence = ""
    if exceptions.isEmpty {
      sentence += "没有认定为例外情形（红线、自然保护地、同一义务人再次发生）的线索"
    } else {
      sentence += """
        \(figure(.exceptions)) 件属例外情形：红线或自然保护地 \(figure(.protectedPlace)) 件，同一义务人再次发生 \
        \(figure(.repeatOffender)) 件
        """
      var cited = Citations()
      for index in exceptions {
        cited.insert(contentsOf: report.leads[index], ExceptionTable.conclusions)
      }
      if let text = cited.text { sentence += "（\(text)）" }
      if figures.count(.minorYetException).all > 0 {
        sentence += "，其中 \(leads(.minorYetException)) 件同时符合显著轻微"
      }
      sentence += "；例外情形须逐件核定，不得因轻微径行不启动"
    }
    if figures.count(.exceptionOpen).all > 0 {
      sentence += "。另有 \(leads(.exceptionOpen)) 件位置或既往情况未知，不能视为没有例外"
    }
    sentence += "。"
    return sentence
  }

  private var deadlines: Sentence {
    let overdue = figures.leads(.overdue)
    let unknown = figures.count(.dueUnknown).all
    var sentence: Sentence = "截至 \(report.asOf.chinese)，"
    if overdue.isEmpty {
      sentence += unknown > 0 ? "没有能确定核查超期的线索" : "没有核查超期的线索"
    } else {
      sentence += "\(figure(.overdue)) 件超过核查期限"
      if let longest = overdue.compactMap({ report.leads[$0].overdueDays }).max() {
        sentence += "，最长 \(longest) 日"
      }
    }
    sentence += "；三十日内到期 \(figure(.dueSoon)) 件"
    if unknown > 0 { sentence += "，是否超期不明 \(leads(.dueUnknown)) 件" }
    sentence += "。"
    return sentence
  }

  private var transfers: Sentence {
    guard figures.count(.transfer).all > 0 else {
      return "没有检察机关移送的线索；重大案件 \(figure(.major)) 件。"
    }
    return """
      检察机关移送 \(figure(.transfers)) 件，须反馈 \(figure(.feedbackDue)) 件，其中待反馈 \
      \(figure(.feedbackOwed)) 件；重大案件 \(figure(.major)) 件。
      """
  }

  private var unknowns: Sentence {
    var sentence: Sentence = """
      \(figure(.factsMissing)) 件有待补事实，补齐后结论可能改变；\(figure(.amountUnknown)) 件损害金额未知
      """
    if let known = figures.knownAmount(of: report.leads) {
      sentence += "，其余已知损害金额合计 \(Numeral.tenThousands(known)) 万元"
    }
    if !report.review.isEmpty { sentence += "；\(figure(.reviewItems)) 项归并或认定疑问须人工判断" }
    sentence += "。"
    return sentence
  }
}

extension Disposition {
  /// The order in which reports name them: what calls for action first.
  static let reportOrder: [Disposition] = [
    .initiate, .verify, .review, .mayNotInitiate, .closeNoDamage, .excluded,
  ]

  /// The headline figure that counts its leads.
  var figure: FigureName {
    switch self {
    case .initiate: .initiate
    case .verify: .verify
    case .review: .review
    case .mayNotInitiate: .mayNotInitiate
    case .closeNoDamage: .closeNoDamage
    case .excluded: .excluded
    }
  }
}
