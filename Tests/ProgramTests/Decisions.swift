import Foundation
import Testing

/// Files of decisions as people fill them in.
enum Decisions {
  /// The records of `Workbench.twoDrops`.
  static let first = "Inputs/2026Q2/移送.csv#1"
  static let second = "Inputs/2026Q2/移送.csv#2"
  static let third = "Inputs/2026Q3/移送.csv#1"
  static let fourth = "Inputs/2026Q3/移送.csv#2"

  /// A row of a file whose sides are named.
  static func said(
    _ scope: String, _ left: String, _ right: String, _ verdict: String, day: String = "2026-10-20"
  ) -> [String] { [scope, left, right, verdict, "张三", day, "看过案卷"] }

  /// A file whose rows name their sides.
  static func answers(_ rows: [[String]]) -> String {
    let header = ["scope", "left", "right", "verdict", "person", "day", "reason"]
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// review.csv of a quarter with the same answer to each item.
  static func filled(_ bench: Workbench, _ quarter: String, _ verdict: String) throws -> String {
    let lines = try bench.text("Reports/\(quarter)/data/review.csv").split(separator: "\n")
    return lines.enumerated().map { number, line in
      line + (number == 0 ? ",verdict,person,day,reason\n" : ",\(verdict),张三,2026-10-20,看过案卷\n")
    }.joined()
  }
}

extension Workbench {
  /// Two quarters in which one transfer's number comes again under another party: one question.
  static func asked() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: 1).text(), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(q2).status == 0)
    try bench.write(
      TransferDrop([1], ["当事人": "代县晨光矿业有限公司"]).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(q3).status == 0)
    return bench
  }

  /// Two quarters with two transfers each, of four parties.
  static func twoDrops() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: 2).text(), to: "Inputs/2026Q2/移送.csv")
    #expect(try bench.run(q2).status == 0)
    try bench.write(TransferDrop(count: 2, from: 5).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(q3).status == 0)
    return bench
  }

  /// A column of records.csv.
  func ids(_ quarter: String, _ column: String) throws -> [String] {
    try table("records", of: quarter).named.map { $0[column] ?? "" }
  }

  /// Hands in a file of these rows.
  func decide(_ rows: [[String]], _ more: [String] = []) throws -> LeadscreenProgram.Outcome {
    try write(Decisions.answers(rows), to: "判定.csv")
    return try run(["decide", "判定.csv"] + more)
  }
}
