import Foundation
import Testing

/// What stands where leadscreen.yaml names a layer's file: nothing, a folder, a file that is open.
@Suite struct LayerAtHandTests {
  private static let path = "Inputs/layers/红线.geojson"
  private static let entry = "{path: \(path), tag: red_line, name_field: name}"

  @Test("a layer that is compiled is judged by without its file, with the same bytes of reports")
  func putAway() throws {
    let bench = try Workbench.inRedLine(entry: LayerAtHandTests.entry, screened: true)
    let lead = try #require(try bench.table("leads", of: "2026Q3").column("lead_id").first)
    let reports = try bench.digest("Reports")
    let explained = try bench.run(["explain", lead]).output
    let listed = try bench.run(["layers", "list", "--json"]).output
    try bench.remove(LayerAtHandTests.path)
    for arguments in [["report", "2026Q3"], Workbench.q3] {
      let outcome = try bench.run(arguments)
      #expect(outcome.status == 0, "\(outcome.everything)")
      #expect(try bench.digest("Reports").differences(from: reports).isEmpty)
    }
    #expect(try bench.run(["explain", lead]).output == explained)
    #expect(try bench.run(["layers", "list", "--json"]).output == listed)
    #expect(try bench.layersKept() == "1 1\n")
    let check = try bench.run(["layers", "check"])
    #expect(check.status == 66, "\(check.everything)")
    #expect(check.messages.contains(LayerAtHandTests.path))
    // It is looked at again as soon as it is there.
    try bench.write("{", to: LayerAtHandTests.path)
    #expect(try bench.run(["report", "2026Q3"]).status == 65)
  }

  @Test(
    "without its file a layer of another entry, or of no ledger, is missing",
    arguments: [
      ("tag: red_line", "tag: red_line, crs: EPSG:4490"), ("name_field: name", "version: \"2\""),
      ("{path: ", "{name: 红线, path: Inputs/"), ("tag: red_line", "tag: other"),
      ("tag: red_line", "tag: red_line, valid_from: 2020-01-01"),
      ("name_field: name", "scale: 1000"),
    ])
  func missing(old: String, new: String) throws {
    let bench = try Workbench.inRedLine(entry: LayerAtHandTests.entry, screened: true)
    try bench.remove(LayerAtHandTests.path)
    try bench.configure(old, new)
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 66, "\(outcome.everything)")
    #expect(outcome.messages.contains("红线.geojson"))
    try bench.configure(new, old)
    try bench.remove("ledger.sqlite")
    #expect(try bench.run(Workbench.q3).status == 66)
  }

  @Test("without its file, what keeps the ledger from being read is said")
  func unreadableLedger() throws {
    let bench = try Workbench.inRedLine(entry: LayerAtHandTests.entry, screened: true)
    try bench.remove(LayerAtHandTests.path)
    try bench.write(String(repeating: "这不是台账。\n", count: 40), to: "ledger.sqlite")
    let outcome = try bench.run(["layers", "list"])
    #expect(outcome.status != 0 && outcome.messages.contains("E505"), "\(outcome.everything)")
  }

  @Test("a GeoPackage that is open elsewhere is refused, also when the ledger has it")
  func open() throws {
    let bench = try Workbench.inRedLine(
      entry: "{path: Inputs/layers/红线.gpkg, tag: red_line, name_field: name}")
    let made = try NeededTool.converter.run(
      ["-f", "GPKG", "Inputs/layers/红线.gpkg", LayerAtHandTests.path], in: bench.url)
    try #require(made.status == 0, "\(made.messages)")
    try bench.screen()
    for log in ["-wal", "-journal"] {
      try bench.write("x", to: "Inputs/layers/红线.gpkg\(log)")
      for arguments in [Workbench.q3, ["report", "2026Q3"]] {
        let outcome = try bench.run(arguments)
        #expect(outcome.status == 65, "\(outcome.everything)")
        #expect(outcome.messages.contains(log), "\(outcome.messages)")
      }
      try bench.remove("Inputs/layers/红线.gpkg\(log)")
    }
    try bench.screen()
  }

  @Test(
    "a format that must be converted is said to be one",
    arguments: ["红线.gdb", "红线.shp", "红线.kml", "红线.zip"])
  func unconverted(name: String) throws {
    let bench = try Workbench.inRedLine(entry: "{path: Inputs/layers/\(name), tag: red_line}")
    if name.hasSuffix(".gdb") {
      try bench.write("x", to: "Inputs/layers/\(name)/gdb")
    } else {
      try bench.write("x", to: "Inputs/layers/\(name)")
    }
    for arguments in [Workbench.q3, ["layers", "check"], ["layers", "list"]] {
      let outcome = try bench.run(arguments)
      #expect(outcome.status == 65, "\(outcome.everything)")
      #expect(outcome.messages.contains("E704 Inputs/layers/\(name)"), "\(outcome.messages)")
      #expect(outcome.messages.contains("layers add"))
    }
    #expect(!bench.exists("ledger.sqlite"))
  }
}
