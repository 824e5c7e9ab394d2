internal import Vocabulary

/// The codes and terms of the workbook (字典), and the lists people choose from.
struct LedgerDictionary {
  /// A block of the dictionary; its name is the first column.
  enum Topic: String, CaseIterable {
    case channel = "线索渠道"
    case disposition = "处置建议"
    case status = "线索状态"
    case truth = "判断值"
    case basis = "数额依据"
    case medium = "环境要素"
    case recordStatus = "记录去向"
    case joinRule = "归并规则"
    case reviewKind = "研判类别"
    case verdict = "研判结论"
    case verification = "核查结论"
    case determination = "数额认定方式"
    case restoration = "修复情况"
    case initiation = "是否启动索赔"
    case reason = "不启动理由"
    case problem = "问题代码"
  }

  struct Row {
    var topic: Topic
    var code: String
    var term: String
    var note: String
  }

  static let columns = [
    TableColumn("类别", 14), TableColumn("代码", 22), TableColumn("名称", 44, .wrapped),
    TableColumn("说明", 70, .wrapped),
  ]

  /// All rows, topic by topic.
  static let rows: [Row] = Topic.allCases.flatMap { topic in
    entries(of: topic).map { Row(topic: topic, code: $0.code, term: $0.term, note: $0.note) }
  }

  /// The cells with the terms of a topic, as validations name them: `=字典!$C$30:$C$32`.
  static func choices(_ topic: Topic) -> String {
    let places = rows.indices.filter { rows[$0].topic == topic }
    let first = (places.first ?? 0) + 2
    return
      "='\(LedgerWorkbook.SheetName.dictionary.rawValue)'!$C$\(first):$C$\(first + places.count - 1)"
  }

  private typealias Entry = (code: String, term: String, note: String)

  private static func entries(of topic: Topic) -> [Entry] {
    switch topic {
    case .channel:
      Channel.allCases.map {
        ($0.code, $0.wording.zh, $0.rawValue >= 5 ? "编号尚未与环法规〔2022〕31号原文核对" : "")
      }
    case .disposition:
      Disposition.allCases.map {
        ($0.rawValue, $0.term, $0 == .mayNotInitiate ? "只表示具备条件，须由具名人员决定" : "")
      }
    case .status: LeadEntry.Status.allCases.map { ($0.rawValue, $0.term, "") }
    case .truth: Truth.allCases.map { ($0.letter, $0.wording.zh, "") }
    case .basis: DamageBasis.allCases.map { ($0.name, $0.term, "") }
    case .medium:
      Medium.allCases.map { medium in
        let note = medium.proposedDepartment.map { "建议办案部门：\($0.term)（法规未规定，仅供参考）" }
        return ("", medium.term, note ?? "")
      }
    case .recordStatus: RecordStatus.allCases.map { ($0.rawValue, $0.wording.zh, "") }
    case .joinRule:
      JoinRule.allCases.map { ($0.rawValue, $0.wording.zh, "") } + [
        (RefusalEntry.rule, RefusalEntry.ruleTerm, "有证据相近而没有归并的两条记录，不是归并")
      ]
    case .reviewKind: ReviewItem.Kind.allCases.map { ($0.rawValue, $0.term, "") }
    case .verdict: Verdict.allCases.map { ($0.rawValue, $0.wording.zh, "") }
    case .verification:
      VerificationFinding.allCases.map {
        ($0.rawValue, $0.wording.zh, $0 == .withdrawn ? "以前填报的核查结果作废" : "")
      }
    case .determination:
      DamageBasis.allCases.filter { $0 != .estimate }.map { ($0.name, $0.term, "") }
    case .restoration: RestorationRoute.allCases.map { ($0.name, $0.condition.zh, "") }
    case .initiation: [Truth.true, .false].map { ($0.letter, $0.wording.zh, "") }
    case .reason: NotInitiatedReason.allCases.map { ($0.rawValue, $0.title, note(on: $0)) }
    case .problem:
      ProblemCode.allCases.map { ($0.rawValue, $0.title.zh, $0.remedy.zh) }
    }
  }

  /// Only N03a and N03b have been held against a text.
  private static func note(on reason: NotInitiatedReason) -> String {
    let unverified = "尚未与环法规〔2022〕31号第十八条原文核对"
    return switch reason {
    case .minorByAmount, .minorByImpact: "例外情形不得采用"
    case .other: "在“理由说明”中写明；" + unverified
    case .notOurs: "在“理由说明”中写明接收部门；" + unverified
    case .duplicate: "在“理由说明”中写明另一线索；" + unverified
    default: unverified
    }
  }
}
