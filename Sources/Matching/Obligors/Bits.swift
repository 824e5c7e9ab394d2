/// Weights of evidence in thousandths of a bit, computed in whole numbers so that every machine gets
/// the same.
enum Bits {
  /// log₂(numerator / denominator) in thousandths, rounded down; both from 1 to 2³¹.
  static func of(_ numerator: Int, over denominator: Int) -> Int32 {
    guard numerator > 0, denominator > 0 else { return 0 }
    let ratio = UInt64(numerator) << 32 / UInt64(denominator)
    guard ratio > 0 else { return -32_000 }
    let whole = 63 - ratio.leadingZeroBitCount
    // The mantissa with 31 bits behind the point, squared for each further bit of the logarithm.
    var mantissa = whole >= 31 ? ratio >> UInt64(whole - 31) : ratio << UInt64(31 - whole)
    var fraction = 0
    for _ in 0..<16 {
      mantissa = (mantissa * mantissa) >> 31
      fraction <<= 1
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        fraction |= 1
      }
    }
    return Int32((((whole - 32) * 65_536 + fraction) * 1000) >> 16)
  }
}
