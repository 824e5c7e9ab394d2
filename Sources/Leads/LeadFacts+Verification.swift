internal import Law
package import Vocabulary

extension Lead {
  /// The determined amount that counts: what a check found, or else what records state.
  package var determinedAmount: Money? {
    verification?.assessment?.amount ?? amountDetermined?.value
  }

  /// How `determinedAmount` was arrived at.
  package var determinedBasis: DamageBasis? {
    verification?.assessment?.basis ?? amountBasis?.value
  }
}

extension LeadFacts {
  /// Sets a fact of which the result of a check speaks, and says where that stands; false for any
  /// other fact, which is left to the records.
  ///
  /// What nobody can tell after a check is open, whatever records say. A claim that is not pressed
  /// because the damage has no obvious impact rests on the overall judgement that only the department
  /// can make, and so states it.
  static func setVerified(
    _ fact: Fact, _ verification: Verification?, _ facts: inout FactSet
  ) -> Bool {
    guard fact.source.isVerifiable, let verification else { return false }
    switch fact {
    case .damageConfirmed:
      if verification.finding.damage == .unknown {
        facts.setUndetermined(fact)
      } else {
        facts.set(fact, verification.finding.damage)
      }
    case .damageAmountDetermined:
      guard let assessment = verification.assessment else { return false }
      facts.set(fact, assessment.amount)
    case .damageAmountBasis:
      guard let assessment = verification.assessment else { return false }
      facts.set(assessment.basis)
    case .fullyRestored:
      guard let restoration = verification.restoration else { return false }
      facts.set(fact, restoration.isRestored)
    case .restoredVia:
      guard let restoration = verification.restoration else { return false }
      facts.set(restoration)
    case .noObviousImpactDetermined:
      guard verification.decision?.reason == .minorByImpact else { return false }
      facts.set(fact, true)
    default: return false
    }
    facts.note(fact, inferredFrom: verification.source)
    return true
  }
}
