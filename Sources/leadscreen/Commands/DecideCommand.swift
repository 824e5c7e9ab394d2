internal import ArgumentParser
internal import Pipeline
internal import Vocabulary

struct DecideCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "decide", zh: "收回人工判定：填好的 ledger.xlsx 或 data/review.csv。",
    en: "Take in what people decided: a filled-in ledger.xlsx or data/review.csv.",
    more: Wording(
      zh: """
        每行给出结论（同一、不同、不能确定）、决定人、日期、理由；没有填写的行跳过。要么全部登记，要么一行也不登记。
        判定从下一次 screen 起生效，由以后对同一对象的判定取代。写法见 docs/decisions.md。
        """,
      en: """
        A row gives the verdict (same, different, unsure), the person, the day and the reason; rows without are passed over. All is recorded or nothing.
        Decisions count from the next screen on, until a later one of the same pair takes their place. See docs/decisions.md.
        """))

  @Argument(help: .both("填好的文件，CSV 或 XLSX", "files filled in, CSV or XLSX", value: "file"))
  var files: [String]

  @Option(
    help: .both(
      "没有填日期的判定按这一天", "the day of decisions that state none", value: "YYYY-MM-DD"))
  var asOf: Day?

  @Flag(help: .both("只检查，不登记", "check everything but record nothing"))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    var request = DecideRequest(files: files)
    request.asOf = asOf
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
    if recorded > 0, !dryRun {
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

  let schema = 1
  let status: String
  let recorded: Int
  let repeated: Int
  let unanswered: Int
  let decisions: [Decision]
  let notes: [String]

  init(_ outcome: DecisionOutcome, _ language: Language) {
    status = outcome.isDryRun ? "dry-run" : "done"
    recorded = outcome.recorded.count
    repeated = outcome.repeated
    unanswered = outcome.unanswered
    decisions = outcome.recorded.map(Decision.init)
    notes = outcome.forwarded.map { $0[language] }
  }
}
