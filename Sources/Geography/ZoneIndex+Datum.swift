import Vocabulary

extension ZoneIndex {
  /// Further than this from the boundary no datum moves a place of China across it: the most that
  /// BD-09 displaces one, and one in twenty for what distances and the plane are off by.
  static let reachMetres = 1_600.0

  /// The verdict on degrees of which nobody says the datum; `plain` is that on CGCS2000.
  ///
  /// Certain only if it is so in CGCS2000 or WGS-84, in GCJ-02 and in BD-09 alike, each with its own
  /// radius; otherwise unknown with what each would give. Beyond `reachMetres` and the radii from
  /// the boundary and from doubtful drawings they cannot differ, and nothing more is computed. With conversion switched off the
  /// place stays where it is and the radii cover the displacements.
  func underHypotheses(_ plain: ZoneVerdict, _ point: Point) -> ZoneVerdict {
    let isConverted = coordinates.convertsWebMaps
    let reach =
      ZoneIndex.reachMetres + (plain.budget?.totalMetres ?? 0)
      + max(
        coordinates.conversionMetres(of: .gcj02, isConverted: isConverted),
        coordinates.conversionMetres(of: .bd09, isConverted: isConverted))
    let isNear = plain.signedDistanceMetres.map { $0.magnitude < reach } ?? false
    let place = Coordinate(longitude: point.longitude, latitude: point.latitude)
    guard isNear || doubt?.reaches(place, withinMetres: reach) == true else { return plain }
    let hypotheses =
      [hypothesis(.cgcs2000, plain)]
      + [Datum.gcj02, .bd09].map { datum in
        let stated = Point(
          longitude: point.longitude, latitude: point.latitude, uncertainty: point.uncertainty,
          frame: PointFrame(degreesIn: datum, isConverted: false))
        return hypothesis(datum, plainVerdict(of: stated.stated(by: coordinates)))
      }
    if plain.value != .unknown, hypotheses.allSatisfy({ $0.value == plain.value }) { return plain }
    return plain.replacing(value: .unknown, method: .datumUndeclared, hypotheses: hypotheses)
  }

  private func hypothesis(_ datum: Datum, _ verdict: ZoneVerdict) -> DatumHypothesis {
    DatumHypothesis(
      datum: datum, value: verdict.value, signedDistanceMetres: verdict.signedDistanceMetres,
      uncertaintyMetres: verdict.budget?.totalMetres ?? 0)
  }
}
