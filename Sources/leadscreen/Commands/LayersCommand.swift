internal import ArgumentParser
internal import Geography
internal import Intake
internal import Pipeline
internal import Vocabulary

struct LayersCommand: ParsableCommand {
  static let configuration = CommandConfiguration.both(
    "layers", zh: "图层：登记情况和可用性检查。",
    en: "The layers: what is registered, and whether it can be trusted.",
    subcommands: [LayersListCommand.self, LayersCheckCommand.self, LayersAddCommand.self])
}

struct LayersListCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "list", zh: "登记的图层：标签、版本、要素数、摘要。",
    en: "Registered layers: tag, version, features, hash.")

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let layers = try common.open().layers
    if common.json {
      try common.console.result(try JSONText.of(ListJSON(layers.map(LayerJSON.init))))
      return .done
    }
    var table = AlignedTable(
      Wording(
        zh: "图层 标签 版本 有效期 坐标系 要素 平方公里 SHA-256",
        en: "layer tag version valid system features km² SHA-256")[common.lang]
        .split(separator: " ").map(String.init),
      alignments: [.left, .left, .left, .left, .left, .right, .right, .left], limit: 64)
    for layer in layers {
      let entry = layer.source.entry
      let days = [entry.validFrom, entry.validTo].map { $0?.description ?? "" }
      table.add([
        entry.name, entry.tag.wording[common.lang], entry.version ?? "",
        days == ["", ""] ? "" : "\(days[0])/\(days[1])", layer.reference.verified,
        String(layer.features.count), String(Int((layer.areaSquareMetres / 1e6).rounded())),
        layer.source.sha256,
      ])
    }
    try common.console.result(table.lines.joined(separator: "\n") + "\n")
    return .done
  }
}

private struct LayerJSON: Encodable {
  let path: String
  let name: String
  let tag: String
  let version: String?
  let issuer: String?
  let document: String?
  let validFrom: String?
  let validTo: String?
  let declaredSystem: String?
  let verifiedSystem: String
  let features: Int
  let areaSquareKilometres: Double
  let sha256: String

  init(_ layer: Layer) {
    let entry = layer.source.entry
    path = entry.path
    name = entry.name
    tag = entry.tag.rawValue
    version = entry.version
    issuer = entry.issuer
    document = entry.document
    validFrom = entry.validFrom?.description
    validTo = entry.validTo?.description
    declaredSystem = layer.reference.declared
    verifiedSystem = layer.reference.verified
    features = layer.features.count
    areaSquareKilometres = (layer.areaSquareMetres / 1e4).rounded() / 100
    sha256 = layer.source.sha256
  }
}

struct LayersCheckCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "check", zh: "检查登记的图层：无效、重叠、窄缝、过小的面、范围、名称、重复。",
    en: "Check the registered layers: invalid, overlaps, gaps, slivers, extent, names, duplicates.",
    more: Wording(
      zh: "几何由 GEOS 检验和修复；耗时与顶点数近似成正比。带 ! 的行要先看。",
      en: """
        Geometry is tested and repaired by GEOS; time grows with the vertices. Look at lines marked \
        ! first.
        """)
  )

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    var results: [LayerCheckJSON] = []
    let screening = try common.open()
    for check in try screening.layerChecks(damageToName: MisreadName.damage(to:)) {
      let rows = check.summary()
      results.append(
        LayerCheckJSON(
          path: check.source.path,
          rows: rows.map {
            .init(
              title: $0.title[common.lang], value: $0.value[common.lang], isWarning: $0.isWarning)
          }))
      guard !common.json else { continue }
      let width = rows.map { DisplayWidth.of($0.title[common.lang]) }.max() ?? 0
      let lines = rows.map { row in
        (row.isWarning ? "! " : "  ")
          + DisplayWidth.padded(row.title[common.lang], to: width) + "  " + row.value[common.lang]
      }
      try common.console.result(([check.source.path] + lines).joined(separator: "\n") + "\n")
    }
    if common.json { try common.console.result(try JSONText.of(ListJSON(results))) }
    for problem in screening.astrayLayers { common.console.problem(problem) }
    return .done
  }
}

private struct LayerCheckJSON: Encodable {
  struct Row: Encodable {
    let title: String
    let value: String
    let isWarning: Bool
  }

  let path: String
  let rows: [Row]
}
