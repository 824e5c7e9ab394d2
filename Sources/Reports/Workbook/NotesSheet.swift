internal import Vocabulary

/// 说明: what the workbook is, what it rests on, how to fill it in, what the sheets hold.
enum NotesSheet {
  static func write(_ content: LedgerContent, in frame: TableSheet.Frame) throws(Failure) {
    let sheet = try frame.file.addSheet(LedgerWorkbook.SheetName.notes.rawValue)
    let styles = frame.styles
    sheet.setWidth(3, ofColumn: 0)
    sheet.setWidth(20, ofColumn: 1)
    sheet.setWidth(112, ofColumn: 2)
    sheet.setPage(repeating: nil, footer: frame.footer)
    sheet.setTabColour(Palette.brand)
    var row = 1
    sheet.setHeight(30, ofRow: row)
    sheet.write(content.title, row, 1, styles.title)
    row += 1
    sheet.write("\(content.report.audience.banner)。筛查建议，不代替认定。", row, 1, styles.subtitle)
    row += 1
    for block in blocks(content) where !block.lines.isEmpty {
      row += 1
      sheet.write(block.caption, row, 1, styles.caption)
      row += 1
      for line in block.lines {
        sheet.write(line.label, row, 1, styles.label)
        sheet.write(line.text, row, 2, styles.paragraph)
        sheet.setHeight(CellText.height(lines: CellText.lines(line.text, width: 112)), ofRow: row)
        row += 1
      }
    }
    try sheet.check()
  }

  private typealias Line = (label: String, text: String)

  private static func blocks(_ content: LedgerContent) -> [(caption: String, lines: [Line])] {
    let notices = content.report.notices.enumerated().map { place, notice in
      (label: "提示 \(place + 1)", text: notice)
    }
    return [
      ("提示", notices), ("基本信息", basics(content.report)), ("口径", conventions),
      ("义务人归并的检验", checks(content.report)),
      ("填写和回填", content.report.audience == .inHouse ? instructions : []), ("各表内容", sheets(content)),
    ]
  }

  private static func basics(_ report: QuarterReport) -> [Line] {
    let packs = report.packs.map { pack in
      "\(pack.title)（\(pack.id) \(pack.version)\(pack.isReleased ? "" : "，未发布，结论仅供试算")）"
    }
    let layers = report.layers.map { layer in
      "\(layer.name)（\(layer.tagTerm)\(layer.version.isEmpty ? "" : "，版本 \(layer.version)")，\(layer.features) 个图斑）"
    }
    return [
      ("编制单位", report.organisation),
      (
        "报告期",
        "\(report.quarter.chinese)（\(report.quarter.firstDay) 至 \(report.quarter.lastDay)）"
      ),
      ("期限判定日", "\(report.asOf.chinese)，核查期限和超期天数以该日为准"),
      ("适用规则", packs.isEmpty ? "无" : packs.joined(separator: "\n")),
      ("保护地图层", layers.isEmpty ? "无，位置是否在红线或保护地内均为未知" : layers.joined(separator: "\n")),
      ("运行号", "\(report.run)，程序版本 \(report.programVersion)；相同输入和账本状态下逐字节一致"),
      ("账本校验值", report.ledgerDigest),
      ("配置校验值", report.configurationHash),
    ]
  }

  private static func checks(_ report: QuarterReport) -> [Line] {
    guard let matching = report.matching, !matching.masked.isEmpty else { return [] }
    return [("方法", MatchingAccount.checkMethod)]
      + matching.masked.map { ("结果", $0.sentence) }
  }

  private static let conventions: [Line] = [
    ("空白", "表示未知，不等于零，也不等于“否”"),
    ("判断值", "是、否、未知、无适用规则四种；未知可能改变结论的，列入“待补事实”"),
    ("金额", "生态环境损害数额（元），不含调查、鉴定评估费用，也不含罚款"),
    ("坐标", "2000 国家大地坐标系（CGCS2000），十进制度"),
    ("处置建议", "由规则给出，供办案人员参考；“可不启动”须由具名人员决定"),
    ("首次渠道", "一件线索可有多个渠道，按立线索的那条记录计入首次渠道"),
  ]

  private static let instructions: [Line] = [
    ("填写", "“线索台账”“待人工研判”中浅黄色单元格供填写，其余由程序生成，请勿改动各种编号和表头；以前回填的核查结果已列在浅黄色各列中"),
    (
      "核查",
      "“线索台账”中填了任何一列的，须有核查结论、核查日期、核查人；损害金额须有数额认定方式；没有核查的行留空。"
        + "结果有变化的改填较晚的核查日期，较晚的为准；填错的，核查结论选“撤回”"
    ),
    ("研判", "“待人工研判”中问是否同一的事项，填结论（同一、不同、不能确定）、决定人、日期、理由；其他事项没有浅黄色单元格，按“办理方式”列处理"),
    ("回填", "填好后运行 leadscreen decide ledger.xlsx，按编号读回“待人工研判”和“线索台账”，下一次筛查起生效，长期有效"),
    ("不启动", "“是否启动索赔”填“否”的，应填写“不启动理由”，未填的单元格显示为红色；例外情形不得以显著轻微为由不启动"),
  ]

  private static func sheets(_ content: LedgerContent) -> [Line] {
    let totals = content.totals
    let listed =
      content.listsEveryLead
      ? "在册线索 \(totals.leads) 件，一件一行"
      : "在册线索共 \(totals.leads) 件，超过 \(content.limits.leads) 件，只列例外情形、重大案件、超期、需人工研判和待反馈检察机关的 "
        + "\(content.listed.count) 件；全部线索见 data/leads.csv"
    return LedgerWorkbook.SheetName.allCases.compactMap { name in
      let text: String
      switch name {
      case .notes: return nil
      case .summary: text = "总体情况，各季变化，渠道、县区、要素、部门与处置建议的交叉汇总和图（公式可核对）"
      case .leads: text = listed
      case .exceptions: text = "位于红线、自然保护地或两年内再次发生的线索 \(totals.exceptions) 件，不得按显著轻微处理"
      case .major: text = "重大案件 \(content.major.count) 件的依据、下一节点、期限和尚欠事项；核查结果填在“线索台账”"
      case .feedback: text = "检察机关移送的线索 \(content.transfers.count) 件，是否须反馈、期限和尚欠事项；反馈日期填在“线索台账”"
      case .overdue: text = "超过核查期限的线索 \(totals.overdue) 件，超期最长的在前"
      case .matches: text = "记录之间归并的规则和证据 \(totals.matches) 条，相近而未合并的 \(totals.refused) 对及理由列在其后"
      case .review: text = "程序不能决定、须由人判断的事项 \(totals.reviewItems) 项"
      case .balance: text = "逐文件平衡：读入 = 新立 + 并入 + 重复 + 退回"
      case .rejects: text = "退回记录 \(content.report.rejects.count) 条及原因、原文，更正后重新投放"
      case .dictionary: text = "代码、名称和下拉取值"
      }
      return (label: name.rawValue, text: text)
    }
  }
}
