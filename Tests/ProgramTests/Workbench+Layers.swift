import Testing

extension Workbench {
  /// A workspace with a transfer well inside the red line; with an entry of it, or without layers, and
  /// with other keys of leadscreen.yaml.
  static func inRedLine(
    entry: String? = nil, keys: String = "", screened: Bool = false
  ) throws -> Workbench {
    let head = "jurisdiction: \"140900\"\norganisation: 忻州市生态环境局\n\(keys)"
    let bench = try Workbench(configuration: head + (entry.map { "layers:\n  - \($0)\n" } ?? ""))
    if entry != nil { try bench.write(DrawnLayer.redLine.text, to: "Inputs/layers/红线.geojson") }
    var drop = TransferDrop([1])
    drop.rows[0] += ["CGCS2000", "112.750000,38.450000"]
    try bench.write(
      drop.text(header: TransferDrop.header + ["坐标系", "经纬度"]), to: "Inputs/2026Q3/移送.csv")
    if screened { try bench.screen() }
    return bench
  }

  /// Screens the third quarter, which must succeed.
  func screen() throws {
    let outcome = try run(Workbench.q3)
    try #require(outcome.status == 0, "\(outcome.everything)")
  }

  /// Whether the one transfer lies in the red line.
  func redLineVerdict() throws -> String? {
    try table("leads", of: "2026Q3").named.first?["in_red_line"]
  }

  /// How many compiled layers and how many registrations the ledger has: `1 1` and a line feed.
  func layersKept() throws -> String {
    let script = """
      import sqlite3
      base = sqlite3.connect("ledger.sqlite")
      print(*[base.execute("select count(*) from " + table).fetchone()[0]
              for table in ("layerContent", "layer")])
      """
    let counted = try NeededTool.python.run(["-c", script], in: url)
    #expect(counted.status == 0, "\(counted.everything)")
    return counted.output
  }

  /// Replaces a text in leadscreen.yaml, which must be there.
  func configure(_ old: String, _ new: String) throws {
    let text = try text("leadscreen.yaml")
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: "leadscreen.yaml")
  }
}
