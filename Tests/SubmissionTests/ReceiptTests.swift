import Foundation
import Submission
import Testing
import Vocabulary

@Suite("Receipts")
struct ReceiptTests {
  private static let sound = """
    {"schemaVersion": "1.0", "receiptNo": "SX-2026Q3-140900-0001",
     "packageSha256": "HASH", "idempotencyKey": "KEY",
     "status": "accepted_with_warnings", "receivedAt": "2026-10-10T09:12:00+08:00",
     "counts": {"leads": {"submitted": 3, "accepted": 2, "rejected": 1}},
     "issues": [
       {"code": "R-ENUM", "resource": "leads", "row": 3, "field": "disposition", "message": "取值不在字典内"},
       {"code": "W-01", "resource": "leads", "row": 1, "message": "请核实"}],
     "signature": {"alg": "SM2", "value": "MEUC"}}
    """

  private static func sent() throws -> SentPackage {
    let sample = SampleContent()
    let built = try sample.built()
    let reading = try PackageReading(zip: built.zip, shown: "z")
    return SentPackage(
      zipHash: try #require(reading.zipHash), key: built.key.description,
      tables: try reading.submittedTables())
  }

  private static func receipt(_ text: String = sound) throws -> Receipt {
    let sent = try sent()
    let whole = text.replacing("HASH", with: sent.zipHash).replacing("KEY", with: sent.key)
    return try Receipt(Array(whole.utf8), file: "回执.json")
  }

  @Test("give what is to be corrected by lead")
  func corrections() throws {
    let receipt = try Self.receipt()
    #expect(receipt.number == "SX-2026Q3-140900-0001")
    #expect(receipt.status == .acceptedWithWarnings)
    #expect(receipt.signature?.algorithm == "SM2")
    let corrections = try receipt.corrections(of: Self.sent())
    #expect(
      CorrectionList.table(corrections).rows == [
        [
          "XS140900-2026Q3-00003", "leads", "3", "XS140900-2026Q3-00003", "disposition",
          "may_not_initiate", "R-ENUM", "取值不在字典内",
        ],
        ["XS140900-2026Q3-00001", "leads", "1", "XS140900-2026Q3-00001", "", "", "W-01", "请核实"],
      ])
  }

  @Test(
    "that are not written as agreed are refused by line",
    arguments: [
      ("\"1.0\"", "\"9\"", "E904 回执.json:1 “schemaVersion”"),
      ("\"rejected\": 1", "\"rejected\": 2", "E904 回执.json:4 “leads”"),
      ("\"accepted\": 2", "\"accepted\": -2", "E904 回执.json:4 “accepted”"),
      ("\"accepted\": 2", "\"accepted\": 9223372036854775807", "E904 回执.json:4 “leads”"),
      ("\"accepted_with_warnings\"", "\"fine\"", "E904 回执.json:3 “status”"),
      ("\"accepted_with_warnings\"", "\"accepted\"", "E904 回执.json:3 “status”"),
      ("2026-10-10T", "2026-02-30T", "E904 回执.json:3 “receivedAt”"),
      ("\"row\": 3", "\"row\": 4", "E904 回执.json:6 “issues”"),
      ("\"row\": 3", "\"row\": 0", "E904 回执.json:6 “issues”"),
      ("\"signature\"", "\"mark\"", "E904 回执.json:8 “mark”"),
      ("\"receiptNo\": \"SX-2026Q3-140900-0001\",", "", "E904 回执.json:1 “receiptNo”"),
      ("\"receiptNo\"", "\"status\"", "E904 回执.json:3"),
      ("}}", "}", "E904 回执.json:8"),
    ])
  func refused(old: String, new: String, expected: String) {
    let (status, messages) = problems { _ = try Self.receipt(Self.sound.replacing(old, with: new)) }
    #expect(status == .unusableInput)
    #expect(messages.first?.hasPrefix(expected) == true, "\(messages)")
  }

  @Test("that reject rows without saying which are refused")
  func unexplained() {
    let text = Self.sound.replacing(
      "\"accepted\": 2, \"rejected\": 1", with: "\"accepted\": 0, \"rejected\": 3")
    let (_, messages) = problems { _ = try Self.receipt(text) }
    #expect(messages.count == 1)
    #expect(messages[0].contains("leads: 3 rows rejected, reasons for 2"))
  }

  @Test("that name several rows that are not there have all of them named")
  func strangeRows() {
    let text = Self.sound.replacing("\"row\": 3", with: "\"row\": 9")
      .replacing("\"row\": 1", with: "\"row\": 8")
    let (_, messages) = problems { _ = try Self.receipt(text) }
    #expect(messages.map { $0.contains("leads has no row") } == [true, true, false])
  }

  @Test("may name rows of any table of the package, counted or not")
  func uncounted() throws {
    func issue(_ table: String, _ row: Int, _ field: String) throws -> Receipt {
      try Self.receipt(
        Self.sound.replacing(
          "\"resource\": \"leads\", \"row\": 1,",
          with: "\"resource\": \"\(table)\", \"row\": \(row), \"field\": \"\(field)\","))
    }
    let corrections = try issue("lead_sources", 4, "file").corrections(of: Self.sent())
    #expect(
      CorrectionList.table(corrections).rows.last == [
        "XS140900-2026Q3-00003", "lead_sources", "4", "XS140900-2026Q3-00003;1", "file", "信访.csv",
        "W-01", "请核实",
      ])
    for (table, row, field, expected) in [
      (
        "lead_sources", 5, "file",
        "“row” the receipt does not fit the package: lead_sources has 4 rows"
      ),
      ("findings", 1, "file", "“resource” the receipt does not fit the package: the package"),
      (
        "lead_sources", 4, "value",
        "“field” the receipt does not fit the package: lead_sources has no"
      ),
    ] {
      let (status, messages) = problems {
        _ = try issue(table, row, field).corrections(of: Self.sent())
      }
      #expect(status == .unusableInput && messages.count == 1)
      #expect(messages.first?.hasPrefix("E904 回执.json:7 \(expected)") == true, "\(messages)")
    }
    #expect(problems { _ = try issue("lead_sources", 0, "file") }.messages.count == 1)
  }

  @Test("are taken in as docs/package.md writes them")
  func documented() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: top.appending(path: "docs/package.md"), encoding: .utf8)
    let example = try #require(
      page.split(separator: "```json\n").dropFirst().first?.split(separator: "```").first)
    let receipt = try Receipt(Array(example.utf8), file: "回执.json")
    #expect(receipt.counts.map(\.table) == ["leads"])
    #expect(Set(receipt.issues.map(\.table)) == ["leads", "findings"])
  }

  @Test("of another package, revision or number of rows are refused, each misfit named")
  func misfits() throws {
    let receipt = try Self.receipt(
      Self.sound.replacing("HASH", with: String(repeating: "0", count: 64))
        .replacing("KEY", with: "140900|2026Q3|r2|sha256:0")
        .replacing("\"submitted\": 3, \"accepted\": 2", with: "\"submitted\": 4, \"accepted\": 3"))
    let (status, messages) = problems { _ = try receipt.corrections(of: Self.sent()) }
    #expect(status == .unusableInput)
    #expect(
      messages.map { $0.split(separator: " ")[2] } == [
        "“packageSha256”", "“idempotencyKey”", "“leads”",
      ])
    #expect(messages[2].contains("3 rows were sent"))
    let unknown = try Self.receipt(Self.sound.replacing("\"disposition\"", with: "\"outcome\""))
    #expect(problems { _ = try unknown.corrections(of: Self.sent()) }.messages.count == 1)
  }
}
