internal import Vocabulary

/// The engines of packs, each with those it stands under: compiled when first asked for, and kept for
/// the next question about the same pack under the same reading.
package struct PackEngines: Sendable {
  private struct Key: Hashable {
    let pack: String
    let reading: Reading
  }

  /// How many are kept; beyond it they are all forgotten, for cases can have any number of readings.
  static let limit = 64

  private let library: RuleLibrary
  private var engines: [Key: DecidingFacts] = [:]

  /// How many have been compiled so far, those forgotten included.
  private(set) var compiledCount = 0

  /// Without any engine yet.
  package init(_ library: RuleLibrary) { self.library = library }

  /// The engine of the pack's chain; a few milliseconds the first time.
  ///
  /// Of a pack that the library does not have it is one without rules.
  mutating func engine(ofPack pack: String, reading: Reading = Reading()) -> RuleEngine {
    let key = Key(pack: pack, reading: reading)
    if let known = engines[key] { return known.engine }
    if engines.count >= PackEngines.limit { engines.removeAll() }
    let engine = RuleEngine(library, packs: library.chain(ofPack: pack), reading: reading)
    engines[key] = DecidingFacts(engine)
    compiledCount += 1
    return engine
  }

  /// What is missing for each conclusion of a case that its engine has evaluated, in catalogue order.
  mutating func atoms(of one: CaseFile.Case, in evaluation: Evaluation) -> [[String]] {
    let engine = engine(ofPack: one.pack, reading: one.reading)
    let key = Key(pack: one.pack, reading: one.reading)
    return engines[key, default: DecidingFacts(engine)].atoms(in: evaluation, one.facts)
  }
}
