import Foundation
import Testing

/// What a drop's texts must not do in the outputs.
@Suite struct HostileTextTests {
  /// Values that stand in a party's name, a place or a fact, each with a mark to find it by.
  static let payloads = [
    "=HYPERLINK(\"http://example.invalid/\",\"M01\")", "+M02+cmd|'/C calc'!A0", "-2+3+M03",
    "@SUM(1,2)M04", "＝M05（１）", "\tM06=1", "<script>alert('M07')</script>",
    "<img src=x onerror=alert('M08')>", "\"><svg onload=alert('M09')>", "M10&lt;b&gt;&amp;",
    "甲\u{202E}M11厂\u{202C}", "M12'); DROP TABLE run;--", "../../M13", "</details></table>M14",
    "M15\u{1B}[31m", "{\"M16\":\"}\\\"", "]]>M17<![CDATA[",
  ]

  private static func screened() throws -> Workbench {
    let bench = try Workbench()
    var drop = TransferDrop(count: payloads.count)
    for (row, payload) in payloads.enumerated() {
      for column in [5, 8, 11] { drop.rows[row][column] = payload }
    }
    // Rejected rows are shown too.
    for row in 0..<2 { drop.rows[row][3] = "2026-13-01" }
    try bench.write(drop.text(), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3 + ["--max-rejects", "90%"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(!outcome.everything.contains("\u{1B}"))
    return bench
  }

  @Test("the tables for machines hold the values as they are, the workbook holds them as text")
  func formulas() throws {
    let bench = try Self.screened()
    let names = try bench.table("leads", of: "2026Q3").column("obligor_name")
    for payload in Self.payloads[2...4] {
      #expect(names.contains(payload), "\(payload) in \(names)")
    }
    let rejects = try bench.table("rejects", of: "2026Q3").named
    for row in rejects where row["code"] == "E301" {
      #expect(row["raw"]?.contains(row["record"] == "1" ? "M01" : "M02") == true, "\(row)")
    }
    #expect(rejects.count { $0["code"] == "E301" } == 2)
  }

  @Test("no cell of the workbook is a formula or a link")
  func workbook() throws {
    let bench = try Self.screened()
    let script = """
      import sys, openpyxl
      for sheet in openpyxl.load_workbook(sys.argv[1]):
          for row in sheet.iter_rows():
              for cell in row:
                  text = str(cell.value or "")
                  if cell.data_type == "f" and "M0" in text or cell.hyperlink and "M0" in str(cell.hyperlink.target):
                      print(sheet.title, cell.coordinate, text)
      """
    let outcome = try NeededTool.python.run(
      ["-c", script, "Reports/2026Q3/ledger.xlsx"], in: bench.url)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.isEmpty, "\(outcome.output)")
  }

  @Test("no markup of a value is markup of the page, and no value turns its text round")
  func page() throws {
    let page = try Self.screened().text("Reports/2026Q3/report.html")
    for markup in ["<script>alert", "<img src=x", "<svg onload", "</table>M14", "]]>M17"] {
      #expect(!page.contains(markup), "\(markup)")
    }
    #expect(page.contains("M07"), "the value is shown as text")
    for scalar in page.unicodeScalars {
      let value = scalar.value
      #expect(!(0x202A...0x202E).contains(value) && !(0x2066...0x2069).contains(value))
      #expect(value >= 0x20 || value == 0x0A, "a control character")
    }
  }

  @Test("messages and explanations show no control or turning character")
  func messages() throws {
    let bench = try Self.screened()
    for id in try bench.table("leads", of: "2026Q3").column("lead_id") {
      let outcome = try bench.run(["explain", id])
      #expect(outcome.status == 0)
      #expect(
        outcome.everything.unicodeScalars.allSatisfy {
          ($0.value >= 0x20 || $0.value == 0x0A) && !(0x202A...0x202E).contains($0.value)
        })
    }
    #expect(try bench.run(["ledger", "verify"]).status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.url.path) == ["workspace"])
  }
}
