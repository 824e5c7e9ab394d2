import Geography
import Vocabulary

/// How far the verdicts of the index and of GEOS agree on the same places.
struct Agreement {
  /// On Mercator's plane a distance is off by this share per kilometre of it: its scale changes with
  /// the latitude, by 1.3e-4 per kilometre at 40° north.
  private static let sharePerKilometre = 0.0002
  /// Edges straight in degrees are curved there, and coordinates are rounded: metres.
  private static let slackMetres = 0.03

  private(set) var places = 0
  private(set) var inside = 0
  private(set) var unknown = 0
  private(set) var doubtful = 0
  /// Verdicts that differ because the distance is the uncertainty but for what the plane is off by.
  private(set) var onTheLine = 0
  /// Distances that differ because the nearest end of the zone is a gap narrower than the boundary is
  /// wide, which parts no zone for the index.
  private(set) var atGaps = 0
  /// The first of those that differ otherwise.
  private(set) var disagreements: [String] = []
  private(set) var wrong = 0
  private(set) var largestDifferenceMetres = 0.0

  /// Compares what the index found with what GEOS says.
  mutating func compare(
    _ findings: [ZoneFinding?], at sample: PlaceSample, with zone: GEOSZone
  ) {
    for (number, point) in sample.points.enumerated() {
      guard let finding = findings[number] else { continue }
      places += 1
      let distance = zone.distance(from: point)
      let isOnBoundary = distance <= ZoneIndex.boundaryWidthMetres
      let covers = zone.covers(point) || isOnBoundary
      let doubtDistance = zone.distanceToDoubt(from: point)
      let isDoubtful = doubtDistance <= point.uncertaintyMetres
      let tolerance =
        Agreement.slackMetres + distance * distance / 1000 * Agreement.sharePerKilometre
      if covers { inside += 1 }
      if finding.value == .unknown { unknown += 1 }
      if finding.isDoubtful { doubtful += 1 }
      let expected: Truth =
        isDoubtful || distance < point.uncertaintyMetres ? .unknown : Truth(covers)
      if let found = finding.signedDistanceMetres, distance < ZoneIndex.capMetres / 2 {
        let difference = abs(abs(found) - distance)
        largestDifferenceMetres = max(largestDifferenceMetres, difference)
        if difference > tolerance {
          if abs(found) > distance,
            zone.endsAtGap(nearestTo: point, narrowerThan: ZoneIndex.boundaryWidthMetres)
          {
            atGaps += 1
          } else {
            add("distance", sample, number, finding, distance)
          }
        }
      }
      let isNearLine =
        abs(distance - point.uncertaintyMetres) <= tolerance
        || abs(doubtDistance - point.uncertaintyMetres) <= tolerance
      if finding.value != expected {
        if isNearLine { onTheLine += 1 } else { add("verdict", sample, number, finding, distance) }
      } else if finding.isCovered != covers,
        abs(distance - ZoneIndex.boundaryWidthMetres) > tolerance
      {
        add("cover", sample, number, finding, distance)
      }
    }
  }

  private mutating func add(
    _ kind: String, _ sample: PlaceSample, _ number: Int, _ finding: ZoneFinding, _ metres: Double
  ) {
    wrong += 1
    guard disagreements.count < 20 else { return }
    let point = sample.points[number]
    disagreements.append(
      "  \(kind): place \(number) (\(sample.kinds[number].rawValue)) \(point.longitude) "
        + "\(point.latitude): \(finding.value.letter) "
        + "\(finding.signedDistanceMetres.map { "\($0)" } ?? "beyond"), GEOS \(metres)")
  }
}
