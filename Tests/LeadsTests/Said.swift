import Leads
import Testing
import Vocabulary

/// What one record says, in the words of a table.
struct Said {
  var kind = SourceKind.inspection
  var days: [DayField: String] = [:]
  var truths: [TruthField: Truth] = [:]
  var texts: [TextField: String] = [:]
  /// 损害金额 in yuan.
  var amount: String?
  var basis: DamageBasis?
  var emergency: EventLevel?
  var destruction: EventLevel?
  var route: RestorationRoute?
  var inspectorate: InspectorateLevel?
  var media = MediumSet()
  /// Channels beside that of the kind.
  var channels: [Channel] = []
  var county: String?
  var point: Point?
  var role: PlaceRole?
}

extension Day {
  /// A day the test writes out.
  init(_ text: String) throws { self = try #require(Day(iso: text)) }
}

/// A table of these records, in this order.
func table(_ records: [Said]) throws -> RecordTable {
  var table = RecordTable()
  for (place, said) in records.enumerated() {
    let row = table.append(
      file: table.fileNumber(of: "drop.csv"), record: place + 1, line: place + 2,
      source: said.kind, content: ContentHash(high: 0, low: UInt64(place)))
    for (field, text) in said.texts { table.set(field, row, table.texts.intern(text)) }
    for (field, day) in said.days { table.set(field, row, try Day(day)) }
    for (field, truth) in said.truths { table.set(field, row, truth) }
    if let amount = said.amount { table.set(.damage, row, try #require(Money(yuan: amount))) }
    if let basis = said.basis { table.set(.damageBasis, row, basis.rawValue) }
    if let level = said.emergency { table.set(.emergencyLevel, row, level.rawValue) }
    if let level = said.destruction { table.set(.destructionLevel, row, level.rawValue) }
    if let route = said.route { table.set(.restorationRoute, row, route.rawValue) }
    if let role = said.role { table.set(.placeRole, row, role.rawValue) }
    if let level = said.inspectorate { table.set(.inspectorateLevel, row, level.rawValue) }
    table.setMedia(row, said.media)
    for channel in said.channels { table.add(row, channel: channel) }
    if let county = said.county { table.setDivision(row, try #require(DivisionCode(county))) }
    if let point = said.point { table.setPoint(row, point) }
  }
  return table
}

/// The lead of all rows of a table, screened on 2026-10-08.
func lead(_ table: RecordTable, versions: RecordVersions = RecordVersions()) throws -> Lead {
  Lead(
    table, rows: Array(0..<table.count), screeningDay: try Day("2026-10-08"), versions: versions)
}

func lead(_ records: [Said]) throws -> Lead { try lead(table(records)) }

/// A generator whose sequence is fixed by its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
