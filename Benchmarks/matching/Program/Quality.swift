import Matching
import MatchingTrial
import Metering
import Vocabulary

/// How good a matching of an invented drop is; everything that the bars are about.
struct Quality: Encodable {
  let plan: String
  let seed: String
  let records: Int
  let obligors: Agreement
  /// Among the records of one kind of obligor only.
  let obligorsByKind: [String: Agreement]
  /// Among the records of organisations: without persons and sole traders, whose names repeat.
  let organisations: Agreement
  let leads: Agreement
  /// Clusters that hold two different valid credit codes, or two persons' numbers.
  let clustersWithTwoCodes: Int
  /// Records that are with others without a chain of stated reasons.
  let joinedWithoutReason: Int
  let leadsJoinedWithoutReason: Int
  let reviewItems: Int
  let reviewPerThousand: Double
  /// Of a thousand records, how many questions of each kind.
  let reviewByKind: [String: Double]
  /// The share of records that keep their number when the rows come in another order.
  let stableObligors: Double
  let stableLeads: Double
  let reading: ProcessMeter.Reading

  init(_ drop: TrialDrop, model: MatchingModel = .standard) {
    let (table, truth) = drop.table()
    let home = drop.plan.jurisdiction
    let (matching, reading) = ProcessMeter.measure {
      Matching(table, settled: SettledRows(), home: home, model: model)
    }
    self.reading = reading
    plan = drop.plan.name
    seed = String(drop.plan.seed, radix: 16)
    records = table.count
    let codes = Quality.codes(table)
    let realObligors = truth.map(\.obligor)
    obligors = Agreement(cluster: matching.obligor, truth: realObligors, code: codes)
    obligorsByKind = Quality.byKind(matching.obligor, truth, codes)
    organisations = Quality.organisations(matching.obligor, truth, codes)
    // A document or a number is to events what a code is to obligors: those that share one are easy.
    leads = Agreement(
      cluster: matching.lead, truth: truth.map(\.lead),
      code: Quality.documents(table))

    clustersWithTwoCodes =
      Quality.conflicts(table, matching, .creditCode)
      .union(Quality.conflicts(table, matching, .personID)).count
    joinedWithoutReason = Quality.unexplained(matching.obligor, matching.obligorJoins)
    leadsJoinedWithoutReason = Quality.unexplained(
      matching.lead, matching.leadJoins + matching.obligorJoins.filter { $0.rule == .newVersion })
    reviewItems = matching.review.count
    let thousands = Double(max(table.count, 1)) / 1000
    reviewPerThousand = Double(reviewItems) / thousands
    reviewByKind = Dictionary(grouping: matching.review, by: \.kind.rawValue)
      .mapValues { Double($0.count) / thousands }
    (stableObligors, stableLeads) = Quality.stability(table, matching, home, model)
  }

  /// Codes by row; a person's number counts as one.
  static func codes(_ table: RecordTable) -> [UInt32] {
    (0..<table.count).map { row in
      let credit = table.text(.creditCode, row)
      return credit.isMissing ? table.text(.personID, row).number : credit.number
    }
  }

  /// Document numbers by row.
  static func documents(_ table: RecordTable) -> [UInt32] {
    (0..<table.count).map { table.text(.documentNumber, $0).number }
  }

  /// The clusters with more than one value of a number that each obligor has one of.
  private static func conflicts(
    _ table: RecordTable, _ matching: Matching, _ field: TextField
  ) -> Set<Int32> {
    var first: [Int32: TextID] = [:]
    var found: Set<Int32> = []
    for row in 0..<table.count where matching.obligor[row] >= 0 {
      let number = table.text(field, row)
      guard !number.isMissing else { continue }
      let known = first[matching.obligor[row], default: number]
      first[matching.obligor[row]] = known
      if known != number { found.insert(matching.obligor[row]) }
    }
    return found
  }

  static func organisations(
    _ cluster: [Int32], _ truth: [TrialTruth], _ codes: [UInt32]
  ) -> Agreement {
    Agreement(
      cluster: cluster,
      truth: truth.map { ["person", "sole-trader"].contains($0.kindName) ? -1 : $0.obligor },
      code: codes)
  }

  /// Among the records of each kind of obligor alone.
  static func byKind(
    _ cluster: [Int32], _ truth: [TrialTruth], _ codes: [UInt32]
  ) -> [String: Agreement] {
    let kinds = Set(truth.map(\.kindName))
    return Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        (
          kind,
          Agreement(
            cluster: cluster, truth: truth.map { $0.kindName == kind ? $0.obligor : -1 },
            code: codes)
        )
      })
  }

  /// How many records no chain of joins ties to the first record of their cluster.
  private static func unexplained(_ cluster: [Int32], _ joins: [Join]) -> Int {
    var parent = Array(cluster.indices)
    func root(_ row: Int) -> Int {
      var row = row
      while parent[row] != row {
        parent[row] = parent[parent[row]]
        row = parent[row]
      }
      return row
    }
    for join in joins { parent[root(join.later)] = root(join.earlier) }
    var first: [Int32: Int] = [:]
    var count = 0
    for row in cluster.indices where cluster[row] >= 0 {
      if let known = first[cluster[row]] {
        if root(known) != root(row) { count += 1 }
      } else {
        first[cluster[row]] = row
      }
    }
    return count
  }

  /// Matches the rows once more in another order and counts the records that keep their numbers.
  private static func stability(
    _ table: RecordTable, _ matching: Matching, _ home: DivisionCode, _ model: MatchingModel
  ) -> (obligors: Double, leads: Double) {
    guard table.count > 0 else { return (1, 1) }
    var order = Array(0..<table.count)
    var state: UInt64 = 0x5EED
    for place in order.indices.reversed() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(place, Int((state >> 33) % UInt64(place + 1)))
    }
    // Files come in another order as well, so that file numbers differ too.
    var permuted = RecordTable()
    permuted.append(order, of: table)
    let again = Matching(permuted, settled: SettledRows(), home: home, model: model)
    var (obligors, leads) = (0, 0)
    for (place, row) in order.enumerated() {
      if again.obligor[place] == matching.obligor[row] { obligors += 1 }
      if again.lead[place] == matching.lead[row] { leads += 1 }
    }
    return (Double(obligors) / Double(order.count), Double(leads) / Double(order.count))
  }
}
