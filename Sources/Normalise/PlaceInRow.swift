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
  /// Whether the row names a datum that the program does not know.
  var isOfUnknownDatum = false
  /// Whether it says that the coordinates are the place of something the program does not know.
  var isOfUnknownRole = false
  /// The zone of metres that the row names.
  var zone: ProjectionZone?
  private(set) var isRequired = false
  /// Columns that hold a zero.
  private var zeroLongitude: Int?
  private var zeroLatitude: Int?
  private var zeroBoth: Int?

  /// The column to name where the row says nothing but (0, 0), which no place in China has.
  ///
  /// `nil` elsewhere: one zero beside a blank says nothing.
  var zeroColumn: Int? { zeroBoth ?? (zeroLatitude == nil ? nil : zeroLongitude) }

  /// Whether coordinates of the row cannot be used, for such a word stands beside them.
  var isOfUnknownMeaning: Bool { isOfUnknownDatum || isOfUnknownRole }

  /// Whether the row says anything of a place.
  var isNamed: Bool { longitude != nil || latitude != nil || both != nil }

  /// The place of two columns of plain degrees that are not exchanged.
  var plainPlace: StatedPlace? {
    guard both == nil, let plainLongitude, let plainLatitude, plainLongitude.isLongitude,
      plainLatitude.isLatitude
    else { return nil }
    return Normalise.plainPlace(plainLongitude, plainLatitude)
  }

  mutating func note(isZero: Bool, longitude number: Int) {
    if isZero { zeroLongitude = number }
  }

  mutating func note(isZero: Bool, latitude number: Int) {
    if isZero { zeroLatitude = number }
  }

  mutating func note(isZero: Bool, both number: Int) {
    if isZero { zeroBoth = number }
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
  /// Notes a row that says (0, 0): nobody knows where it is, whatever else says so.
  func settleZero(
    _ place: PlaceInRow, _ column: Int, _ fields: RowFields, _ row: Int,
    _ table: inout RecordTable, _ problems: inout RowProblems
  ) {
    problems.add(
      problem(.coordinateElsewhere, column, fields, CoordinateFlaw.zero), rejects: false)
    if !place.isOfUnknownRole { table.setUnusablePlace(row) }
  }

  /// Judges the coordinates of a complete row.
  func settle(
    _ place: PlaceInRow, _ fields: RowFields, _ row: Int, _ table: inout RecordTable,
    _ problems: inout RowProblems
  ) {
    let earlier = earlier(place.longitude) ?? earlier(place.latitude) ?? earlier(place.both)
    if earlier == nil, !place.isOfUnknownMeaning, let stated = place.plainPlace,
      let datums = datums(of: place.longitude, place.latitude, row, table)
    {
      // Most places.
      if let declared = datums.datum, datums.named == nil {
        table.set(.datum, row, declared.rawValue)
      }
      table.setPoint(row, point(stated, datums.datum))
      return
    }
    guard let (column, reading) = decided(place, fields) else { return }
    // What is stated and cannot be used is unknown, whatever else says where the damage is. Some
    // other place says nothing of that.
    defer {
      if !reading.isMissing, table.point(row) == nil, !place.isOfUnknownRole {
        table.setUnusablePlace(row)
      }
    }
    if let earlier {
      problems.add(
        problem(.unknownWord, earlier, fields, ReferenceFlaw.earlier), rejects: place.isRequired)
      return
    }
    if place.isOfUnknownMeaning {
      // Coordinates of a datum that is named but not known could be hundreds of metres off, those of
      // some other place anywhere. That word's own problem says so.
      if place.isRequired {
        problems.add(
          Problem(.requiredValueMissing, column: columns[column].reading.title), rejects: true)
      }
      return
    }
    guard let datums = datums(of: column, place.both == column ? nil : place.latitude, row, table)
    else {
      let contradiction = problem(
        .unreadableCoordinate, column, fields, CoordinateFlaw.titleDatum)
      problems.add(contradiction, rejects: place.isRequired)
      return
    }
    if let stated = reading.usable {
      guard let point = taken(stated, datums, row, &table) else {
        let contradiction = problem(
          .unreadableCoordinate, column, fields, CoordinateFlaw.otherDatum)
        problems.add(contradiction, rejects: place.isRequired)
        return
      }
      table.setPoint(row, point)
    } else if let declared = datums.datum, datums.named == nil {
      table.set(.datum, row, declared.rawValue)
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

  /// The column if its title names a system that needs local parameters.
  private func earlier(_ column: Int?) -> Int? {
    column.flatMap { columns[$0].isOfEarlierSystem ? $0 : nil }
  }

  /// The place by the one cell, or else by the two, with the column to name in a problem; `nil` when
  /// the row has none.
  private func decided(
    _ place: PlaceInRow, _ fields: RowFields
  ) -> (column: Int, reading: Reading<StatedPlace>)? {
    let zone = place.zone ?? zone
    let both = place.both.map { number in
      (number, read(number, fields) { readCoordinates($0, zone: zone) })
    }
    if let both, both.1.usable != nil { return both }
    guard let column = place.longitude ?? place.latitude else { return both }
    let longitude =
      place.plainLongitude.map(Reading.value) ?? place.longitude.map { read($0, fields, readAxis) }
    let latitude =
      place.plainLatitude.map(Reading.value) ?? place.latitude.map { read($0, fields, readAxis) }
    return (
      column,
      readPlace(longitude: longitude ?? .missing, latitude: latitude ?? .missing, zone: zone)
    )
  }

  private func read<Value>(
    _ number: Int, _ fields: RowFields, _ grammar: (Span<UInt8>) -> Reading<Value>
  ) -> Reading<Value> {
    grammar(fields.bytes.span.extracting(fields.range(of: columns[number].reading.index)))
  }

  /// The datum that the row names, else that of the title of its columns, else that of the file; `nil`
  /// where row and title, or the titles of both axes, contradict each other.
  private func datums(
    of first: Int?, _ second: Int?, _ row: Int, _ table: RecordTable
  ) -> (named: Datum?, datum: Datum?)? {
    let named = table.choice(.datum, row).flatMap(Datum.init)
    let one = first.flatMap { columns[$0].datum }
    let other = second.flatMap { columns[$0].datum }
    if let one, let other, one != other { return nil }
    let titled = one ?? other
    if let named, let titled, named != titled { return nil }
    return (named, named ?? titled ?? datum)
  }

  /// The point of degrees in that datum, as stated.
  private func point(_ stated: StatedPlace, _ datum: Datum?) -> Point {
    stated.point(PointFrame(degreesIn: datum, isConverted: false), by: rules)
  }

  /// The point with its datum set beside it; `nil` for metres in a datum that only web maps have.
  private func taken(
    _ stated: StatedPlace, _ datums: (named: Datum?, datum: Datum?), _ row: Int,
    _ table: inout RecordTable
  ) -> Point? {
    guard stated.isProjected else {
      if datums.named == nil, let declared = datums.datum {
        table.set(.datum, row, declared.rawValue)
      }
      return point(stated, datums.datum)
    }
    if datums.named == .gcj02 || datums.named == .bd09 { return nil }
    if let believed = datums.datum, believed == .cgcs2000 || believed == .wgs84 {
      if datums.named == nil { table.set(.datum, row, believed.rawValue) }
      return stated.point(.projected, by: rules)
    }
    // A file whose degrees come from web maps does not have its metres from there.
    table.set(.datum, row, Datum.cgcs2000.rawValue)
    return stated.point(.projectedUndeclared, by: rules)
  }
}
