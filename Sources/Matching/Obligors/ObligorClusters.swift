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
  private var identities: [Identity]
  private var next: [Int32]

  init(_ profiles: ProfileTable) {
    sets = UnionFind(count: profiles.count)
    identities = (0..<profiles.count).map {
      Identity(
        credit: profiles[$0].credit, person: profiles[$0].person, settled: profiles[$0].settled)
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

  mutating func root(_ profile: Int) -> Int { sets.root(profile) }

  mutating func identity(of profile: Int) -> Identity { identities[sets.root(profile)] }

  /// Why two profiles cannot be one obligor's by what identifies them; `nil` within one cluster.
  mutating func conflict(_ left: Int, _ right: Int) -> Conflict? {
    let (leftRoot, rightRoot) = (sets.root(left), sets.root(right))
    return leftRoot == rightRoot
      ? nil : identities[leftRoot].conflict(with: identities[rightRoot])
  }

  /// Makes one cluster of two, unless identities forbid it; says whether they are one by now.
  mutating func join(_ left: Int, _ right: Int) -> Joining {
    let (leftRoot, rightRoot) = (sets.root(left), sets.root(right))
    guard leftRoot != rightRoot else { return .known }
    guard identities[leftRoot].conflict(with: identities[rightRoot]) == nil else { return .refused }
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

  private mutating func unite(_ leftRoot: Int, _ rightRoot: Int) {
    guard leftRoot != rightRoot else { return }
    let (one, other) = (identities[leftRoot], identities[rightRoot])
    let root = sets.join(leftRoot, rightRoot)
    identities[root] = Identity(
      credit: one.credit == 0 ? other.credit : one.credit,
      person: one.person == 0 ? other.person : one.person,
      settled: max(one.settled, other.settled))
    next.swapAt(leftRoot, rightRoot)
  }
}
