internal import Vocabulary

/// Joins weighed pairs, the heaviest first, and asks about those that stay apart.
///
/// A pair is joined that reaches the bar, if one of the two says enough to draw others to it, nothing
/// between the members of both clusters forbids it, and no other obligor weighs nearly as much for
/// the open one.
struct EvidenceUnion {
  let weighed: WeighedPairs
  let scale: EvidenceScale
  var model: MatchingModel { scale.model }
  var parties: PartyTable { scale.parties }
  /// By party, the next one of its cluster.
  private var next: [Int32]

  /// How many parties of a cluster are asked whether their names forbid a join.
  private static let askedLimit = 8
  /// How often pairs are gone through again because a join has settled who the rival was.
  private static let rounds = 3

  /// Why a pair that weighs enough stays apart.
  enum Obstacle {
    case unanchored
    case unsupported
    case identity(ObligorClusters.Conflict)
    case names(NameVetoes)
    case rival
  }

  init(_ weighed: WeighedPairs, scale: EvidenceScale) {
    self.weighed = weighed
    self.scale = scale
    next = (0..<Int32(scale.parties.count)).map { $0 }
  }

  /// Goes through all pairs above the bar until nothing more is joined.
  mutating func joinAll(_ matching: inout ObligorMatching) {
    for _ in 0..<EvidenceUnion.rounds {
      var hasJoined = false
      for pair in weighed.pairs {
        guard pair.weight >= model.join else { break }
        if join(pair, &matching) { hasJoined = true }
      }
      if !hasJoined { break }
    }
  }

  /// Joins the pair if nothing stands against it.
  private mutating func join(
    _ pair: WeighedPairs.Pair, _ matching: inout ObligorMatching
  ) -> Bool {
    guard root(pair.left, &matching) != root(pair.right, &matching),
      obstacle(to: pair, &matching) == nil
    else { return false }
    let (left, right) = (profile(pair.left), profile(pair.right))
    guard case .joined = matching.clusters.join(left, right) else { return false }
    let evidence = scale.evidence(Int(pair.left), Int(pair.right))
    matching.addJoin(
      Int(matching.profiles[left].row), Int(matching.profiles[right].row),
      evidence.code == .oneSlip ? .mistypedCode : .weighedEvidence, evidence.waterfall(model),
      second(pair, &matching))
    next.swapAt(Int(pair.left), Int(pair.right))
    return true
  }

  func profile(_ party: Int32) -> Int { Int(parties.profile[Int(party)]) }

  func root(_ party: Int32, _ matching: inout ObligorMatching) -> Int {
    matching.clusters.root(profile(party))
  }

  func obstacle(
    to pair: WeighedPairs.Pair, _ matching: inout ObligorMatching
  ) -> Obstacle? {
    guard
      parties.isAnchored[Int(pair.left)] || parties.isAnchored[Int(pair.right)] || pair.isHeld
    else { return .unanchored }
    if let conflict = matching.clusters.conflict(profile(pair.left), profile(pair.right)) {
      return .identity(conflict)
    }
    let vetoes = vetoes(pair, matching.names)
    if !vetoes.isEmpty { return .names(vetoes) }
    guard pair.weight < model.join || pair.isSupported else { return .unsupported }
    return hasRival(pair, &matching) ? .rival : nil
  }

  /// What the names of both clusters' members say against each other.
  private func vetoes(_ pair: WeighedPairs.Pair, _ names: NameTable) -> NameVetoes {
    var vetoes: NameVetoes = []
    let (left, right) = (members(of: pair.left), members(of: pair.right))
    guard left.count > 1 || right.count > 1 else { return vetoes }
    for one in left.flatMap({ parties.names[Int($0)] }) {
      for other in right.flatMap({ parties.names[Int($0)] }) {
        vetoes.formUnion(names.compare(one, other).vetoes)
      }
    }
    for one in left {
      for other in right where scale.bodyAccord(Int(one), Int(other)) == .different {
        vetoes.insert(.publicPlaces)
      }
    }
    return vetoes
  }

  /// The first few parties of a party's cluster.
  private func members(of party: Int32) -> [Int32] {
    var members = [party]
    var member = next[Int(party)]
    while member != party, members.count < EvidenceUnion.askedLimit {
      members.append(member)
      member = next[Int(member)]
    }
    return members
  }

  /// Whether another obligor weighs nearly as much for one of the two that is open, and is not likely
  /// the same as the one in the pair.
  private func hasRival(_ pair: WeighedPairs.Pair, _ matching: inout ObligorMatching) -> Bool {
    for (party, target) in [(pair.left, pair.right), (pair.right, pair.left)]
    where parties.isOpen[Int(party)] {
      let (own, aim) = (root(party, &matching), root(target, &matching))
      for place in weighed.places(of: party) {
        let other = weighed.pairs[Int(place)]
        guard other.weight > pair.weight - model.margin else { break }
        let rival = other.other(than: party)
        if parties.isContested[Int(rival)], !parties.isContested[Int(target)] { continue }
        let root = root(rival, &matching)
        // Whom the ledger keeps apart from it anyway is no rival.
        if matching.clusters.conflict(profile(rival), profile(party)) == .settled { continue }
        if root != own, root != aim, !mayBeOne(rival, target, &matching) { return true }
      }
    }
    return false
  }

  /// Whether two parties are likely one themselves, so that they are no rivals.
  private func mayBeOne(
    _ party: Int32, _ target: Int32, _ matching: inout ObligorMatching
  ) -> Bool {
    guard matching.clusters.conflict(profile(party), profile(target)) == nil else { return false }
    let aim = root(target, &matching)
    for place in weighed.places(of: party) {
      let pair = weighed.pairs[Int(place)]
      guard pair.weight >= model.join else { break }
      if root(pair.other(than: party), &matching) == aim { return true }
    }
    return false
  }
}
