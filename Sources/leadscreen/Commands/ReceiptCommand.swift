internal import ArgumentParser
internal import Pipeline
internal import Submission
internal import Vocabulary

struct ReceiptCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "receipt", zh: "登记接收方的回执，列出需要更正的线索。",
    en: "Take in a receiver's answer to a package, and list what is to be corrected.")

  @Argument(help: .both("回执（JSON）", "the receipt (JSON)", value: "file"))
  var file: String

  @Option(help: .both("成果目录（默认 Reports）", "the folder of reports (default Reports)", value: "dir"))
  var reports: String?

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let outcome = try common.open().takeIn(receipt: file, reports: reports)
    let receipt = outcome.receipt
    common.console.note(
      Wording(
        zh: "已登记回执 \(receipt.number)：\(outcome.package)，\(receipt.status.rawValue)，"
          + "须更正 \(outcome.corrections.count) 处" + (outcome.list.map { "  \($0)" } ?? ""),
        en: "receipt \(receipt.number) of \(outcome.package): \(receipt.status.rawValue), "
          + "\(outcome.corrections.count) to correct" + (outcome.list.map { "  \($0)" } ?? "")))
    if common.json {
      try common.console.result(
        try JSONText.of(
          ListJSON(
            outcome.corrections.map {
              CorrectionJSON(
                leadID: $0.leadID?.description, table: $0.table, row: $0.row, field: $0.field,
                value: $0.value, code: $0.code, reason: $0.reason)
            })))
    }
    return .done
  }
}

private struct CorrectionJSON: Encodable {
  let leadID: String?
  let table: String
  let row: Int
  let field: String?
  let value: String?
  let code: String
  let reason: String

  enum CodingKeys: String, CodingKey {
    case leadID = "lead_id"
    case table, row, field, value, code, reason
  }
}
