internal import ArgumentParser
internal import Foundation
internal import Geography
internal import LayerFiles
internal import Pipeline
internal import Vocabulary
internal import Workspace

struct LayersAddCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "add", zh: "登记图层的一个版本：需要时用 GDAL 转换，检验、修复、编入台账。",
    en:
      "Register a version of a layer: converted by GDAL where needed, checked, repaired, compiled.",
    more: Wording(
      zh: """
        GeoPackage 和 GeoJSON 直接登记；Shapefile、KML、KMZ、FileGDB、MapInfo 先用 ogr2ogr 转换，可在另一台电脑上做。
        文件放入 Inputs/layers，只有本人可读；leadscreen.yaml 加一行。写法见 docs/layers.md。
        """,
      en: """
        GeoPackage and GeoJSON are registered as they are; Shapefile, KML, KMZ, FileGDB and MapInfo are converted by ogr2ogr first, which may be done on another machine.
        The file is put into Inputs/layers, readable by its owner alone; leadscreen.yaml gets a line. See docs/layers.md.
        """))

  @Argument(help: .both("图层文件", "the layer's file", value: "file"))
  var file: String

  @Option(help: .both("标签，如 red_line", "the tag, such as red_line", value: "tag"))
  var tag: String

  @Option(help: .both("图层名称；同名为同一图层的各版本", "name; versions of one layer share it"))
  var name: String?

  @Option(help: .both("版本，如 2025-12", "version, such as 2025-12", value: "version"))
  var layerVersion: String?

  @Option(help: .both("发布机关", "who issued it"))
  var issuer: String?

  @Option(help: .both("发布文号", "the number of the document that put it in force"))
  var document: String?

  @Option(help: .both("生效首日", "the first day in force", value: "YYYY-MM-DD"))
  var validFrom: Day?

  @Option(help: .both("生效末日", "the last day in force", value: "YYYY-MM-DD"))
  var validTo: Day?

  @Option(help: .both("声明的坐标系，如 EPSG:4527", "the declared system, such as EPSG:4527"))
  var crs: String?

  @Option(
    parsing: .unconditional,
    help: .both(
      "到 CGCS2000 的七参数：米、角秒、ppm", "seven parameters to CGCS2000: metres, arc seconds, ppm",
      value: "dx,dy,dz,rx,ry,rz,ppm"))
  var datumShift: String?

  @Option(
    help: .both(
      "旋转约定：position_vector 或 coordinate_frame",
      "what rotations turn: position_vector or coordinate_frame", value: "convention"))
  var datumShiftConvention: String?

  @Option(help: .both("要素表（文件里有几个时）", "the table of features, where there are several"))
  var layer: String?

  @Option(help: .both("名称字段", "the field that names features"))
  var nameField: String?

  @Option(help: .both("比例尺分母", "the denominator of the map scale"))
  var scale: Int?

  @Flag(help: .both("只检查，不写任何东西", "check everything but write nothing"))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    guard let tag = LayerTag(rawValue: tag) else {
      throw Failure(
        .usage, .wrongUse, value: tag,
        detail: Wording(
          verbatim: LayerTag.allCases.map(\.rawValue).joined(separator: " ")))
    }
    var registration = LayerRegistration(
      path: file, tag: tag, name: name, version: layerVersion, nameField: nameField,
      scaleDenominator: scale)
    registration.issuer = issuer
    registration.document = document
    registration.validFrom = validFrom
    registration.validTo = validTo
    registration.referenceSystem = crs
    registration.datumShift = try statedShift()
    registration.table = layer
    let outcome = try LayerAddition(
      of: file, to: common.openWorkspace(), environment: ProcessInfo.processInfo.environment
    ).run(registration, isDryRun: dryRun)
    report(outcome)
    try warnIfAstray(outcome)
    if common.json {
      try common.console.result(try JSONText.of(LayerAdditionJSON(outcome)))
    }
    return .done
  }

  private func statedShift() throws(Failure) -> DatumShift? {
    if let datumShift {
      return try DatumShift(option: datumShift, convention: datumShiftConvention)
    }
    guard let datumShiftConvention else { return nil }
    throw Failure(
      .usage, .wrongUse, value: datumShiftConvention,
      detail: Wording(zh: "没有 --datum-shift", en: "there is no --datum-shift"))
  }

  /// Says so where the layer that was added is not of the jurisdiction, beside all that is registered.
  private func warnIfAstray(_ outcome: LayerAddition.Outcome) throws(Failure) {
    guard outcome.isRegistered, !dryRun else { return }
    for problem in try common.open().astrayLayers
    where problem.file == outcome.registration.path {
      common.console.problem(problem)
    }
  }

  private func report(_ outcome: LayerAddition.Outcome) {
    let layer = outcome.layer
    let declared = layer.reference.declared.map { Problem.printable($0, limit: 60) }
    let area = Int((layer.areaSquareMetres / 1e6).rounded())
    common.console.note(
      Wording(
        zh: "\(outcome.registration.path)：\(layer.features.count) 个要素，\(area) 平方公里，"
          + "坐标系 \(layer.reference.verified)（声明：\(declared ?? "无")），修复 \(outcome.repairs.count) 个",
        en: "\(outcome.registration.path): \(layer.features.count) features, \(area) km², "
          + "system \(layer.reference.verified) (declared: \(declared ?? "none")), "
          + "\(outcome.repairs.count) repaired"))
    for warning in layer.warnings {
      common.console.note(Wording(zh: warning.message(in: .zh), en: warning.message(in: .en)))
    }
    if let conversion = outcome.conversion {
      let names = conversion.samples.map { Problem.printable($0, limit: 40) }
      common.console.note(
        Wording(
          zh: "属性表编码 \(conversion.encoding?.name ?? "由格式规定")；请核对名称："
            + names.joined(separator: "、"),
          en:
            "encoding of the attribute table: \(conversion.encoding?.name ?? "as the format has it"); "
            + "please confirm the names: " + names.joined(separator: ", ")))
    }
    if !outcome.isRegistered {
      common.console.note(
        Wording(
          zh: "leadscreen.yaml 的 layers 不是逐行的列表，请自行加上：\(outcome.registration.yaml)",
          en: "layers in leadscreen.yaml is not a list of lines; please add: "
            + outcome.registration.yaml))
    }
    if !outcome.isCompiled, !dryRun {
      common.console.note(
        Wording(
          zh: "还没有台账；下一次 screen 时编入", en: "there is no ledger yet; the next screen compiles it"))
    }
  }
}

/// What came of adding a layer, as an object; nothing of its coordinates.
private struct LayerAdditionJSON: Encodable {
  let path: String
  let tag: String
  let version: String?
  let sha256: String
  let features: Int
  let repaired: Int
  let declared: String?
  let verified: String
  let encoding: String?
  let registered: Bool
  let compiled: Bool

  init(_ outcome: LayerAddition.Outcome) {
    path = outcome.registration.path
    tag = outcome.registration.tag.rawValue
    version = outcome.registration.version
    sha256 = outcome.layer.source.sha256
    features = outcome.layer.features.count
    repaired = outcome.repairs.count
    declared = outcome.layer.reference.declared
    verified = outcome.layer.reference.verified
    encoding = outcome.conversion?.encoding?.name
    registered = outcome.isRegistered
    compiled = outcome.isCompiled
  }
}
