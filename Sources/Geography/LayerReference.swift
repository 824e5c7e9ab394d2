import Vocabulary

/// The reference system of a layer's coordinates: who said it, and what it was found to be.
package struct LayerReference: Sendable, Hashable {
  /// As the file says, else as the entry in leadscreen.yaml; `nil` if neither does.
  package let declared: String?
  /// What the parameters are those of, and the coordinates fit: `EPSG:4527`.
  package let verified: String
  /// Whether coordinates came in metres, so that their edges are straight there and not in degrees.
  package let isProjected: Bool

  /// Degrees on CGCS2000 of which nothing is declared.
  package static let degrees = LayerReference(
    declared: nil, verified: ReferenceSystem.cgcs2000.title, isProjected: false)

  /// A reference system as those texts name it.
  package init(declared: String?, verified: String, isProjected: Bool) {
    self.declared = declared
    self.verified = verified
    self.isProjected = isProjected
  }
}

/// The reference system that a layer's file and its entry agree upon.
struct AgreedSystem {
  let system: ReferenceSystem
  let shift: DatumShift?
  let declared: String?

  /// What the file states, with the words it does so; `nil` if it says nothing.
  typealias Statement = (system: ReferenceSystem, words: String)

  /// Throws if they contradict each other, if the entry names a system that layers may not come in,
  /// if neither says anything and there is no `usual` one, and for an earlier datum without its seven
  /// parameters.
  init(
    file statement: Statement?, entry: LayerRegistration, usual: ReferenceSystem?
  ) throws(LayerFault) {
    var named: ReferenceSystem?
    if let words = entry.referenceSystem {
      guard let system = ReferenceSystem(named: words) else {
        throw AgreedSystem.refusal(of: words)
      }
      named = system
    }
    if let statement, let named, !statement.system.means(named) {
      throw LayerFault(
        code: .referenceContradicted,
        detail: Wording(
          zh: "文件为 \(statement.system.title)，crs 写的是 \(named.title)",
          en: "the file has \(statement.system.title), crs says \(named.title)"))
    }
    guard let system = statement?.system ?? named ?? usual else {
      throw LayerFault(
        code: .wrongReferenceSystem,
        detail: Wording(
          zh: "文件没有写明坐标系，请在该图层的 crs 写明", en: "the file names none; say it in the key crs"))
    }
    guard system.datum.needsShift == (entry.datumShift != nil) else {
      throw system.datum.needsShift
        ? LayerFault(
          code: .wrongReferenceSystem,
          detail: Wording(
            zh: "\(system.title)（\(system.datum.name.zh)）须在 datum_shift 写明七参数",
            en: "\(system.title) (\(system.datum.name.en)) needs seven parameters in datum_shift"))
        : LayerFault(
          code: .referenceContradicted,
          detail: Wording(
            zh: "\(system.title) 不用七参数，却写了 datum_shift",
            en: "\(system.title) takes no seven parameters, yet datum_shift is given"))
    }
    self.system = system
    shift = entry.datumShift
    declared = statement?.words ?? entry.referenceSystem
  }

  var reference: LayerReference {
    LayerReference(
      declared: declared, verified: system.title, isProjected: system.grid != nil)
  }

  /// Says that nobody may declare such a system.
  static func refusal(of words: String) -> LayerFault {
    let shown = Problem.printable(words, limit: 60)
    return LayerFault(
      code: .wrongReferenceSystem,
      detail: Wording(zh: "声明为“\(shown)”", en: "declared as “\(shown)”"))
  }
}
