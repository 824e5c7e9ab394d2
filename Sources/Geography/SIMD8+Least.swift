extension SIMD8 where Scalar: BinaryFloatingPoint {
  /// The least lane, found by halves; the standard library's `min()` goes lane by lane.
  @inline(__always)
  var least: Scalar {
    let four = lowHalf.replacing(with: highHalf, where: highHalf .< lowHalf)
    let (low, high) = (four.lowHalf, four.highHalf)
    let two = low.replacing(with: high, where: high .< low)
    return two[1] < two[0] ? two[1] : two[0]
  }
}
