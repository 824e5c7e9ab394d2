import Vocabulary

/// A Hilbert curve of 2^16 by 2^16 cells over an extent: what is near on it is near on the ground.
struct HilbertCurve {
  private let extent: Box
  /// The bits of each coordinate.
  private let bits: UInt32

  init(over extent: Box, bits: UInt32 = 16) {
    self.extent = extent
    self.bits = bits
  }

  /// Where along the curve the place lies; one outside the extent is taken to its edge.
  func position(longitude: Double, latitude: Double) -> UInt32 {
    let most = Double((1 << bits) - 1 as UInt32)
    func cell(_ value: Double, _ low: Double, _ high: Double) -> UInt32 {
      guard high > low, value.isFinite else { return 0 }
      return UInt32(min(most, max(0, (value - low) / (high - low) * most)))
    }
    var x = cell(longitude, extent.west, extent.east)
    var y = cell(latitude, extent.south, extent.north)
    var position: UInt32 = 0
    for bit in stride(from: bits, to: 0, by: -1) {
      let right = x >> (bit - 1) & 1
      let upper = y >> (bit - 1) & 1
      position = position << 2 | (3 * right) ^ upper
      // In a lower quadrant the curve is turned, in the right one of them about, too. Without branches,
      // for half of them would be guessed wrongly.
      let turned = 0 &- (upper ^ 1)
      let about = (0 &- right) & turned
      let change = (x ^ y) & turned
      x ^= change ^ about
      y ^= change ^ about
    }
    return position
  }

  /// The boxes' numbers in the order of their centres on the curve, those of one cell as given.
  func order(of boxes: [Box], where isIncluded: (Int) -> Bool = { _ in true }) -> [Int] {
    order(boxes.indices, where: isIncluded) {
      ((boxes[$0].west + boxes[$0].east) / 2, (boxes[$0].south + boxes[$0].north) / 2)
    }
  }

  /// The places' numbers in the order of the curve, those of one cell as given.
  func order(of points: [Point]) -> [Int] {
    order(points.indices) { (points[$0].longitude, points[$0].latitude) }
  }

  private func order(
    _ numbers: Range<Int>, where isIncluded: (Int) -> Bool = { _ in true },
    _ place: (Int) -> (longitude: Double, latitude: Double)
  ) -> [Int] {
    var keys: [UInt64] = []
    keys.reserveCapacity(numbers.count)
    for number in numbers where isIncluded(number) {
      let (longitude, latitude) = place(number)
      keys.append(
        UInt64(position(longitude: longitude, latitude: latitude)) << 32 | UInt64(number))
    }
    sort(&keys)
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// Sorts by the position in the upper half, equal ones as given: digit by digit, the last one first.
  private func sort(_ keys: inout [UInt64]) {
    guard keys.count > 4_096 else { return keys.sort() }
    let digitBits: UInt64 = bits > 12 ? 11 : 12
    var sorted = [UInt64](repeating: 0, count: keys.count)
    for shift in stride(from: 32, to: 32 + 2 * UInt64(bits), by: Int(digitBits)) {
      let mask: UInt64 = (1 << digitBits) - 1
      var ends = [Int](repeating: 0, count: Int(mask) + 2)
      for key in keys { ends[Int(key >> shift & mask) + 1] += 1 }
      for digit in 1..<ends.count { ends[digit] += ends[digit - 1] }
      for key in keys {
        let digit = Int(key >> shift & mask)
        sorted[ends[digit]] = key
        ends[digit] += 1
      }
      swap(&keys, &sorted)
    }
  }
}
