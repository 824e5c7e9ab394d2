import Sample
import Matching
import MatchingTrial
import Testing
import Vocabulary

/// An invented drop and the ways to match it: whole, in another order, in two runs, with decisions.
struct TrialMatch {
  let plan: TrialPlan
  let table: RecordTable
  var home: DivisionCode { plan.jurisdiction }

  init(_ name: String, records: Int, skew: TrialPlan.Skew = .none) throws {
    plan = try #require(TrialPlan.named(name, records: records, skew: skew))
    table = TrialDrop(plan).table().table
  }

  func match(_ table: RecordTable, _ settled: SettledRows = SettledRows()) -> Matching {
    Matching(table, settled: settled, home: home, measuresItself: settled.count == 0)
  }

  /// The rows in that order, files in the order in which they come.
  func table(in order: [Int]) -> RecordTable {
    var permuted = RecordTable()
    permuted.append(order, of: table)
    return permuted
  }

  /// A run that settled the first `count` rows of the table.
  static func settled(_ matching: Matching, _ count: Int) -> SettledRows {
    SettledRows(
      obligor: Array(matching.obligor.prefix(count)), lead: Array(matching.lead.prefix(count)),
      obligorCount: matching.newObligors, leadCount: matching.newLeads)
  }
}

/// What a join is apart from the places of its rows in the table.
struct PlacelessJoin: Hashable, Comparable {
  let first: ContentHash
  let second: ContentHash
  let rule: String
  let weight: Int32

  init(_ join: Join, _ table: RecordTable) {
    let (one, other) = (table.content[join.earlier], table.content[join.later])
    (first, second) = (min(one, other), max(one, other))
    rule = join.rule.rawValue
    weight = join.weight ?? 0
  }

  static func < (left: PlacelessJoin, right: PlacelessJoin) -> Bool {
    (left.first, left.second, left.rule) < (right.first, right.second, right.rule)
  }
}

/// What a question is apart from the names of its rows.
struct PlacelessQuestion: Hashable {
  let kind: String
  let pair: RecordPair?
  let question: String
  let weight: Int32?

  init(_ item: ReviewItem) {
    kind = item.kind.rawValue
    pair = item.pair
    question = item.question
    weight = item.weight
  }
}

extension SeededSequence: RandomNumberGenerator {}
