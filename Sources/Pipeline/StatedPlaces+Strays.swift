internal import Geography
internal import Vocabulary

extension StatedPlaces {
  /// What the zone says of points that certainly lie on the other side of its boundary than the area of
  /// the same row, so that one of the two is wrong; `drawn` has its verdicts on the areas that can be
  /// read, in order.
  ///
  /// A point inside beside an area all of which is outside contradicts it. An area may lie on both
  /// sides: then a point outside does so only where it is no place of the area.
  func strayPoints(
    from drawn: [ShapeVerdict], in zone: ZoneIndex, by rules: CoordinateRules
  ) -> [ZoneVerdict] {
    zip(shapes.filter { $0.shape != nil }, drawn).compactMap { stated, area in
      guard area.value != .unknown, let shape = stated.shape,
        let point = points.first(where: { $0.row == stated.row })?.point, point.isUsable
      else { return nil }
      let verdict = zone.verdict(of: point)
      switch (area.value, verdict.value) {
      case (.false, .true): return verdict
      case (.true, .false): return shape.mayHold(point.stated(by: rules)) ? nil : verdict
      default: return nil
      }
    }
  }
}

extension PlaceShape {
  /// Whether the point may be a place of the shape: it lies within its box, widened by how far both may
  /// be off and by what a datum that nobody says may move them.
  fileprivate func mayHold(_ point: Point) -> Bool {
    Box(
      around: [extent],
      marginMetres: point.uncertaintyMetres + roundingMetres + Datum.bd09.displacementMetres
    )?.contains(point.longitude, point.latitude) ?? true
  }
}
