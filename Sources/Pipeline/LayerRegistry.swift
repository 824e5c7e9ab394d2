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
  /// Refuses with 78 a drawing that is another one than when it was registered.
  func keep(in session: inout LedgerSession) throws(Failure) {
    try refuseExchange(in: session.contents)
    if let repair { try session.insertLayerContent(repair.content(reading)) }
    try session.insertLayer(
      StoredLayer(layer.source.entry, sha256: layer.source.sha256, reading: reading))
  }

  /// Refuses with 78 another drawing than the latest of the same identity: verdicts rest on what that
  /// one was.
  ///
  /// Another is another file, and the same file read so that its shapes differ; names and codes of
  /// features may come from other fields. O(n) in the bytes of the shapes where it is read otherwise.
  func refuseExchange(in contents: LedgerContents) throws(Failure) {
    let source = layer.source
    guard let earlier = try contents.layers().latest(source.entry.identity) else { return }
    guard earlier.sha256 == source.sha256 else {
      throw exchanged(
        Wording(
          zh: "登记时文件摘要以 \(earlier.sha256.prefix(12)) 开头，现在以 \(source.sha256.prefix(12)) 开头",
          en:
            "its digest began with \(earlier.sha256.prefix(12)) when it was registered and begins "
            + "with \(source.sha256.prefix(12)) now"))
    }
    guard earlier.reading != reading else { return }
    guard let before = try contents.layerContent(earlier.reading),
      let now = try contents.layerContent(reading) ?? repair?.content(reading),
      now.drawsSameShapes(as: before)
    else {
      throw exchanged(
        Wording(
          zh: "文件没有变，但 leadscreen.yaml 中 crs、datum_shift 或 layer 改了，读出的图形与登记时不同",
          en:
            "its file is the same, but crs, datum_shift or layer in leadscreen.yaml were changed, "
            + "and other shapes are read from it"))
    }
  }

  private func exchanged(_ detail: Wording) -> Failure {
    let entry = layer.source.entry
    return Failure(
      .configuration, .layerExchanged, file: entry.path,
      value: entry.version ?? entry.validFrom?.description, detail: detail)
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
  /// Each file that is there is read whole for its digest. What the ledger cannot give, or not now, is
  /// read from the file again: the result is the same. Of a file that is not there the ledger gives
  /// what it compiled for the same entry; without that its absence is refused.
  static func open(_ workspace: Workspace) throws(Failure) -> LayerRegistry {
    let configuration = workspace.configuration
    let registrations = configuration.layers + [configuration.counties].compactMap(\.self)
    var digests: [String: String] = [:]
    var absences: [String: Failure] = [:]
    for path in Set(registrations.map(\.path)).sorted() {
      do throws(Failure) {
        digests[path] = try LayerFile.digest(of: workspace.path(path), shown: path)
      } catch {
        guard error.status == .missingInput else { throw error }
        absences[path] = error
      }
    }
    let kept = try kept(registrations, digests, in: workspace)
    var layers: [RegisteredLayer] = []
    for (registration, kept) in zip(registrations, kept) {
      if let kept {
        layers.append(
          RegisteredLayer(
            layer: try Layer(kept.content, of: kept.source), reading: kept.content.reading,
            repair: nil))
      } else if let absence = absences[registration.path] {
        throw absence
      } else {
        let read = try LayerFile.read(workspace.path(registration.path), as: registration)
        layers.append(RegisteredLayer(try LayerRepair(read), of: registration))
      }
    }
    let counties = configuration.counties == nil ? nil : layers.popLast()
    return LayerRegistry(layers: layers, counties: counties)
  }

  /// A layer as the ledger has it.
  private typealias Kept = (source: LayerSource, content: LayerContent)

  /// What the ledger has of each entry; nothing while it cannot be opened.
  ///
  /// `digests` has the files that are there.
  private static func kept(
    _ registrations: [LayerRegistration], _ digests: [String: String], in workspace: Workspace
  ) throws(Failure) -> [Kept?] {
    let nothing = [Kept?](repeating: nil, count: registrations.count)
    guard RegularFile.exists(workspace.ledgerPath) else { return nothing }
    do throws(Failure) {
      let ledger = try Ledger.open(
        path: workspace.ledgerPath, shown: workspace.shown(workspace.ledgerPath), mode: .readOnly,
        waitSeconds: 0)
      return try ledger.read { (contents) throws(Failure) in
        let stored = try contents.layers()
        return try registrations.map { (registration) throws(Failure) in
          guard
            let sha256 = digests[registration.path]
              ?? stored.last(where: { registration.isKept(by: $0) })?.sha256,
            let content = try contents.layerContent(registration.reading(sha256: sha256))
          else { return nil }
          return (LayerSource(registration, sha256: sha256), content)
        }
      }
    } catch {
      // A ledger that cannot be opened now is for whoever needs it to say: here, where a file is not
      // there. Shapes that were changed behind its back are not replaced in silence.
      let isNeeded = registrations.contains { digests[$0.path] == nil }
      if isNeeded || error.problems.contains(where: { $0.code == .ledgerDamaged }) { throw error }
      return nothing
    }
  }

  /// Every layer that is read, the counties last.
  var all: [RegisteredLayer] { layers + [counties].compactMap(\.self) }

  /// Keeps in the ledger what it does not have yet; refuses with 78 an exchanged drawing.
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

  /// Whether that is what was registered of the file at the entry's path, read as the entry says.
  fileprivate func isKept(by stored: StoredLayer) -> Bool {
    stored.identity == identity && stored.path == path
      && stored.reading == reading(sha256: stored.sha256)
  }
}
