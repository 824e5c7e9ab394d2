internal import Law
internal import Normalise
internal import Reports
internal import Vocabulary

/// The directory of rules that a report's traces cite, with the place of everything in it.
struct CitedLaw: Sendable {
  let directory: RuleDirectory
  /// By the pack's id, what citations call it.
  let packNames: [String: String]
  private let rules: [CitedRule: Int]
  private let presumptions: [Fact: Int]
  private let questions: [String: Int]

  private struct CitedRule: Hashable {
    let pack: String
    let rule: Rule
  }

  /// The rules that those engines' traces show on that day; documents stand in the order of the
  /// engines, each once.
  init(_ engines: [RuleEngine], _ library: RuleLibrary, _ gazetteer: Gazetteer, asOf day: Day) {
    var packs: [(pack: RulePack, inForce: Truth, rules: [Rule])] = []
    for engine in engines {
      // How rules stand depends on the day alone.
      let evaluation = engine.evaluate(FactSet(), asOf: day)
      for (number, pack) in engine.packs.enumerated()
      where !packs.contains(where: { $0.pack.id == pack.id }) {
        let own = engine.rules.indices.filter {
          engine.pack(ofRule: $0).id == pack.id && engine.isTraced(rule: $0, in: evaluation)
        }
        packs.append(
          (pack, engine.isInForce(pack: number, in: evaluation), own.map { engine.rules[$0] }))
      }
    }
    let names = CitedLaw.names(of: packs.map(\.pack), gazetteer)
    let citations = Dictionary(
      packs.flatMap { pack in
        pack.rules.map { ($0.id, "\(names[pack.pack.id] ?? "") \($0.cite.locator)") }
      }, uniquingKeysWith: { first, _ in first })

    let all = packs.flatMap { pack in pack.rules.map { CitedRule(pack: pack.pack.id, rule: $0) } }
    rules = CitedLaw.places(all)
    let presumed = Set(all.flatMap(\.rule.when.facts)).sorted { $0.rawValue < $1.rawValue }
      .compactMap { fact -> (fact: Fact, why: String)? in
        guard case .presumedFalse(let why) = library.catalogue[fact].absence else { return nil }
        return (fact, why.zh)
      }
    presumptions = CitedLaw.places(presumed.map(\.fact))
    let asked = Set(all.flatMap(\.rule.when.questions)).sorted()
    questions = CitedLaw.places(asked)
    packNames = names
    directory = RuleDirectory(
      documents: packs.map { pack, inForce, rules in
        let sentences = RuleSentence(library, packs: library.chain(ofPack: pack.id))
        return RuleDirectory.Document(
          shortName: names[pack.id] ?? "", name: pack.shortTitle, title: pack.title,
          pack: "\(pack.id) \(pack.version)", inForce: inForce,
          rules: rules.map { rule in
            RuleDirectory.Rule(
              id: rule.id, locator: rule.cite.locator,
              conclusion: library.conclusions.zh(rule.concludes), summary: rule.cite.summary,
              sentence: sentences.sentence(rule),
              relation: rule.relation.map { relation in
                relation.kind.wording.zh
                  + relation.rules.map { citations[$0] ?? $0 }.joined(separator: "、")
              } ?? "")
          })
      },
      presumptions: presumed.map {
        RuleDirectory.Entry(name: library.catalogue[$0.fact].zh, text: $0.why)
      },
      questions: asked.map { RuleDirectory.Entry(name: $0, text: library.register[$0]?.zh ?? "") })
  }

  /// Where the directory has the rule; `nil` for one that no trace of its day shows.
  func place(of rule: Rule, inPack pack: String) -> Int? {
    rules[CitedRule(pack: pack, rule: rule)]
  }

  /// Where the directory has the presumed fact.
  func place(ofPresumed fact: Fact) -> Int? { presumptions[fact] }

  /// Where the directory has the question.
  func place(ofQuestion id: String) -> Int? { questions[id] }

  private static func places<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(
      keys.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// By pack, the division whose text it is, `山西`; where two would be called the same, their numbers
  /// or titles.
  private static func names(of packs: [RulePack], _ gazetteer: Gazetteer) -> [String: String] {
    let places = packs.map { pack in
      guard let division = pack.jurisdiction else { return "国家" }
      let name = gazetteer.name(of: division) ?? pack.shortTitle
      let kind = ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"].first(where: name.hasSuffix)
      return String(name.dropLast(kind?.count ?? 0))
    }
    return Dictionary(
      zip(packs, places).map { pack, place in
        (pack.id, places.count { $0 == place } == 1 ? place : pack.shortTitle)
      }, uniquingKeysWith: { first, _ in first })
  }
}
