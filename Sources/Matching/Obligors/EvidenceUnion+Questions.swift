internal import Vocabulary

/// What is left to people, and what was refused.
extension EvidenceUnion {
  /// One question for each open party: about its heaviest pair that was not joined.
  ///
  /// What a valid code forbids, and what a person has answered, is no question; with whatever else
  /// stands against a pair it is kept among the refused, one pair for each open obligor.
  func ask(_ matching: inout ObligorMatching) {
    var isAsked = [Bool](repeating: false, count: parties.count)
    // By root of the open party's cluster.
    var isRefused: Set<Int> = []
    for profile in matching.asked { isAsked[Int(parties.partyOfProfile[profile])] = true }
    for pair in weighed.pairs where root(pair.left, &matching) != root(pair.right, &matching) {
      let open = openParty(of: pair)
      guard !isAsked[Int(open)] else { continue }
      let (one, other) = (profile(open), profile(pair.other(than: open)))
      let isAnswered = matching.isAnswered(one, other)
      let obstacle = obstacle(to: pair, &matching)
      let reasons = isAnswered ? [.judged] : obstacle.map(reasons) ?? []
      if !reasons.isEmpty, isRefused.insert(root(open, &matching)).inserted {
        refuse(pair, reasons, &matching)
      }
      if isAnswered { continue }
      isAsked[Int(open)] = true
      guard let question = question(obstacle), !matching.isAsked(one, other) else { continue }
      let waterfall = scale.evidence(Int(pair.left), Int(pair.right)).waterfall(model)
      matching.addReview(
        .ambiguousObligor, one, other, question, evidence: words(waterfall, pair, &matching),
        weight: pair.weight)
    }
  }

  /// Keeps for each open obligor the heaviest pair that weighs enough but for what the names say
  /// against each other.
  func refuse(_ vetoed: WeighedPairs, _ matching: inout ObligorMatching) {
    var isRefused: Set<Int> = []
    for pair in vetoed.pairs where root(pair.left, &matching) != root(pair.right, &matching) {
      guard isRefused.insert(root(openParty(of: pair), &matching)).inserted else { continue }
      let vetoes = scale.evidence(Int(pair.left), Int(pair.right)).vetoes
      refuse(pair, vetoes.reasons, &matching)
    }
  }

  private func openParty(of pair: WeighedPairs.Pair) -> Int32 {
    parties.isOpen[Int(pair.left)] ? pair.left : pair.right
  }

  private func refuse(
    _ pair: WeighedPairs.Pair, _ reasons: [RefusalReason], _ matching: inout ObligorMatching
  ) {
    let open = openParty(of: pair)
    matching.addRefusal(
      profile(open), profile(pair.other(than: open)), reasons,
      scale.evidence(Int(pair.left), Int(pair.right)).waterfall(model), second(pair, &matching))
  }

  private func reasons(_ obstacle: Obstacle) -> [RefusalReason] {
    switch obstacle {
    case .identity(let conflict): [conflict.reason]
    case .names(let vetoes): vetoes.reasons
    case .unanchored: [.unanchored]
    case .unsupported: [.unsupported]
    case .rival: [.secondBest]
    }
  }

  /// What is asked of a pair; `nil` where nobody could say otherwise.
  private func question(_ obstacle: Obstacle?) -> String? {
    switch obstacle {
    case .identity(.credit), .identity(.person): nil
    case .identity(.settled): "往季登记为两个赔偿义务人，是否为同一赔偿义务人"
    case .names(let vetoes):
      "\(vetoes.reasons.map(\.wording.zh).joined(separator: "、"))，是否仍为同一赔偿义务人"
    case .unanchored: "双方均无代码和详细地址，是否为同一赔偿义务人"
    case .unsupported: "\(RefusalReason.unsupported.wording.zh)，是否为同一赔偿义务人"
    case .rival: "该名称属于哪一个赔偿义务人"
    case nil: "证据未达到合并线，是否为同一赔偿义务人"
    }
  }

  /// The evidence of a question: the names, the waterfall, and who came second.
  private func words(
    _ waterfall: Waterfall, _ pair: WeighedPairs.Pair, _ matching: inout ObligorMatching
  ) -> String {
    let second = second(pair, &matching).map {
      "；" + $0.sentence(named: name(ofRow: $0.record, matching), behind: pair.weight).zh
    }
    return "\(name(pair.left, matching)) / \(name(pair.right, matching))："
      + waterfall.sentence.zh + (second ?? "")
  }

  /// The heaviest other candidate of what is open in the pair, by its first row.
  func second(
    _ pair: WeighedPairs.Pair, _ matching: inout ObligorMatching
  ) -> SecondBest<Int>? {
    var best: SecondBest<Int>?
    for (party, target) in [(pair.left, pair.right), (pair.right, pair.left)]
    where parties.isOpen[Int(party)] {
      let (own, aim) = (root(party, &matching), root(target, &matching))
      for place in weighed.places(of: party) {
        let other = weighed.pairs[Int(place)]
        let rival = other.other(than: party)
        let root = root(rival, &matching)
        if root == own || root == aim { continue }
        if best.map({ other.weight > $0.weight }) ?? true {
          best = SecondBest(Int(matching.profiles[profile(rival)].row), weight: other.weight)
        }
        break
      }
    }
    return best
  }

  private func name(_ party: Int32, _ matching: ObligorMatching) -> String {
    name(ofRow: Int(matching.profiles[profile(party)].row), matching)
  }

  private func name(ofRow row: Int, _ matching: ObligorMatching) -> String {
    let name = matching.table.string(.partyName, row)
    return name.isEmpty ? "未写名称" : name
  }
}
