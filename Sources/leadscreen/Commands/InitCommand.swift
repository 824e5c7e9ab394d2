internal import ArgumentParser
internal import Files
internal import Sample
internal import Vocabulary
internal import Workspace

struct InitCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "init", zh: "建立一个工作区；--demo 装入样例数据、图层和历史案件。",
    en: "Make a workspace; with --demo filled with sample drops, layers and history.",
    more: Wording(
      zh: "不覆盖已有的 leadscreen.yaml。样例全部为虚构。",
      en: "Never overwrites a leadscreen.yaml. Everything in the sample is invented."))

  @Argument(help: .both("目录（默认当前目录）", "the folder (default: the current one)", value: "dir"))
  var folder = "."

  @Flag(help: .both("装入样例数据", "fill it with sample data"))
  var demo = false

  @Option(
    help: .both(
      "另造一个季度（2026Q4）的大批量记录，用于测速",
      "make a large drop of that many records in 2026Q4 as well, for benchmarks", value: "count"))
  var records: Int?

  @Option(help: .both("行政区划代码，如 140900", "division code, like 140900", value: "code"))
  var jurisdiction: String?

  @Option(help: .both("机关名称", "the organisation's name", value: "name"))
  var organisation: String?

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let configuration = "\(folder)/\(Workspace.configurationName)"
    guard !RegularFile.exists(configuration) else {
      throw Failure(
        .cannotCreate, .cannotCreate, file: configuration,
        detail: Wording(zh: "已经存在", en: "it exists already"))
    }
    if let records, !(10...10_000_000).contains(records) {
      throw Failure(.usage, .wrongUse, value: "--records \(records)")
    }
    let files =
      demo
      ? SampleWorkspace.files().map { (path: $0.path, bytes: $0.bytes) } : try emptyWorkspace()
    for file in files {
      let path = "\(folder)/\(file.path)"
      try DurableFile.createFolder(DurableFile.folder(of: path), shown: file.path)
      try DurableFile.write(file.bytes, to: path, shown: file.path)
    }
    if let records { try writeLargeDrop(records) }
    for name in ["Inputs/profiles", "Inputs/rules", "Inputs/history", "Inputs/layers", "Reports"]
    where !demo {
      try DurableFile.createFolder("\(folder)/\(name)", shown: name)
    }
    if common.json {
      try common.console.result(try JSONText.of(ListJSON(files.map(\.path).sorted())))
    }
    common.console.note(
      demo
        ? Wording(
          zh: "已建立样例工作区 \(folder)。下一步：leadscreen screen 2026Q3 --workspace \(folder)",
          en:
            "made the sample workspace \(folder); next: leadscreen screen 2026Q3 --workspace \(folder)"
        )
        : Wording(
          zh: "已建立工作区 \(folder)。下一步：把导出的 CSV 放入 Inputs 下以季度命名的目录，再运行 leadscreen screen",
          en:
            "made the workspace \(folder); next: put CSV exports into Inputs/QUARTER and run leadscreen screen"
        ))
    return .done
  }

  /// Inspections, complaints and penalties, five to three to two.
  private func writeLargeDrop(_ records: Int) throws(Failure) {
    guard let quarter = Quarter("2026Q4") else { return }
    let shares: [(LargeDrop.Source, Int)] = [
      (.inspection, records / 10 * 5), (.complaint, records / 10 * 3),
      (.penalty, records - records / 10 * 8),
    ]
    for (source, count) in shares {
      var bytes: [UInt8] = []
      LargeDrop(source, quarter: quarter).write(records: count) { piece in
        unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      }
      let path = source.path(in: quarter)
      try DurableFile.createFolder(
        DurableFile.folder(of: "\(folder)/\(path)"), shown: path)
      try DurableFile.write(bytes, to: "\(folder)/\(path)", shown: path)
    }
  }

  private func emptyWorkspace() throws(Failure) -> [(path: String, bytes: [UInt8])] {
    let code = jurisdiction ?? "140900"
    _ = try DivisionCode(option: code)
    // A name goes into YAML in double quotes.
    let name = (organisation ?? "").filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
    let text = """
      # leadscreen
      jurisdiction: "\(code)"
      organisation: "\(name.isEmpty ? "生态环境局" : name)"
      layers: []
      # layers:
      #   - {path: Inputs/layers/红线.geojson, tag: red_line, version: "2025-12", name_field: 名称}

      """
    return [(Workspace.configurationName, Array(text.utf8))]
  }
}
