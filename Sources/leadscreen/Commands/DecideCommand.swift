internal import ArgumentParser
internal import Pipeline
internal import Vocabulary

struct DecideCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "decide", zh: "收回人工判定和核查结果：填好的 ledger.xlsx 或 CSV。",
    en: "Take in what people decided and found out: a filled-in ledger.xlsx or CSV.",
    more: Wording(
      zh: """
        “待人工研判”每行给出结论（同一、不同、不能确定）、决定人、日期、理由；“线索台账”每行给出核查结论、核查日期、核查人，
        以及损害金额、是否启动索赔和不启动理由。没有填写的行跳过。要么全部登记，要么一行也不登记。
        从下一次 screen 起生效，由以后的判定和日期较晚的核查结果取代。写法见 docs/decisions.md。
        """,
      en: """
        A row of the review sheet gives the verdict (same, different, unsure), the person, the day and the reason; one of the register \
        what the check found, its day and who made it, with the amount, and whether the claim is pressed or why not. Rows without are \
        passed over. All is recorded or nothing.
        It counts from the next screen on, until a later decision of the same pair, or a check of a later day, takes its place. See docs/decisions.md.
        """))

  @Argument(help: .both("填好的文件，CSV 或 XLSX", "files filled in, CSV or XLSX", value: "file"))
  var files: [String]

  @Option(
    help: .both(
      "没有填日期的判定按这一天，更晚的不收（默认不晚于今天）",
      "the day of decisions that state none; later ones are refused (default: none after today)",
      value: "YYYY-MM-DD"))
  var asOf: Day?

  @Flag(help: .both("只检查，不登记", "check everything but record nothing"))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    var request = DecideRequest(files: files)
    request.asOf = asOf
    request.latest = asOf ?? AsOfOption.today
    request.isDryRun = dryRun
    let outcome = try common.open().decide(request)
    for note in outcome.forwarded { common.console.note(note) }
    let recorded = outcome.recorded.count
    let replaced = outcome.recorded.count { $0.replaced != nil }
    common.console.note(
      Wording(
        zh:
          "\(dryRun ? "可登记" : "已登记") \(recorded) 项判定（改判 \(replaced) 项），已有 \(outcome.repeated) 项，未填 \(outcome.unanswered) 项",
        en:
          "\(dryRun ? "would record" : "recorded") \(recorded) decisions (\(replaced) of them change an earlier one), \(outcome.repeated) known, \(outcome.unanswered) rows without an answer"
      ))
    let checks = outcome.checks.count
    if checks + outcome.repeatedChecks + outcome.blankChecks > 0 {
      common.console.note(
        Wording(
          zh:
            "\(dryRun ? "可登记" : "已登记") \(checks) 项核查结果（其中 \(outcome.checks.count { $0.before != nil }) 件以前有核查结果），已有 \(outcome.repeatedChecks) 项，未填 \(outcome.blankChecks) 件",
          en:
            "\(dryRun ? "would record" : "recorded") \(checks) results of checks (\(outcome.checks.count { $0.before != nil }) of leads that had one), \(outcome.repeatedChecks) known, \(outcome.blankChecks) leads without"
        ))
    }
    if recorded + checks > 0, !dryRun {
      common.console.note(
        Wording(zh: "下一次 screen 起生效", en: "they count from the next screen on"))
    }
    if common.json {
      try common.console.result(try JSONText.of(DecideJSON(outcome, common.lang)))
    }
    return .done
  }
}

/// What came of files of decisions, as an object.
private struct DecideJSON: Encodable {
  struct Decision: Encodable {
    let item: String?
    let scope: String
    let left: String
    let right: String
    let verdict: String
    let person: String
    let day: String
    let reason: String
    let file: String
    let line: Int
    let replaced: String?

    init(_ entry: DecisionOutcome.Entry) {
      let judgement = entry.judgement
      item = judgement.item
      scope = judgement.pair.scope.rawValue
      (left, right) = (entry.left, entry.right)
      verdict = judgement.verdict.rawValue
      (person, reason) = (judgement.person, judgement.reason)
      day = judgement.day.description
      (file, line) = (judgement.file, judgement.line)
      replaced = entry.replaced?.verdict.rawValue
    }
  }

  /// One result of a check; what it does not state is left out.
  struct Check: Encodable {
    let leadId, verification, verifiedOn: String
    let amount, basis, restoration, initiated, notInitiatedReason: String?
    let remark: String
    let fedBackOn: String?
    let decidedBy, file: String
    let sheet: String?
    let line: Int
    let replaced: String?

    init(_ check: DecisionOutcome.Check) {
      let one = check.verification
      leadId = check.lead.description
      verification = one.finding.rawValue
      verifiedOn = one.day.description
      amount = one.assessment?.amount.description
      basis = one.assessment?.basis.name
      restoration = one.restoration?.name
      initiated = one.decision == nil ? nil : one.initiated.letter
      notInitiatedReason = one.decision?.reason?.rawValue
      remark = one.remark
      fedBackOn = one.fedBackOn?.description
      decidedBy = one.person
      (file, sheet, line) = (one.place.file, one.place.sheet, one.place.line)
      replaced = check.before?.finding.rawValue
    }
  }

  /// How many rows of leads were recorded, known or blank.
  struct Verified: Encodable {
    let recorded, repeated, unanswered: Int
  }

  let schema = 1
  let status: String
  let recorded: Int
  let repeated: Int
  let unanswered: Int
  let decisions: [Decision]
  let verified: Verified
  let verifications: [Check]
  let notes: [String]

  init(_ outcome: DecisionOutcome, _ language: Language) {
    status = outcome.isDryRun ? "dry-run" : "done"
    recorded = outcome.recorded.count
    repeated = outcome.repeated
    unanswered = outcome.unanswered
    decisions = outcome.recorded.map(Decision.init)
    verified = Verified(
      recorded: outcome.checks.count, repeated: outcome.repeatedChecks,
      unanswered: outcome.blankChecks)
    verifications = outcome.checks.map(Check.init)
    notes = outcome.forwarded.map { $0[language] }
  }
}
