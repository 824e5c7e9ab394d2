import Foundation

/// A workspace in a temporary folder.
final class Workbench: Sendable {
  let folder: TemporaryFolder
  let url: URL

  static let q2 = ["screen", "2026Q2", "--as-of", "2026-07-10"]
  static let q3 = ["screen", "2026Q3", "--as-of", "2026-10-15"]
  static let q4 = ["screen", "2026Q4", "--as-of", "2027-01-15"]

  /// An empty workspace for 忻州市 without layers.
  init(configuration: String = "jurisdiction: \"140900\"\norganisation: 忻州市生态环境局\n") throws {
    folder = try TemporaryFolder()
    url = folder.url("workspace")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try write(configuration, to: "leadscreen.yaml")
  }

  /// A copy of a workspace with all that is in it.
  init(copying other: URL) throws {
    folder = try TemporaryFolder()
    url = folder.url("workspace")
    try FileManager.default.copyItem(at: other, to: url)
  }

  func path(_ name: String) -> URL { url.appendingPathComponent(name) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ bytes: Data, to name: String) throws {
    let file = path(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: path(name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name).path) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: path(name)), as: UTF8.self)
  }

  /// Runs the program in the workspace.
  @discardableResult
  func run(_ arguments: [String], environment: [String: String?] = [:]) throws
    -> LeadscreenProgram.Outcome
  {
    try LeadscreenProgram.run(arguments, in: url, environment: environment)
  }

  func table(_ name: String, of quarter: String) throws -> StrictCSV {
    try StrictCSV(
      Array(try Data(contentsOf: path("Reports/\(quarter)/data/\(name).csv"))))
  }

  func digest(_ name: String) throws -> FolderDigest { try FolderDigest(path(name)) }

  func ledgerDigest() throws -> String { try FolderDigest.of(path("ledger.sqlite")) }

  /// What the ledger says of itself, without its size in pages.
  func ledgerStatus() throws -> String {
    let outcome = try run(["ledger", "status", "--json"])
    guard outcome.status == 0 else { return "status \(outcome.status): \(outcome.messages)" }
    return outcome.output.replacing(/"bytes":\d+,/, with: "")
  }
}

/// A drop of transfers from procuratorates whose every record is known.
///
/// Record `n` of `count` opens a lead of its own; all have a number, a party and a day.
struct TransferDrop {
  static let header = [
    "移送函号", "移送检察院", "移送日期", "接收日期", "接收单位", "当事人", "证件号码", "案发日期", "案发地点", "县区", "案由", "基本案情",
    "环境要素", "损害评估金额（元）",
  ]

  var rows: [[String]]

  init(count: Int, from first: Int = 1) {
    rows = (first..<first + count).map(TransferDrop.row)
  }

  /// The transfers of those numbers with some cells changed, by title.
  init(_ numbers: [Int], _ changes: [String: String] = [:]) {
    rows = numbers.map { number in
      zip(TransferDrop.header, TransferDrop.row(number)).map { changes[$0] ?? $1 }
    }
  }

  /// What two bodies tell of one event: two letters that one body numbered apart would be two leads.
  static func ofTwoBodies(_ event: [String: String]) -> TransferDrop {
    var drop = TransferDrop([1, 2], event)
    drop.rows[1].replaceSubrange(0..<2, with: ["忻府检公移〔2026〕2号", "忻州市忻府区人民检察院"])
    return drop
  }

  static func row(_ number: Int) -> [String] {
    let day = String(1 + number % 28)
    return [
      "忻检公移〔2026〕\(number)号", "忻州市人民检察院", "2026-08-\(day)", "2026-09-\(day)", "忻州市生态环境局",
      "忻州第\(number)号砂石有限公司", "", "2026-07-\(day)", "忻府区第\(number)村", "忻府区", "非法采砂",
      "经查，在第\(number)村采砂约\(number)立方米，形成采坑。", "河道", "\(1000 + number)",
    ]
  }

  /// The drop as a file; a field is quoted where it has to be.
  func text(
    header: [String] = TransferDrop.header, lineEnding: String = "\n", delimiter: String = ","
  ) -> String {
    ([header] + rows).map { row in
      row.map { field in
        field.contains { $0 == "," || $0 == "\"" || $0.isNewline || $0 == "\t" }
          ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
      }.joined(separator: delimiter) + lineEnding
    }.joined()
  }
}
