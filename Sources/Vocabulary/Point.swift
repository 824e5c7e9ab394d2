/// A place in degrees, longitude and latitude on CGCS2000, with how far off it may be.
///
/// CGCS2000 and WGS-84 are taken as one; the difference by now is below a metre and part of the
/// uncertainty. Forty bytes without any of its own on the heap.
package struct Point: Sendable, Hashable {
  package let longitude: Double
  package let latitude: Double
  /// Why the true place may lie elsewhere, item by item.
  package let uncertainty: PointUncertainty
  /// What is known of the reference system it was given in.
  package let frame: PointFrame

  /// A place in degrees with its uncertainty; nothing is checked here.
  package init(
    longitude: Double, latitude: Double, uncertainty: PointUncertainty, frame: PointFrame
  ) {
    self.longitude = longitude
    self.latitude = latitude
    self.uncertainty = uncertainty
    self.frame = frame
  }

  /// A place declared on CGCS2000 whose digits alone are uncertain, by so many metres.
  package init(longitude: Double, latitude: Double, uncertaintyMetres: Double) {
    self.init(
      longitude: longitude, latitude: latitude,
      uncertainty: PointUncertainty(rounding: uncertaintyMetres), frame: .cgcs2000)
  }

  /// The radius in metres within which the true place lies: the sum of all items.
  package var uncertaintyMetres: Double { uncertainty.totalMetres }

  /// Whether it can be a place of China, finite and in its box, with an uncertainty that is a length.
  package var isUsable: Bool {
    Point.longitudes.contains(longitude) && Point.latitudes.contains(latitude)
      && uncertainty.isLength
  }

  /// The degrees between which all of China lies.
  package static let longitudes = 73.0...136.0
  package static let latitudes = 3.0...54.0
}

/// What is known of the reference system in which a place was given; raw values are the ledger's.
package enum PointFrame: UInt8, Sendable, Hashable, CaseIterable {
  /// Degrees of which nobody says the datum.
  case undeclared = 0
  /// Degrees declared on CGCS2000 or WGS-84.
  case cgcs2000, wgs84
  /// Degrees declared in a datum of web maps and converted (近似换算).
  case gcj02Converted, bd09Converted
  /// Degrees declared in a datum of web maps and left as stated, for conversion was switched off.
  case gcj02AsStated, bd09AsStated
  /// Metres of a zone on CGCS2000 or WGS-84, as declared.
  case projected
  /// Metres of a zone of which nobody says the datum: taken for CGCS2000, maybe of an earlier one.
  case projectedUndeclared

  /// The frame of degrees declared in `datum`, `nil` where nobody says.
  package init(degreesIn datum: Datum?, isConverted: Bool) {
    switch datum {
    case nil: self = .undeclared
    case .cgcs2000: self = .cgcs2000
    case .wgs84: self = .wgs84
    case .gcj02: self = isConverted ? .gcj02Converted : .gcj02AsStated
    case .bd09: self = isConverted ? .bd09Converted : .bd09AsStated
    }
  }

  /// The datum of web maps it was declared in; `nil` for all others.
  package var webMapDatum: Datum? {
    switch self {
    case .gcj02Converted, .gcj02AsStated: .gcj02
    case .bd09Converted, .bd09AsStated: .bd09
    case .undeclared, .cgcs2000, .wgs84, .projected, .projectedUndeclared: nil
    }
  }

  /// Whether a conversion that is only approximate lies behind the degrees.
  package var isConverted: Bool { self == .gcj02Converted || self == .bd09Converted }

  /// What the column `method` of zones.csv adds to a verdict on such a place; `nil` for nothing.
  package var mark: String? {
    switch self {
    case .gcj02Converted: "gcj02-approximate"
    case .bd09Converted: "bd09-approximate"
    case .gcj02AsStated: "gcj02-unconverted"
    case .bd09AsStated: "bd09-unconverted"
    case .undeclared, .cgcs2000, .wgs84, .projected, .projectedUndeclared: nil
    }
  }
}

/// Why a place may lie elsewhere than stated: metres item by item, all added up, none of them bounded
/// by another.
package struct PointUncertainty: Sendable, Hashable {
  /// The digits given.
  package let rounding: Float
  /// What it was measured with.
  package let device: Float
  /// The motion of the plates since the epoch of CGCS2000.
  package let epoch: Float
  /// The conversion of GCJ-02 or BD-09, or what it would have moved if it was not done.
  package let conversion: Float
  /// The grid of an earlier datum, where metres of a zone may be of one.
  package let grid: Float

  /// Items in metres; those that are not given are zero.
  package init(
    rounding: Double, device: Double = 0, epoch: Double = 0, conversion: Double = 0,
    grid: Double = 0
  ) {
    self.rounding = Float(rounding)
    self.device = Float(device)
    self.epoch = Float(epoch)
    self.conversion = Float(conversion)
    self.grid = Float(grid)
  }

  /// The sum in metres.
  package var totalMetres: Double {
    Double(rounding) + Double(device) + Double(epoch) + Double(conversion) + Double(grid)
  }

  /// Whether every item is a length: finite and not below zero.
  package var isLength: Bool {
    rounding >= 0 && device >= 0 && epoch >= 0 && conversion >= 0 && grid >= 0
      && totalMetres.isFinite
  }

  /// The same with another item for the conversion, in metres.
  package func replacing(conversion: Double) -> PointUncertainty {
    PointUncertainty(
      rounding: Double(rounding), device: Double(device), epoch: Double(epoch),
      conversion: conversion, grid: Double(grid))
  }

  /// How far off a place is whose metres are of 西安80 or 北京54, whose zones have the same numbers: at
  /// most 43 m north and 119 m east over China.
  package static let earlierGridMetres = 130.0
}
