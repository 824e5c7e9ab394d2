internal import Files
package import Geography
internal import LayerFiles
internal import Ledger
internal import Vocabulary
internal import Workspace

/// A layer as it is judged by: repaired, and how the ledger keeps it.
package struct RegisteredLayer: Sendable {
  package let layer: Layer
  /// The reading that identifies its content in the ledger.
  let reading: String
  /// How it was repaired; `nil` where the ledger has it already.
  let repair: LayerRepair?

  init(layer: Layer, reading: String, repair: LayerRepair?) {
    self.layer = layer
    self.reading = reading
    self.repair = repair
  }

  /// A layer that was just read and repaired.
  init(_ repair: LayerRepair, of registration: LayerRegistration) {
    self.init(
      layer: repair.layer, reading: registration.reading(sha256: repair.layer.source.sha256),
      repair: repair)
  }

  /// Keeps what is not in the ledger yet, and that it is registered.
  ///
  /// Refuses with 78 a file that is another one than when the same version was registered: verdicts
  /// rest on what that version was.
  func keep(in session: inout LedgerSession) throws(Failure) {
    try refuseExchange(among: session.contents.layers())
    if let repair { try session.insertLayerContent(repair.content(reading)) }
    try session.insertLayer(
      StoredLayer(layer.source.entry, sha256: layer.source.sha256, reading: reading))
  }

  /// Refuses with 78 a file that is another one than that of the same version among `known`.
  func refuseExchange(among known: [StoredLayer]) throws(Failure) {
    let source = layer.source
    guard let version = source.version,
      let earlier = known.last(where: {
        $0.name == source.name && $0.tag == source.tag && $0.version == version
      }), earlier.sha256 != source.sha256
    else { return }
    throw Failure(
      .configuration, .layerExchanged, file: source.path, value: version,
      detail: Wording(
        zh: "登记时文件摘要以 \(earlier.sha256.prefix(12)) 开头，现在以 \(source.sha256.prefix(12)) 开头",
        en: "its digest began with \(earlier.sha256.prefix(12)) when it was registered and begins "
          + "with \(source.sha256.prefix(12)) now"))
  }
}

/// The layers of a workspace: from the ledger where the same reading of the same file is kept, else from
/// their files.
package struct LayerRegistry: Sendable {
  /// In the order of leadscreen.yaml.
  package let layers: [RegisteredLayer]
  /// The polygons of counties, where they are registered.
  package let counties: RegisteredLayer?

  /// Reads what the workspace registers.
  ///
  /// Each file is read whole for its digest. What the ledger cannot give, or not now, is read from
  /// the file again: the result is the same.
  static func open(_ workspace: Workspace) throws(Failure) -> LayerRegistry {
    let configuration = workspace.configuration
    let registrations = configuration.layers + [configuration.counties].compactMap(\.self)
    let digests = try Dictionary(
      uniqueKeysWithValues: Set(registrations.map(\.path)).sorted().map { path throws(Failure) in
        (path, try digest(of: path, in: workspace))
      })
    let readings = registrations.map { $0.reading(sha256: digests[$0.path] ?? "") }
    let kept = try kept(Set(readings), in: workspace)
    var layers: [RegisteredLayer] = []
    for (registration, reading) in zip(registrations, readings) {
      let source = LayerSource(registration, sha256: digests[registration.path] ?? "")
      if let content = kept[reading] {
        layers.append(
          RegisteredLayer(
            layer: try Layer(content, of: source), reading: reading, repair: nil))
      } else {
        let read = try LayerFile.read(workspace.path(registration.path), as: registration)
        layers.append(RegisteredLayer(try LayerRepair(read), of: registration))
      }
    }
    let counties = configuration.counties == nil ? nil : layers.popLast()
    return LayerRegistry(layers: layers, counties: counties)
  }

  private static func digest(of path: String, in workspace: Workspace) throws(Failure) -> String {
    SHA256Digest.hex(
      of: try RegularFile.read(workspace.path(path), shown: path, limit: LayerFile.limit))
  }

  /// The contents that the ledger has, by reading; none while it cannot be opened.
  private static func kept(
    _ readings: Set<String>, in workspace: Workspace
  ) throws(Failure) -> [String: LayerContent] {
    guard RegularFile.exists(workspace.ledgerPath) else { return [:] }
    do throws(Failure) {
      let ledger = try Ledger.open(
        path: workspace.ledgerPath, shown: workspace.shown(workspace.ledgerPath), mode: .readOnly,
        waitSeconds: 0)
      return try ledger.read { (contents) throws(Failure) in
        var kept: [String: LayerContent] = [:]
        for reading in readings.sorted() { kept[reading] = try contents.layerContent(reading) }
        return kept
      }
    } catch {
      // A ledger that cannot be opened now is for whoever needs it to say; shapes that were changed
      // behind its back are not replaced in silence.
      if error.problems.contains(where: { $0.code == .ledgerDamaged }) { throw error }
      return [:]
    }
  }

  /// Every layer that is read, the counties last.
  var all: [RegisteredLayer] { layers + [counties].compactMap(\.self) }

  /// Keeps in the ledger what it does not have yet; refuses with 78 an exchanged file.
  func keep(in session: inout LedgerSession) throws(Failure) {
    for layer in all { try layer.keep(in: &session) }
  }
}

extension LayerRegistration {
  /// Identifies what a file with that digest gives when it is read as this entry says.
  fileprivate func reading(sha256: String) -> String {
    let shift = datumShift.map { [$0.dx, $0.dy, $0.dz, $0.rx, $0.ry, $0.rz, $0.ppm] } ?? []
    let lines =
      ["layer content 1", sha256] + [referenceSystem, table, nameField, codeField].map { $0 ?? "" }
      + shift.map(\.description)
    return SHA256Digest.hex(of: Array(lines.joined(separator: "\n").utf8))
  }
}
