import Vocabulary

/// Brings a layer's coordinates to degrees on CGCS2000, and says where they cannot be what the
/// reference system makes them.
struct LayerPlane {
  /// Why coordinates are not those of the system.
  enum Misfit: Error {
    /// Degrees exchanged, or beyond their range.
    case exchangedDegrees
    case outOfRange
    case metresForDegrees
    case degreesForMetres
    case exchangedMetres
    /// The easting begins with the number of that zone, which is not the system's.
    case otherZone(Int)
    /// The easting lacks the zone's number.
    case noZone
    case farAway
  }

  private let system: ReferenceSystem
  private let projection: GaussKrueger?
  private let shift: DatumShift?
  /// What stands before the eastings, in metres.
  private let prefixMetres: Double

  /// Eastings and northings reach no further, in metres: the quarter of a meridian.
  private static let farthestNorthing = 10_002_000.0
  private static let farthestEasting = 1_000_000.0

  /// Degrees on CGCS2000 as they are.
  static let degrees = LayerPlane(.cgcs2000, shift: nil)

  init(_ system: ReferenceSystem, shift: DatumShift?) {
    self.system = system
    self.shift = shift
    projection = system.grid.map {
      GaussKrueger(
        centralMeridian: Double($0.centralMeridian), widthDegrees: 3,
        ellipsoid: system.datum.ellipsoid)
    }
    prefixMetres = Double(system.grid?.zone ?? 0) * 1_000_000
  }

  /// The place in degrees on CGCS2000; `x` is the longitude or the easting.
  func place(x: Double, y: Double) throws(Misfit) -> (longitude: Double, latitude: Double) {
    let place: (longitude: Double, latitude: Double)
    if let projection {
      try checkMetres(x, y)
      place = projection.geographic(easting: x - prefixMetres, northing: y)
    } else {
      try checkDegrees(x, y)
      place = (x, y)
    }
    guard let shift else { return place }
    return shift.place(
      longitude: place.longitude, latitude: place.latitude, on: system.datum.ellipsoid)
  }

  private func checkDegrees(_ x: Double, _ y: Double) throws(Misfit) {
    guard abs(x) <= 180, abs(y) <= 90 else {
      if abs(x) <= 90, abs(y) <= 180 { throw .exchangedDegrees }
      throw abs(x) > 360 || abs(y) > 360 ? .metresForDegrees : .outOfRange
    }
  }

  /// Throws unless the easting carries the zone's number just if the system has one, and both lie
  /// where the projection holds.
  private func checkMetres(_ x: Double, _ y: Double) throws(Misfit) {
    if abs(x) <= 180, abs(y) <= 180 { throw .degreesForMetres }
    if isEasting(x), abs(y) <= LayerPlane.farthestNorthing { return }
    // An easting with a number is above every northing, so that an exchange shows.
    if isEasting(y), abs(x) <= LayerPlane.farthestNorthing { throw .exchangedMetres }
    if abs(y) <= LayerPlane.farthestNorthing, x > 0, x < 100_000_000 {
      let millions = Int(x / 1_000_000)
      if GaussKrueger(zone: millions) != nil { throw .otherZone(millions) }
      if prefixMetres > 0, x < LayerPlane.farthestEasting { throw .noZone }
    }
    throw .farAway
  }

  private func isEasting(_ metres: Double) -> Bool {
    let easting = metres - prefixMetres
    return easting < LayerPlane.farthestEasting
      && easting >= (prefixMetres > 0 ? 0 : -LayerPlane.farthestEasting)
  }
}

extension LayerPlane.Misfit {
  /// What the coordinates of a feature point to, without quoting them.
  func fault(feature ordinal: Int) -> LayerFault {
    let (code, zh, en): (ProblemCode, String, String) =
      switch self {
      case .exchangedDegrees:
        (
          .badGeometry, "纬度超出 ±90°，经度和纬度可能颠倒",
          "a latitude beyond ±90°; longitude and latitude may be exchanged"
        )
      case .outOfRange: (.badGeometry, "坐标超出 ±180°、±90°", "a coordinate beyond ±180°, ±90°")
      case .metresForDegrees:
        (
          .wrongReferenceSystem, "坐标不是经纬度，像是投影坐标",
          "coordinates that are not degrees but look projected"
        )
      case .degreesForMetres:
        (.referenceContradicted, "坐标是经纬度，坐标系却以米计", "degrees, but the system is one of metres")
      case .exchangedMetres:
        (.badGeometry, "东坐标和北坐标颠倒", "easting and northing exchanged")
      case .otherZone(let zone):
        (
          .referenceContradicted, "东坐标带号为 \(zone)，与坐标系不符",
          "eastings with the zone number \(zone), which is not the system's"
        )
      case .noZone:
        (.referenceContradicted, "东坐标没有带号，坐标系却有", "eastings without the system's zone number")
      case .farAway:
        (.badGeometry, "坐标超出该带的范围", "coordinates beyond the reach of the zone")
      }
    return LayerFault(
      code: code,
      detail: Wording(zh: "第 \(ordinal) 个要素的\(zh)", en: "feature \(ordinal) has \(en)"))
  }
}
