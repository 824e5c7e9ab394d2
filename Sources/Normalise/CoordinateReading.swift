import Vocabulary

/// Reads one coordinate: decimal degrees, degrees, minutes and seconds, or metres of a projection.
///
/// `112.7345`, `E112.7345°`, `东经112.7345`, `112°44′04.2″`, `112度44分4秒E`, `112 44 04.2`,
/// `112:44:04.2`, `112d44m4.2s`, `112°44.07′`, `38512345.6`. Zero and placeholders are missing. Which
/// axis it is shows in its value: in China longitudes (73 to 136) and latitudes (3 to 54) are
/// disjoint; degrees that lie in neither are `coordinateElsewhere`, every other text is
/// `unreadableCoordinate`.
package func readAxis(_ bytes: Span<UInt8>) -> Reading<AxisValue> {
  if let axis = plainAxis(bytes) { return .value(axis) }
  let cell = FoldedCell(bytes)
  if cell.isBlank || cell.isZero { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableCoordinate, CoordinateFlaw.form) }
  var scanner = CellScanner(cell)
  let reading = scanner.axis(parts: cell.numberCount)
  if case .value = reading, !scanner.endsHere() {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
  }
  return reading
}

/// Reads a place from the cells of its longitude and its latitude.
///
/// Exchanged columns are put right and flagged `coordinatesExchanged`, and so are letters that name
/// the other axis; one coordinate alone is `unreadableCoordinate`. Metres are those of Gauss-Krüger
/// zones on CGCS2000, in either column: the easting with its zone's number, or in the `zone` declared
/// beside them; with neither they are `projectionUnknown`, and where the two contradict each other
/// `unreadableCoordinate`.
package func readPlace(
  longitude: Reading<AxisValue>, latitude: Reading<AxisValue>, zone: ProjectionZone? = nil
) -> Reading<StatedPlace> {
  switch (longitude, latitude) {
  case (.unreadable(let code, let why), _), (_, .unreadable(let code, let why)):
    return .unreadable(code, why)
  case (.missing, .missing): return .missing
  default: break
  }
  guard let first = longitude.usable, let second = latitude.usable else {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.half)
  }
  if first.kind != .degrees || second.kind != .degrees {
    return projectedPlace(first, second, zone)
  }
  if first.isLongitude, second.isLatitude { return placeInDegrees(first, second) }
  guard first.isLatitude, second.isLongitude else {
    return .unreadable(.unreadableCoordinate, CoordinateFlaw.sameAxis)
  }
  guard case .value(let place) = placeInDegrees(second, first) else {
    return placeInDegrees(second, first)
  }
  return .flagged(place, .coordinatesExchanged)
}

/// Reads both coordinates from one cell, in either order, since their values tell them apart.
///
/// `112.7345,38.4161`, `38.4161 112.7345`, `东经112°44′4″，北纬38°24′58″`, `(112.7, 38.4)`,
/// `112 44 04.2, 38 24 58`, `lng:112.7 lat:38.4`, `38512345.6, 4265432.1`. More than one place in the
/// cell is `unreadableCoordinate`. `zone` is that of metres, where it is declared.
package func readCoordinates(
  _ bytes: Span<UInt8>, zone: ProjectionZone? = nil
) -> Reading<StatedPlace> {
  let cell = FoldedCell(bytes)
  if cell.isBlank || cell.isZero { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableCoordinate, CoordinateFlaw.form) }
  var scanner = CellScanner(cell)
  _ = scanner.accept(word: "POINT")
  // Four and six numbers without marks are minutes and seconds of two coordinates.
  let numbers = cell.numberCount
  let parts = numbers % 2 == 0 ? numbers / 2 : 1
  let first = scanner.axis(parts: parts)
  if case .unreadable = first { return readPlace(longitude: first, latitude: .missing) }
  scanner.skipSpaces()
  if scanner.acceptOne(of: ",;、/|&和_-·") { scanner.skipSpaces() }
  if scanner.endsHere() { return .unreadable(.unreadableCoordinate, CoordinateFlaw.half) }
  let second = scanner.axis(parts: parts)
  if !scanner.endsHere() { return .unreadable(.unreadableCoordinate, CoordinateFlaw.rest) }
  let isNamedInOrder = first.usable?.isLongitude ?? true
  return isNamedInOrder
    ? readPlace(longitude: first, latitude: second, zone: zone)
    : readPlace(longitude: second, latitude: first, zone: zone)
}

/// Why a place is unknown.
enum CoordinateFlaw {
  static let form = Wording(
    zh: "不是十进制度、度分秒，也不是带带号的投影坐标",
    en: "neither degrees, nor degrees, minutes and seconds, nor metres with their zone")
  static let zoneless = Wording(
    zh: "是投影坐标（米），横坐标前没有带号，也未注明带号或中央经线",
    en: "metres of a projection without the zone's number before the easting or its meridian")
  static let zone = Wording(
    zh: "带号应为13至23（6度带）或25至45（3度带）",
    en: "zones are 13 to 23, six degrees wide, or 25 to 45, three degrees wide")
  static let otherZone = Wording(
    zh: "横坐标前的带号与所填的带或中央经线矛盾",
    en: "the zone's number before the easting contradicts the zone or meridian named")
  static let outsideZone = Wording(
    zh: "横坐标离该带中央经线过远", en: "too far from the central meridian of its zone")
  static let otherDatum = Wording(
    zh: "投影坐标与所填坐标系矛盾", en: "metres of a projection contradict the datum named")
  static let titleDatum = Wording(
    zh: "列名、行内所写的坐标系互相矛盾",
    en: "the datums that the titles and the row name contradict each other")
  static let elsewhere = Wording(
    zh: "经度应在73至136度、纬度应在3至54度之间",
    en: "longitudes lie between 73 and 136 degrees here, latitudes between 3 and 54")
  static let zero = Wording(
    zh: "经度和纬度都是0，按位置无效处理", en: "longitude and latitude are both 0, which is no place")
  static let half = Wording(zh: "只有经度或只有纬度", en: "only one of longitude and latitude")
  static let sameAxis = Wording(
    zh: "两个数都是经度或都是纬度", en: "both are longitudes, or both latitudes")
  static let names = Wording(
    zh: "经纬度的名称或字母与数值相反，已按数值", en: "the names of the axes contradict the values; the values count")
  static let rest = Wording(zh: "不止一个点位，或另有文字", en: "more than one place, or more text")
}

/// Whether a cell of coordinates has figures, and all of them are 0.
func saysZero(_ bytes: Span<UInt8>) -> Bool {
  var hasZero = false
  for index in bytes.indices {
    if bytes[index] == 0x30 { hasZero = true }
    if (0x31...0x39).contains(bytes[index]) { return false }
  }
  return hasZero
}

/// The coordinate of a cell that holds nothing but ASCII figures with a decimal point, in degrees;
/// `nil` for every other cell.
///
/// Most cells, read without folding.
func plainAxis(_ bytes: Span<UInt8>) -> AxisValue? {
  guard bytes.count >= 3, bytes.count <= 15 else { return nil }
  var mantissa = 0
  var decimals = -1
  for index in bytes.indices {
    let digit = bytes[index] &- 0x30
    if digit < 10 {
      mantissa = mantissa &* 10 &+ Int(digit)
      if decimals >= 0 { decimals += 1 }
    } else {
      guard bytes[index] == 0x2E, decimals < 0, index > 0 else { return nil }
      decimals = 0
    }
  }
  guard decimals > 0 else { return nil }
  let scale = powersOfTen[min(decimals, 15)]
  let axis = AxisValue(degrees: Double(mantissa) / scale, step: 1 / scale)
  return axis.isLongitude || axis.isLatitude ? axis : nil
}

/// Exact up to 10 to the 15th.
let powersOfTen: InlineArray<16, Double> = [
  1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
