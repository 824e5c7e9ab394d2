import Foundation
import Testing

/// `layers` and what the ledger keeps of layers, on small workspaces.
@Suite struct LayersCommandTests {
  private static let entry =
    "{path: Inputs/layers/红线.geojson, tag: red_line, version: \"1\", name_field: name}"

  private func workspace(entry: String? = nil, screened: Bool = false) throws -> Workbench {
    try Workbench.inRedLine(entry: entry, screened: screened)
  }

  private func verdict(_ bench: Workbench) throws -> String? {
    try bench.redLineVerdict()
  }

  // MARK: The ledger

  @Test("the ledger gives a layer that it keeps, with the same result, and is whole")
  func kept() throws {
    let bench = try workspace(entry: LayersCommandTests.entry, screened: true)
    let first = try bench.digest("Reports")
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.digest("Reports").differences(from: first).isEmpty)
    #expect(try bench.layersKept() == "1 1\n")
    let verified = try bench.run(["ledger", "verify", "--json"])
    #expect(try JSONValue(verified.output)["is_whole"]?.isTrue == true, "\(verified.messages)")
  }

  // MARK: layers add

  /// The red line in a file beside the workspace's own.
  private enum Source: String, CaseIterable {
    case geojson = "下发.geojson"
    case package = "下发.gpkg"
    /// Its table is in GBK, and nothing says so.
    case shapefile = "下发.shp"
    case archive = "下发.zip"

    var isConverted: Bool { self == .shapefile || self == .archive }

    /// Writes it to a folder outside of the workspace; its path.
    func file(of bench: Workbench) throws -> String {
      let folder = bench.folder.url("outside")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(DrawnLayer.redLine.text.utf8).write(to: folder.appending(path: "下发.geojson"))
      let options: [String]
      switch self {
      case .geojson: return folder.appending(path: rawValue).path
      case .package: options = ["-f", "GPKG"]
      case .shapefile, .archive: options = ["-f", "ESRI Shapefile", "-lco", "ENCODING=GBK"]
      }
      let name = isConverted ? "下发.shp" : rawValue
      let made = try NeededTool.converter.run(options + [name, "下发.geojson"], in: folder)
      try #require(made.status == 0, "\(made.messages)")
      if isConverted {
        try FileManager.default.removeItem(at: folder.appending(path: "下发.cpg"))
        // Byte 29 is the table's own mark of its encoding.
        var table = try Data(contentsOf: folder.appending(path: "下发.dbf"))
        table[29] = 0
        try table.write(to: folder.appending(path: "下发.dbf"))
        let parts = ["shp", "shx", "dbf", "prj"].map { "下发.\($0)" }
        let packed = try NeededTool.python.run(
          ["-m", "zipfile", "-c", "下发.zip"] + parts, in: folder)
        try #require(packed.status == 0, "\(packed.messages)")
      }
      return folder.appending(path: rawValue).path
    }
  }

  private static func addition(_ file: String) -> [String] {
    [
      "layers", "add", file, "--tag", "red_line", "--name", "生态保护红线", "--layer-version", "2025-12",
      "--valid-from", "2020-01-01", "--name-field", "name",
    ]
  }

  @Test("add brings a file into the workspace, and screen judges by it", arguments: Source.allCases)
  private func add(source: Source) throws {
    let bench = try workspace()
    let file = try source.file(of: bench)
    let added = try bench.run(LayersCommandTests.addition(file) + ["--json"])
    try #require(added.status == 0, "\(added.messages)")
    let ending = source == .geojson ? "geojson" : "gpkg"
    let path = "Inputs/layers/生态保护红线-2025-12.\(ending)"
    #expect(try FileManager.default.mode(of: bench.path(path)) == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.path("Inputs/layers").path)
        == ["生态保护红线-2025-12.\(ending)"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.path("Inputs").path).sorted()
        == ["2026Q3", "layers"])
    let json = try JSONValue(added.output)
    #expect(json["path"]?.text == path)
    #expect([json["tag"]?.text, json["version"]?.text] == ["red_line", "2025-12"])
    #expect(json["sha256"]?.text == (try FolderDigest.of(bench.path(path))))
    #expect([json["features"]?.number, json["repaired"]?.number] == [1, 0])
    #expect(json["encoding"]?.text == (source.isConverted ? "GB18030" : nil))
    #expect(json["registered"]?.isTrue == true)
    #expect(json["compiled"]?.isTrue == false)
    #expect(!added.everything.contains("112.7"), "no coordinate is said")
    let entry = try bench.text("leadscreen.yaml").split(separator: "\n").last ?? ""
    for part in [path, "red_line", "生态保护红线", "2025-12", "valid_from: 2020-01-01", "name"] {
      #expect(entry.contains(part), "\(entry)")
    }
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try verdict(bench) == "T")
    #expect(try bench.table("zones", of: "2026Q3").column("feature") == ["云中山"])
  }

  @Test("a file that lies in the workspace already stays there and is its owner's alone")
  func inPlace() throws {
    let bench = try workspace()
    let file = "Inputs/layers/红线.geojson"
    try bench.write(DrawnLayer.redLine.text, to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: bench.path(file).path)
    let added = try bench.run(["layers", "add", file, "--tag", "red_line", "--name", "红线"])
    #expect(added.status == 0, "\(added.everything)")
    #expect(try FileManager.default.mode(of: bench.path(file)) == 0o600)
    try bench.screen()
    #expect(try verdict(bench) == "T")
  }

  @Test("a run names a layer of which features are not drawn")
  func undrawn() throws {
    let bench = try workspace(entry: LayersCommandTests.entry)
    let line = """
      {"type": "Feature", "properties": {"name": "线"}, "geometry":
       {"type": "LineString", "coordinates": [[112.1, 38.1], [112.2, 38.1], [112.1, 38.1]]}},
      """
    let text = DrawnLayer.redLine.text
    try bench.write(
      text.replacing("\"features\": [", with: "\"features\": [" + line),
      to: "Inputs/layers/红线.geojson")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("E702 Inputs/layers/红线.geojson"), "\(outcome.messages)")
    #expect(outcome.messages.contains("不是面"))
  }

  @Test("a layer that is added beside a ledger is kept in it at once")
  func compiled() throws {
    let bench = try workspace(screened: true)
    let file = try Source.geojson.file(of: bench)
    let added = try bench.run(LayersCommandTests.addition(file) + ["--json"])
    #expect(try JSONValue(added.output)["compiled"]?.isTrue == true, "\(added.messages)")
    #expect(try bench.run(["ledger", "verify"]).status == 0)
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try verdict(bench) == "T")
  }

  @Test("a trial writes nothing", arguments: Source.allCases, [false, true])
  private func trial(source: Source, screened: Bool) throws {
    let bench = try workspace(screened: screened)
    let file = try source.file(of: bench)
    let before = try FolderDigest(bench.folder.url)
    let tried = try bench.run(LayersCommandTests.addition(file) + ["--dry-run", "--json"])
    #expect(tried.status == 0, "\(tried.messages)")
    #expect(try JSONValue(tried.output)["features"]?.number == 1)
    #expect(try FolderDigest(bench.folder.url).differences(from: before).isEmpty)
  }

  @Test(
    "without a converter the command for another machine is given, and it is right",
    arguments: [Source.shapefile, .archive])
  private func noConverter(source: Source) throws {
    let bench = try workspace()
    let file = try source.file(of: bench)
    let before = try FolderDigest(bench.folder.url)
    let refused = try bench.run(LayersCommandTests.addition(file), environment: ["PATH": ""])
    #expect(refused.status == 65)
    #expect(refused.messages.contains("E705"))
    #expect(try FolderDigest(bench.folder.url).differences(from: before).isEmpty)
    let command = try #require(
      refused.messages.firstMatch(of: /ogr2ogr -f GPKG [^；;]*ENCODING=GB18030/)
    ).output
    let elsewhere = bench.folder.url("outside")
    let made = try NeededTool.bash.run(["-c", String(command)], in: elsewhere)
    #expect(made.status == 0, "\(command): \(made.messages)")
    let package = elsewhere.appending(path: "下发.gpkg").path
    let added = try bench.run(LayersCommandTests.addition(package))
    #expect(added.status == 0, "\(added.messages)")
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try bench.table("zones", of: "2026Q3").column("feature") == ["云中山"])
  }

  @Test("a file or entry that is in the way stays as it is")
  func inTheWay() throws {
    let bench = try workspace()
    let usual = try bench.text("leadscreen.yaml")
    let file = try Source.geojson.file(of: bench)
    #expect(try bench.run(LayersCommandTests.addition(file)).status == 0)
    let other = DrawnLayer(areas: [
      .init(name: "五台山", longitudes: (113.5, 113.6), latitudes: (38.9, 39))
    ])
    try Data(other.text.utf8).write(to: URL(filePath: file))
    let before = try bench.digest(".")
    let inputs = try bench.digest("Inputs")
    let repeated = try bench.run(LayersCommandTests.addition(file))
    #expect(repeated.status == 78 && repeated.messages.contains("E502"), "\(repeated.everything)")
    #expect(try bench.digest(".").differences(from: before).isEmpty)
    try bench.write(usual, to: "leadscreen.yaml")
    let refused = try bench.run(LayersCommandTests.addition(file))
    #expect(refused.status == 73, "\(refused.everything)")
    #expect(try bench.digest("Inputs").differences(from: inputs).isEmpty)
  }

  @Test("what the ledger would refuse is refused before anything is written")
  func exchangedByAddition() throws {
    let bench = try workspace()
    let usual = try bench.text("leadscreen.yaml")
    let file = try Source.geojson.file(of: bench)
    #expect(try bench.run(LayersCommandTests.addition(file)).status == 0)
    #expect(try bench.run(Workbench.q3).status == 0)
    try bench.write(usual, to: "leadscreen.yaml")
    let other = try Source.package.file(of: bench)
    let ledger = try bench.ledgerStatus()
    let before = try bench.digest("Inputs")
    for more in [[], ["--dry-run"]] {
      let refused = try bench.run(LayersCommandTests.addition(other) + more)
      #expect(refused.status == 78)
      #expect(refused.messages.contains("E709"), "\(refused.everything)")
      #expect(try bench.digest("Inputs").differences(from: before).isEmpty)
      #expect(try bench.text("leadscreen.yaml") == usual)
      #expect(try bench.ledgerStatus() == ledger)
    }
  }

  @Test(
    "add takes seven parameters by either convention and writes them down by one",
    arguments: [
      ("-24.7,113.4,60.2,1.25,-0.75,2.125,-3.5", "position_vector"),
      ("-24.7,113.4,60.2,-1.25,0.75,-2.125,-3.5", "coordinate_frame"),
    ])
  func shifted(parameters: String, convention: String) throws {
    let bench = try workspace()
    let file = try Source.geojson.file(of: bench)
    let head = LayersCommandTests.addition(file) + ["--crs", "EPSG:4610"]
    let before = try bench.digest(".")
    for (options, word) in [
      ([], "datum_shift"), (["--datum-shift", parameters], "--datum-shift-convention"),
      (["--datum-shift-convention", convention], "--datum-shift"),
    ] {
      let refused = try bench.run(head + options)
      #expect(refused.status == (options.isEmpty ? 78 : 64), "\(refused.everything)")
      #expect(refused.messages.contains(word), "\(refused.everything)")
    }
    #expect(try bench.digest(".").differences(from: before).isEmpty)
    let added = try bench.run(
      head + ["--datum-shift", parameters, "--datum-shift-convention", convention])
    #expect(added.status == 0, "\(added.everything)")
    let written =
      "datum_shift: {dx: -24.7, dy: 113.4, dz: 60.2, rx: 1.25, ry: -0.75, rz: 2.125, ppm: -3.5, "
      + "convention: position_vector}"
    #expect(try bench.text("leadscreen.yaml").contains(written))
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try verdict(bench) == "T")
  }

  @Test("add names what is missing: the file, a part of it, the table to take")
  func incomplete() throws {
    let bench = try workspace()
    let shapefile = URL(filePath: try Source.shapefile.file(of: bench))
    let folder = shapefile.deletingLastPathComponent()
    try FileManager.default.removeItem(at: folder.appending(path: "下发.shx"))
    for more in [["-nln", "红线"], ["-nln", "保护地", "-update"]] {
      let made = try NeededTool.converter.run(
        ["-f", "GPKG"] + more + ["两表.gpkg", "下发.geojson"], in: folder)
      try #require(made.status == 0, "\(made.messages)")
    }
    for (name, status, words) in [
      ("没有.shp", Int32(66), ["E113", "文件不存在"]), ("没有.gpkg", 66, ["E113", "文件不存在"]),
      ("下发.shp", 65, ["E706", "缺少 下发.shx"]), ("两表.gpkg", 78, ["E707", "红线", "保护地", "--layer"]),
    ] {
      let refused = try bench.run(LayersCommandTests.addition(folder.appending(path: name).path))
      #expect(refused.status == status, "\(name)")
      for word in words { #expect(refused.messages.contains(word), "\(refused.messages)") }
    }
    let package = folder.appending(path: "两表.gpkg").path
    #expect(try bench.run(LayersCommandTests.addition(package) + ["--layer", "红线"]).status == 0)
  }

  // MARK: layers list, layers check

  @Test("check names a file that others may read, with the command, and no other")
  func open() throws {
    let bench = try workspace(entry: LayersCommandTests.entry)
    let layer = bench.path("Inputs/layers/红线.geojson").path
    let command = "chmod 600 Inputs/layers/红线.geojson"
    for (mode, isNamed) in [(0o644, true), (0o600, false), (0o660, true), (0o400, false)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: layer)
      for language in ["zh", "en"] {
        let check = try bench.run(["layers", "check", "--lang", language])
        #expect(check.status == 0, "\(check.messages)")
        #expect(check.output.contains(command) == isNamed, "\(check.output)")
      }
    }
  }

  @Test("list and check print one object", arguments: ["list", "check"])
  func objects(command: String) throws {
    let bench = try workspace(entry: LayersCommandTests.entry)
    let outcome = try bench.run(["layers", command, "--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.filter { $0 == "\n" }.count == 1)
    let items = try #require(try JSONValue(outcome.output)["items"]?.elements)
    #expect(items.map { $0["path"]?.text } == ["Inputs/layers/红线.geojson"])
  }
}
