/// The polygons of the sample's counties: invented borders, halfway between the seats.
///
/// They follow nothing real; only the seats do. Whole millionths of a degree; corners that neighbours
/// share may differ by one of them.
enum CountyCells {
  /// Where the layer lies in the workspace.
  static let path = "Inputs/layers/县区.geojson"

  /// The lines of leadscreen.yaml that register it.
  static let registration =
    "counties: {path: \(path), code_field: 代码, name_field: 名称, scale: 100000}\n"

  /// One ring a county, in the order of `SampleCounty.all`, closed.
  static let all: [[Coordinate]] = SampleCounty.all.map { county in
    let ring = SampleCounty.all.filter { $0.code != county.code }.reduce(frame) { ring, other in
      clipped(ring, nearer: county.seat, than: other.seat)
    }
    return ring + ring.prefix(1)
  }

  /// The file (RFC 7946).
  static var bytes: [UInt8] {
    let features = zip(SampleCounty.all, all).map { county, ring in
      "{\"type\": \"Feature\", \"properties\": {\"名称\": \"\(county.name)\", "
        + "\"代码\": \"\(county.code)\"}, \"geometry\": {\"type\": \"Polygon\", "
        + "\"coordinates\": [\(LayerFile.ring(ring))]}}"
    }
    return LayerFile.collection(features)
  }

  /// Around the city, counter-clockwise.
  private static let frame = [
    Coordinate(110_850_000, 38_150_000), Coordinate(113_100_000, 38_150_000),
    Coordinate(113_650_000, 38_500_000), Coordinate(113_700_000, 39_450_000),
    Coordinate(112_900_000, 39_450_000), Coordinate(111_900_000, 39_650_000),
    Coordinate(110_850_000, 39_650_000),
  ]

  /// What of the ring is nearer, in degrees, to one seat than to the other (Sutherland and Hodgman).
  private static func clipped(
    _ ring: [Coordinate], nearer seat: Coordinate, than other: Coordinate
  ) -> [Coordinate] {
    /// Twice what a corner is too near to the other seat; exact in 64 bits.
    func excess(_ corner: Coordinate) -> Int {
      let east = 2 * corner.longitude - seat.longitude - other.longitude
      let north = 2 * corner.latitude - seat.latitude - other.latitude
      return east * (other.longitude - seat.longitude) + north * (other.latitude - seat.latitude)
    }
    var kept: [Coordinate] = []
    for (index, corner) in ring.enumerated() {
      let next = ring[(index + 1) % ring.count]
      let (here, there) = (excess(corner), excess(next))
      if here <= 0 { kept.append(corner) }
      guard here < 0 && there > 0 || here > 0 && there < 0 else { continue }
      let share = Double(here) / Double(here - there)
      func between(_ from: Int, _ to: Int) -> Int {
        from + Int((share * Double(to - from)).rounded())
      }
      kept.append(
        Coordinate(
          between(corner.longitude, next.longitude), between(corner.latitude, next.latitude)))
    }
    return kept
  }
}
