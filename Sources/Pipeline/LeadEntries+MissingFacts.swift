internal import Law
internal import Vocabulary

extension LeadEntries {
  /// What would settle the lead: for the conclusions it turns on that are unknown, sorted, each once.
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
    let parameters = Set(atoms.filter { $0.hasPrefix("param:") }.map { String($0.dropFirst(6)) })
    for parameter in parameters {
      atoms += engine.unknownFacts(comparedWith: parameter, assessment.facts)
        .map { "fact:\($0.name)" }
    }
    var seen: [String] = []
    for atom in atoms.sorted() where !seen.contains(atom) { seen.append(atom) }
    return (seen, seen.map(term))
  }

  /// An atom as officials read it: the name of the fact or number, the question, the pack.
  private func term(_ atom: String) -> String {
    guard let colon = atom.firstIndex(of: ":") else { return atom }
    let name = String(atom[atom.index(after: colon)...])
    switch atom[..<colon] {
    case "fact": return Fact(name: name).map { screening.rules.catalogue[$0].zh } ?? name
    case "open": return "\(name) \(screening.rules.register[name]?.zh ?? "")"
    case "param":
      return screening.rules.packs.lazy.flatMap(\.parameters).first { $0.name == name }?.zh ?? name
    case "in_force": return "\(screening.rules.pack(name)?.title ?? name)是否施行"
    default: return name
    }
  }
}
