/// What is declared of a Gauss-Krüger zone: its central meridian, its width, or both.
///
/// Zones by EPSG 4491 to 4554 and 国家三角测量规范: six degrees wide with the meridian 6n − 3, three
/// degrees wide with the meridian 3n. No number belongs to both kinds in China.
package struct ProjectionZone: Sendable, Hashable {
  /// The central meridian in minutes of arc east of Greenwich; `nil` if only the width is declared.
  package let meridianMinutes: Int?
  /// 3 or 6; `nil` if it is not declared.
  package let widthDegrees: Int?

  /// The zone with that number, which stands before its eastings: 13 to 23 or 25 to 45.
  ///
  /// `nil` for every other number; 24 belongs to neither kind, since its meridian, 72°, lies west of
  /// the country.
  package init?(number: Int) {
    switch number {
    case 13...23: (meridianMinutes, widthDegrees) = ((number * 6 - 3) * 60, 6)
    case 25...45: (meridianMinutes, widthDegrees) = (number * 3 * 60, 3)
    default: return nil
    }
  }

  /// A zone by what is declared of it.
  ///
  /// `nil` if nothing is, for a meridian that does not lie between 72° and 138°, and for any width but
  /// 3 and 6.
  package init?(meridianMinutes: Int?, widthDegrees: Int?) {
    guard meridianMinutes != nil || widthDegrees != nil,
      meridianMinutes.map({ (72 * 60...138 * 60).contains($0) }) ?? true,
      widthDegrees.map({ $0 == 3 || $0 == 6 }) ?? true
    else { return nil }
    self.meridianMinutes = meridianMinutes
    self.widthDegrees = widthDegrees
  }

  /// Both declarations in one; `nil` where they contradict each other.
  package func joined(with other: ProjectionZone) -> ProjectionZone? {
    guard meridianMinutes == nil || other.meridianMinutes.map({ $0 == meridianMinutes }) ?? true,
      widthDegrees == nil || other.widthDegrees.map({ $0 == widthDegrees }) ?? true
    else { return nil }
    return ProjectionZone(
      meridianMinutes: meridianMinutes ?? other.meridianMinutes,
      widthDegrees: widthDegrees ?? other.widthDegrees)
  }

  /// Whether metres of `zone` can be those that are declared.
  ///
  /// A zone of three degrees and one of six that have their meridian in common are the same plane.
  package func admits(_ zone: ProjectionZone) -> Bool {
    guard let meridianMinutes else { return joined(with: zone) != nil }
    return zone.meridianMinutes == meridianMinutes
  }
}
