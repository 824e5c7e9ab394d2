/// Lanes compared one by one: the compiler makes one instruction of such a loop, where the standard
/// library's `min()`, `pointwiseMax(_:_:)` and `replacing(with:where:)` take several or go lane by lane.
extension SIMD8 where Scalar: BinaryFloatingPoint {
  /// In each lane the other's number where that is greater.
  @inline(__always)
  func raised(to other: Self) -> Self {
    var lanes = self
    for lane in 0..<8 { lanes[lane] = other[lane] > self[lane] ? other[lane] : self[lane] }
    return lanes
  }

  /// In each lane the other's number where that is less.
  @inline(__always)
  func lowered(to other: Self) -> Self {
    var lanes = self
    for lane in 0..<8 { lanes[lane] = other[lane] < self[lane] ? other[lane] : self[lane] }
    return lanes
  }

  /// The least lane, found by halves.
  @inline(__always)
  var least: Scalar {
    var four = lowHalf
    for lane in 0..<4 { four[lane] = highHalf[lane] < four[lane] ? highHalf[lane] : four[lane] }
    var two = four.lowHalf
    for lane in 0..<2 {
      two[lane] = four.highHalf[lane] < two[lane] ? four.highHalf[lane] : two[lane]
    }
    return two[1] < two[0] ? two[1] : two[0]
  }

  /// The greatest lane.
  @inline(__always)
  var greatest: Scalar { -(-self).least }

  /// The lanes where each can be read by its number without the others.
  @inline(__always)
  var array: InlineArray<8, Scalar> {
    [self[0], self[1], self[2], self[3], self[4], self[5], self[6], self[7]]
  }
}
