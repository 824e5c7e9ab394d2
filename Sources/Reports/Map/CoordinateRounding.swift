/// To how many decimals of a degree the places of leads are shown, for the audience of an output.
///
/// Six for internal use (a decimetre), two for a public one (a kilometre). Distances to boundaries are
/// rounded alike, for three exact ones would give the place away.
package struct CoordinateRounding: Sendable, Hashable {
  /// The decimals there may be.
  package static let range = 2...6
  /// Six decimals: nothing is held back.
  package static let full = CoordinateRounding(decimals: 6)

  package let decimals: Int

  /// That many decimals, brought into `range`.
  package init(decimals: Int) {
    self.decimals = min(max(decimals, Self.range.lowerBound), Self.range.upperBound)
  }

  /// An angle in degrees, rounded half away from zero.
  package func rounded(degrees: Double) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (degrees * scale).rounded() / scale
  }

  /// A length in metres, rounded to 0.1 m at six decimals and to 1 km at two.
  func rounded(metres: Double) -> Double {
    guard decimals < 6 else { return metres }
    return (metres / step).rounded() * step
  }

  /// The step of lengths in metres: 1 at five decimals, ten times as much for each decimal less.
  private var step: Double {
    var step = 1.0
    for _ in decimals..<5 { step *= 10 }
    return step
  }

  /// About how much a place may be off, as the caption says it.
  var term: String {
    switch decimals {
    case 6: "约 0.1 米"
    case 5: "约 1 米"
    case 4: "约 10 米"
    case 3: "约 100 米"
    default: "约 1 公里"
    }
  }
}
