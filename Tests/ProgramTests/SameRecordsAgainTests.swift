import Foundation
import Testing

/// Records that come again in another guise open no lead.
@Suite struct SameRecordsAgainTests {
  /// A way to deliver the same records again.
  enum Guise: String, CaseIterable, Sendable {
    case renamed, windowsLines, tabs, reorderedRows, reorderedColumns, quoted, inUTF8WithMark

    func text(of drop: TransferDrop) -> String {
      switch self {
      case .renamed: return drop.text()
      case .windowsLines: return drop.text(lineEnding: "\r\n")
      case .tabs: return drop.text(delimiter: "\t")
      case .reorderedRows:
        var other = drop
        other.rows = drop.rows.reversed()
        return other.text()
      case .reorderedColumns:
        var other = drop
        other.rows = drop.rows.map { $0.reversed() }
        return other.text(header: TransferDrop.header.reversed())
      case .quoted:
        return ([TransferDrop.header] + drop.rows).map { row in
          row.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
        }.joined()
      case .inUTF8WithMark: return "\u{FEFF}" + drop.text()
      }
    }
  }

  @Test("the same records in the next quarter are repeats", arguments: Guise.allCases)
  func nextQuarter(guise: Guise) throws {
    let bench = try SmallRun.copy()
    let drop = TransferDrop(count: SmallRun.count)
    try bench.write(guise.text(of: drop), to: "Inputs/2026Q4/再次交来.csv")
    let outcome = try bench.run(Workbench.q4 + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let counts = try #require(try JSONValue(outcome.output)["counts"])
    #expect(counts["leads_opened"]?.number == 0)
    #expect(counts["repeats"]?.number == SmallRun.count)
    #expect(counts["merged"]?.number == 0)
    #expect(counts["leads"]?.number == SmallRun.count)
  }

  @Test("the sample's inspections in another order, encoding and name open no lead again")
  func sampleAgain() throws {
    let bench = try SampleRun.copy()
    let file = try DeliveredFile(bench.path("Inputs/2026Q3/督察问题_2026Q3.csv"))
    var drop = TransferDrop(count: 0)
    drop.rows = file.records.reversed()
    try bench.write(
      drop.text(header: file.header, lineEnding: "\r\n"), to: "Inputs/2026Q4/督察 复本.csv")
    let outcome = try bench.run(Workbench.q4 + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let counts = try #require(try JSONValue(outcome.output)["counts"])
    #expect(counts["leads_opened"]?.number == 0)
    let rejected = try bench.table("records", of: "2026Q3").named.count {
      $0["status"] == "rejected" && $0["file"] == "Inputs/2026Q3/督察问题_2026Q3.csv"
    }
    #expect(counts["rejected"]?.number == rejected)
    #expect(counts["repeats"]?.number == file.records.count - rejected)
  }

  @Test("exchanging the names of a drop's files gives as many leads")
  func permutedNames() throws {
    let names = ["一.csv", "二.csv", "三.csv"]
    let counts = try [[0, 1, 2], [2, 0, 1], [1, 2, 0]].map { order in
      let bench = try Workbench()
      for (part, place) in order.enumerated() {
        // Parts overlap, so that each holds records another has.
        let drop = TransferDrop(count: 10, from: 1 + part * 6)
        try bench.write(drop.text(), to: "Inputs/2026Q3/\(names[place])")
      }
      let outcome = try bench.run(Workbench.q3 + ["--json"])
      let counts = try #require(try JSONValue(outcome.output)["counts"])
      return [counts["leads_opened"]?.number, counts["repeats"]?.number, counts["leads"]?.number]
    }
    #expect(counts[0] == [22, 8, 22])
    #expect(Set(counts).count == 1)
  }

  @Test("the drop of a quarter that grew keeps its leads' ids and opens only the new ones")
  func grownDrop() throws {
    let bench = try SmallRun.copy()
    let before = try bench.table("leads", of: "2026Q3").named
    try bench.write(TransferDrop(count: 3, from: 500).text(), to: "Inputs/2026Q3/补交.csv")
    let outcome = try bench.run(Workbench.q3 + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let after = try bench.table("leads", of: "2026Q3").named
    #expect(after.count == before.count + 3)
    let names = Dictionary(
      after.map { ($0["lead_id"] ?? "", $0["obligor_name"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    #expect(before.allSatisfy { names[$0["lead_id"] ?? ""] == $0["obligor_name"] })
    let counts = try #require(try JSONValue(outcome.output)["counts"])
    #expect(counts["records"]?.number == SmallRun.count + 3)
    #expect(
      counts["leads_opened"]?.number == SmallRun.count + 3, "all were opened in this quarter")
  }
}
