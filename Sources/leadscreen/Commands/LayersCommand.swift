internal import ArgumentParser
internal import Geography
internal import Intake
internal import Pipeline
internal import Vocabulary

struct LayersCommand: ParsableCommand {
  static let configuration = CommandConfiguration.both(
    "layers", zh: "图层：登记情况和可用性检查。",
    en: "The layers: what is registered, and whether it can be trusted.",
    subcommands: [LayersListCommand.self, LayersCheckCommand.self])
}

struct LayersListCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "list", zh: "登记的图层：标签、版本、要素数、摘要。",
    en: "Registered layers: tag, version, features, hash.")

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let layers = try common.open().layers
    if common.json {
      try common.console.result(
        try JSONText.of(
          ListJSON(
            layers.map {
              LayerJSON(
                path: $0.source.path, tag: $0.source.tag.rawValue, version: $0.source.version,
                features: $0.features.count, sha256: $0.source.sha256)
            })))
      return .done
    }
    var table = AlignedTable(
      Wording(zh: "图层 标签 版本 要素 SHA-256", en: "layer tag version features SHA-256")[common.lang]
        .split(separator: " ").map(String.init), alignments: [.left, .left, .left, .right],
      limit: 64)
    for layer in layers {
      table.add([
        layer.source.path, layer.source.tag.wording[common.lang], layer.source.version ?? "",
        String(layer.features.count), layer.source.sha256,
      ])
    }
    try common.console.result(table.lines.joined(separator: "\n") + "\n")
    return .done
  }
}

private struct LayerJSON: Encodable {
  let path: String
  let tag: String
  let version: String?
  let features: Int
  let sha256: String
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
    let layers = try common.open().layers
    for (number, layer) in layers.enumerated() {
      let others = layers.enumerated().filter { $0.offset != number }.map {
        LayerSurroundings.Area(name: $0.element.source.name, extent: $0.element.extent)
      }
      let check = try LayerCheck(
        layer, beside: LayerSurroundings(others: others),
        damageToName: MisreadName.damage(to:))
      let rows = check.summary()
      results.append(
        LayerCheckJSON(
          path: layer.source.path,
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
      try common.console.result(([layer.source.path] + lines).joined(separator: "\n") + "\n")
    }
    if common.json { try common.console.result(try JSONText.of(ListJSON(results))) }
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
