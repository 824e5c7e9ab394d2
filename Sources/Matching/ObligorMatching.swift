internal import Vocabulary

/// Which records speak of one obligor.
///
/// Works on profiles: the distinct combinations of code, id, permit, name and city. A cluster never
/// holds two valid codes, two person ids, or two obligors that the ledger keeps apart.
struct ObligorMatching {
  let table: RecordTable
  let settled: SettledRows
  let ranks: RowRanks
  let stated: StatedNumbers
  let names: NameTable
  private(set) var profiles: [Profile] = []
  private(set) var profileOfRow: [Int32]
  var sets: UnionFind
  private(set) var identities: [Identity]
  private(set) var joins: [Join] = []
  private(set) var review: [ReviewItem] = []

  struct Profile {
    let key: Key
    let name: Int32
    /// The first row in rank order, for the reason of a join.
    let row: Int

    struct Key: Hashable {
      let credit: TextID
      let person: TextID
      let permit: TextID
      let name: Int32
      let city: Int32
      /// Keeps apart what nothing but a bare name would join; 0 elsewhere.
      let apart: Int32
    }
  }

  /// What a cluster may hold only one of.
  struct Identity {
    var credit: TextID
    var person: TextID
    var settled: Int32
  }

  init(
    _ table: RecordTable, settled: SettledRows, home: DivisionCode, ranks: RowRanks,
    stated: StatedNumbers, names: NameTable
  ) {
    self.table = table
    self.settled = settled
    self.ranks = ranks
    self.stated = stated
    self.names = names
    profileOfRow = Array(repeating: -1, count: table.count)
    identities = []
    var known: [Profile.Key: Int32] = [:]
    for row in ranks.order.lazy.map(Int.init) {
      let name = names.nameOfRow[row]
      let key = ObligorMatching.key(
        table, row, name: name, names: names, home: home,
        settled: row < settled.count ? settled.obligor[row] : -1)
      guard let key else { continue }
      if let profile = known[key] {
        profileOfRow[row] = profile
        continue
      }
      let profile = Int32(profiles.count)
      known[key] = profile
      profileOfRow[row] = profile
      profiles.append(Profile(key: key, name: name, row: row))
      identities.append(
        Identity(
          credit: key.credit, person: key.person,
          settled: row < settled.count ? settled.obligor[row] : -1))
    }
    sets = UnionFind(count: profiles.count)
    uniteSettled()
  }

  /// Profiles of one earlier obligor are one before any rule is asked.
  private mutating func uniteSettled() {
    var first: [Int32: Int] = [:]
    for profile in profiles.indices where identities[profile].settled >= 0 {
      let owner = identities[profile].settled
      if let anchor = first[owner] {
        unite(sets.root(anchor), sets.root(profile))
      } else {
        first[owner] = profile
      }
    }
  }

  /// The row's profile key; `nil` if the record names nobody.
  private static func key(
    _ table: RecordTable, _ row: Int, name: Int32, names: NameTable, home: DivisionCode,
    settled: Int32
  ) -> Profile.Key? {
    let credit = table.text(.creditCode, row)
    let person = table.text(.personID, row)
    let permit = table.text(.permitNumber, row)
    let hasNumber = !(credit.isMissing ? person.isMissing ? permit.isMissing : false : false)
    guard hasNumber || name >= 0 else { return nil }
    let city = table.division(row)?.city ?? (home.number % 10_000 == 0 ? nil : home.city)
    let isOrganisation = name >= 0 ? names.namesOrganisation(name) : false
    let canJoin = hasNumber || (isOrganisation ? city != nil : false)
    return Profile.Key(
      credit: credit, person: person, permit: permit,
      name: name,
      city: isOrganisation ? city?.number ?? 0 : 0,
      apart: settled >= 0 ? -settled - 1 : canJoin ? 0 : Int32(row) + 1)
  }

  /// The members in groups of equal keys, groups and members in rank order of their first rows.
  func groups(_ members: [Int], by key: (Int) -> some Comparable) -> [[Int]] {
    let sorted = members.map { (key: key($0), profile: $0) }
      .sorted { ($0.key, $0.profile) < ($1.key, $1.profile) }
    // In rank order, not in the order of text ids, which depends on the order of files.
    return sorted.chunked { $0.key == $1.key }.map { $0.map(\.profile) }
      .sorted { $0[0] < $1[0] }
  }

  /// Joins two clusters unless that would put two identities into one; says whether they are one.
  mutating func join(_ left: Int, _ right: Int, _ rule: JoinRule) -> Bool {
    let (leftRoot, rightRoot) = (sets.root(left), sets.root(right))
    guard leftRoot != rightRoot else { return true }
    guard mayJoin(left, right) else { return false }
    unite(leftRoot, rightRoot)
    addJoin(profiles[left].row, profiles[right].row, rule)
    return true
  }

  private mutating func unite(_ leftRoot: Int, _ rightRoot: Int) {
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    let root = sets.join(leftRoot, rightRoot)
    identities[root] = Identity(
      credit: one.credit.isMissing ? other.credit : one.credit,
      person: one.person.isMissing ? other.person : one.person,
      settled: max(one.settled, other.settled))
  }

  /// Whether the two are one cluster or their identities would not stand against it.
  mutating func mayJoin(_ left: Int, _ right: Int) -> Bool {
    let (leftRoot, rightRoot) = (sets.root(left), sets.root(right))
    guard leftRoot != rightRoot else { return true }
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    let conflicts =
      isConflict(one.credit, other.credit) ? true : isConflict(one.person, other.person)
    return conflicts ? false : one.settled < 0 || other.settled < 0
  }

  private func isConflict(_ left: TextID, _ right: TextID) -> Bool {
    left.isMissing || right.isMissing ? false : left != right
  }

  mutating func addJoin(_ left: Int, _ right: Int, _ rule: JoinRule) {
    let (earlier, later) = (min(left, right), max(left, right))
    joins.append(
      Join(
        earlier: earlier, later: later, rule: rule,
        evidence: JoinEvidence.text(rule, table, earlier, later)))
  }

  mutating func addReview(
    _ kind: ReviewItem.Kind, _ left: Int, _ right: Int, _ rule: JoinRule, _ question: String
  ) {
    guard sets.root(left) != sets.root(right) else { return }
    let (one, other) = (profiles[left].row, profiles[right].row)
    review.append(
      ReviewItem(
        kind: kind, left: table.name(one), right: table.name(other),
        question: question,
        evidence: JoinEvidence.text(rule, table, one, other), stake: nil,
        pair: RecordPair(.obligor, table.content[one], table.content[other])))
  }

  /// Obligor numbers by row, new ones in the order of the first record that names them.
  func numbers() -> (byRow: [Int32], new: Int) {
    var sets = sets
    var numbers = [Int32](repeating: -1, count: profiles.count)
    var next = Int32(settled.obligorCount)
    let first = next
    for profile in profiles.indices {
      let root = sets.root(profile)
      if numbers[root] < 0 {
        if identities[root].settled >= 0 {
          numbers[root] = identities[root].settled
        } else {
          numbers[root] = next
          next += 1
        }
      }
    }
    let byRow = profileOfRow.map { $0 < 0 ? -1 : numbers[sets.root(Int($0))] }
    return (byRow, Int(next - first))
  }
}
