import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("The manifest")
struct ManifestTests {
  private let outputs = [
    OutputFile(path: "report.html", bytes: 10, sha256: "bb"),
    OutputFile(path: "data/leads.csv", bytes: 20, sha256: "aa"),
  ]

  @Test("a hostile quarter gives the manifest on record")
  func golden() throws {
    try Recorded.compare(
      Manifest.bytes(of: HostileReport.report(), outputs: outputs), with: "manifest.json")
  }

  @Test("totals are the rows of the data files, and every file balances")
  func totals() throws {
    let report = HostileReport.report()
    let manifest = try parsed(report)
    let totals = try #require(manifest["totals"] as? [String: Any])
    let balance = try #require(totals["balance"] as? [String: Any])
    func rows(_ file: DataFile) throws -> Int {
      try StrictCSV(file.bytes(of: report)).rows.count - 1
    }
    #expect(balance["records"] as? Int == (try rows(.records)))
    #expect(totals["leads"] as? Int == (try rows(.leads)))
    // What was refused is no join, though matches.csv has it.
    let joined = try #require(totals["matches"] as? Int)
    #expect(joined == report.matches.count)
    #expect(joined + ReportTotals(report).refused == (try rows(.matches)))
    #expect(totals["review_items"] as? Int == (try rows(.review)))
    let byDisposition = try #require(totals["leads_by_disposition"] as? [String: Int])
    #expect(byDisposition.values.reduce(0, +) == report.leads.count)
    #expect(byDisposition.count == Disposition.allCases.count)
    for input in try #require(manifest["inputs"] as? [[String: Any]]) {
      let own = try #require(input["balance"] as? [String: Any])
      #expect(own["balanced"] as? Bool == true)
      let parts = ["opened", "merged", "repeats", "rejected"].compactMap { own[$0] as? Int }
      #expect(parts.reduce(0, +) == own["records"] as? Int)
    }
  }

  @Test("the rows of a file by kinds add up to its bytes, and what was decided has its reason")
  func rowsByKind() throws {
    let report = HostileReport.report()
    let inputs = try #require(try parsed(report)["inputs"] as? [[String: Any]])
    for (input, account) in zip(inputs, report.files) {
      let balance = try #require(input["balance"] as? [String: Any])
      let rows = try #require(balance["rows"] as? [String: [String: Int]])
      #expect(
        Set(rows.keys) == ["blank", "caption", "header", "record", "repeated_header", "total"])
      #expect(rows.values.reduce(0) { $0 + ($1["bytes"] ?? 0) } == account.bytes)
      #expect(rows.values.reduce(0) { $0 + ($1["lines"] ?? 0) } == 46)
      #expect(rows["record"]?["rows"] == account.records)
      #expect(input["encoding_reason"] as? String == account.reasons[0])
      #expect(input["dialect_reason"] as? String == account.reasons[1])
      #expect(input["repaired"] as? Int == 1)
    }
    // Of a run that kept none there is nothing to say.
    let history = try #require(try parsed(report)["history"] as? [[String: Any]])
    #expect(history[0]["encoding_reason"] == nil)
    #expect((history[0]["balance"] as? [String: Any])?["rows"] == nil)
  }

  @Test("a file whose rows do not make up its bytes or its records does not balance")
  func unbalancedBytes() {
    var account = HostileReport.report().files[0]
    #expect(account.isBalanced)
    account.bytes += 1
    #expect(!account.isBalanced)
    account.bytes -= 1
    account.balance[.record].rows -= 1
    #expect(!account.isBalanced)
    account.balance = RowBalance()
    #expect(account.isBalanced)
  }

  @Test("a file that does not balance is not said to")
  func unbalanced() throws {
    var report = HostileReport.report()
    report.files[0].opened += 1
    let inputs = try #require(try parsed(report)["inputs"] as? [[String: Any]])
    let balance = try #require(inputs[0]["balance"] as? [String: Any])
    #expect(balance["balanced"] as? Bool == false)
  }

  @Test("the order of outputs does not matter")
  func sortedOutputs() throws {
    let report = HostileReport.report()
    #expect(
      try Manifest.bytes(of: report, outputs: outputs)
        == Manifest.bytes(of: report, outputs: outputs.reversed()))
  }

  private func parsed(_ report: QuarterReport) throws -> [String: Any] {
    let bytes = try Manifest.bytes(of: report, outputs: outputs)
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
