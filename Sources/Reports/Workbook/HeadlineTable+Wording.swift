internal import Vocabulary

extension HeadlineTable {
  /// What officials read before a figure and behind it; figures that are parts of others are indented.
  func wording(of name: FigureName) -> (label: String, note: String) {
    switch name {
    case .files: ("来源文件（个）", "见“来源对账”")
    case .records: ("读入记录（条）", "读入 = 新立 + 并入 + 重复 + 退回")
    case .opened: ("　新立线索的记录", "")
    case .merged: ("　并入线索的记录", "规则和证据见“归并关系”")
    case .repeats: ("　重复记录", "内容与已收记录相同")
    case .rejected: ("　退回记录", "原因和原文见“退回记录”")
    case .leads: ("在册线索（件）", "本季新立、往季续报和往季未结")
    case .leadsNew: ("　本季新立", "")
    case .leadsChanged: ("　往季续报", "")
    case .leadsOpen: ("　往季未结", "")
    case .obligors: ("涉及赔偿义务人（个）", "不含义务人不明的线索")
    case .initiate: ("处置建议：\(Disposition.initiate.term)（件）", "均为筛查建议，不代替认定")
    case .verify: ("　\(Disposition.verify.term)", "")
    case .review: ("　\(Disposition.review.term)", "")
    case .mayNotInitiate: ("　\(Disposition.mayNotInitiate.term)", "只表示具备条件，须由具名人员决定")
    case .closeNoDamage: ("　\(Disposition.closeNoDamage.term)", "")
    case .excluded: ("　\(Disposition.excluded.term)", "")
    case .exceptions: ("例外情形线索（件）", "见“例外清单”，不得按显著轻微处理")
    case .protectedPlace: ("　红线或自然保护地", "")
    case .repeatOffender: ("　同一义务人再次发生", "与红线或自然保护地可以重合")
    case .major: ("重大案件（件）", "见“重大案件”")
    case .overdue: ("超期未核线索（件）", "见“超期清单”，判定日 \(content.report.asOf)")
    case .dueSoon: ("三十日内到期（件）", "自判定日起三十日内核查到期，尚未核查")
    case .transfers: ("检察机关移送（件）", "见“检察反馈”")
    case .feedbackDue: ("　须反馈", "依规则应当答复移送的检察院")
    case .feedbackOwed: ("　待反馈", "须反馈而没有反馈，或是否反馈未知")
    case .factsMissing: ("待补事实的线索（件）", "补齐后可能改变结论")
    case .amountUnknown: ("损害金额未知（件）", "既没有认定数额，也没有预估数额")
    case .reviewItems: ("待人工研判事项（项）", "见“待人工研判”")
    case .verified: ("已有核查结论（件）", "来自回填的核查结果，没有回填的来自来源记录")
    case .damageFound: ("　造成生态环境损害", "其余为未造成损害")
    case .initiated: ("已决定启动索赔（件）", "只计具名人员回填的决定")
    case .notInitiated: ("已决定不启动（件）", "理由见“线索台账”")
    }
  }
}
