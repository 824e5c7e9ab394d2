import Vocabulary

/// One coordinate of a place, in degrees of whatever datum the record declares.
package struct AxisValue: Sendable, Hashable {
  package let degrees: Double
  /// How far off a place may be by the digits given alone, in metres.
  package let roundingMetres: Double
}

/// Reads one coordinate: decimal degrees, or degrees, minutes and seconds.
///
/// `112.7345`, `E112.7345°`, `东经112.7345`, `112°44′04.2″`, `112度44分4秒E`. Zero and placeholders are
/// missing. Which axis it is shows in its value: in China longitudes (73 to 136) and latitudes
/// (3 to 54) are disjoint; whatever lies in neither is `coordinateElsewhere`. Metres of a projection
/// and every other text are `unreadableCoordinate`.
package func readAxis(_ bytes: Span<UInt8>) -> Reading<AxisValue> {
  let cell = FoldedCell(bytes)
  if cell.isBlank || cell.isZero { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableCoordinate, CoordinateFlaw.form) }
  var scanner = CellScanner(cell)
  if scanner.accept("'") { scanner.skipSpaces() }
  let reading = scanner.axis()
  scanner.skipSpaces()
  if case .value = reading, !scanner.isAtEnd {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
  }
  return reading
}

/// Reads a longitude and a latitude from their two cells.
///
/// Exchanged columns are put right and flagged `coordinatesExchanged`; one coordinate alone is
/// `unreadableCoordinate`. The uncertainty counts the digits given, 10 m for the device and 1 m for
/// the epoch; the datum's share is added where the datum is converted.
package func readPoint(
  longitude: Reading<AxisValue>, latitude: Reading<AxisValue>
) -> Reading<Point> {
  switch (longitude, latitude) {
  case (.unreadable(let code, let why), _), (_, .unreadable(let code, let why)):
    return .unreadable(code, why)
  case (.missing, .missing): return .missing
  default: break
  }
  guard let first = longitude.usable, let second = latitude.usable else {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.half)
  }
  if first.isLongitude, second.isLatitude { return .value(point(first, second)) }
  guard first.isLatitude, second.isLongitude else {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.sameAxis)
  }
  return .flagged(point(second, first), .coordinatesExchanged)
}

/// Reads both coordinates from one cell, in either order, since their values tell them apart.
///
/// `112.7345,38.4161`, `38.4161 112.7345`, `东经112°44′4″，北纬38°24′58″`, `(112.7, 38.4)`. More than one
/// place in the cell is `unreadableCoordinate`.
package func readCoordinates(_ bytes: Span<UInt8>) -> Reading<Point> {
  let cell = FoldedCell(bytes)
  if cell.isBlank || cell.isZero { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableCoordinate, CoordinateFlaw.form) }
  var scanner = CellScanner(cell)
  _ = scanner.accept(word: "POINT")
  scanner.skipSpaces()
  let isBracketed = scanner.acceptOne(of: "([")
  let first = scanner.axis()
  if case .unreadable = first { return readPoint(longitude: first, latitude: .missing) }
  scanner.skipSpaces()
  if scanner.acceptOne(of: ",;、/") { scanner.skipSpaces() }
  if scanner.isAtEnd { return .unreadable(.unreadableCoordinate, CoordinateFlaw.half) }
  let second = scanner.axis()
  scanner.skipSpaces()
  if isBracketed { _ = scanner.acceptOne(of: ")]") }
  scanner.skipSpaces()
  if !scanner.isAtEnd { return .unreadable(.unreadableCoordinate, CoordinateFlaw.rest) }
  let isNamedInOrder = first.usable?.isLongitude ?? true
  return isNamedInOrder
    ? readPoint(longitude: first, latitude: second)
    : readPoint(longitude: second, latitude: first)
}

/// Why a place is unknown.
enum CoordinateFlaw {
  static let form = Wording(
    zh: "不是十进制度，也不是度分秒", en: "neither decimal degrees nor degrees, minutes and seconds")
  static let projected = Wording(
    zh: "像是投影坐标（米），须先换算成经纬度",
    en: "looks like metres of a projection: convert it to longitude and latitude first")
  static let elsewhere = Wording(
    zh: "经度应在73至136度、纬度应在3至54度之间",
    en: "longitudes lie between 73 and 136 degrees here, latitudes between 3 and 54")
  static let half = Wording(zh: "只有经度或只有纬度", en: "only one of longitude and latitude")
  static let sameAxis = Wording(
    zh: "两个数都是经度或都是纬度", en: "both are longitudes, or both latitudes")
  static let rest = Wording(zh: "不止一个点位，或另有文字", en: "more than one place, or more text")
}

extension AxisValue {
  fileprivate var isLongitude: Bool { (73...136).contains(degrees) }
  fileprivate var isLatitude: Bool { (3...54).contains(degrees) }
}

/// A phone or a hand-held receiver.
private let deviceMetres = 10.0
/// CGCS2000 is of the epoch 2000.0; plates have moved by 0.8 m since.
private let epochMetres = 1.0
/// The largest error that rounding to one degree makes, measured over China: 753 m for two decimals.
private let metresPerDegreeOfRounding = 75_300.0

private func point(_ longitude: AxisValue, _ latitude: AxisValue) -> Point {
  Point(
    longitude: longitude.degrees, latitude: latitude.degrees,
    uncertaintyMetres: max(longitude.roundingMetres, latitude.roundingMetres) + deviceMetres
      + epochMetres)
}

/// A decimal number as written: its value, and what one of its last digit is worth.
private struct Measure {
  var value: Double
  var step: Double
}

extension CellScanner {
  /// Reads one coordinate from here, with the names and letters around it.
  fileprivate mutating func axis() -> Reading<AxisValue> {
    let elsewhere = Reading<AxisValue>.unreadable(
      .coordinateElsewhere, CoordinateFlaw.elsewhere)
    skipSpaces()
    if digitCount == 0 {
      skipAxisName()
      if accept(word: "西经") || accept(word: "南纬") || acceptOne(of: "WS") { return elsewhere }
    }
    let isNegative = accept("-")
    if digitCount > 3 {
      return .unreadable(.unreadableCoordinate, CoordinateFlaw.projected)
    }
    guard let measure = angle() else {
      return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
    }
    skipSpaces()
    if acceptOne(of: "WS") || isNegative { return elsewhere }
    // An N or E after the figure; before another coordinate it may as well be that one's.
    if cell.digit(at: position + 1) == nil { _ = acceptOne(of: "EN") }
    if measure.value == 0 { return .missing }
    let axis = AxisValue(
      degrees: measure.value, roundingMetres: measure.step * metresPerDegreeOfRounding)
    return axis.isLongitude || axis.isLatitude ? .value(axis) : elsewhere
  }

  /// Moves past what says which axis follows; its value says so too.
  private mutating func skipAxisName() {
    _ = accept(word: "经度") || accept(word: "纬度")
    skipSpaces()
    if accept(":") { skipSpaces() }
    _ = accept(word: "东经") || accept(word: "北纬") || acceptOne(of: "EN")
    skipSpaces()
    if accept(":") { skipSpaces() }
  }

  /// Degrees with decimals, or with minutes and seconds after them.
  private mutating func angle() -> Measure? {
    guard var total = measure() else { return nil }
    skipSpaces()
    guard acceptOne(of: "°º˚度") else { return total }
    skipSpaces()
    guard total.step == 1, digitCount > 0, beginsSexagesimal() else { return total }
    guard let minutes = measure(), minutes.value < 60, acceptMinuteMark() else { return nil }
    total = Measure(value: total.value + minutes.value / 60, step: minutes.step / 60)
    skipSpaces()
    guard minutes.step == 1, digitCount > 0, beginsSexagesimal() else { return total }
    guard let seconds = measure(), seconds.value < 60, acceptSecondMark() else { return nil }
    return Measure(value: total.value + seconds.value / 3600, step: seconds.step / 3600)
  }

  /// Whether the number that stands here is one of minutes or seconds, not the next coordinate.
  private mutating func beginsSexagesimal() -> Bool {
    let start = position
    defer { back(to: start) }
    return measure() != nil && (acceptMinuteMark() || acceptSecondMark())
  }

  private mutating func acceptMinuteMark() -> Bool {
    skipSpaces()
    return acceptOne(of: "′'’‘´分")
  }

  private mutating func acceptSecondMark() -> Bool {
    skipSpaces()
    return acceptOne(of: "″\"”“秒") || accept(word: "''") || accept(word: "′′")
      || accept(word: "’’")
  }

  /// A number with at most 15 significant decimals; more are dropped, as no device has them.
  private mutating func measure() -> Measure? {
    let digits = digitCount
    guard digits <= 3, let whole = number(digits: digits) else { return nil }
    var mantissa = whole
    var scale = 1
    var step = 1.0
    if accept(".") {
      let decimals = digitCount
      guard decimals > 0 else { return nil }
      let kept = min(decimals, 12)
      guard let fraction = number(digits: kept) else { return nil }
      skip(decimals - kept)
      for _ in 0..<kept { scale *= 10 }
      mantissa = whole * scale + fraction
      step = 1 / Double(scale)
    }
    return Measure(value: Double(mantissa) / Double(scale), step: step)
  }
}
