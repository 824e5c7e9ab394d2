internal import Vocabulary

/// Joins weighed pairs, the heaviest first, and asks about those that stay apart.
///
/// A pair is joined that reaches the bar, if one of the two says enough to draw others to it, nothing
/// between the members of both clusters forbids it, and no other obligor weighs nearly as much for
/// the open one.
struct EvidenceUnion {
  private let weighed: WeighedPairs
  private let scale: EvidenceScale
  private var model: MatchingModel { scale.model }
  private var parties: PartyTable { scale.parties }
  /// By party, the next one of its cluster.
  private var next: [Int32]

  /// How many parties of a cluster are asked whether their names forbid a join.
  private static let askedLimit = 8
  /// How often pairs are gone through again because a join has settled who the rival was.
  private static let rounds = 3

  /// Why a pair that weighs enough stays apart.
  private enum Refusal {
    case unanchored
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
      refusal(of: pair, &matching) == nil
    else { return false }
    let (left, right) = (profile(pair.left), profile(pair.right))
    guard case .joined = matching.clusters.join(left, right) else { return false }
    let evidence = scale.evidence(Int(pair.left), Int(pair.right))
    matching.addJoin(
      Int(matching.profiles.row[left]), Int(matching.profiles.row[right]),
      evidence.hasCodeSlip ? .mistypedCode : .weighedEvidence, weight: pair.weight,
      evidence: words(evidence, pair, matching) + second(pair, &matching))
    next.swapAt(Int(pair.left), Int(pair.right))
    return true
  }

  private func profile(_ party: Int32) -> Int { Int(parties.profile[Int(party)]) }

  private func root(_ party: Int32, _ matching: inout ObligorMatching) -> Int {
    matching.clusters.root(profile(party))
  }

  private func refusal(
    of pair: WeighedPairs.Pair, _ matching: inout ObligorMatching
  ) -> Refusal? {
    // What both tell of one event holds them as well as an address does.
    guard
      parties.isAnchored[Int(pair.left)] || parties.isAnchored[Int(pair.right)]
        || scale.haveEvent(Int(pair.left), Int(pair.right))
    else { return .unanchored }
    if let conflict = matching.clusters.conflict(profile(pair.left), profile(pair.right)) {
      return .identity(conflict)
    }
    let vetoes = vetoes(pair, matching.names)
    if !vetoes.isEmpty { return .names(vetoes) }
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

  // MARK: - What is left to people

  /// One question for each open party: about its heaviest pair that was not joined.
  ///
  /// What a valid code or an earlier decision forbids is no question; it is kept among the refused.
  func ask(_ matching: inout ObligorMatching) {
    var isAsked = [Bool](repeating: false, count: parties.count)
    for profile in matching.asked { isAsked[Int(parties.partyOfProfile[profile])] = true }
    for pair in weighed.pairs where root(pair.left, &matching) != root(pair.right, &matching) {
      let open = parties.isOpen[Int(pair.left)] ? pair.left : pair.right
      guard !isAsked[Int(open)] else { continue }
      isAsked[Int(open)] = true
      let (one, other) = (profile(open), profile(pair.other(than: open)))
      let evidence = scale.evidence(Int(pair.left), Int(pair.right))
      let words = words(evidence, pair, matching) + second(pair, &matching)
      let question: String
      switch refusal(of: pair, &matching) {
      case .identity(let conflict):
        if pair.weight >= model.join {
          matching.addRefusal(
            one, other, weight: pair.weight, reason: conflict.words, evidence: words)
        }
        continue
      case .names(let vetoes):
        matching.addRefusal(
          one, other, weight: pair.weight, reason: vetoes.words, evidence: words)
        question = "\(vetoes.words)，是否仍为同一赔偿义务人"
      case .unanchored: question = "双方均无代码和详细地址，是否为同一赔偿义务人"
      case .rival: question = "该名称属于哪一个赔偿义务人"
      case nil: question = "证据未达到合并线，是否为同一赔偿义务人"
      }
      matching.addReview(
        .ambiguousObligor, one, other, question, evidence: words, weight: pair.weight)
    }
  }

  /// The waterfall in words: the names, each piece with its bits, the sum.
  private func words(
    _ evidence: Evidence, _ pair: WeighedPairs.Pair, _ matching: ObligorMatching
  ) -> String {
    let pieces = evidence.pieces(model).map { "\($0.words) \(Bits.text($0.weight))" }
      .joined(separator: "；")
    return "\(name(pair.left, matching)) / \(name(pair.right, matching))：\(pieces)；"
      + "合计 \(Bits.text(pair.weight)) 比特"
  }

  /// The second-best candidate of the open one, if there is another.
  private func second(_ pair: WeighedPairs.Pair, _ matching: inout ObligorMatching) -> String {
    for (party, target) in [(pair.left, pair.right), (pair.right, pair.left)]
    where parties.isOpen[Int(party)] {
      let (own, aim) = (root(party, &matching), root(target, &matching))
      for place in weighed.places(of: party) {
        let other = weighed.pairs[Int(place)]
        let rival = other.other(than: party)
        let root = root(rival, &matching)
        if root == own || root == aim { continue }
        return "；次选 \(name(rival, matching)) \(Bits.text(other.weight)) 比特"
      }
    }
    return ""
  }

  private func name(_ party: Int32, _ matching: ObligorMatching) -> String {
    let name = matching.table.string(.partyName, Int(matching.profiles.row[profile(party)]))
    return name.isEmpty ? "未写名称" : name
  }
}
