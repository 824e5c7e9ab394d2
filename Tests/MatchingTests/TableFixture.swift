import Testing
import Vocabulary

/// A record in the few words that matching looks at.
struct Said {
  var name = ""
  var credit = ""
  var person = ""
  var permit = ""
  var document = ""
  var authority = ""
  var number = ""
  var violation = ""
  var county = 140_981
  var day = ""
  var media: MediumSet = MediumSet()
  var kind = SourceKind.inspection
  var place = ""
  var representative = ""
  var registration = ""
  var organisation = ""
  var weak = ""
  var facts = ""
  var remarks = ""
  var seen = ""
  var reported = ""
  var received = ""
  var decided = ""
  /// Degrees east and north.
  var point: (Double, Double)?
}

/// A table of these records; each has a content of its own that depends only on what it says.
func table(_ records: [Said]) -> RecordTable {
  var table = RecordTable()
  for (index, said) in records.enumerated() {
    let file = table.fileNumber(of: "drop.csv")
    let row = table.append(
      file: file, record: index + 1, line: index + 2, source: said.kind,
      content: ContentHash(high: digest(of: said), low: 0))
    func set(_ field: TextField, _ text: String) {
      let id = table.texts.intern(text)
      if !id.isMissing { table.set(field, row, id) }
    }
    set(.partyName, said.name)
    set(.creditCode, said.credit)
    set(.personID, said.person)
    set(.permitNumber, said.permit)
    set(.documentNumber, said.document)
    set(.authority, said.authority)
    set(.recordNumber, said.number)
    set(.violation, said.violation)
    set(.place, said.place)
    set(.legalRepresentative, said.representative)
    set(.registrationNumber, said.registration)
    set(.organisationCode, said.organisation)
    set(.weakCode, said.weak)
    set(.facts, said.facts)
    set(.remarks, said.remarks)
    if let day = Day(iso: said.seen) { table.set(.discovery, row, day) }
    if let day = Day(iso: said.decided) { table.set(.decision, row, day) }
    if let day = Day(iso: said.received) { table.set(.transferReceived, row, day) }
    if let (east, north) = said.point {
      table.setPoint(row, Point(longitude: east, latitude: north, uncertaintyMetres: 10))
    }
    if let day = Day(iso: said.reported) { table.set(.reportReceived, row, day) }
    if let code = DivisionCode(number: said.county) { table.setDivision(row, code) }
    if let day = Day(iso: said.day) { table.set(.occurrence, row, day) }
    table.setMedia(row, said.media)
  }
  return table
}

private func digest(of said: Said) -> UInt64 {
  let more =
    "\(said.place)|\(said.representative)|\(said.registration)|\(said.organisation)|\(said.weak)|\(said.facts)|\(said.remarks)|\(said.seen)|\(said.reported)|\(said.received)|\(said.decided)"
  let text =
    "\(more)|\(said.name)|\(said.credit)|\(said.person)|\(said.permit)|\(said.document)|\(said.authority)|\(said.number)|\(said.violation)|\(said.county)|\(said.day)|\(said.media.bits)|\(said.kind.rawValue)"
  return text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// 忻州市.
func home() throws -> DivisionCode { try #require(DivisionCode("140900")) }

/// A small generator with a printed seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
