package import Vocabulary

/// A value under the law as it is and under another way to decide.
package struct Shift<Value: Sendable & Hashable>: Sendable, Hashable {
  package let before: Value
  package let after: Value

  /// Whether the two differ.
  package var isChange: Bool { before != after }
}

/// Which leads another way to decide would change, and by which rules.
package struct RuleComparison: Sendable {
  /// A lead to be decided.
  package struct Lead: Sendable {
    package let facts: FactSet
    /// The place, among the engines of the leads, of the one that decided it.
    package let engine: Int
    /// What that engine made of the facts.
    package let decided: Evaluation

    /// A lead of these facts; where all are decided by one engine, that is the first.
    package init(_ facts: FactSet, engine: Int = 0, decided: Evaluation) {
      self.facts = facts
      self.engine = engine
      self.decided = decided
    }
  }

  /// A rule that has another value; `noRule` where it is not in the chain, not in force or displaced.
  package struct RuleChange: Sendable, Hashable {
    package let rule: String
    /// The document's number, or its title without one.
    package let document: String
    package let cite: Citation
    package let value: Shift<Truth>
  }

  /// A conclusion that has another value, with the rules that make it so.
  package struct ConclusionChange: Sendable, Hashable {
    package let conclusion: Conclusion
    package let value: Shift<Truth>
    /// In the order of the chains, the one the leads are decided by first.
    package let rules: [RuleChange]

    /// Whether it only differs in whether some rule says no or none speaks of it.
    package var isOnlyCoverage: Bool { value.isOnlyCoverage }
  }

  /// A lead of which a conclusion, or the disposition, changes.
  package struct LeadChange: Sendable, Hashable {
    /// The lead's place among those compared.
    package let place: Int
    package let disposition: Shift<Disposition>
    /// In catalogue order.
    package let conclusions: [ConclusionChange]

    /// Whether it only differs in whether some rule says no or none speaks of it.
    package var isOnlyCoverage: Bool {
      !disposition.isChange && conclusions.allSatisfy(\.isOnlyCoverage)
    }
  }

  /// How many leads have each disposition.
  package struct Count: Sendable, Hashable {
    package let disposition: Disposition
    package let leads: Shift<Int>
  }

  /// How many leads a conclusion changes for in the same way.
  package struct ConclusionCount: Sendable, Hashable {
    package let conclusion: Conclusion
    package let value: Shift<Truth>
    package let leads: Int
  }

  package let kind: RuleVariant.Kind
  /// The leads that change, in the order of the leads.
  package let changes: [LeadChange]
  /// Of every lead, in the order of the leads.
  package let dispositions: [Shift<Disposition>]
  /// The leads that should have been decided by a day of occurrence nobody knows, and kept theirs.
  package let undated: Int

  /// Decides each lead by `variant` and compares with what it was decided as.
  ///
  /// The variant was made for these engines. Costs an evaluation a lead, and for a lead that changes
  /// one look at each rule of the conclusions that do.
  package init(_ leads: [Lead], under engines: [RuleEngine], against variant: RuleVariant) {
    let rules = zip(engines, variant.engines).map { PairedRules($0, $1) }
    var changes: [LeadChange] = []
    var dispositions: [Shift<Disposition>] = []
    dispositions.reserveCapacity(leads.count)
    var undated = 0
    for (place, lead) in leads.enumerated() {
      let facts = lead.facts
      let before = lead.decided
      let otherDay = variant.day(of: facts, recorded: before.asOf)
      if otherDay == nil { undated += 1 }
      let after = variant.engines[lead.engine].evaluate(
        variant.completed(facts), asOf: otherDay ?? before.asOf)
      let disposition = Shift(before: before.disposition, after: after.disposition)
      dispositions.append(disposition)
      let conclusions = Conclusion.allCases.compactMap { conclusion -> ConclusionChange? in
        let value = Shift(before: before[conclusion], after: after[conclusion])
        guard value.isChange else { return nil }
        return ConclusionChange(
          conclusion: conclusion, value: value,
          rules: rules[lead.engine].changes(of: conclusion, value, before, after))
      }
      guard disposition.isChange || !conclusions.isEmpty else { continue }
      changes.append(LeadChange(place: place, disposition: disposition, conclusions: conclusions))
    }
    kind = variant.kind
    self.changes = changes
    self.dispositions = dispositions
    self.undated = undated
  }

  /// How many leads have each disposition, for every disposition.
  package var counts: [Count] {
    Disposition.allCases.map { one in
      Count(
        disposition: one,
        leads: Shift(
          before: dispositions.count { $0.before == one },
          after: dispositions.count { $0.after == one }))
    }
  }

  /// How many leads go from one value to another, by conclusion in catalogue order, then by value.
  package var shifts: [ConclusionCount] {
    var leads: [Conclusion: [Shift<Truth>: Int]] = [:]
    for one in changes.lazy.flatMap(\.conclusions) {
      leads[one.conclusion, default: [:]][one.value, default: 0] += 1
    }
    return Conclusion.allCases.flatMap { conclusion in
      Shift.all.compactMap { shift in
        leads[conclusion]?[shift].map {
          ConclusionCount(conclusion: conclusion, value: shift, leads: $0)
        }
      }
    }
  }

  /// How many leads can have `disposition` if each turns out as in this comparison or as in `other`,
  /// which is one of the same leads.
  package func bounds(with other: RuleComparison, of disposition: Disposition) -> ClosedRange<Int> {
    let pairs = zip(dispositions, other.dispositions)
    let certain = pairs.count { $0.after == disposition && $1.after == disposition }
    let possible = pairs.count { $0.after == disposition || $1.after == disposition }
    return certain...possible
  }
}

extension Shift<Truth> {
  /// Every way from one value to another.
  fileprivate static var all: [Shift<Truth>] {
    Truth.allCases.flatMap { before in Truth.allCases.map { Shift(before: before, after: $0) } }
  }

  /// Whether it goes between "no" and "no rule": nothing holds before or after.
  var isOnlyCoverage: Bool {
    [.false, .noRule].contains(before) && [.false, .noRule].contains(after)
  }
}

/// The rules of two engines by conclusion, those of one id together.
private struct PairedRules {
  private struct Pair {
    let rule: Rule
    let document: String
    /// Numbers in the engines' `rules`; `nil` where the chain has no such rule.
    let before: Int?
    let after: Int?
  }

  private let before: RuleEngine
  private let after: RuleEngine
  private var pairs: [[Pair]] = Array(repeating: [], count: Conclusion.allCases.count)

  init(_ before: RuleEngine, _ after: RuleEngine) {
    self.before = before
    self.after = after
    var places: [String: Int] = [:]
    for (number, rule) in after.rules.enumerated() { places[rule.id] = number }
    for (number, rule) in before.rules.enumerated() {
      add(rule, before.pack(ofRule: number), number, places.removeValue(forKey: rule.id))
    }
    for (number, rule) in after.rules.enumerated() where places[rule.id] != nil {
      add(rule, after.pack(ofRule: number), nil, number)
    }
  }

  private mutating func add(_ rule: Rule, _ pack: RulePack, _ before: Int?, _ after: Int?) {
    pairs[Int(rule.concludes.rawValue)].append(
      Pair(rule: rule, document: pack.shortTitle, before: before, after: after))
  }

  /// The rules of a conclusion that moved with it.
  ///
  /// Where something holds or may hold before or after, a rule that only ceases or begins to say no
  /// is no reason.
  func changes(
    of conclusion: Conclusion, _ shift: Shift<Truth>, _ evaluation: Evaluation,
    _ otherEvaluation: Evaluation
  ) -> [RuleComparison.RuleChange] {
    pairs[Int(conclusion.rawValue)].compactMap { pair in
      let value = Shift(
        before: before.value(ofRule: pair.before, in: evaluation),
        after: after.value(ofRule: pair.after, in: otherEvaluation))
      guard value.isChange, !value.isOnlyCoverage || shift.isOnlyCoverage else { return nil }
      return RuleComparison.RuleChange(
        rule: pair.rule.id, document: pair.document, cite: pair.rule.cite, value: value)
    }
  }
}

extension RuleEngine {
  /// The value of a rule; `noRule` for one that is out of force or displaced, or is none.
  fileprivate func value(ofRule number: Int?, in evaluation: Evaluation) -> Truth {
    guard let number, gate(ofRule: number, in: evaluation) != .false else { return .noRule }
    return evaluation[rule: number]
  }
}
