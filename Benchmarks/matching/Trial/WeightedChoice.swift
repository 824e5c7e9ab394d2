import Sample

/// Draws places of a list, the first the most often: Zipf's law with a flat head.
struct WeightedChoice: Sendable {
  /// Sums of the weights so far, in units of 1/2^32.
  private let sums: [UInt64]

  /// `count` places; place n weighs (n + 1 + flatness)^-exponent.
  init(count: Int, flatness: Double = 0, steps exponent: Int = 1) {
    var total = 0.0
    var running: [Double] = []
    for place in 0..<count {
      let base = Double(place + 1) + flatness
      var weight = 1.0
      for _ in 0..<exponent { weight /= base }
      total += weight
      running.append(total)
    }
    sums = running.map { UInt64($0 / total * 4_294_967_296) }
  }

  /// Places with the weights given.
  init(weights: [Int]) {
    let total = weights.reduce(0, +)
    var sum = 0
    sums = weights.map {
      sum += $0
      return UInt64(sum) << 32 / UInt64(max(total, 1))
    }
  }

  /// A place, by binary search.
  func pick(_ sequence: inout SeededSequence) -> Int {
    let drawn = sequence.next() >> 32
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= drawn { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
