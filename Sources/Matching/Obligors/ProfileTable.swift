internal import Vocabulary

/// What records say of their parties, each distinct combination once.
///
/// A profile is a number; profiles stand in the order of rows, which only depends on what records say.
struct ProfileTable {
  let names: NameTable
  /// The people named as legal representatives, read as names are.
  let people: NameTable
  let addresses: AddressTable

  private var profiles: [Profile] = []
  /// By row of the table; -1 where the record names nobody.
  private(set) var profileOfRow: [Int32]

  var count: Int { profiles.count }
  /// One more than the highest number of a code.
  private(set) var numberCount = 1

  subscript(profile: Int) -> Profile { profiles[profile] }

  private var entries = NumberedHashes()
  private let places: CityPlaces

  /// Linear in rows.
  init(
    _ table: RankedRecords, settled owners: SettledRows, home: DivisionCode,
    names: NameTable
  ) {
    self.names = names
    people = NameTable(table, .legalRepresentative)
    addresses = AddressTable(table)
    profileOfRow = Array(repeating: -1, count: table.count)
    profiles.reserveCapacity(table.count)
    entries = NumberedHashes(count: table.count)
    places = CityPlaces(table.county)
    var numbers = TextNumbers(table.texts)
    let homeCity = home.number % 10_000 == 0 ? 0 : home.city.number
    for row in 0..<table.count {
      var profile = Profile(
        credit: numbers.number(of: table.text(.creditCode, row)),
        person: numbers.number(of: table.text(.personID, row)),
        permit: numbers.number(of: table.text(.permitNumber, row)),
        registration: numbers.number(of: table.text(.registrationNumber, row)),
        organisation: numbers.number(of: table.text(.organisationCode, row)),
        weak: numbers.number(of: table.text(.weakCode, row)),
        name: names.nameOfRow[row], representative: people.nameOfRow[row],
        address: addresses.addressOfRow[row], city: 0, county: table.county[row],
        settled: row < owners.count ? owners.obligor[row] : -1, apart: 0,
        row: Int32(row), rowCount: 1)
      guard profile.hasNumber || profile.name >= 0 else { continue }
      profile.city = ProfileTable.city(profile, names, addresses) ?? homeCity
      profile.apart = ProfileTable.apart(profile, row, names, addresses)
      add(profile)
    }
    numberCount = Int(numbers.count) + 1
  }

  /// The city the party is looked for in: that of the record, of its address, or of the name.
  private static func city(
    _ profile: Profile, _ names: NameTable, _ addresses: AddressTable
  ) -> Int32? {
    if let code = DivisionCode(number: Int(profile.county)), code.number % 10_000 != 0 {
      return code.city.number
    }
    if profile.address >= 0, let code = addresses.parses[Int(profile.address)].region.code,
      code.number % 10_000 != 0
    {
      return code.city.number
    }
    guard profile.name >= 0, let code = names.division(profile.name), code.number % 10_000 != 0
    else {
      return nil
    }
    return code.city.number
  }

  /// The row itself where nothing but a name would join it with its like.
  private static func apart(
    _ profile: Profile, _ row: Int, _ names: NameTable, _ addresses: AddressTable
  ) -> Int32 {
    if profile.settled >= 0 || profile.hasNumber { return 0 }
    let isExact = profile.address >= 0 && addresses.parses[Int(profile.address)].isExact
    let canJoin =
      profile.city != 0
      && (isExact && !names.isMasked(profile.name)
        || placeOfName(profile, names, addresses) != nil)
    return canJoin ? 0 : Int32(row) + 1
  }

  /// The key of the place within which the profile's whole name is one obligor's; `nil` where its name
  /// is anybody's, or where nobody says that place.
  func placeOfName(_ profile: Int) -> UInt64? {
    ProfileTable.placeOfName(self[profile], names, addresses)
  }

  private static func placeOfName(
    _ profile: Profile, _ names: NameTable, _ addresses: AddressTable
  ) -> UInt64? {
    guard profile.name >= 0, let scope = names.scope(profile.name) else { return nil }
    let isBody = names.bodyScope(profile.name) != nil
    guard isBody, scope != .city else {
      let named = names.division(profile.name)
      let city = named.map { $0.number % 10_000 == 0 ? 0 : $0.city.number } ?? 0
      let place = city != 0 ? city : profile.city
      return place == 0 ? nil : UInt64(place)
    }
    let county = names.division(profile.name).flatMap { $0.isCounty ? $0.number : nil }
    let place = county ?? countyStated(profile, addresses)
    guard place != 0 else { return nil }
    guard scope == .town else { return UInt64(place) }
    let town = profile.address < 0 ? 0 : addresses.parses[Int(profile.address)].town
    return town == 0 ? nil : KeyedOrder.joined(town, UInt64(place))
  }

  /// The county that the record says, else its address; 0 for none.
  func countyStated(_ profile: Int) -> Int32 {
    ProfileTable.countyStated(self[profile], addresses)
  }

  private static func countyStated(_ profile: Profile, _ addresses: AddressTable) -> Int32 {
    if profile.county % 100 != 0 { return profile.county }
    return profile.address < 0 ? 0 : addresses.counties[Int(profile.address)]
  }

  private mutating func add(_ profile: Profile) {
    let hash = hash(profile)
    let row = Int(profile.row)
    if let known = entries.number(of: hash, where: { profiles[Int($0)].saysSame(as: profile) }) {
      profileOfRow[row] = known
      profiles[Int(known)].rowCount += 1
      return
    }
    profileOfRow[row] = entries.add(hash)
    profiles.append(profile)
  }

  /// The hash of all that a profile says; its lower half is where it is looked for, two places a row.
  private func hash(_ profile: Profile) -> UInt64 {
    func pair(_ left: Int32, _ right: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
    }
    var hash = KeyedOrder.joined(
      pair(profile.credit, profile.person), pair(profile.permit, profile.weak))
    hash = KeyedOrder.joined(hash, pair(profile.registration, profile.organisation))
    hash = KeyedOrder.joined(hash, pair(profile.name, profile.representative))
    hash = KeyedOrder.joined(hash, pair(profile.address, profile.county))
    hash = KeyedOrder.joined(hash, pair(profile.settled, profile.apart))
    hash = KeyedOrder.joined(hash, UInt64(UInt32(bitPattern: profile.city)))
    return hash << 32 | places.place(hash, profile.county) * 2
  }
}

extension ProfileTable {
  /// The strongest reason why rows of one profile are one obligor's.
  func strongestRule(of profile: Int) -> JoinRule {
    if self[profile].credit != 0 { return .creditCode }
    if self[profile].person != 0 { return .personID }
    if self[profile].registration != 0 { return .registrationNumber }
    if self[profile].organisation != 0 { return .organisationCode }
    if self[profile].permit != 0 { return .permitNumber }
    return placeOfName(profile) != nil ? .wholeName : .nameAndAddress
  }
}
