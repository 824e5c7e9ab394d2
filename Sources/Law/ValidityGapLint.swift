internal import Vocabulary

/// Days without a rule for one of the conclusions on which every disposition rests.
///
/// A conclusion that is N leaves people without an answer, so that want of a rule must be declared.
struct ValidityGapLint {
  private static let conclusions: [Conclusion] = [
    .scopeExcluded, .minor, .redLineException, .repeatException, .mayNotInitiate, .major,
    .simpleAssessment,
  ]
  /// Every day of the years 2018 to 2032: of leads that can still come up, and of plans.
  private static let days = Day(number: 17_532)...Day(number: 23_010)

  private var engines: PackEngines

  init(_ library: RuleLibrary) { engines = PackEngines(library) }

  /// The stretches of days in which the law of the pack's chain lacks rules, and nobody says so.
  ///
  /// What already lacks in the chain of its parent is the parent's to declare.
  mutating func check(_ pack: RulePack, _ problems: inout PackProblems) {
    let engine = engines.engine(ofPack: pack.id)
    let parent = pack.parent.map { engines.engine(ofPack: $0) }
    let starts = starts(engine)
    for (number, start) in starts.enumerated() {
      var missing = missing(engine, on: start)
      if let parent {
        let above = self.missing(parent, on: start)
        missing.removeAll(where: above.contains)
      }
      guard !missing.isEmpty else { continue }
      let last =
        number + 1 < starts.count ? starts[number + 1].adding(days: -1) : Self.days.upperBound
      let names = missing.map(\.name).joined(separator: " ")
      problems.add(
        .validityGap, line: pack.lines.validity, value: "\(start)/\(last)",
        Wording(zh: "这些日子没有规则：\(names)", en: "on these days no rule for \(names)"))
    }
  }

  /// The first days of the stretches in which neither the law nor what is declared changes.
  private func starts(_ engine: RuleEngine) -> [Day] {
    var starts = Set(engine.chain.boundaries)
    for gap in engine.packs.flatMap(\.gaps) {
      starts.formUnion([gap.days.lowerBound, gap.days.upperBound.adding(days: 1)])
    }
    return ([Self.days.lowerBound] + starts.filter { Self.days.contains($0) }.sorted())
      .reduce(into: []) { days, day in if days.last != day { days.append(day) } }
  }

  private func missing(_ engine: RuleEngine, on day: Day) -> [Conclusion] {
    let evaluation = engine.evaluate(FactSet(), asOf: day)
    return Self.conclusions.filter { conclusion in
      evaluation[conclusion] == .noRule
        && !engine.packs.contains { pack in
          pack.gaps.contains { $0.days.contains(day) && $0.conclusions.contains(conclusion) }
        }
    }
  }
}
