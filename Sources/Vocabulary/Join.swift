/// One join: row `later` was put with row `earlier` by a rule.
///
/// Of 32 bytes, for there are nearly as many as records; what few of them rest on besides lies apart.
package struct Join: Sendable, Hashable {
  package let earlier: Int
  package let later: Int
  package let rule: JoinRule
  private let grounds: Grounds?

  /// The join of two rows of the record table.
  package init(
    earlier: Int, later: Int, rule: JoinRule, evidence: String? = nil, weight: Int32? = nil,
    waterfall: Waterfall? = nil, second: SecondBest<Int>? = nil, decision: JoinDecision? = nil
  ) {
    self.earlier = earlier
    self.later = later
    self.rule = rule
    let isBare = evidence == nil && weight == nil && waterfall == nil && decision == nil
    grounds =
      isBare && second == nil
      ? nil
      : Grounds(
        Grounds.Parts(
          evidence: evidence, weight: weight, waterfall: waterfall, second: second,
          decision: decision))
  }

  /// What was equal, in Chinese, as a person or the ledger has it; `nil` where rule and rows tell.
  package var evidence: String? { grounds?.parts.evidence }
  /// In thousandths of a bit; `nil` where a sure key leaves nothing to weigh.
  package var weight: Int32? { grounds?.parts.weight }
  /// The pieces of `weight`; `nil` where nothing was weighed, or a run before kept none.
  package var waterfall: Waterfall? { grounds?.parts.waterfall }
  /// Who came second where something was weighed; `nil` for nobody.
  package var second: SecondBest<Int>? { grounds?.parts.second }
  /// The person's decision that it rests on; `nil` for a rule's.
  package var decision: JoinDecision? { grounds?.parts.decision }

  /// The same join; a second-best candidate of a row that is not kept is left out.
  package func keepingSecond(_ isKept: (Int) -> Bool) -> Join {
    guard let second, !isKept(second.record) else { return self }
    return Join(
      earlier: earlier, later: later, rule: rule, evidence: evidence, weight: weight,
      waterfall: waterfall, decision: decision)
  }

  private final class Grounds: Sendable, Hashable {
    struct Parts: Sendable, Hashable {
      let evidence: String?
      let weight: Int32?
      let waterfall: Waterfall?
      let second: SecondBest<Int>?
      let decision: JoinDecision?
    }

    let parts: Parts

    init(_ parts: Parts) { self.parts = parts }

    static func == (left: Grounds, right: Grounds) -> Bool { left.parts == right.parts }

    func hash(into hasher: inout Hasher) { hasher.combine(parts) }
  }
}
