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
  private let library: RuleLibrary

  /// Compiles every chain; a few milliseconds each.
  package init(_ library: RuleLibrary, home: DivisionCode, reading: Reading = Reading()) {
    self.library = library
    self.home = home
    var chains = [library.chain(of: home), library.packs.filter { $0.jurisdiction == nil }]
    chains += library.packs.compactMap { $0.jurisdiction.map(library.chain) }
    var engines: [RuleEngine] = []
    for chain in chains where !engines.contains(where: { PlaceLaw.areSame($0.packs, chain) }) {
      engines.append(RuleEngine(library, packs: chain, reading: reading))
    }
    self.engines = engines
  }

  /// The engine of the workspace's own division.
  package var homeEngine: RuleEngine { engines[0] }

  /// Which of `engines` decides a lead in that division.
  ///
  /// The home's where the division is not known or is a superior one of the home, which says less.
  package func number(for division: DivisionCode?) -> Int {
    guard let division, !division.contains(home) else { return 0 }
    let chain = library.chain(of: division)
    return engines.firstIndex { PlaceLaw.areSame($0.packs, chain) } ?? 0
  }

  /// Whether the home's packs decide a lead only because nothing closer is known of where it lies: its
  /// division is unknown or one that holds the home.
  package func presumesHome(for division: DivisionCode?) -> Bool {
    guard let division else { return true }
    return division != home && division.contains(home)
  }

  private static func areSame(_ left: [RulePack], _ right: [RulePack]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.id == $1.id }
  }
}
