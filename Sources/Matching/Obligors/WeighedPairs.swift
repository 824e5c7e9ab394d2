/// The pairs of parties that weigh enough to be asked about, the heaviest first.
///
/// Of equal weights those of earlier parties come first: parties stand in the order of what records
/// say, so that the order of files shows nowhere.
struct WeighedPairs {
  struct Pair {
    let left: Int32
    let right: Int32
    let weight: Int32
    /// Whether what both tell of one event, or one number, holds them as an address does.
    let isHeld: Bool
    /// Whether they say enough beside their names.
    let isSupported: Bool

    init(_ left: Int, _ right: Int, _ weight: Int32, _ evidence: Evidence) {
      self.left = Int32(left)
      self.right = Int32(right)
      self.weight = weight
      isHeld = evidence.event != .missing || evidence.code != .missing
      isSupported = evidence.isSupported
    }

    /// The party that is not `party`.
    func other(than party: Int32) -> Int32 { left == party ? right : left }
  }

  private(set) var pairs: [Pair] = []
  /// By party, the places of its pairs, the heaviest first, one party's behind the other's.
  private var starts: [Int32] = []
  private var places: [Int32] = []

  /// Takes pairs ascending by parties.
  init(_ found: [Pair], parties: Int) {
    var order = KeyedOrder()
    for (place, pair) in found.enumerated() {
      order.add(UInt64(Int64(Int32.max) - Int64(pair.weight)), Int32(place))
    }
    order.sort()
    pairs = order.numbers.map { found[Int($0)] }
    starts = [Int32](repeating: 0, count: parties + 1)
    for pair in pairs {
      starts[Int(pair.left) + 1] += 1
      starts[Int(pair.right) + 1] += 1
    }
    for party in 0..<parties { starts[party + 1] += starts[party] }
    var ends = starts
    places = [Int32](repeating: 0, count: pairs.count * 2)
    for (place, pair) in pairs.enumerated() {
      for party in [Int(pair.left), Int(pair.right)] {
        places[Int(ends[party])] = Int32(place)
        ends[party] += 1
      }
    }
  }

  /// The places in `pairs` of a party's pairs, the heaviest first.
  func places(of party: Int32) -> ArraySlice<Int32> {
    places[Int(starts[Int(party)])..<Int(starts[Int(party) + 1])]
  }
}
