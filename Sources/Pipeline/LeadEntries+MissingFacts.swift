internal import Law
internal import Vocabulary

extension LeadEntries {
  /// What would settle the lead, as atoms and as officials read them: for the conclusions it turns on
  /// that are unknown, sorted, each once.
  mutating func missingFacts(_ assessment: LeadAssessment) -> ([String], [String]) {
    var atoms: [String] = []
    if assessment.facts.truth(.damageConfirmed) == .unknown,
      assessment.evaluation.disposition != .excluded
    {
      atoms.append("fact:\(Fact.damageConfirmed.name)")
    }
    let engine = screening.law.engines[assessment.engine]
    for conclusion in engine.settlingConclusions(of: assessment.evaluation) {
      atoms +=
        chains[assessment.engine]?.deciding
        .atoms(of: conclusion, in: assessment.evaluation, assessment.facts) ?? []
    }
    for atom in atoms {
      guard case .number(let name) = DecidingAtom(atom) else { continue }
      atoms += engine.unknownFacts(comparedWith: name, assessment.facts).map { "fact:\($0.name)" }
    }
    var seen: [String] = []
    for atom in atoms.sorted() where !seen.contains(atom) { seen.append(atom) }
    return (seen, seen.map(term))
  }

  /// An atom as officials read it: the name of the fact or number, the question, the pack.
  private func term(_ atom: String) -> String {
    switch DecidingAtom(atom) {
    case .fact(let fact): screening.rules.catalogue[fact].zh
    case .question(let id): "\(id) \(screening.rules.register[id]?.zh ?? "")"
    case .force(let pack): "\(screening.rules.pack(pack)?.title ?? pack)是否施行"
    case .number(let name): screening.rules.title(ofParameter: name)
    case .other(let name): name
    }
  }
}
