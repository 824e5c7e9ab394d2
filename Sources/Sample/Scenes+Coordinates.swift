import Vocabulary

extension Scenes {
  /// Places in other datums and as metres, one of no datum near a line, one drawn as an area.
  ///
  /// The figures are those of the zones' own inner places by the published formulas of GCJ-02 and
  /// BD-09 and by the projection; tests hold them against the program.
  mutating func addCoordinates() {
    let zones = SampleZone.all
    addStated(
      .webMapInside, zones[8], longitude: "112.853495", latitude: "38.790568", datum: "GCJ-02")
    addStated(
      .webMapInside, zones[10], longitude: "112.870125", latitude: "39.211455", datum: "BD-09")
    addStated(
      .projectedInside, zones[9], longitude: "37562568.58", latitude: "4274343.99",
      datum: "CGCS2000")
    let line = zones[6].onLine
    addStated(
      .undeclaredNearLine, zones[6],
      longitude: Coordinate.degrees(line.longitude + 3000, decimals: 6),
      latitude: Coordinate.degrees(line.latitude + 3000, decimals: 6), datum: "")
    add(.areaAcrossLine, [.inspection]) { event, sequence in
      event.move(to: zones[4].onLine, county: zones[4].county, &sequence)
      event.setDamage(yuan: 2100, basis: "专家评估")
      event.saysRedLine = ""
      event.overrides[.shape] = .text(Scenes.square(around: zones[4].onLine))
    }
  }

  private mutating func addStated(
    _ kind: SampleCase, _ zone: SampleZone, longitude: String, latitude: String, datum: String
  ) {
    add(kind, [.inspection]) { event, sequence in
      event.move(to: zone.inside, county: zone.county, &sequence)
      event.setDamage(yuan: 1700, basis: "专家评估")
      event.saysRedLine = ""
      event.overrides[.longitude] = .text(longitude)
      event.overrides[.latitude] = .text(latitude)
      event.overrides[.datum] = datum.isEmpty ? .empty : .text(datum)
    }
  }

  /// Some 500 metres wide, as WKT.
  private static func square(around middle: Coordinate) -> String {
    let corners = [(-3000, -2500), (3000, -2500), (3000, 2500), (-3000, 2500), (-3000, -2500)]
    let places = corners.map { east, north in
      Coordinate.degrees(middle.longitude + east, decimals: 6) + " "
        + Coordinate.degrees(middle.latitude + north, decimals: 6)
    }
    return "POLYGON((" + places.joined(separator: ", ") + "))"
  }
}
