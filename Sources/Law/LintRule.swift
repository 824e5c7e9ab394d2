package import Vocabulary

/// The checks that rule packs must pass; raw values are public and stand at the head of each message.
package enum LintRule: String, Sendable, Hashable, CaseIterable {
  // Form: what one file alone shows.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongForm = "wrong-form"
  case numberForm = "number-form"
  case boolWord = "bool-word"
  case unquotedCode = "unquoted-code"
  case oneOperator = "expr-one-key"
  case locatorForm = "locator-form"
  case unknownFact = "unknown-fact"
  case unknownConclusion = "unknown-conclusion"
  case unknownParameter = "unknown-param"
  case factKind = "fact-kind"
  case enumValue = "enum-value"
  case inlineNumber = "inline-number"
  case validityOrder = "validity-order"
  case presumeLocation = "presume-location"
  case calendarYear = "calendar-year"
  // What lies between packs.
  case duplicateID = "duplicate-id"
  case unknownParent = "unknown-parent"
  case areaLevel = "area-level"
  case parameterKind = "param-kind"
  case relationMissing = "relation-missing"
  case relationDangling = "relation-dangling"
  case relationCycle = "relation-cycle"
  case stratification
  case delegationLevel = "delegation-level"
  case delegationCap = "delegation-cap"
  case unregisteredQuestion = "open-without-register"
  case unreadAnswer = "unread-answer"
  case validityGap = "validity-gap"
  // Completeness: packs that load all the same.
  case coverage
  case testCoverage = "test-coverage"
  // Warnings.
  case subsumed
  case masked
  case restatesDiffers = "restates-differs"
  case unsignedQuestion = "ambiguity-unsigned-in-released-pack"
  case watchDue = "watch-due"
  case staleCalendar = "stale-calendar"
  case outsideProvenance = "outside-provenance"

  /// What to write instead; `nil` where every message of the check says it itself.
  package var preferred: Wording? {
    switch self {
    case .unknownKey, .missingKey, .wrongForm, .numberForm, .boolWord, .unquotedCode, .oneOperator,
      .locatorForm, .unknownFact, .unknownConclusion, .unknownParameter, .factKind, .enumValue,
      .inlineNumber, .validityOrder, .presumeLocation, .calendarYear, .duplicateID, .unknownParent,
      .areaLevel, .parameterKind, .unreadAnswer,
      .relationMissing, .relationDangling, .delegationLevel, .delegationCap:
      nil
    case .unregisteredQuestion:
      Wording(
        zh: "先在 interpretations.yaml 登记问题", en: "register the question in interpretations.yaml")
    case .relationCycle:
      Wording(
        zh: "只由一方写 replaces 或 yields_to",
        en: "let one side only declare replaces or yields_to")
    case .stratification:
      Wording(
        zh: "让其中一条规则改读事实", en: "let one of the rules read facts instead")
    case .validityGap:
      Wording(
        zh: "编入当时的规定，或者在 gaps 中写明",
        en: "encode the text of those days, or declare them under gaps")
    case .coverage:
      Wording(
        zh: "编为规则，或者在 coverage 中写明如何处理",
        en: "encode it, or say under coverage how it is treated")
    case .testCoverage:
      Wording(zh: "在 .cases.yaml 中补案例", en: "add the case to the .cases.yaml beside the pack")
    case .subsumed:
      Wording(
        zh: "保留条文；说明中写明上级规则已包含",
        en: "keep the provision and note that the superior rule holds it already")
    case .masked:
      Wording(
        zh: "核对条件，或者在 note 中写明为何保留",
        en: "check the condition, or say in a note why it stays")
    case .restatesDiffers:
      Wording(
        zh: "条件写得与上级一致，否则改用 adds 或 replaces",
        en: "make the conditions equal, else declare adds or replaces")
    case .unsignedQuestion:
      Wording(
        zh: "发布前由具名复核人在 interpretations.yaml 签署答案",
        en: "have a named reviewer sign the answer in interpretations.yaml before release")
    case .watchDue:
      Wording(
        zh: "查询有无新文件，并更新 checked 日期",
        en: "look whether the text has come out, and renew the checked day")
    case .staleCalendar:
      Wording(
        zh: "在规则目录放入国务院该年安排的 workdays.yaml",
        en: "put the State Council's list of that year into a workdays.yaml")
    case .outsideProvenance:
      Wording(
        zh: "用载有文号的正式文本核对", en: "check it against an official copy that bears the number")
    }
  }

  /// `detail` under the check's name, with what to write instead.
  func message(_ detail: Wording) -> Wording {
    Wording(
      zh: "\(rawValue)，\(detail.zh)" + (preferred.map { "；应\($0.zh)" } ?? ""),
      en: "\(rawValue), \(detail.en)" + (preferred.map { "; rather \($0.en)" } ?? ""))
  }
}

/// Something in a pack that people should look at, and that does not keep it from being used.
package struct LintWarning: Sendable, Hashable {
  package let rule: LintRule
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// The rule, the text or the year that it is about.
  package let value: String
  private let detail: Wording

  init(_ rule: LintRule, file: String, line: Int, value: String, _ detail: Wording) {
    self.rule = rule
    self.file = file
    self.line = line
    self.value = value
    self.detail = detail
  }

  /// `rules/x.pack.yaml:12 watch-due，…；值“…”；应…`, on one line.
  package var message: Wording {
    let place = "\(Problem.printable(file, limit: 300)):\(line)"
    let shown = Problem.printable(value, limit: 80)
    let text = rule.message(detail)
    return Wording(
      zh: "\(place) \(text.zh)；值“\(shown)”", en: "\(place) \(text.en); value “\(shown)”")
  }
}
