internal import Vocabulary

/// The clusters that sure keys made, with what their records say of each: the parties that are weighed.
///
/// Parties are numbered in the order of their first profiles. Of each kind of value the first few
/// distinct ones are kept: a party of many is weighed by those.
struct PartyTable {
  /// Values by party, one party's behind the other's.
  struct Values {
    private(set) var starts: [Int32] = [0]
    private(set) var values: [Int32] = []

    mutating func reserve(parties: Int, values count: Int) {
      starts.reserveCapacity(parties + 1)
      values.reserveCapacity(count)
    }

    func range(_ party: Int) -> Range<Int> { Int(starts[party])..<Int(starts[party + 1]) }

    subscript(party: Int) -> ArraySlice<Int32> { values[range(party)] }

    /// Adds a value to the last party, unless it has it or has `limit` of them.
    mutating func add(_ value: Int32, limit: Int) {
      let start = Int(starts[starts.count - 1])
      guard values.count - start < limit, !values[start...].contains(value) else { return }
      values.append(value)
    }

    mutating func endParty() { starts.append(Int32(values.count)) }
  }

  private(set) var names = Values()
  private(set) var people = Values()
  private(set) var addresses = Values()
  private(set) var permits = Values()
  private(set) var cities = Values()
  private(set) var counties = Values()
  /// By party, its first profile.
  private(set) var profile: [Int32] = []
  private(set) var partyOfProfile: [Int32]
  /// By party, a row that states its credit code or its person's number; -1 for none.
  private(set) var code: [Int32] = []
  /// By party, whether it has neither a credit code nor a person's number.
  private(set) var isOpen: [Bool] = []
  /// By party, whether it says enough to draw others to it: a number, or a name with an exact address.
  private(set) var isAnchored: [Bool] = []

  /// By party, whether its number is more often stated under an unrelated name.
  private(set) var isContested: [Bool] = []

  var count: Int { profile.count }

  private static let nameLimit = 6
  private static let addressLimit = 12
  private static let otherLimit = 4

  /// Linear in profiles.
  init(_ profiles: ProfileTable, _ clusters: inout ObligorClusters, isContested contested: [Bool]) {
    partyOfProfile = Array(repeating: -1, count: profiles.count)
    var isSeen = [Bool](repeating: false, count: profiles.count)
    for first in 0..<profiles.count {
      let root = clusters.root(first)
      guard !isSeen[root] else { continue }
      isSeen[root] = true
      let identity = clusters.identity(of: first)
      profile.append(Int32(first))
      isOpen.append(identity.credit == 0 && identity.person == 0)
      isAnchored.append(identity.isSure)
      isContested.append(false)
      code.append(-1)
      clusters.forEachMember(of: first) { member in
        add(member, profiles)
        if contested[member] { isContested[count - 1] = true }
        return true
      }
      endParty()
    }
  }

  private mutating func add(_ member: Int, _ profiles: ProfileTable) {
    partyOfProfile[member] = Int32(count - 1)
    let name = profiles[member].name
    let address = profiles[member].address
    if profiles[member].credit | profiles[member].person != 0 {
      code[count - 1] = profiles[member].row
    }
    if name >= 0 { names.add(name, limit: PartyTable.nameLimit) }
    let other = profiles.names.otherName(name)
    if other >= 0 { names.add(other, limit: PartyTable.nameLimit) }
    if address >= 0 { addresses.add(address, limit: PartyTable.addressLimit) }
    if profiles[member].representative >= 0 {
      people.add(profiles[member].representative, limit: PartyTable.otherLimit)
    }
    if profiles[member].permit != 0 {
      permits.add(profiles[member].permit, limit: PartyTable.otherLimit)
    }
    if profiles[member].city != 0 {
      cities.add(profiles[member].city, limit: PartyTable.otherLimit)
    }
    if profiles[member].county % 100 != 0 {
      counties.add(profiles[member].county, limit: PartyTable.otherLimit)
    }
    let isNamed = name >= 0 && profiles[member].city != 0 && address >= 0
    if profiles[member].permit != 0 || profiles[member].registration != 0
      || profiles[member].organisation != 0
      || isNamed && profiles.addresses.parses[Int(address)].isExact
    {
      isAnchored[isAnchored.count - 1] = true
    }
  }

  private mutating func endParty() {
    names.endParty()
    people.endParty()
    addresses.endParty()
    permits.endParty()
    cities.endParty()
    counties.endParty()
  }
}
