package import Vocabulary

/// The engines of all places: a lead is decided by the packs of the division in which its damage lies.
///
/// Each text applies within its own area (晋环规〔2025〕2 号第三条, 宁环规发〔2024〕4号第三条), so that a
/// lead in another city or province than the workspace's is not decided by the workspace's own texts.
package struct PlaceLaw: Sendable {
  /// One engine for each chain of packs that any place can have; the home's is the first.
  package let engines: [RuleEngine]
  /// Where the leads lie whose division is not known.
  private let home: DivisionCode
  /// The areas of packs, each before those it lies in, with the number of its engine.
  private let areas: [(division: DivisionCode, engine: Int)]
  /// The number of the engine of the nation's packs alone.
  private let nation: Int

  /// Compiles every chain; a few milliseconds each.
  package init(_ library: RuleLibrary, home: DivisionCode, reading: Reading = Reading()) {
    self.home = home
    var engines: [RuleEngine] = []
    func number(of chain: [RulePack]) -> Int {
      let ids = chain.map(\.id)
      if let known = engines.firstIndex(where: { $0.packs.map(\.id) == ids }) { return known }
      engines.append(RuleEngine(library, packs: chain, reading: reading))
      return engines.count - 1
    }
    _ = number(of: library.chain(of: home))
    nation = number(of: library.packs.filter { $0.jurisdiction == nil })
    var areas: [(division: DivisionCode, engine: Int)] = []
    for division in library.packs.compactMap(\.jurisdiction)
    where !areas.contains(where: { $0.division == division }) {
      areas.append((division, number(of: library.chain(of: division))))
    }
    // What lies within another area lies within more of them.
    func depth(_ area: DivisionCode) -> Int { areas.count { $0.division.contains(area) } }
    self.areas = areas.sorted { depth($0.division) > depth($1.division) }
    self.engines = engines
  }

  /// The engine of the workspace's own division.
  package var homeEngine: RuleEngine { engines[0] }

  /// Which of `engines` decides a lead in that division.
  ///
  /// The home's where the division is not known or is a superior one of the home, which says less.
  package func number(for division: DivisionCode?) -> Int {
    guard let division, !division.contains(home) else { return 0 }
    // Areas lie in each other or apart: the packs of the innermost are all that apply.
    return areas.first { $0.division.contains(division) }?.engine ?? nation
  }

  /// Whether the home's packs decide a lead only because nothing closer is known of where it lies: its
  /// division is unknown or one that holds the home.
  package func presumesHome(for division: DivisionCode?) -> Bool {
    guard let division else { return true }
    return division != home && division.contains(home)
  }
}
