import Vocabulary

/// One coordinate of a place, in degrees of whatever datum the record declares or in metres.
package struct AxisValue: Sendable, Hashable {
  /// What a coordinate measures.
  package enum Kind: Sendable, Hashable {
    case degrees
    /// Metres from the equator.
    case northing
    /// Metres with 500 km on the meridian of that zone, whose number has been taken off.
    case easting(zone: GaussKrueger)
    /// Metres of six digits: an easting whose zone nobody named, or a northing of the far south.
    case shortMetres
  }

  enum Axis: Sendable, Hashable { case longitude, latitude }

  package let kind: Kind
  package let value: Double
  /// How far off a place may be by the digits given alone, in metres.
  package let roundingMetres: Double
  /// The axis that a word or a letter beside the value names.
  let named: Axis?

  /// Degrees, the last digit given being worth `step`.
  init(degrees: Double, step: Double, named: Axis? = nil) {
    kind = .degrees
    value = degrees
    roundingMetres = step * metresPerDegreeOfRounding
    self.named = named
  }

  /// Metres, the last digit given being worth `step`; half of it on both axes.
  init(_ kind: Kind, metres: Double, step: Double) {
    self.kind = kind
    value = metres
    roundingMetres = step * 0.5.squareRoot()
    named = nil
  }

  var isLongitude: Bool { kind == .degrees && value >= 73 && value <= 136 }
  var isLatitude: Bool { kind == .degrees && value >= 3 && value <= 54 }
}

/// A place as a record states it.
package struct StatedPlace: Sendable, Hashable {
  package let point: Point
  /// Whether it was given in metres of a projection: then its datum is none of those of web maps.
  package let isProjected: Bool
}

/// A phone or a hand-held receiver.
private let deviceMetres = 10.0
/// CGCS2000 is of the epoch 2000.0; plates have moved by 0.8 m since.
private let epochMetres = 1.0
/// The largest error that rounding to one degree makes, measured over China: 753 m for two decimals.
private let metresPerDegreeOfRounding = 75_300.0

/// The place of a longitude and a latitude known as such.
func placeInDegrees(_ longitude: AxisValue, _ latitude: AxisValue) -> Reading<StatedPlace> {
  let place = StatedPlace(point: pointInDegrees(longitude, latitude), isProjected: false)
  if longitude.named == .latitude || latitude.named == .longitude {
    return .flagged(place, .coordinatesExchanged, CoordinateFlaw.names)
  }
  return .value(place)
}

/// The point of a longitude and a latitude in degrees.
func pointInDegrees(_ longitude: AxisValue, _ latitude: AxisValue) -> Point {
  Point(
    longitude: longitude.value, latitude: latitude.value,
    uncertaintyMetres: max(longitude.roundingMetres, latitude.roundingMetres) + deviceMetres
      + epochMetres)
}

/// The place of two coordinates at least one of which is in metres, in either order.
func projectedPlace(_ first: AxisValue, _ second: AxisValue) -> Reading<StatedPlace> {
  switch (first.kind, second.kind) {
  case (.easting(let zone), .northing), (.easting(let zone), .shortMetres):
    return place(easting: first, northing: second, zone)
  case (.northing, .easting(let zone)), (.shortMetres, .easting(let zone)):
    return place(easting: second, northing: first, zone)
  case (.northing, .shortMetres), (.shortMetres, .northing), (.shortMetres, .shortMetres):
    return .unreadable(.projectionUnknown, CoordinateFlaw.zoneless)
  case (.easting, .easting), (.northing, .northing):
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.sameAxis)
  case (.degrees, _), (_, .degrees):
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
  }
}

private func place(
  easting: AxisValue, northing: AxisValue, _ zone: GaussKrueger
) -> Reading<StatedPlace> {
  let (longitude, latitude) = zone.geographic(easting: easting.value, northing: northing.value)
  // Whole cities are kept in one zone, so that places lie beyond its edge, but not beyond the
  // neighbouring zone's meridian.
  guard abs(longitude - zone.centralMeridian) <= max(zone.widthDegrees, 3.5) else {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.outsideZone)
  }
  let point = Point(
    longitude: longitude, latitude: latitude,
    uncertaintyMetres: max(easting.roundingMetres, northing.roundingMetres) + deviceMetres
      + epochMetres)
  guard (73...136).contains(longitude), (3...54).contains(latitude) else {
    return .unreadable(.coordinateElsewhere, CoordinateFlaw.elsewhere)
  }
  return .value(StatedPlace(point: point, isProjected: true))
}
