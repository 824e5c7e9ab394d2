import Vocabulary

/// What drop to invent: where, how large, from which seed and with which words in favour.
package struct TrialPlan: Sendable {
  /// A block that is far too large, put into the drop to see that time stays linear.
  package enum Skew: String, Sendable, CaseIterable {
    case none
    /// Half of all events are one county government's.
    case government
    /// Half of all obligors are called 个体户.
    case soleTrader = "sole-trader"
    /// Fifty companies at a time state one code.
    case sharedCode = "shared-code"
  }

  /// How names are made, so that the place to tune on is not the place that judges.
  struct Weighting: Sendable {
    /// How many in a hundred organisations have a region in their names.
    let region: Int
    /// Of those, in a hundred: county, city with 市, city without; the rest is the province.
    let regions: (county: Int, city: Int, short: Int)
    /// Added to the rank of a brand's character or of a trade before its weight is the reciprocal: the
    /// larger, the flatter.
    let flatness: Double
    /// Where the lists of characters and trades begin: other words are the common ones.
    let rotation: Int
    /// How many in a hundred addresses are a road and a number, and not a village.
    let streets: Int
  }

  package let name: String
  /// A city, or a province whose cities all take part.
  package let jurisdiction: DivisionCode
  package let seed: UInt64
  /// About how many records; events come whole, so that a few more or less are made.
  package let records: Int
  package let skew: Skew
  package let quarter: Quarter
  /// What drop it is of several that are put together: codes and numbers of one are none of another.
  let part: Int
  let weighting: Weighting

  private init?(
    _ name: String, _ jurisdiction: Int, seed: UInt64, records: Int, skew: Skew,
    _ weighting: Weighting, part: Int = 0
  ) {
    guard let code = DivisionCode(number: jurisdiction), let quarter = Quarter("2026Q4") else {
      return nil
    }
    self.name = name
    self.part = part
    self.jurisdiction = code
    self.seed = seed
    self.records = max(records, 1)
    self.skew = skew
    self.quarter = quarter
    self.weighting = weighting
  }

  /// What is added to the numbers of its events and of its obligors, of which there are fewer than
  /// records.
  var firstNumber: Int { part * records }

  /// The names `named` knows.
  package static let names = ["tuning", "held-out", "province"]

  /// The provinces of `provinces`: 107 cities, nearly eleven each.
  private static let ten = [
    130_000, 140_000, 220_000, 230_000, 320_000, 330_000, 350_000, 360_000, 520_000, 610_000,
  ]

  /// Drops of ten provinces that hold so many records together, each as dense as `province` is with a
  /// tenth of them.
  package static func provinces(records: Int) -> [TrialPlan] {
    guard let one = named("province", records: records / ten.count) else { return [] }
    return ten.enumerated().compactMap { number, code in
      TrialPlan(
        one.name, code, seed: one.seed &+ UInt64(number) << 8, records: one.records, skew: .none,
        one.weighting, part: number)
    }
  }

  /// The plan of that name; `nil` if there is none.
  ///
  /// `tuning` and `held-out` are a city each, with other places, other common words and another share
  /// of regions in names: parameters are chosen on the first, the second judges. `province` is the
  /// eleven cities of one, for drops of a million records and more.
  package static func named(
    _ name: String, records: Int = 40_000, skew: Skew = .none
  ) -> TrialPlan? {
    let first = Weighting(
      region: 86, regions: (county: 44, city: 32, short: 14), flatness: 24, rotation: 0, streets: 45
    )
    switch name {
    case "tuning":
      return TrialPlan(
        name, 140_900, seed: 0x7EAD_5C4E_E000_000A, records: records, skew: skew, first)
    case "held-out":
      return TrialPlan(
        name, 320_500, seed: 0x7EAD_5C4E_E000_000B, records: records, skew: skew,
        Weighting(
          region: 74, regions: (county: 22, city: 52, short: 18), flatness: 40, rotation: 117,
          streets: 78))
    case "province":
      return TrialPlan(
        name, 140_000, seed: 0x7EAD_5C4E_E000_000C, records: records, skew: skew, first)
    default: return nil
    }
  }
}
