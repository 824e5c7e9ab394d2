internal import Files
internal import Glibc
package import Geography
package import LayerFiles
internal import Ledger
package import Vocabulary
package import Workspace

/// A layer's file brought into a workspace: converted where it must be, checked, registered, compiled.
package struct LayerAddition: Sendable {
  /// What came of it.
  package struct Outcome: Sendable {
    /// The entry as leadscreen.yaml has it.
    package let registration: LayerRegistration
    package let layer: Layer
    package let repairs: [LayerRepair.Record]
    /// `nil` for a file that was read as it is.
    package let conversion: LayerConversion.Outcome?
    /// Whether leadscreen.yaml got the entry; otherwise a person must add it.
    package let isRegistered: Bool
    /// Whether the ledger keeps the layer by now; otherwise the next screening compiles it.
    package let isCompiled: Bool
  }

  private let workspace: Workspace
  /// The file as it was named, and as messages name it.
  private let file: String
  private let shown: String
  private let environment: [String: String]

  /// The addition of `file`; `environment` is that of the process, for GDAL's sake.
  package init(of file: String, to workspace: Workspace, environment: [String: String]) {
    self.workspace = workspace
    self.file = file
    self.environment = environment
    shown = workspace.shown(file)
  }

  /// Adds it as `registration` says, whose path is not looked at.
  ///
  /// The file comes to lie in Inputs/layers, named after the layer and its version, readable by its
  /// owner alone; one that lies in the workspace already and needs no conversion stays where it is
  /// and loses the rights of others.
  /// Nothing is overwritten, and with `isDryRun` nothing is written. Fails as reading a layer does,
  /// with 73 where another file is in the way, and with 78 for an entry that leadscreen.yaml must not
  /// have.
  package func run(_ registration: LayerRegistration, isDryRun: Bool) throws(Failure) -> Outcome {
    var registration = registration
    let workplace = try StagedFolder(
      replacing: workspace.path("Inputs/layers.adding"), shown: "Inputs/layers")
    defer { withExtendedLifetime(workplace) {} }
    var source = file
    var conversion: LayerConversion.Outcome?
    let isConverted = OutsideFormat(file) != nil
    if isConverted {
      source = workplace.staging + "/layer.gpkg"
      conversion = try LayerConversion(
        of: try absolute(file), shown: shown, table: registration.table,
        nameField: registration.nameField
      ).run(to: source, shown: packageName, environment: environment)
    }
    let own = isConverted ? nil : workspace.relative(file)
    registration.path = own ?? target(registration, source)
    var reading = registration
    // Messages name the file that was given until it is in its place.
    reading.path = shown
    let read = try LayerFile.read(source, as: reading)
    let repair = try LayerRepair(
      Layer(
        source: LayerSource(registration, sha256: read.source.sha256), reference: read.reference,
        features: read.features, polygons: read.polygons, repairs: read.repairs))
    let text = ConfigurationText(
      try RegularFile.read(
        workspace.path(Workspace.configurationName), shown: Workspace.configurationName,
        limit: 256 * 1024))
    let added = try text.adding(registration, file: Workspace.configurationName)
    let layer = RegisteredLayer(repair, of: registration)
    let ledger = try openLedger(isDryRun ? .readOnly : .existing)
    try ledger?.read { (contents) throws(Failure) in
      try layer.refuseExchange(in: contents)
    }
    if !isDryRun {
      if own == nil { try place(source, at: registration.path) }
      DurableFile.makePrivate(workspace.path(registration.path))
      try ledger?.withRun { (session) throws(Failure) in try layer.keep(in: &session) }
      if let added {
        try DurableFile.write(
          added.bytes, to: workspace.path(Workspace.configurationName),
          shown: Workspace.configurationName)
      }
    }
    return Outcome(
      registration: registration, layer: repair.layer, repairs: repair.records,
      conversion: conversion, isRegistered: added != nil, isCompiled: ledger != nil && !isDryRun)
  }

  /// `Inputs/layers/生态保护红线-2025-12.gpkg`; what a file's name must not hold becomes a dash.
  private func target(_ registration: LayerRegistration, _ source: String) -> String {
    let name = [registration.name, registration.version].compactMap(\.self).joined(separator: "-")
    let safe = String(
      name.unicodeScalars.map { scalar in
        scalar == "/" || scalar.value < 0x20 || scalar.value == 0x7F ? "-" : Character(scalar)
      })
    let ending = source.lowercased().hasSuffix("json") ? "geojson" : "gpkg"
    return "Inputs/layers/\(safe.hasPrefix(".") ? "_" : "")\(safe).\(ending)"
  }

  /// What a converted file is called in messages, and in the command for another machine, which must
  /// not write over the file itself: `红线.gpkg` for `红线.shp`.
  private var packageName: String {
    let name = shown.split(separator: "/").last ?? ""
    return (name.lastIndex(of: ".").map { name[..<$0] } ?? name) + ".gpkg"
  }

  private func absolute(_ path: String) throws(Failure) -> String {
    guard let resolved = RegularFile.resolved(path) else {
      throw Failure(.missingInput, .unreadableFile, file: shown, detail: systemWording(errno))
    }
    return resolved
  }

  private func place(_ source: String, at path: String) throws(Failure) {
    let bytes = try RegularFile.read(source, shown: shown, limit: LayerFile.limit)
    let target = workspace.path(path)
    if RegularFile.exists(target) {
      guard try RegularFile.read(target, shown: path, limit: LayerFile.limit) == bytes else {
        throw Failure(
          .cannotCreate, .cannotCreate, file: path,
          detail: Wording(
            zh: "已有另一个同名文件；给图层另写 --name 或 --layer-version",
            en: "another file of that name is there; give another --name or --layer-version"))
      }
      return
    }
    try DurableFile.createFolder(DurableFile.folder(of: target), shown: "Inputs/layers")
    try DurableFile.write(bytes, to: target, shown: path)
  }

  /// The ledger, if there is one.
  private func openLedger(_ mode: Ledger.Mode) throws(Failure) -> Ledger? {
    guard RegularFile.exists(workspace.ledgerPath) else { return nil }
    return try Ledger.open(
      path: workspace.ledgerPath, shown: workspace.shown(workspace.ledgerPath), mode: mode,
      waitSeconds: 10)
  }
}
