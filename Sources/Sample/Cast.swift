import Vocabulary

/// The parties the sample needs for its cases, beside the many it draws at random.
struct Cast {
  /// Parties at large.
  let crowd: [SampleParty]
  /// Obligors with an earlier case that found damage, within two years of the third quarter.
  let repeating: [SampleParty]
  /// Obligors whose earlier case with damage is older than two years.
  let longAgo: [SampleParty]
  /// Obligors whose earlier case found no damage.
  let cleared: [SampleParty]
  /// Obligors of both quarters.
  let returning: [SampleParty]
  /// Firms for everything else, each used once.
  private(set) var spare: [SampleParty]

  init(scale: Int, seed: UInt64) {
    var sequence = SeededSequence(seed: seed, part: "cast")
    crowd = (0..<700 * scale).map { SampleParty.invented(serial: 1000 + $0, &sequence) }
    var special: [SampleParty] = []
    var serial = 0
    while special.count < 90 {
      let party = SampleParty.invented(serial: 100 + serial, &sequence)
      if party.kind == .firm { special.append(party) }
      serial += 1
    }
    repeating = Array(special[0..<3])
    longAgo = Array(special[3..<5])
    cleared = Array(special[5..<7])
    returning = Array(special[7..<10])
    spare = Array(special[10...].reversed())
  }

  /// A firm that nothing else of the sample uses, while there are any; one of the crowd after that.
  mutating func firm() -> SampleParty { spare.popLast() ?? crowd[0] }

  /// Two firms with names one character apart and each its own valid code, of one town.
  mutating func similar() -> (SampleParty, SampleParty) {
    var first = firm()
    var second = firm()
    second.county = first.county
    second.town = first.town
    first.name = "忻州市岚砚铸造有限公司"
    second.name = "忻州市岚砚锻造有限公司"
    return (first, second)
  }

  /// A firm and another firm's name under the same code.
  mutating func oneCode() -> (SampleParty, SampleParty) {
    let first = firm()
    var second = firm()
    second.creditCode = first.creditCode
    return (first, second)
  }

  /// A firm and its namesake of another county, which states no code.
  mutating func namesakes() -> (SampleParty, SampleParty) {
    var first = firm()
    first.name = "山西禾溯建材有限公司"
    var second = firm()
    second.name = first.name
    second.creditCode = ""
    second.county = (first.county + 5) % SampleCounty.all.count
    second.town = SampleCounty.all[second.county].towns[0]
    return (first, second)
  }

  /// A firm and its branch in another county, each with its own code.
  mutating func parentAndBranch() -> (SampleParty, SampleParty) {
    let parent = firm()
    var branch = firm()
    let county = SampleCounty.all[branch.county].short
    branch.name = parent.name + county + "分公司"
    return (parent, branch)
  }

  /// The first of the crowd of that kind.
  func first(_ kind: SampleParty.Kind) -> SampleParty {
    crowd.first { $0.kind == kind } ?? crowd[0]
  }
}
