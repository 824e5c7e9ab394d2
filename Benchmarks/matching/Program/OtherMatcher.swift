import Foundation
import MatchingTrial
import Normalise
import Vocabulary

/// Records for another matcher, and its clusters measured by the same rule as ours.
enum OtherMatcher {
  /// What `evaluate` prints and saves.
  struct Result: Encodable {
    let plan: String
    let obligors: Agreement
    let obligorsByKind: [String: Agreement]
    let organisations: Agreement
    /// Only of what also says which event a record is of.
    let leads: Agreement?
  }

  /// Writes the records that name somebody as typed values, the way matching gets them.
  ///
  /// The columns are `row,source,name,code,person,county,representative,address`, names folded. The
  /// words for regions go to `.regions` beside the file.
  static func export(_ drop: TrialDrop, to path: String) throws {
    let (table, truth) = drop.table()
    var text = "row,source,name,code,person,county,representative,address\n"
    for row in 0..<table.count where truth[row].obligor >= 0 {
      let name = Array(table.string(.partyName, row).utf8)
      let cells = [
        "\(row)", table.source[row].name, String(decoding: nameKey(name.span), as: UTF8.self),
        table.string(.creditCode, row), table.string(.personID, row), "\(table.county[row])",
        table.string(.legalRepresentative, row), table.string(.place, row),
      ]
      text += cells.map { $0.replacing(",", with: "，") }.joined(separator: ",") + "\n"
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try Data(drop.regions.joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: path + ".regions"))
  }

  /// Reads `row,cluster` and prints how well the clusters agree with the truth.
  static func evaluate(_ drop: TrialDrop, clusters path: String, json: String?) throws {
    let (table, truth) = drop.table()
    var obligors = Numbers(count: table.count)
    for cells in try lines(of: path) where cells.count == 2 {
      obligors.set(Int(cells[0]) ?? -1, cells[1])
    }
    try report(drop, table, truth, obligors, leads: nil, json: json)
  }

  /// Reads the records.csv of a screening of the drop's files and judges its obligors and leads.
  static func screened(_ drop: TrialDrop, records path: String, json: String?) throws {
    let (table, truth) = drop.table()
    var rows: [String: Int] = [:]
    for row in truth.indices { rows["\(drop.paths[truth[row].file])#\(truth[row].record)"] = row }
    var (obligors, leads) = (Numbers(count: table.count), Numbers(count: table.count))
    // file,record,line,status,lead_id,obligor_id,reason
    for cells in try lines(of: path) where cells.count > 5 {
      let row = rows["\(cells[0])#\(cells[1])"] ?? -1
      leads.set(row, cells[4])
      obligors.set(row, cells[5])
    }
    try report(drop, table, truth, obligors, leads: leads, json: json)
  }

  /// Numbers for names of clusters, by row; -1 for none.
  private struct Numbers {
    private(set) var byRow: [Int32]
    private var known: [Substring: Int32] = [:]

    init(count: Int) { byRow = Array(repeating: -1, count: count) }

    mutating func set(_ row: Int, _ name: Substring) {
      guard byRow.indices.contains(row), !name.isEmpty else { return }
      let number = known[name, default: Int32(known.count)]
      known[name] = number
      byRow[row] = number
    }
  }

  /// The cells of every line but the first; quotes are not looked at.
  private static func lines(of path: String) throws -> [[Substring]] {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  private static func report(
    _ drop: TrialDrop, _ table: RecordTable, _ truth: [TrialTruth], _ obligors: Numbers,
    leads: Numbers?, json: String?
  ) throws {
    let codes = Quality.codes(table)
    let result = Result(
      plan: drop.plan.name,
      obligors: Agreement(cluster: obligors.byRow, truth: truth.map(\.obligor), code: codes),
      obligorsByKind: Quality.byKind(obligors.byRow, truth, codes),
      organisations: Quality.organisations(obligors.byRow, truth, codes),
      leads: leads.map {
        Agreement(
          cluster: $0.byRow, truth: truth.map(\.lead), code: Quality.documents(table))
      })
    for (title, score) in [
      ("obligors, all pairs", result.obligors.pairs),
      ("without a shared code", result.obligors.pairsWithoutCode),
      ("organisations without a shared code", result.organisations.pairsWithoutCode),
      ("B-cubed", result.obligors.bCubed),
    ] + (result.leads.map { [("leads, all pairs", $0.pairs)] } ?? []) {
      print(
        "\(title): P \(QualityReport.share(score.precision)) R \(QualityReport.share(score.recall))"
          + " F1 \(QualityReport.share(score.f1))")
    }
    if let json { try MatchingBenchmark.save(result, to: json) }
  }
}
