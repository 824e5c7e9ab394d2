import Vocabulary

/// A Hilbert curve of 2^16 by 2^16 cells over an extent: what is near on it is near on the ground.
struct HilbertCurve {
  private let extent: Box

  init(over extent: Box) { self.extent = extent }

  /// Where along the curve the place lies; one outside the extent is taken to its edge.
  func position(longitude: Double, latitude: Double) -> UInt32 {
    func cell(_ value: Double, _ low: Double, _ high: Double) -> UInt32 {
      guard high > low, value.isFinite else { return 0 }
      return UInt32(min(65_535, max(0, (value - low) / (high - low) * 65_535)))
    }
    var x = cell(longitude, extent.west, extent.east)
    var y = cell(latitude, extent.south, extent.north)
    var position: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side != 0 ? 1 : 0
      let upper: UInt32 = y & side != 0 ? 1 : 0
      position += side * side * ((3 * right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = 65_535 &- x
          y = 65_535 &- y
        }
        swap(&x, &y)
      }
      side >>= 1
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
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }
}
