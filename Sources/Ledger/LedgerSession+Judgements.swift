package import Vocabulary

extension LedgerSession {
  /// Takes in what people decided, in the order given, each sealed with the one before it.
  ///
  /// Belongs to no run; the next run seals how many there are. The ledger has at least one run.
  package mutating func insertJudgements(_ judgements: [Judgement]) throws(Failure) {
    try insertEntries(judgements, into: .judgement) { $0.put(into: &$1) }
  }

  /// Takes records of one lead for another's from this run on; they stay as they were taken in.
  package mutating func move(
    _ records: [Int64], from origin: LeadID, to owner: LeadID
  ) throws(Failure) {
    try insertMovings(.lead, records, try number(of: origin), try number(of: owner))
  }

  /// Takes records of one obligor for another's from this run on; they stay as they were taken in.
  package mutating func move(
    _ records: [Int64], from origin: ObligorID, to owner: ObligorID
  ) throws(Failure) {
    try insertMovings(.obligor, records, try number(of: origin), try number(of: owner))
  }

  private mutating func insertMovings(
    _ scope: JoinScope, _ records: [Int64], _ origin: Int64, _ owner: Int64
  ) throws(Failure) {
    let insertion = try insertion(into: .moving)
    for record in records {
      try insertion.append {
        $0.put(scope.rawValue)
        $0.put(record)
        $0.put(origin)
        $0.put(owner)
      }
    }
  }
}

extension Judgement {
  /// Puts the decision in the order of the columns of `judgement` between `id` and `run`.
  fileprivate func put(into row: inout SealedRow) {
    row.put(pair.scope.rawValue)
    row.put(blob: pair.first.bytes)
    row.put(blob: pair.second.bytes)
    row.put(verdict.rawValue)
    row.put(person)
    row.put(Int64(day.number))
    row.put(reason)
    row.put(item)
    row.put(evidence)
    row.put(file)
    row.put(sha256)
    row.put(Int64(line))
  }
}
