internal import Ledger
internal import Matching
internal import Vocabulary

/// What a run records of who is who: why records are one, and what decisions changed.
extension RunUnderWay {
  /// What decisions changed of earlier leads and obligors.
  func recordChanges(
    _ state: QuarterState, in session: inout LedgerSession
  ) throws(Failure) {
    for merge in state.leadChanges.merges {
      try session.merge(state.leads[merge.merged], into: state.leads[merge.remaining])
    }
    for move in state.leadChanges.moves {
      try session.move(
        [state.recordOf[move.row]], from: state.leads[move.origin], to: state.leads[move.owner])
    }
    for merge in state.obligorChanges.merges {
      try session.merge(state.obligors[merge.merged], into: state.obligors[merge.remaining])
    }
    for move in state.obligorChanges.moves {
      try session.move(
        [state.recordOf[move.row]], from: state.obligors[move.origin],
        to: state.obligors[move.owner])
    }
  }

  /// The joins of new records, and those that decisions make for the first time.
  func joinings(_ state: QuarterState) -> [Joining] {
    /// Whether a decision joins settled rows for the first time.
    func isNew(_ join: Join) -> Bool {
      join.decision.map { !knownDecisions.contains($0.number) } ?? false
    }
    func new(_ joins: [Join], _ scope: JoinScope) -> [Joining] {
      joins.compactMap { join in
        guard join.later >= intake.settledCount || isNew(join) else { return nil }
        return Joining(
          scope: scope, earlier: state.recordOf[join.earlier], later: state.recordOf[join.later],
          rule: join.rule, evidence: JoinEvidence.text(join, state.table), weight: join.weight,
          waterfall: join.waterfall,
          second: join.second.flatMap { $0.map { state.recordOf[$0] } }, decision: join.decision)
      }
    }
    return new(state.leadJoins, .lead) + new(state.obligorJoins, .obligor)
  }

  /// By row of the ledger, whether the drop states it.
  func restatedRows() -> [Bool] {
    var isRestated = [Bool](repeating: false, count: intake.settledCount)
    for line in intake.lines where line.row >= 0 && line.row < intake.settledCount {
      isRestated[line.row] = true
    }
    return isRestated
  }
}
