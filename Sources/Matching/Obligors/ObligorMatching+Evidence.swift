internal import Vocabulary

extension ObligorMatching {
  /// Joins what sure keys left open where the evidence weighs enough, and asks about the rest.
  mutating func joinByEvidence(_ model: MatchingModel) {
    let parties = PartyTable(profiles, &clusters, isContested: isContested)
    let events = PartyEvents(parties, profiles, table, ranks, stated, days)
    var blocks = Blocks(parties, profiles, events)
    blocks.find(table)
    self.blocks = blocks.report
    let scale = EvidenceScale(model, parties, profiles, events, table)
    var found: [WeighedPairs.Pair] = []
    for pair in blocks.pairs {
      let (left, right) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      guard
        clusters.conflict(Int(parties.profile[left]), Int(parties.profile[right])) == nil
      else { continue }
      let evidence = scale.evidence(left, right)
      guard evidence.vetoes.isEmpty else { continue }
      let weight = evidence.weight(model)
      if weight >= model.review {
        found.append(
          WeighedPairs.Pair(left: Int32(left), right: Int32(right), weight: weight))
      }
    }
    var union = EvidenceUnion(WeighedPairs(found, parties: parties.count), scale: scale)
    union.joinAll(&self)
    union.ask(&self)
  }
}
