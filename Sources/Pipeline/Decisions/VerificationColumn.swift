/// What a column of a file of results of checks holds, known by its title.
enum VerificationColumn: FilledColumn {
  case lead, finding, day, amount, basis, restoration, initiated, reason, remark, fedBackOn, person

  /// The public name, then the titles of 线索台账 and of files of 核查结果.
  var titles: [String] {
    switch self {
    case .lead: ["lead_id", "线索编号"]
    case .finding: ["verification", "核查结论"]
    case .day: ["verified_on", "核查日期"]
    case .amount: ["amount", "损害金额（元）", "损害金额(元)"]
    case .basis: ["basis", "数额认定方式"]
    case .restoration: ["restoration", "修复情况"]
    case .initiated: ["initiated", "是否启动索赔", "是否启动"]
    case .reason: ["not_initiated_reason", "不启动理由"]
    case .remark: ["remark", "理由说明"]
    case .fedBackOn: ["fed_back_on", "反馈检察机关日期"]
    case .person: ["decided_by", "核查人"]
    }
  }

  var isAnswer: Bool { self != .lead }

  var kind: FilledKind {
    switch self {
    case .day, .fedBackOn: .day
    case .amount: .amount
    default: .text
    }
  }

  static func missing(among there: Set<VerificationColumn>) -> [VerificationColumn] {
    [.lead, .finding, .day, .person].filter { !there.contains($0) }
  }
}
