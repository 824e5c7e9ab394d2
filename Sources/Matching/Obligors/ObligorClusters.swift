internal import Vocabulary

/// The profiles that are taken for one obligor, and what keeps others out.
///
/// A cluster never holds two valid codes, two persons' numbers, or two obligors that the ledger keeps
/// apart. Members are linked in a ring, so that all of a cluster can be visited.
struct ObligorClusters {
  /// What a cluster may hold only one of.
  struct Identity {
    /// 0 for none.
    var credit: Int32
    var person: Int32
    /// The place of a person's number, hidden in part or whole, among those shown; -1 for none.
    var shown: Int32
    /// -1 for an obligor that no earlier quarter knew.
    var settled: Int32

    /// Whether somebody else's register says who it is.
    var isSure: Bool { credit != 0 || person != 0 || settled >= 0 }

    /// Why the two cannot be one; `nil` if nothing forbids it.
    func conflict(with other: Identity) -> Conflict? {
      if credit != 0, other.credit != 0, credit != other.credit { return .credit }
      if person != 0, other.person != 0, person != other.person { return .person }
      return settled >= 0 && other.settled >= 0 && settled != other.settled ? .settled : nil
    }
  }

  enum Conflict {
    case credit, person, settled

    var reason: RefusalReason {
      switch self {
      case .credit: .twoCodes
      case .person: .twoPersons
      case .settled: .settledApart
      }
    }
  }

  private var sets: UnionFind
  /// Persons' numbers, if any are hidden in part.
  private let shown: [ShownNumber]
  private var identities: [Identity]
  private var next: [Int32]

  init(_ profiles: ProfileTable, _ table: RankedRecords) {
    sets = UnionFind(count: profiles.count)
    let (shown, places) = ObligorClusters.shown(profiles, table)
    self.shown = shown
    identities = (0..<profiles.count).map {
      Identity(
        credit: profiles[$0].credit, person: profiles[$0].person, shown: places[$0] ?? -1,
        settled: profiles[$0].settled)
    }
    next = (0..<Int32(profiles.count)).map { $0 }
    // Profiles of one earlier obligor are one before any rule is asked.
    var first: [Int32: Int] = [:]
    for profile in 0..<profiles.count where profiles[profile].settled >= 0 {
      if let anchor = first[profiles[profile].settled] {
        unite(sets.root(anchor), sets.root(profile))
      } else {
        first[profiles[profile].settled] = profile
      }
    }
  }

  /// The persons' numbers of the profiles, and their places by profile; none if nobody hides any.
  private static func shown(
    _ profiles: ProfileTable, _ table: RankedRecords
  ) -> (numbers: [ShownNumber], places: [Int: Int32]) {
    var numbers: [ShownNumber] = []
    var places: [Int: Int32] = [:]
    var placeOfNumber: [Int32: Int32] = [:]
    func add(_ field: TextField, _ number: KeyPath<Profile, Int32>) {
      for profile in 0..<profiles.count where profiles[profile][keyPath: number] != 0 {
        let key = profiles[profile][keyPath: number]
        if placeOfNumber[key] == nil {
          let text = table.texts.bytes(of: table.text(field, Int(profiles[profile].row)))
          guard let shown = ShownNumber(text), shown.isHidden || field == .personID else {
            placeOfNumber[key] = -1
            continue
          }
          placeOfNumber[key] = Int32(numbers.count)
          numbers.append(shown)
        }
        if let place = placeOfNumber[key], place >= 0 { places[profile] = place }
      }
    }
    add(.weakCode, \.weak)
    if !numbers.isEmpty { add(.personID, \.person) }
    return (numbers, places)
  }

  mutating func root(_ profile: Int) -> Int { sets.root(profile) }

  mutating func identity(of profile: Int) -> Identity { identities[sets.root(profile)] }

  /// Why two profiles cannot be one obligor's by what identifies them; `nil` within one cluster.
  mutating func conflict(_ left: Int, _ right: Int) -> Conflict? {
    let (leftRoot, rightRoot) = (sets.root(left), sets.root(right))
    return leftRoot == rightRoot ? nil : conflict(identities[leftRoot], identities[rightRoot])
  }

  /// Makes one cluster of two, unless identities forbid it; says whether they are one by now.
  mutating func join(_ left: Int, _ right: Int) -> Joining {
    let (leftRoot, rightRoot) = (sets.root(left), sets.root(right))
    guard leftRoot != rightRoot else { return .known }
    guard conflict(identities[leftRoot], identities[rightRoot]) == nil else { return .refused }
    unite(leftRoot, rightRoot)
    return .joined
  }

  enum Joining { case known, joined, refused }

  /// Calls `body` with the members of a profile's cluster until it returns `false`.
  func forEachMember(of profile: Int, _ body: (Int) -> Bool) {
    var member = profile
    repeat {
      guard body(member) else { return }
      member = Int(next[member])
    } while member != profile
  }

  /// Two numbers of which enough is shown to tell them apart are two, as two valid ones are.
  private func conflict(_ one: Identity, _ other: Identity) -> Conflict? {
    if let conflict = one.conflict(with: other) { return conflict }
    guard one.shown >= 0, other.shown >= 0, one.shown != other.shown else { return nil }
    return shown[Int(one.shown)].accord(shown[Int(other.shown)]) == .different ? .person : nil
  }

  private mutating func unite(_ leftRoot: Int, _ rightRoot: Int) {
    guard leftRoot != rightRoot else { return }
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    let root = sets.join(leftRoot, rightRoot)
    identities[root] = Identity(
      credit: one.credit == 0 ? other.credit : one.credit,
      person: one.person == 0 ? other.person : one.person,
      shown: one.person == 0 && other.person != 0 || one.shown < 0 ? other.shown : one.shown,
      settled: max(one.settled, other.settled))
    next.swapAt(leftRoot, rightRoot)
  }
}
