import Vocabulary

/// One coordinate of a place, in degrees of whatever datum the record declares or in metres.
package struct AxisValue: Sendable, Hashable {
  /// What a coordinate measures.
  package enum Kind: Sendable, Hashable {
    case degrees
    /// Metres from the equator.
    case northing
    /// Metres with 500 km on the meridian of that zone, whose number has been taken off.
    case easting(zone: ProjectionZone)
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

  var isLongitude: Bool { kind == .degrees && Point.longitudes.contains(value) }
  var isLatitude: Bool { kind == .degrees && Point.latitudes.contains(value) }
}

/// A place as a record states it: degrees of whatever datum it is in, those of metres on CGCS2000.
package struct StatedPlace: Sendable, Hashable {
  package let longitude: Double
  package let latitude: Double
  /// How far off it may be by the digits given alone, in metres.
  package let roundingMetres: Double
  /// Whether it was given in metres of a projection: then its datum is none of those of web maps.
  package let isProjected: Bool

  /// The place with all of its uncertainty, in that frame; metres whose datum nobody says may be on
  /// the grid of an earlier one.
  package func point(_ frame: PointFrame, by rules: CoordinateRules = CoordinateRules()) -> Point {
    let conversion =
      frame.webMapDatum.map { rules.conversionMetres(of: $0, isConverted: frame.isConverted) }
    return Point(
      longitude: longitude, latitude: latitude,
      uncertainty: PointUncertainty(
        rounding: roundingMetres, device: rules.deviceMetres, epoch: rules.epochMetres,
        conversion: conversion ?? 0,
        grid: frame == .projectedUndeclared ? PointUncertainty.earlierGridMetres : 0),
      frame: frame)
  }
}

/// The largest error that rounding to one degree makes, measured over China: 753 m for two decimals.
private let metresPerDegreeOfRounding = 75_300.0

/// The place of a longitude and a latitude known as such.
func placeInDegrees(_ longitude: AxisValue, _ latitude: AxisValue) -> Reading<StatedPlace> {
  let place = plainPlace(longitude, latitude)
  if longitude.named == .latitude || latitude.named == .longitude {
    return .flagged(place, .coordinatesExchanged, CoordinateFlaw.names)
  }
  return .value(place)
}

/// The place of a longitude and a latitude in degrees.
func plainPlace(_ longitude: AxisValue, _ latitude: AxisValue) -> StatedPlace {
  StatedPlace(
    longitude: longitude.value, latitude: latitude.value,
    roundingMetres: max(longitude.roundingMetres, latitude.roundingMetres), isProjected: false)
}

/// The place of two coordinates at least one of which is in metres, in either order; `declared` is what
/// is said of their zone beside them.
func projectedPlace(
  _ first: AxisValue, _ second: AxisValue, _ declared: ProjectionZone?
) -> Reading<StatedPlace> {
  switch (first.kind, second.kind) {
  case (.easting(let zone), .northing), (.easting(let zone), .shortMetres):
    return place(easting: first, northing: second, zone, declared)
  case (.northing, .easting(let zone)), (.shortMetres, .easting(let zone)):
    return place(easting: second, northing: first, zone, declared)
  case (.northing, .shortMetres):
    return place(easting: second, northing: first, declared, declared)
  case (.shortMetres, .northing):
    return place(easting: first, northing: second, declared, declared)
  case (.shortMetres, .shortMetres):
    return .unreadable(.projectionUnknown, CoordinateFlaw.zoneless)
  case (.easting, .easting), (.northing, .northing):
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.sameAxis)
  case (.degrees, _), (_, .degrees):
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
  }
}

/// The place of metres in `zone`, which must be one that `declared` admits.
private func place(
  easting: AxisValue, northing: AxisValue, _ zone: ProjectionZone?, _ declared: ProjectionZone?
) -> Reading<StatedPlace> {
  guard let zone, let projection = GaussKrueger(zone) else {
    return .unreadable(.projectionUnknown, CoordinateFlaw.zoneless)
  }
  guard declared?.admits(zone) ?? true else {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.otherZone)
  }
  let (longitude, latitude) = projection.geographic(
    easting: easting.value, northing: northing.value)
  // Whole cities are kept in one zone, so that places lie beyond its edge, but not beyond the
  // neighbouring zone's meridian.
  guard abs(longitude - projection.centralMeridian) <= max(projection.widthDegrees, 3.5) else {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.outsideZone)
  }
  guard Point.longitudes.contains(longitude), Point.latitudes.contains(latitude) else {
    return .unreadable(.coordinateElsewhere, CoordinateFlaw.elsewhere)
  }
  return .value(
    StatedPlace(
      longitude: longitude, latitude: latitude,
      roundingMetres: max(easting.roundingMetres, northing.roundingMetres), isProjected: true))
}
