/// The source records of a run as typed values, column by column; a record is a row number.
///
/// Texts are ids of `texts`. A column that no record fills costs nothing. Rows are only appended.
package struct RecordTable: Sendable {
  package var texts = TextPool()

  /// Paths of the files that rows came from, relative to the workspace; `file` indexes them.
  package private(set) var files: [String] = []
  package internal(set) var file: [Int32] = []
  /// The data record in its file, counted from 1.
  package internal(set) var record: [Int32] = []
  /// The physical line where the record starts, counted from 1.
  package internal(set) var line: [Int32] = []
  package internal(set) var source: [SourceKind] = []
  package internal(set) var content: [ContentHash] = []
  /// Codes of GB/T 2260; 0 is unknown.
  package internal(set) var county: [Int32] = []
  /// The media a record names; empty is unknown.
  package internal(set) var media: [MediumSet] = []
  /// The channels a record came through, to begin with that of its kind of source.
  package internal(set) var channels: [ChannelSet] = []
  var points: [Point?] = []
  /// Rows that state a place which is none: few, so they are not a column.
  var unusablePlaces: Set<Int32> = []
  var textColumns = RecordColumns<TextID>(kinds: TextField.allCases.count, missing: .missing)
  var dayColumns = RecordColumns<Int32>(kinds: DayField.allCases.count, missing: .min)
  var amountColumns = RecordColumns<Int64>(kinds: AmountField.allCases.count, missing: .min)
  var truthColumns = RecordColumns<Truth>(kinds: TruthField.allCases.count, missing: .unknown)
  var choiceColumns = RecordColumns<UInt8>(kinds: ChoiceField.allCases.count, missing: .max)

  /// A table without records.
  package init() {}

  /// How many records there are.
  package var count: Int { file.count }

  /// The number of `path` in `files`, added if it is new.
  ///
  /// Paths are compared as bytes, for a file system may hold two names that only differ in how a
  /// letter is composed. Costs a pass over the files.
  package mutating func fileNumber(of path: String) -> Int {
    if let known = files.lastIndex(where: { $0.utf8.elementsEqual(path.utf8) }) { return known }
    files.append(path)
    return files.count - 1
  }

  /// Appends a record without values and returns its row.
  @discardableResult
  package mutating func append(
    file: Int, record: Int, line: Int, source: SourceKind, content: ContentHash
  ) -> Int {
    self.file.append(Int32(file))
    self.record.append(Int32(record))
    self.line.append(Int32(line))
    self.source.append(source)
    self.content.append(content)
    county.append(0)
    media.append(MediumSet())
    channels.append(source.channel.map { ChannelSet($0) } ?? ChannelSet())
    points.append(nil)
    return count - 1
  }

  /// Removes the last record, when it turns out that it must be rejected.
  package mutating func removeLast() {
    file.removeLast()
    record.removeLast()
    line.removeLast()
    source.removeLast()
    content.removeLast()
    county.removeLast()
    media.removeLast()
    channels.removeLast()
    points.removeLast()
    unusablePlaces.remove(Int32(count))
    textColumns.removeLast(of: count + 1)
    dayColumns.removeLast(of: count + 1)
    amountColumns.removeLast(of: count + 1)
    truthColumns.removeLast(of: count + 1)
    choiceColumns.removeLast(of: count + 1)
  }

  /// The text of a field; `missing` is unknown.
  package func text(_ field: TextField, _ row: Int) -> TextID {
    textColumns[Int(field.rawValue), row]
  }

  /// The texts of a field by row; empty if no record has one.
  package func column(_ field: TextField) -> [TextID] {
    textColumns.column(Int(field.rawValue), rows: count)
  }

  /// Sets the text of a field, an id of `texts`.
  package mutating func set(_ field: TextField, _ row: Int, _ value: TextID) {
    textColumns.set(Int(field.rawValue), row, value)
  }

  /// The text itself; empty when missing.
  package func string(_ field: TextField, _ row: Int) -> String { texts.string(text(field, row)) }

  /// The day of a field; `nil` is unknown.
  package func day(_ field: DayField, _ row: Int) -> Day? {
    let number = dayColumns[Int(field.rawValue), row]
    return number == .min ? nil : Day(number: number)
  }

  /// Sets the day of a field.
  package mutating func set(_ field: DayField, _ row: Int, _ value: Day) {
    dayColumns.set(Int(field.rawValue), row, value.number)
  }

  /// The amount of a field; `nil` is unknown, zero is zero.
  package func amount(_ field: AmountField, _ row: Int) -> Money? {
    let fen = amountColumns[Int(field.rawValue), row]
    return fen == .min ? nil : Money(fen: fen)
  }

  /// Sets the amount of a field.
  package mutating func set(_ field: AmountField, _ row: Int, _ value: Money) {
    amountColumns.set(Int(field.rawValue), row, value.fen)
  }

  /// What the record says of a yes-or-no field; `unknown` where it says nothing.
  package func truth(_ field: TruthField, _ row: Int) -> Truth {
    truthColumns[Int(field.rawValue), row]
  }

  /// Whether any record ever said anything of the field.
  package func speaks(of field: TruthField) -> Bool {
    truthColumns.isUsed(Int(field.rawValue))
  }

  /// Sets a yes-or-no field.
  package mutating func set(_ field: TruthField, _ row: Int, _ value: Truth) {
    truthColumns.set(Int(field.rawValue), row, value)
  }

  /// The raw value of the field's enumeration; `nil` is unknown.
  package func choice(_ field: ChoiceField, _ row: Int) -> UInt8? {
    let raw = choiceColumns[Int(field.rawValue), row]
    return raw == .max ? nil : raw
  }

  /// Sets the raw value of the field's enumeration.
  package mutating func set(_ field: ChoiceField, _ row: Int, _ value: UInt8) {
    choiceColumns.set(Int(field.rawValue), row, value)
  }

  /// The level of the emergency; `nil` is unknown.
  package func emergencyLevel(_ row: Int) -> EventLevel? {
    choice(.emergencyLevel, row).flatMap(EventLevel.init)
  }

  /// The level of the act of destruction; `nil` is unknown.
  package func destructionLevel(_ row: Int) -> EventLevel? {
    choice(.destructionLevel, row).flatMap(EventLevel.init)
  }

  /// How the damage amount was arrived at; `nil` is unknown.
  package func damageBasis(_ row: Int) -> DamageBasis? {
    choice(.damageBasis, row).flatMap(DamageBasis.init)
  }

  /// The route by which the damage was restored; `nil` is unknown.
  package func restorationRoute(_ row: Int) -> RestorationRoute? {
    choice(.restorationRoute, row).flatMap(RestorationRoute.init)
  }

  /// Which inspectorate found it; `nil` is unknown.
  package func inspectorateLevel(_ row: Int) -> InspectorateLevel? {
    choice(.inspectorateLevel, row).flatMap(InspectorateLevel.init)
  }

  /// What the coordinates are the place of; the damage area where the record does not say.
  package func placeRole(_ row: Int) -> PlaceRole {
    choice(.placeRole, row).flatMap(PlaceRole.init) ?? .damageArea
  }

  /// The county, or a larger division where the record says no more; `nil` is unknown.
  package func division(_ row: Int) -> DivisionCode? { DivisionCode(number: Int(county[row])) }

  /// Sets where it took place.
  package mutating func setDivision(_ row: Int, _ code: DivisionCode) { county[row] = code.number }

  /// The coordinates; `nil` is unknown.
  package func point(_ row: Int) -> Point? { points[row] }

  /// Sets the coordinates.
  package mutating func setPoint(_ row: Int, _ point: Point) { points[row] = point }

  /// Whether the record states coordinates that cannot be used: one alone, a datum that is not
  /// known, a place outside China.
  package func hasUnusablePlace(_ row: Int) -> Bool { unusablePlaces.contains(Int32(row)) }

  /// Notes that the record states coordinates that cannot be used.
  package mutating func setUnusablePlace(_ row: Int) { unusablePlaces.insert(Int32(row)) }

  /// Sets the media, in place of those before.
  package mutating func setMedia(_ row: Int, _ set: MediumSet) { media[row] = set }

  /// Adds a channel to those the record came through.
  package mutating func add(_ row: Int, channel: Channel) { channels[row].insert(channel) }

  /// Sets the channels, in place of those before.
  package mutating func setChannels(_ row: Int, _ set: ChannelSet) { channels[row] = set }

  /// `Inputs/2026Q3/督察.csv#12`: the record's name in every output.
  package func name(_ row: Int) -> String { "\(files[Int(file[row])])#\(record[row])" }
}
