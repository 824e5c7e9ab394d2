import Foundation
import Testing

/// What became of the records of one file.
struct FileBalance: Equatable, CustomStringConvertible {
  var records = 0
  var opened = 0
  var merged = 0
  var repeats = 0
  var rejected = 0

  var isBalanced: Bool { records == opened + merged + repeats + rejected }

  var description: String { "\(records) = \(opened) + \(merged) + \(repeats) + \(rejected)" }

  static func + (left: FileBalance, right: FileBalance) -> FileBalance {
    FileBalance(
      records: left.records + right.records, opened: left.opened + right.opened,
      merged: left.merged + right.merged, repeats: left.repeats + right.repeats,
      rejected: left.rejected + right.rejected)
  }
}

/// The balance of every file of the drop, as each output states it.
@Suite struct BalanceTests {
  @Test(
    "records = opened + merged + repeats + rejected, the same in records.csv, manifest, workbook and page",
    arguments: SampleScreeningTests.quarters)
  func balance(quarter: String) throws {
    let bench = try SampleRun.made.workbench
    let records = try inRecords(bench, quarter)
    #expect(records.count == 6)
    for (file, balance) in records {
      #expect(balance.isBalanced, "\(file): \(balance)")
      #expect(balance.records > 0)
    }
    #expect(try inManifest(bench, quarter) == records)
    #expect(try inWorkbook(bench, quarter) == records)
    #expect(try inPage(bench, quarter) == records)
  }

  @Test("the totals of the run are the sums of the files")
  func totals() throws {
    let sample = try SampleRun.made
    let total = try inRecords(sample.workbench, "2026Q3").values.reduce(FileBalance(), +)
    let counts = try #require(try JSONValue(sample.third.output)["counts"])
    #expect(counts["files"]?.number == 6)
    #expect(counts["records"]?.number == total.records)
    #expect(counts["leads_opened"]?.number == total.opened)
    #expect(counts["merged"]?.number == total.merged)
    #expect(counts["repeats"]?.number == total.repeats)
    #expect(counts["rejected"]?.number == total.rejected)
    let leads = try sample.workbench.table("leads", of: "2026Q3").named
    #expect(counts["leads"]?.number == leads.count)
    #expect(counts["carried_over"]?.number == leads.count { $0["first_quarter"] == "2026Q2" })
    #expect(counts["leads_opened"]?.number == leads.count { $0["first_quarter"] == "2026Q3" })
    let obligors = Set(leads.compactMap { $0["obligor_id"] }).subtracting([""])
    #expect(counts["obligors"]?.number == obligors.count)
  }

  @Test("rejects.csv and the files to be mended hold every rejected record")
  func rejects() throws {
    let bench = try SampleRun.made.workbench
    for quarter in SampleScreeningTests.quarters {
      let rejected = try bench.table("records", of: quarter).named.filter {
        $0["status"] == "rejected"
      }
      let listed = try bench.table("rejects", of: quarter).named
      #expect(listed.allSatisfy { ($0["file"] ?? "").hasPrefix("Inputs/") }, "a row names its file")
      for row in rejected {
        #expect(
          listed.contains { $0["file"] == row["file"] && $0["record"] == row["record"] }, "\(row)")
      }
      for (path, rows) in Dictionary(grouping: rejected, by: { $0["file"] ?? "" }) {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let mendable = try DeliveredFile(bench.path("Reports/\(quarter)/data/rejects/\(name)"))
        #expect(mendable.records.count == rows.count, "\(name)")
        #expect(try mendable.header == DeliveredFile(bench.path(path)).header)
      }
    }
  }

  private func inRecords(_ bench: Workbench, _ quarter: String) throws -> [String: FileBalance] {
    var balances: [String: FileBalance] = [:]
    for row in try bench.table("records", of: quarter).named {
      let file = row["file"] ?? ""
      balances[file, default: FileBalance()].records += 1
      switch row["status"] {
      case "opened": balances[file, default: FileBalance()].opened += 1
      case "merged": balances[file, default: FileBalance()].merged += 1
      case "repeat": balances[file, default: FileBalance()].repeats += 1
      case "rejected": balances[file, default: FileBalance()].rejected += 1
      default: Issue.record("status \(row["status"] ?? "") of \(file)")
      }
    }
    return balances
  }

  private func inManifest(_ bench: Workbench, _ quarter: String) throws -> [String: FileBalance] {
    let manifest = try JSONValue(bench.text("Reports/\(quarter)/manifest.json"))
    var balances: [String: FileBalance] = [:]
    for input in try #require(manifest["inputs"]?.elements) {
      let balance = try #require(input["balance"])
      func count(_ key: String) throws -> Int { try #require(balance[key]?.number) }
      balances[try #require(input["path"]?.text)] = FileBalance(
        records: try count("records"), opened: try count("opened"), merged: try count("merged"),
        repeats: try count("repeats"), rejected: try count("rejected"))
    }
    return balances
  }

  /// The sheet 来源对账, read by openpyxl.
  private func inWorkbook(_ bench: Workbench, _ quarter: String) throws -> [String: FileBalance] {
    let script = """
      import json, sys, openpyxl
      rows = list(openpyxl.load_workbook(sys.argv[1])["来源对账"].iter_rows(values_only=True))
      wanted = ["来源文件", "用途", "读入记录", "新立线索", "并入线索", "重复记录", "退回"]
      places = [rows[0].index(name) for name in wanted]
      print(json.dumps([[row[place] for place in places] for row in rows[1:]]))
      """
    let outcome = try NeededTool.python.run(
      ["-c", script, "Reports/\(quarter)/ledger.xlsx"], in: bench.url)
    #expect(outcome.status == 0, "\(outcome.messages); scripts/setup --tests installs openpyxl")
    var balances: [String: FileBalance] = [:]
    for row in try #require(try JSONValue(outcome.output).elements) {
      let cells = try #require(row.elements)
      guard let file = cells[0].text, cells[1].text == "本季来源" else { continue }
      let counts = cells[2...].compactMap(\.number)
      try #require(counts.count == 5)
      balances[file] = FileBalance(
        records: counts[0], opened: counts[1], merged: counts[2], repeats: counts[3],
        rejected: counts[4])
    }
    return balances
  }

  /// The rows of the page's table whose heading is the file's path, and five counts in its order.
  private func inPage(_ bench: Workbench, _ quarter: String) throws -> [String: FileBalance] {
    let page = try bench.text("Reports/\(quarter)/report.html")
    var balances: [String: FileBalance] = [:]
    for row in page.matches(of: /<tr><th[^>]*>(?:<[^>]*>)*(Inputs\/2026Q\d\/[^<]*\.csv)(.*?)<\/tr>/)
    {
      let counts = row.output.2.matches(of: /<td class="n( z)?">([\d,]+)/).compactMap {
        Int($0.output.2.replacing(",", with: ""))
      }
      guard counts.count >= 5 else { continue }
      balances[String(row.output.1)] = FileBalance(
        records: counts[0], opened: counts[1], merged: counts[2], repeats: counts[3],
        rejected: counts[4])
    }
    return balances
  }
}
