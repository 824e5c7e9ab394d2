internal import ArgumentParser
internal import Ledger
internal import Pipeline
internal import Vocabulary

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration.both(
    "ledger", zh: "台账：概况、核验、备份。", en: "The ledger: status, verification, backup.",
    subcommands: [LedgerStatusCommand.self, LedgerVerifyCommand.self, LedgerBackupCommand.self])
}

struct LedgerStatusCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "status", zh: "台账里有什么：各表条数、各次运行、链首。",
    en: "What the ledger holds: rows by table, runs, head of the chain.")

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let status = try common.open().openLedger().status()
    if common.json {
      try common.console.result(try JSONText.of(StatusJSON(status)))
      return .done
    }
    var tables = AlignedTable(
      [Wording(zh: "表", en: "table")[common.lang], Wording(zh: "条数", en: "rows")[common.lang]],
      alignments: [.left, .right])
    for count in status.counts { tables.add([count.table, String(count.rows)]) }
    var runs = AlignedTable(
      ["#", "quarter", "as-of", "records", "leads", "digest"], alignments: [.right], limit: 20)
    for run in status.runs {
      runs.add([
        String(run.id), run.account.quarter.description, run.account.asOf.description,
        String(run.account.counts.records), String(run.account.counts.leads), run.digest,
      ])
    }
    let head = [
      "schema \(status.schemaVersion), \(status.bytes) bytes, head \(status.head ?? "-")", "",
    ]
    try common.console.result(
      (head + tables.lines + [""] + runs.lines).joined(separator: "\n") + "\n")
    return .done
  }
}

private struct StatusJSON: Encodable {
  struct Run: Encodable {
    let run: Int
    let quarter: String
    let asOf: String
    let records: Int
    let leads: Int
    let digest: String
  }

  let schemaVersion: Int
  let bytes: Int
  let head: String?
  let rows: [String: Int]
  let runs: [Run]

  init(_ status: LedgerStatus) {
    schemaVersion = status.schemaVersion
    bytes = status.bytes
    head = status.head
    rows = Dictionary(uniqueKeysWithValues: status.counts.map { ($0.table, $0.rows) })
    runs = status.runs.map {
      Run(
        run: $0.id, quarter: $0.account.quarter.description,
        asOf: $0.account.asOf.description, records: $0.account.counts.records,
        leads: $0.account.counts.leads, digest: $0.digest)
    }
  }
}

struct LedgerVerifyCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "verify", zh: "核验台账：文件完整性和各次运行的摘要链。",
    en: "Verify the ledger: the file's integrity and the chain of digests.",
    more: Wording(
      zh: "读遍全部内容一次；发现改动时指出第一处，并以 65 退出。",
      en: "Reads everything once; a change is named and the exit status is 65."))

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let found = try common.open().openLedger().verify()
    if common.json {
      try common.console.result(
        try JSONText.of(
          VerificationJSON(
            isWhole: found.isWhole, runs: found.runs, records: found.records, head: found.head,
            errors: found.problems.map { ProblemJSON($0, common.lang) })))
    }
    guard found.isWhole else { throw Failure(.unusableInput, found.problems) }
    common.console.note(
      Wording(
        zh: "完好：\(found.runs) 次运行，\(found.records) 条记录，链首 \(found.head ?? "-")",
        en: "whole: \(found.runs) runs, \(found.records) records, head \(found.head ?? "-")"))
    return .done
  }
}

private struct VerificationJSON: Encodable {
  let isWhole: Bool
  let runs: Int
  let records: Int
  let head: String?
  let errors: [ProblemJSON]
}

struct LedgerBackupCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "backup", zh: "在线备份台账到一个新文件。", en: "Back the ledger up into a new file, online.")

  @Argument(help: .both("备份文件，不能已存在", "the backup file; must not exist", value: "file"))
  var file: String

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    try common.open().openLedger().backup(to: file)
    common.console.note(Wording(zh: "已备份到 \(file)", en: "backed up to \(file)"))
    return .done
  }
}
