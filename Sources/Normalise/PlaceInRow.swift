import Vocabulary

/// What the coordinate columns of a row held, until the row is complete.
struct PlaceInRow {
  /// Numbers of columns; `nil` if the row has nothing there.
  private(set) var longitude: Int?
  private(set) var latitude: Int?
  private(set) var both: Int?
  /// The coordinates that are plain figures; the others are read again.
  private(set) var plainLongitude: AxisValue?
  private(set) var plainLatitude: AxisValue?
  /// Whether the row names a datum, or what the coordinates are the place of, that the program does
  /// not know.
  var isOfUnknownMeaning = false
  private(set) var isRequired = false

  /// Whether the row says anything of a place.
  var isNamed: Bool { longitude != nil || latitude != nil || both != nil }

  /// The point of two columns of plain degrees that are not exchanged.
  var plainPoint: Point? {
    guard both == nil, let plainLongitude, let plainLatitude, plainLongitude.isLongitude,
      plainLatitude.isLatitude
    else { return nil }
    return pointInDegrees(plainLongitude, plainLatitude)
  }

  mutating func take(longitude number: Int, _ axis: AxisValue?, _ isNeeded: Bool) {
    (longitude, plainLongitude) = (number, axis)
    isRequired = isRequired || isNeeded
  }

  mutating func take(latitude number: Int, _ axis: AxisValue?, _ isNeeded: Bool) {
    (latitude, plainLatitude) = (number, axis)
    isRequired = isRequired || isNeeded
  }

  mutating func take(both number: Int, _ isNeeded: Bool) {
    both = number
    isRequired = isRequired || isNeeded
  }
}

extension RecordNormaliser {
  /// Judges the coordinates of a complete row.
  func settle(
    _ place: PlaceInRow, _ fields: RowFields, _ row: Int, _ table: inout RecordTable,
    _ problems: inout RowProblems
  ) {
    if !place.isOfUnknownMeaning, let point = place.plainPoint {
      // Most places.
      if let datum, table.choice(.datum, row) == nil { table.set(.datum, row, datum.rawValue) }
      table.setPoint(row, point)
      return
    }
    guard let (column, reading) = decided(place, fields) else { return }
    if place.isOfUnknownMeaning {
      // Coordinates of a datum that is named but not known could be hundreds of metres off, those of
      // some other place anywhere. That word's own problem says so.
      if place.isRequired {
        problems.add(
          Problem(.requiredValueMissing, column: columns[column].reading.title), rejects: true)
      }
      return
    }
    if let stated = reading.usable {
      guard let point = taken(stated, row, &table) else {
        let contradiction = problem(
          .unreadableCoordinate, column, fields, CoordinateFlaw.otherDatum)
        problems.add(contradiction, rejects: place.isRequired)
        return
      }
      table.setPoint(row, point)
    } else if let datum, table.choice(.datum, row) == nil {
      table.set(.datum, row, datum.rawValue)
    }
    switch reading {
    case .missing, .value: return
    case .flagged(_, let code, let detail):
      problems.add(
        problem(code, column, fields, detail ?? code.flagDetail), rejects: false)
    case .unreadable(let code, let why):
      problems.add(problem(code, column, fields, why), rejects: place.isRequired)
    }
  }

  /// The place by the one cell, or else by the two, with the column to name in a problem; `nil` when
  /// the row has none.
  private func decided(
    _ place: PlaceInRow, _ fields: RowFields
  ) -> (column: Int, reading: Reading<StatedPlace>)? {
    let both = place.both.map { ($0, read($0, fields, readCoordinates)) }
    if let both, both.1.usable != nil { return both }
    guard let column = place.longitude ?? place.latitude else { return both }
    let longitude =
      place.plainLongitude.map(Reading.value) ?? place.longitude.map { read($0, fields, readAxis) }
    let latitude =
      place.plainLatitude.map(Reading.value) ?? place.latitude.map { read($0, fields, readAxis) }
    return (column, readPlace(longitude: longitude ?? .missing, latitude: latitude ?? .missing))
  }

  private func read<Value>(
    _ number: Int, _ fields: RowFields, _ grammar: (Span<UInt8>) -> Reading<Value>
  ) -> Reading<Value> {
    grammar(fields.bytes.span.extracting(fields.range(of: columns[number].reading.index)))
  }

  /// The point with its datum set beside it; `nil` for metres in a datum that only web maps have.
  private func taken(_ stated: StatedPlace, _ row: Int, _ table: inout RecordTable) -> Point? {
    let named = table.choice(.datum, row).flatMap(Datum.init)
    guard stated.isProjected else {
      if named == nil, let datum { table.set(.datum, row, datum.rawValue) }
      return stated.point
    }
    let believed = named ?? datum
    if named == .gcj02 || named == .bd09 { return nil }
    if believed == .cgcs2000 || believed == .wgs84 {
      if named == nil, let believed { table.set(.datum, row, believed.rawValue) }
      return stated.point
    }
    // A file whose degrees come from web maps does not have its metres from there.
    table.set(.datum, row, Datum.cgcs2000.rawValue)
    return Point(
      longitude: stated.point.longitude, latitude: stated.point.latitude,
      uncertaintyMetres: stated.point.uncertaintyMetres + earlierGridMetres)
  }
}

/// How far off a place is whose metres are of 西安80 or 北京54, whose zones have the same numbers: at
/// most 43 m north and 119 m east over China.
private let earlierGridMetres = 130.0
