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
  }

  /// Writes `row,source,name,code,person,county,representative,address`: typed values as matching gets
  /// them, names folded; only records that name somebody.
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
  }

  /// Reads `row,cluster` and prints how well the clusters agree with the truth.
  static func evaluate(_ drop: TrialDrop, clusters path: String, json: String?) throws {
    let (table, truth) = drop.table()
    var cluster = [Int32](repeating: -1, count: table.count)
    var numbers: [Substring: Int32] = [:]
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      guard cells.count == 2, let row = Int(cells[0]), table.count > row, row >= 0 else { continue }
      let number = numbers[cells[1], default: Int32(numbers.count)]
      numbers[cells[1]] = number
      cluster[row] = number
    }
    let codes = Quality.codes(table)
    let result = Result(
      plan: drop.plan.name,
      obligors: Agreement(cluster: cluster, truth: truth.map(\.obligor), code: codes),
      obligorsByKind: Quality.byKind(cluster, truth, codes))
    for (title, score) in [
      ("all pairs", result.obligors.pairs), ("without a shared code", result.obligors.pairsWithoutCode),
      ("B-cubed", result.obligors.bCubed),
    ] {
      print(
        "\(title): P \(QualityReport.share(score.precision)) R \(QualityReport.share(score.recall))"
          + " F1 \(QualityReport.share(score.f1))")
    }
    if let json { try MatchingBenchmark.save(result, to: json) }
  }
}
