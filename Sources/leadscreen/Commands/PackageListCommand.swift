internal import ArgumentParser
internal import Ledger
internal import Pipeline
internal import Vocabulary

struct PackageListCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "list", zh: "台账记下的报送包和回执：哪一版、何时、哈希、对方怎样答复。",
    en: "The packages and answers that the ledger has: revision, day, digest, verdict.",
    more: Wording(
      zh: "只读台账，Reports/packages 不在也能列出。",
      en: "Reads the ledger alone; Reports/packages need not be there."))

  @Argument(help: .both("季度（默认全部）", "the quarter (default: all)", value: "quarter"))
  var quarter: Quarter?

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let sent = try common.open().sentPackages(of: quarter)
    if common.json {
      try common.console.result(try JSONText.of(ListJSON(sent.map(SentJSON.init))))
      return .done
    }
    var table = AlignedTable(
      [
        Wording(zh: "报送包", en: "package")[common.lang],
        Wording(zh: "范围", en: "audience")[common.lang],
        Wording(zh: "数据截止", en: "as of")[common.lang],
        Wording(zh: "回执", en: "receipt")[common.lang],
        Wording(zh: "更正", en: "to correct")[common.lang], "SHA-256",
      ], alignments: [.left, .left, .left, .left, .right], limit: 64)
    for package in sent {
      let answer = package.answers.last
      let made = package.submission
      table.add([
        made.name, made.audience, made.asOf.description,
        answer.map { "\($0.status) \($0.number)" } ?? "-",
        answer.map { String($0.toCorrect) } ?? "-", made.sha256,
      ])
    }
    try common.console.result(table.lines.joined(separator: "\n") + "\n")
    return .done
  }
}

private struct SentJSON: Encodable {
  struct Receipt: Encodable {
    let number: String
    let status: String
    let receivedAt: String
    let sha256: String
    let toCorrect: Int
  }

  let name: String
  let quarter: String
  let audience: String
  let revision: Int
  let type: String
  let reason: String?
  let asOf: String
  let idempotencyKey: String
  let sha256: String
  let receipts: [Receipt]

  init(_ package: RecordedPackage) {
    let made = package.submission
    name = made.name
    quarter = made.quarter.description
    audience = made.audience
    revision = made.revision
    type = made.kind
    reason = made.reason
    asOf = made.asOf.description
    idempotencyKey = made.key
    sha256 = made.sha256
    receipts = package.answers.map {
      Receipt(
        number: $0.number, status: $0.status, receivedAt: $0.receivedAt, sha256: $0.sha256,
        toCorrect: $0.toCorrect)
    }
  }
}
