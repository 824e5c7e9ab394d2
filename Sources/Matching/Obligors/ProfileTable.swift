internal import Vocabulary

/// What records say of their parties, each distinct combination once, column by column.
///
/// A profile is a number; profiles stand in the order in which rows are considered, so that their
/// order only depends on what records say. Numbers of codes and texts count from 1, 0 is missing;
/// those of names, people and addresses count from 0, -1 is missing.
struct ProfileTable {
  let names: NameTable
  /// The people named as legal representatives, read as names are.
  private(set) var people = NameTable()
  let addresses: AddressTable

  private(set) var credit: [Int32] = []
  private(set) var person: [Int32] = []
  private(set) var permit: [Int32] = []
  private(set) var registration: [Int32] = []
  private(set) var organisation: [Int32] = []
  /// A code that fails its check.
  private(set) var weak: [Int32] = []
  private(set) var name: [Int32] = []
  private(set) var representative: [Int32] = []
  private(set) var address: [Int32] = []
  /// A code of GB/T 2260; 0 where neither record, address nor name says one.
  private(set) var city: [Int32] = []
  private(set) var county: [Int32] = []
  /// The obligor of an earlier quarter; -1 for none.
  private(set) var settled: [Int32] = []
  /// The first row, for the reason of a join.
  private(set) var row: [Int32] = []
  /// How many rows say the profile.
  private(set) var rowCount: [Int32] = []
  /// By row of the table; -1 where the record names nobody.
  private(set) var profileOfRow: [Int32]

  var count: Int { row.count }

  /// One combination of what a row says.
  private struct Entry {
    var credit: Int32
    var person: Int32
    var permit: Int32
    var registration: Int32
    var organisation: Int32
    var weak: Int32
    var name: Int32
    var representative: Int32
    var address: Int32
    var city: Int32
    var county: Int32
    var settled: Int32
    /// Keeps apart what nothing but a bare name would join; 0 elsewhere.
    var apart: Int32

    var hasNumber: Bool { credit | person | permit | registration | organisation != 0 }
  }

  private var entries = NumberedHashes()
  private var apart: [Int32] = []

  /// Linear in rows.
  init(
    _ table: RankedRecords, settled owners: SettledRows, home: DivisionCode,
    names: NameTable
  ) {
    self.names = names
    addresses = AddressTable(table)
    profileOfRow = Array(repeating: -1, count: table.count)
    // By text: -2 is not yet read.
    var personOfText = [Int32](repeating: -2, count: table.texts.count)
    var numbers = TextNumbers(table.texts)
    let homeCity = home.number % 10_000 == 0 ? 0 : home.city.number
    for row in 0..<table.count {
      let text = table.text(.legalRepresentative, row)
      var representative: Int32 = -1
      if !text.isMissing {
        representative = personOfText[Int(text.number)]
        if representative == -2 {
          representative = people.add(
            table.texts.storage.span.extracting(table.texts.range(of: text)))
          personOfText[Int(text.number)] = representative
        }
      }
      var entry = Entry(
        credit: numbers.number(of: table.text(.creditCode, row)),
        person: numbers.number(of: table.text(.personID, row)),
        permit: numbers.number(of: table.text(.permitNumber, row)),
        registration: numbers.number(of: table.text(.registrationNumber, row)),
        organisation: numbers.number(of: table.text(.organisationCode, row)),
        weak: numbers.number(of: table.text(.weakCode, row)),
        name: names.nameOfRow[row], representative: representative,
        address: addresses.addressOfRow[row], city: 0, county: table.county[row],
        settled: row < owners.count ? owners.obligor[row] : -1, apart: 0)
      guard entry.hasNumber || entry.name >= 0 else { continue }
      entry.city = ProfileTable.city(entry, names, addresses) ?? homeCity
      entry.apart = ProfileTable.apart(entry, row, names, addresses)
      add(entry, row: Int32(row))
    }
  }

  /// The city the party is looked for in: that of the record, of its address, or of the name.
  private static func city(
    _ entry: Entry, _ names: NameTable, _ addresses: AddressTable
  ) -> Int32? {
    if let code = DivisionCode(number: Int(entry.county)), code.number % 10_000 != 0 {
      return code.city.number
    }
    if entry.address >= 0, let code = addresses.parses[Int(entry.address)].region.code,
      code.number % 10_000 != 0
    {
      return code.city.number
    }
    guard entry.name >= 0, let code = names.division(entry.name), code.number % 10_000 != 0 else {
      return nil
    }
    return code.city.number
  }

  /// The row itself where nothing but a name would join it with its like.
  private static func apart(
    _ entry: Entry, _ row: Int, _ names: NameTable, _ addresses: AddressTable
  ) -> Int32 {
    if entry.settled >= 0 || entry.hasNumber { return 0 }
    let isExact = entry.address >= 0 && addresses.parses[Int(entry.address)].isExact
    let canJoin =
      entry.city != 0 && (isExact && !names.isMasked(entry.name) || names.isUnique(entry.name))
    return canJoin ? 0 : Int32(row) + 1
  }

  private mutating func add(_ entry: Entry, row: Int32) {
    let hash = ProfileTable.hash(entry)
    if let known = entries.number(of: hash, where: { isEqual(Int($0), entry) }) {
      profileOfRow[Int(row)] = known
      rowCount[Int(known)] += 1
      return
    }
    profileOfRow[Int(row)] = entries.add(hash)
    append(entry, row)
  }

  private mutating func append(_ entry: Entry, _ row: Int32) {
    credit.append(entry.credit)
    person.append(entry.person)
    permit.append(entry.permit)
    registration.append(entry.registration)
    organisation.append(entry.organisation)
    weak.append(entry.weak)
    name.append(entry.name)
    representative.append(entry.representative)
    address.append(entry.address)
    city.append(entry.city)
    county.append(entry.county)
    settled.append(entry.settled)
    apart.append(entry.apart)
    self.row.append(row)
    rowCount.append(1)
  }

  private func isEqual(_ profile: Int, _ entry: Entry) -> Bool {
    credit[profile] == entry.credit && person[profile] == entry.person
      && permit[profile] == entry.permit && registration[profile] == entry.registration
      && organisation[profile] == entry.organisation && weak[profile] == entry.weak
      && name[profile] == entry.name && representative[profile] == entry.representative
      && address[profile] == entry.address && city[profile] == entry.city
      && county[profile] == entry.county && settled[profile] == entry.settled
      && apart[profile] == entry.apart
  }

  private static func hash(_ entry: Entry) -> UInt64 {
    func pair(_ left: Int32, _ right: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }
    var hash = KeyedOrder.joined(pair(entry.credit, entry.person), pair(entry.permit, entry.weak))
    hash = KeyedOrder.joined(hash, pair(entry.registration, entry.organisation))
    hash = KeyedOrder.joined(hash, pair(entry.name, entry.representative))
    hash = KeyedOrder.joined(hash, pair(entry.address, entry.county))
    hash = KeyedOrder.joined(hash, pair(entry.settled, entry.apart))
    return KeyedOrder.joined(hash, UInt64(UInt32(bitPattern: entry.city)))
  }
}

extension ProfileTable {
  /// The strongest reason why rows of one profile are one obligor's.
  func strongestRule(of profile: Int) -> JoinRule {
    if credit[profile] != 0 { return .creditCode }
    if person[profile] != 0 { return .personID }
    if registration[profile] != 0 { return .registrationNumber }
    if organisation[profile] != 0 { return .organisationCode }
    if permit[profile] != 0 { return .permitNumber }
    return names.isUnique(name[profile]) ? .wholeName : .nameAndAddress
  }
}
