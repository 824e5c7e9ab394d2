internal import Vocabulary

/// A column that holds a part of a record's point, by its name in the database.
enum PointColumn: String, CaseIterable {
  case longitude, latitude
  /// The sum of all items of the uncertainty, in metres.
  case uncertainty
  case frame = "point_frame"
  case rounding = "point_rounding"
  case device = "point_device"
  case epoch = "point_epoch"
  case conversion = "point_conversion"
  case grid = "point_grid"

  /// The value of `frame` in a row whose coordinates cannot be used; it has no other part of a point.
  static let unusableFrame: Int64 = 255

  /// What the column holds of a point.
  enum Value {
    case real(Double)
    case integer(Int64)
    case missing
  }

  /// The column's value for a point; an item of zero metres is none.
  func value(of point: Point) -> Value {
    func item(_ metres: Float) -> Value { metres == 0 ? .missing : .real(Double(metres)) }
    return switch self {
    case .longitude: .real(point.longitude)
    case .latitude: .real(point.latitude)
    case .uncertainty: .real(point.uncertaintyMetres)
    case .frame: .integer(Int64(point.frame.rawValue))
    case .rounding: item(point.uncertainty.rounding)
    case .device: item(point.uncertainty.device)
    case .epoch: item(point.uncertainty.epoch)
    case .conversion: item(point.uncertainty.conversion)
    case .grid: item(point.uncertainty.grid)
    }
  }
}

/// The parts of a point while its row is read.
struct StoredPoint {
  private var longitude: Double?
  private var latitude: Double?
  private var total: Double?
  private var frame: PointFrame?
  /// Whether the row states coordinates that cannot be used.
  private(set) var isUnusable = false
  private var items = (rounding: 0.0, device: 0.0, epoch: 0.0, conversion: 0.0, grid: 0.0)

  /// Takes the value of a column; false for a frame that does not exist.
  mutating func take(_ column: PointColumn, from query: inout Query) -> Bool {
    switch column {
    case .longitude: longitude = query.real()
    case .latitude: latitude = query.real()
    case .uncertainty: total = query.real()
    case .frame:
      let raw = query.integer()
      isUnusable = raw == PointColumn.unusableFrame
      frame = UInt8(exactly: raw).flatMap(PointFrame.init)
      return frame != nil || isUnusable
    case .rounding: items.rounding = query.real()
    case .device: items.device = query.real()
    case .epoch: items.epoch = query.real()
    case .conversion: items.conversion = query.real()
    case .grid: items.grid = query.real()
    }
    return true
  }

  /// The point of a row whose coordinates were declared in `datum`; `nil` if the row has none.
  func point(_ datum: Datum?) -> Point? {
    guard let longitude, let latitude, let total else { return nil }
    guard let frame else {
      let (uncertainty, frame) = StoredPoint.items(ofTotal: total, datum)
      return Point(
        longitude: longitude, latitude: latitude, uncertainty: uncertainty, frame: frame)
    }
    return Point(
      longitude: longitude, latitude: latitude,
      uncertainty: PointUncertainty(
        rounding: items.rounding, device: items.device, epoch: items.epoch,
        conversion: items.conversion, grid: items.grid),
      frame: frame)
  }

  /// The items of a sum that was recorded before they were.
  ///
  /// Then every point had 10 m for the device, 1 m for the epoch, and 15 m or 20 m where GCJ-02 or
  /// BD-09 was declared, which was always converted. Metres of a zone whose datum nobody said had
  /// 130 m for the grid and at most 0.71 m for their digits; no rounding of degrees lies between
  /// these. Other metres look like degrees.
  private static func items(
    ofTotal total: Double, _ datum: Datum?
  ) -> (PointUncertainty, PointFrame) {
    let plain = PointFrame(degreesIn: datum, isConverted: true)
    let conversion =
      datum.map { CoordinateRules().conversionMetres(of: $0, isConverted: true) } ?? 0
    let rest = total - 11 - conversion
    // Nothing that the program wrote.
    guard rest >= 0 else { return (PointUncertainty(rounding: total), plain) }
    let grid = PointUncertainty.earlierGridMetres
    let isProjected = datum == .cgcs2000 && rest >= grid && rest <= grid + 0.71
    return (
      PointUncertainty(
        rounding: isProjected ? rest - grid : rest, device: 10, epoch: 1, conversion: conversion,
        grid: isProjected ? grid : 0),
      isProjected ? .projectedUndeclared : plain
    )
  }
}
