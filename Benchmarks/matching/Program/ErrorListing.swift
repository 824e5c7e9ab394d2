import Matching
import MatchingTrial
import Vocabulary

/// What went wrong in matching an invented drop: for looking at the plan that parameters are chosen on.
struct ErrorListing {
  private let table: RecordTable
  private let truth: [TrialTruth]
  private let matching: Matching

  init(_ drop: TrialDrop, model: MatchingModel) {
    (table, truth) = drop.table()
    matching = Matching(
      table, settled: SettledRows(), home: drop.plan.jurisdiction, model: model)
  }

  /// Joins by rule with the share that is wrong, then `count` wrong joins and as many that are missing.
  func lines(_ count: Int) -> [String] {
    rules(matching.obligorJoins, \.obligor) + rules(matching.leadJoins, \.lead)
      + wrong(matching.obligorJoins, \.obligor, count)
      + missing(matching.obligor, \.obligor, count)
      + wrong(matching.leadJoins, \.lead, count) + missing(matching.lead, \.lead, count)
      + causes()
  }

  /// Missed pairs of one event by what their obligors came to and by what the two rows say.
  private func causes() -> [String] {
    var counts: [String: Int] = [:]
    let rows = truth.indices.filter { truth[$0].lead >= 0 }
    for (_, rows) in Dictionary(grouping: rows, by: { truth[$0].lead }) {
      for (place, one) in rows.enumerated() {
        for other in rows[(place + 1)...] where matching.lead[one] != matching.lead[other] {
          counts["\(obligors(one, other)), \(days(one, other))", default: 0] += 1
        }
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "missed pairs of leads: \($0.key): \($0.value)" }
  }

  private func obligors(_ one: Int, _ other: Int) -> String {
    let (left, right) = (matching.obligor[one], matching.obligor[other])
    if left < 0 || right < 0 { return "nobody named" }
    return left == right ? "one obligor" : "two obligors"
  }

  private func days(_ one: Int, _ other: Int) -> String {
    guard let left = table.day(.occurrence, one), let right = table.day(.occurrence, other) else {
      return "a day missing"
    }
    let gap = abs(left.days(since: right))
    return gap == 0 ? "one day" : gap <= 3 ? "near days" : "other days"
  }

  private func rules(_ joins: [Join], _ owner: KeyPath<TrialTruth, Int32>) -> [String] {
    Dictionary(grouping: joins, by: \.rule.rawValue).sorted { $0.key < $1.key }.map { rule, joins in
      let wrong = joins.count {
        truth[$0.earlier][keyPath: owner] != truth[$0.later][keyPath: owner]
      }
      return "\(rule): \(joins.count) joins, \(wrong) wrong"
    }
  }

  private func wrong(
    _ joins: [Join], _ owner: KeyPath<TrialTruth, Int32>, _ count: Int
  ) -> [String] {
    joins.filter {
      let (one, other) = (truth[$0.earlier], truth[$0.later])
      return one[keyPath: owner] >= 0 && other[keyPath: owner] >= 0
        && one[keyPath: owner] != other[keyPath: owner]
    }.prefix(count).map {
      "wrong \($0.rule.rawValue) \(JoinEvidence.text($0, table))\n    \(words($0.earlier))\n    \(words($0.later))"
    }
  }

  /// Records of one truth whose clusters differ, the first of each, those with most pairs lost first.
  private func missing(
    _ cluster: [Int32], _ owner: KeyPath<TrialTruth, Int32>, _ count: Int
  ) -> [String] {
    var found: [(lost: Int, line: String)] = []
    let rows = cluster.indices.filter { truth[$0][keyPath: owner] >= 0 }
    for (_, rows) in Dictionary(grouping: rows, by: { truth[$0][keyPath: owner] })
      .sorted(by: { $0.key < $1.key })
    {
      let parts = Dictionary(grouping: rows) { cluster[$0] }.values.sorted {
        ($0.count, $0[0]) > ($1.count, $1[0])
      }
      guard parts.count > 1 else { continue }
      let lost = (rows.count * rows.count - parts.reduce(0) { $0 + $1.count * $1.count }) / 2
      found.append(
        (
          lost,
          "missing \(truth[rows[0]].kindName), \(lost) pairs\n"
            + parts.prefix(4).map { "    \($0.count): \(words($0[0]))" }.joined(separator: "\n")
            + refusals(Set(rows))
        ))
    }
    return found.sorted { $0.lost > $1.lost }.prefix(count).map(\.line)
  }

  private func words(_ row: Int) -> String {
    let fields: [TextField] = [
      .partyName, .creditCode, .weakCode, .legalRepresentative, .place, .documentNumber,
      .recordNumber,
    ]
    return fields.map { table.string($0, row) }.joined(separator: "|")
      + "|\(table.county[row])|\(table.source[row])|\(table.day(.occurrence, row)?.description ?? "-")"
      + "|\(table.day(.discovery, row)?.description ?? "-")"
      + "|\(handled(row)?.description ?? "-")|\(table.media[row].cases.map { "\($0)" })"
  }

  /// Why pairs of these rows stayed apart, each reason once.
  private func refusals(_ rows: Set<Int>) -> String {
    let found = matching.refused.filter { rows.contains($0.left) && rows.contains($0.right) }
      .map { refusal in
        let reasons = refusal.reasons.map(\.rawValue).joined(separator: " ")
        let bits =
          refusal.waterfall.map {
            $0.pieces.map { "\($0.level) \($0.weight)" }.joined(separator: ", ")
          } ?? "-"
        let second = refusal.second.map { " second \($0.weight): \(words($0.record))" } ?? ""
        return "\n    refused \(refusal.scope) \(reasons) \(bits)\(second)"
      }
    return Set(found).sorted().joined()
  }

  /// When it was reported, decided or taken in.
  private func handled(_ row: Int) -> Day? {
    table.day(.reportReceived, row) ?? table.day(.decision, row)
      ?? table.day(.transferReceived, row)
  }
}
