internal import Vocabulary

/// What readers look for in a quarter's leads (专题): each is a claim that holds for a lead or not.
enum LeadTopic: UInt8, CaseIterable {
  case opened = 0
  case continued, stillOpen, carriedOver
  case exception, protectedPlace, repeatOffender, minorYetException
  case major
  case overdue, dueSoon, dueUnknown
  case transfer, feedbackDue, feedbackOwed
  case factsMissing, amountUnknown, severalDepartments
  case verified, initiated, notInitiated, undecided
  case exceptionOpen, restorationUnknown

  /// The letter that stands for the topic in links and in the list.
  var letter: String {
    switch self {
    case .opened: "n"
    case .continued: "h"
    case .stillOpen: "p"
    case .carriedOver: "c"
    case .exception: "x"
    case .protectedPlace: "z"
    case .repeatOffender: "r"
    case .minorYetException: "y"
    case .major: "j"
    case .overdue: "o"
    case .dueSoon: "u"
    case .dueUnknown: "w"
    case .transfer: "f"
    case .feedbackDue: "b"
    case .feedbackOwed: "g"
    case .factsMissing: "m"
    case .amountUnknown: "a"
    case .severalDepartments: "q"
    case .verified: "v"
    case .initiated: "i"
    case .notInitiated: "e"
    case .undecided: "d"
    case .exceptionOpen: "k"
    case .restorationUnknown: "s"
    }
  }

  /// What officials read in the list's filter.
  var term: String {
    switch self {
    case .opened: "本季新立"
    case .continued: "往季续报"
    case .stillOpen: "往季未结"
    case .carriedOver: "往季结转（续报和未结）"
    case .exception: "例外情形"
    case .protectedPlace: "例外：红线或自然保护地"
    case .repeatOffender: "例外：同一义务人再次发生"
    case .minorYetException: "例外且显著轻微"
    case .major: "重大案件"
    case .overdue: "核查超期"
    case .dueSoon: "三十日内到期"
    case .dueUnknown: "是否超期不明"
    case .transfer: "检察机关移送"
    case .feedbackDue: "检察移送须反馈"
    case .feedbackOwed: "检察移送待反馈"
    case .factsMissing: "有待补事实"
    case .amountUnknown: "损害金额未知"
    case .severalDepartments: "涉及两个以上部门"
    case .verified: "已有核查结论"
    case .initiated: "已决定启动索赔"
    case .notInitiated: "已决定不启动索赔"
    case .undecided: "尚未决定是否启动索赔"
    case .exceptionOpen: "是否例外不明"
    case .restorationUnknown: "是否已修复不明且待核查"
    }
  }

  var bit: UInt32 { 1 << UInt32(rawValue) }
}

/// The judgements whose four values the report counts; the order is that of the list's letters.
enum Claim: Int, CaseIterable {
  case inRedLine = 0
  case inNatureReserve, repeatOffender, scopeExcluded, minor, mayNotInitiate, major
  case simpleAssessment, damageConfirmed

  var term: String {
    switch self {
    case .inRedLine: "位于生态保护红线内"
    case .inNatureReserve: "位于自然保护地内"
    case .repeatOffender: "同一义务人再次发生"
    case .scopeExcluded: "不纳入筛查范围"
    case .minor: "显著轻微"
    case .mayNotInitiate: "可以不启动索赔"
    case .major: "重大案件"
    case .simpleAssessment: "可适用简易评估"
    case .damageConfirmed: "经核查造成生态环境损害"
    }
  }

  func value(in lead: LeadEntry) -> Truth {
    switch self {
    case .inRedLine: lead.inRedLine
    case .inNatureReserve: lead.inNatureReserve
    case .repeatOffender: lead.repeatOffender
    case .scopeExcluded: lead.scopeExcluded
    case .minor: lead.minor
    case .mayNotInitiate: lead.mayNotInitiate
    case .major: lead.major
    case .simpleAssessment: lead.simpleAssessment
    case .damageConfirmed: lead.damageConfirmed
    }
  }
}
