/// A Hilbert curve of 2^16 by 2^16 cells over an extent: what is near on it is near on the ground.
struct HilbertCurve {
  private let extent: Box

  init(over extent: Box) { self.extent = extent }

  /// Where along the curve the box's centre lies.
  func position(of box: Box) -> UInt32 {
    func cell(_ value: Double, _ low: Double, _ high: Double) -> UInt32 {
      guard high > low, value.isFinite else { return 0 }
      return UInt32(min(65_535, max(0, (value - low) / (high - low) * 65_535)))
    }
    var x = cell((box.west + box.east) / 2, extent.west, extent.east)
    var y = cell((box.south + box.north) / 2, extent.south, extent.north)
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

  /// The places' numbers in the order of the curve, those of one cell in the given order.
  func order(of places: [Box], where isIncluded: (Int) -> Bool = { _ in true }) -> [Int] {
    var keys: [UInt64] = []
    keys.reserveCapacity(places.count)
    for number in places.indices where isIncluded(number) {
      keys.append(UInt64(position(of: places[number])) << 32 | UInt64(number))
    }
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }
}
