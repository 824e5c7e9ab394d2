internal import Vocabulary

extension LintRule {
  /// What a check is for, in Chinese, as the page of the rules has it.
  struct Explanation: Sendable {
    /// What is looked for.
    let summary: String
    /// An example of the fault.
    let avoid: String
    /// What to write in its place.
    let prefer: String
    let rationale: String

    /// Without `prefer` it is what the check's messages say.
    fileprivate init(
      _ rule: LintRule, _ summary: String, avoid: String, prefer: String? = nil, why: String
    ) {
      self.summary = summary
      self.avoid = avoid
      self.prefer = prefer ?? rule.preferred?.zh ?? ""
      rationale = why
    }
  }

  /// Whether packs with it are used all the same: people should look at it.
  var isWarning: Bool {
    switch self {
    case .subsumed, .masked, .restatesDiffers, .unsignedQuestion, .watchDue, .staleCalendar,
      .outsideProvenance:
      true
    default: false
    }
  }

  /// What the check is for.
  var explanation: Explanation {
    switch self {
    case .unknownKey, .missingKey, .wrongForm, .numberForm, .boolWord, .unquotedCode, .oneOperator,
      .locatorForm:
      formExplanation
    case .unknownFact, .unknownConclusion, .unknownParameter, .factKind, .enumValue, .inlineNumber,
      .validityOrder, .presumeLocation, .calendarYear:
      meaningExplanation
    case .duplicateID, .unknownParent, .areaLevel, .parameterKind, .relationMissing,
      .relationDangling, .relationCycle, .stratification, .delegationLevel, .delegationCap,
      .unregisteredQuestion, .unreadAnswer, .validityGap:
      packExplanation
    case .coverage, .testCoverage, .subsumed, .masked, .restatesDiffers, .unsignedQuestion,
      .watchDue, .staleCalendar, .outsideProvenance:
      completenessExplanation
    }
  }

  private func explained(
    _ summary: String, avoid: String, prefer: String? = nil, why: String
  ) -> Explanation {
    Explanation(self, summary, avoid: avoid, prefer: prefer, why: why)
  }

  /// What one file alone shows of its form.
  private var formExplanation: Explanation {
    switch self {
    case .unknownKey:
      explained(
        "格式中没有的键", avoid: "`unles: [exc_red_line]`", prefer: "`unless: [exc_red_line]`",
        why: "写错的键若被忽略，例外就不见了")
    case .missingKey:
      explained(
        "缺少必备的键", avoid: "规则没有 `cite`", prefer: "补上该键和值",
        why: "没有出处、性质或者条件的规则无法复核")
    case .wrongForm:
      explained(
        "值的形式不对", avoid: "`rules: 1`", prefer: "按提示写列表、键值表、文字或者日期",
        why: "读不懂的内容不得当作没有")
    case .numberForm:
      explained(
        "数字带分隔符、单位，或者过大", avoid: "`500_000`、`3千`", prefer: "`\"500000.00\"`",
        why: "有的读取程序会把 `500_000` 读成 500")
    case .boolWord:
      explained(
        "以 yes、no、on、off 作值", avoid: "`encoded: no`", prefer: "`encoded: false`",
        why: "各种读取程序对这些词的理解不同")
    case .unquotedCode:
      explained(
        "代码、月日没有加引号", avoid: "`jurisdiction: 140900`", prefer: "`jurisdiction: \"140900\"`",
        why: "不加引号会被当作数字，前导零会丢失")
    case .oneOperator:
      explained(
        "条件不是恰好一个运算键，或者没有这个运算", avoid: "`{fact: in_red_line, is: minor}`",
        prefer: "`{all: [{fact: in_red_line}, {is: minor}]}`", why: "两个键之间是“且”还是“或者”不得靠猜")
    default:
      explained(
        "没有出处，或者文件没有这一条", avoid: "四十五条的文件引“第四十六条”", prefer: "写文件中存在的条款项",
        why: "法制人员须能逐条对照原文")
    }
  }

  /// What the words of one file mean.
  private var meaningExplanation: Explanation {
    switch self {
    case .unknownFact:
      explained(
        "事实目录中没有的事实", avoid: "`fact: red_line`", prefer: "`fact: in_red_line`",
        why: "没有来源的事实永远未知")
    case .unknownConclusion:
      explained(
        "结论目录中没有的结论", avoid: "`concludes: mayor`", prefer: "`concludes: major`",
        why: "没有人读取的结论等于没有规则")
    case .unknownParameter:
      explained(
        "本文件及其上级都没有规定也没有授权的数值", avoid: "`param: minor_max`", prefer: "`param: minor_amount_max`",
        why: "没有数值的比较永远未知")
    case .factKind:
      explained(
        "运算不能用于这一类事实", avoid: "`{fact: occurrence_date}`", prefer: "是非类事实用 `fact`，金额用 `compare`",
        why: "日期没有真假，金额没有等级")
    case .enumValue:
      explained(
        "不在封闭词表之内的词", avoid: "`level: huge`", prefer: "提示中列出的词之一", why: "写错的词永远不会相等")
    case .inlineNumber:
      explained(
        "数值直接写在条件里", avoid: "`param: 3000`", prefer: "写进 `params`，条件中写它的名称",
        why: "每个数值都要有适用起日和出处")
    case .validityOrder:
      explained(
        "起止日期颠倒或者不全", avoid: "`certain_from` 早于 `not_before`",
        prefer: "按 `not_before`、`certain_from`、`last_certain_day`、`possibly_until` 的先后写；首个数值自施行之日起",
        why: "施行与否决定适用哪一份文件")
    case .presumeLocation:
      explained(
        "推定地点、金额或者日期为否", avoid: "地点类事实写 `unknown: presume_false`", prefer: "`unknown: strict`",
        why: "没有记录的地点和金额是未知，不是否")
    default:
      explained(
        "工作日安排中的年份或者日期不对", avoid: "2026年名下写 2027-01-01", prefer: "写该年的日期，或者 `起日/止日`",
        why: "错一天，期限就错一天")
    }
  }

  /// What lies between packs.
  private var packExplanation: Explanation {
    switch self {
    case .duplicateID:
      explained(
        "规则、期限或者规则包的编号重复", avoid: "规则目录中两个文件的 `id` 相同", prefer: "各用各的编号；只有内置规则包可以被替换",
        why: "后一个会悄悄顶替前一个")
    case .unknownParent:
      explained(
        "没有上级规则包，或者上级不是其上级", avoid: "山西某市的规则包写 `parent: jiangsu-2023`",
        prefer: "`parent: shanxi-2025`", why: "上级文件的规则随上级规则包适用")
    case .areaLevel:
      explained(
        "适用地区与层级不符", avoid: "`level: province` 而地区为 `\"140900\"`",
        prefer: "国家写 `cn`，省写省级代码，其下写其下的代码", why: "地区决定适用于哪些线索，层级决定可以规定什么")
    case .parameterKind:
      explained(
        "数值的类型与用法不符", avoid: "金额与 `type: years` 的数值比较", prefer: "金额用 `money`，回溯年限用 `years`",
        why: "两年会被当作两分钱")
    case .relationMissing:
      explained(
        "上级有同一结论的规则，而没有写明关系", avoid: "省级 `major` 规则没有 `relation`",
        prefer: "`relation: {kind: adds, rules: [cn25.s10.1]}`", why: "重申、补充、取代还是让位，不得靠先后猜")
    case .relationDangling:
      explained(
        "关系所指的规则不存在，或者什么也没有指", avoid: "`rules: []`", prefer: "写上级得出同一结论的规则的编号",
        why: "落空的“取代”会让两条规则同时适用")
    case .relationCycle:
      explained("规则相互取代", avoid: "甲取代乙，乙又取代甲", why: "两条都会落空")
    case .stratification:
      explained("结论绕一圈依据自己", avoid: "甲结论以乙为条件，乙又以甲为条件", why: "没有先后就无法判定")
    case .delegationLevel:
      explained(
        "由没有得到授权的层级规定数值", avoid: "市级规则包规定 `minor_amount_max`",
        prefer: "由授权的层级规定，名称与 `fills` 都写授权事项的名称", why: "越权的数值不得用来判定")
    case .delegationCap:
      explained(
        "超过授权的上限", avoid: "简易评估上限写 600000", prefer: "不超过授权文件写明的上限", why: "越权的数值不得用来判定")
    case .unregisteredQuestion:
      explained("问的是登记册中没有的问题", avoid: "`open: A-99`", why: "没有登记的问题没有人能答复")
    case .unreadAnswer:
      explained(
        "签署的答复与默认不同，而没有规则读取这个问题；或者两份答复同日相反", avoid: "对 A-01 签署 false",
        prefer: "换用按该答复改写的规则包", why: "程序会照默认执行，却显得已按答复办理")
    default:
      explained("有的日子没有规则，又没有说明", avoid: "上级文件施行以前的日子", why: "没有规则与结论为否不是一回事")
    }
  }

  /// Completeness, and what people should look at.
  private var completenessExplanation: Explanation {
    switch self {
    case .coverage:
      explained("有的条款没有任何规则或者说明提到", avoid: "只编了一部分条文", why: "看的人须知道每一条如何处理")
    case .testCoverage:
      explained(
        "规则、数值或者施行起止没有案例", avoid: "只有成立的案例", why: "改错一处，须有案例不再符合")
    case .subsumed:
      explained("上级规则已包含这一情形", avoid: "条件比上级同一结论的规则更窄", why: "删去上级规则时才会显出作用")
    case .masked:
      explained("规则成立时另一条也必成立，或者始终被取代", avoid: "同一规则包中条件更窄的一条", why: "多半是条件写错了")
    case .restatesDiffers:
      explained("写明重申，而条件与上级不同", avoid: "`kind: restates` 而少一个条件", why: "重申的两处应当同真同假")
    case .unsignedQuestion:
      explained("已发布，而所问的问题无人签署", avoid: "`status: released` 而 A-03 待定", why: "发布即对外使用，存疑须有人负责")
    case .watchDue:
      explained("超过 180 日没有查询后续文件", avoid: "`watch` 不写 `checked`", why: "新文件施行后旧规则不再适用")
    case .staleCalendar:
      explained("工作日期限会数到没有安排的年份", avoid: "只有到今年为止的安排", why: "没有安排的年份，期限为未知")
    default:
      explained("文号不见于文本", avoid: "`provenance: outside`", why: "文号错了，引用就错了")
    }
  }
}
