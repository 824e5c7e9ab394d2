internal import Vocabulary

extension ObligorMatching {
  /// Joins what sure keys left open where the evidence weighs enough, and asks about the rest.
  mutating func joinByEvidence(_ model: MatchingModel) {
    let parties = PartyTable(profiles, &clusters, isContested: isContested)
    let events = PartyEvents(parties, profiles, table, stated, days)
    var blocks = Blocks(parties, profiles, events)
    blocks.find(table)
    self.blocks = blocks.report
    let scale = EvidenceScale(model, parties, profiles, events, table)
    var found: [WeighedPairs.Pair] = []
    var vetoed: [WeighedPairs.Pair] = []
    for pair in blocks.pairs {
      let (left, right) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      switch clusters.conflict(Int(parties.profile[left]), Int(parties.profile[right])) {
      case nil, .settled: break
      case .credit, .person: continue
      }
      let evidence = scale.evidence(left, right)
      let weight = evidence.weight(model)
      let weighed = WeighedPairs.Pair(left, right, weight, evidence)
      if !evidence.vetoes.isEmpty {
        if weight >= model.join { vetoed.append(weighed) }
      } else if weight >= model.review {
        found.append(weighed)
      }
    }
    var union = EvidenceUnion(WeighedPairs(found, parties: parties.count), scale: scale)
    union.joinAll(&self)
    union.ask(&self)
    union.refuse(WeighedPairs(vetoed, parties: parties.count), &self)
  }
}
