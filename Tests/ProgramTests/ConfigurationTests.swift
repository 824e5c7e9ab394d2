import Foundation
import Testing

/// Configurations, profiles and workspaces that are wrong: 78 with the line, nothing done.
@Suite struct ConfigurationTests {
  @Test(
    "a wrong configuration is 78 with its line, in both languages",
    arguments: [
      ("jurisdiction: \"14090\"\n", 1), ("jurisdiction: 140900\n", 1),
      ("organisation: 某局\n", 1), ("jurisdiction: \"140900\"\nextra: 1\n", 2),
      ("jurisdiction: \"140900\"\njurisdiction: \"140900\"\n", 1),
      ("jurisdiction: \"140900\"\norganisation: &a x\n", 2),
      (
        "jurisdiction: \"140900\"\nlayers:\n  - {path: ../x.geojson, tag: red_line, version: \"1\"}\n",
        3
      ),
      (
        "jurisdiction: \"140900\"\nlayers:\n  - {path: /x.geojson, tag: red_line, version: \"1\"}\n",
        3
      ),
      (
        "jurisdiction: \"140900\"\nlayers:\n  - {path: x.geojson, tag: nothing, version: \"1\"}\n",
        3
      ),
      ("jurisdiction: \"140900\"\n\tlayers: []\n", 2), ("jurisdiction： \"140900\"\n", 1), ("", 1),
    ])
  func wrong(text: String, line: Int) throws {
    let bench = try Workbench(configuration: text)
    try bench.write(TransferDrop(count: 1).text(), to: "Inputs/2026Q3/x.csv")
    for language in ["zh", "en"] {
      let outcome = try bench.run(Workbench.q3 + ["--lang", language])
      #expect(outcome.status == 78, "\(outcome.messages)")
      #expect(outcome.messages.contains("leadscreen.yaml:\(line) "), "\(outcome.messages)")
    }
    #expect(!bench.exists("ledger.sqlite"))
    #expect(!bench.exists("Reports"))
  }

  @Test("the configuration that the contract shows is accepted")
  func fromContract() throws {
    let sample = try SampleRun.made.workbench
    let bench = try Workbench(
      configuration: """
        # leadscreen.yaml
        jurisdiction: "140900"          # GB/T 2260; picks the packs: city, province, nation
        organisation: 忻州市生态环境局
        layers:
          - {path: Inputs/layers/红线.geojson, tag: red_line, version: "2025-12"}
          - {path: Inputs/layers/自然保护地.geojson, tag: nature_reserve, name_field: 名称}

        """)
    try FileManager.default.createDirectory(
      at: bench.path("Inputs"), withIntermediateDirectories: false)
    try FileManager.default.copyItem(
      at: sample.path("Inputs/layers"), to: bench.path("Inputs/layers"))
    try bench.write(TransferDrop(count: 2).text(), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try bench.table("zones", of: "2026Q3").rows.count == 4)
  }

  @Test("a folder without a workspace is 78, given or found")
  func noWorkspace() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      Workbench.q3, ["report", "2026Q3"], ["explain", "XS140900-2026Q3-00001"], ["layers", "list"],
      ["ledger", "status"], ["check", "x.csv"],
    ] {
      #expect(try LeadscreenProgram.run(arguments, in: folder.url).status == 78, "\(arguments)")
      let named = try LeadscreenProgram.run(
        arguments + ["--workspace", folder.url.path, "--lang", "en"], in: folder.url)
      #expect(named.status == 78)
      #expect(named.messages.contains("E511"))
    }
  }

  @Test("a configuration that unfolds into gigabytes is refused at once")
  func aliasBomb() throws {
    var text = "jurisdiction: \"140900\"\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let bench = try Workbench(configuration: text)
    let start = ContinuousClock.now
    let process = try LeadscreenProgram.start(["doctor"], in: bench.url)
    let limit = Date(timeIntervalSinceNow: 20)
    while process.isRunning, Date() < limit { usleep(10_000) }
    process.send(signal: SIGKILL)
    let outcome = try process.outcome()
    #expect(!outcome.isKilled, "still at it after \(ContinuousClock.now - start)")
    #expect(outcome.output.contains("锚点"), "\(outcome.output)")
  }

  @Test("the nearest workspace upward is found")
  func upward() throws {
    let bench = try SmallRun.copy()
    let outcome = try LeadscreenProgram.run(
      ["ledger", "status"], in: bench.path("Inputs/2026Q3"))
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  @Test("a missing, broken or projected layer is named and nothing is recorded")
  func layers() throws {
    let configuration =
      "jurisdiction: \"140900\"\nlayers:\n"
      + "  - {path: Inputs/layers/x.geojson, tag: red_line, version: \"1\"}\n"
    let projected = """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"features":[]}
      """
    for (text, codes) in [(nil, [66]), ("{", [65, 78]), (projected, [65, 78])]
      as [(String?, [Int32])]
    {
      let bench = try Workbench(configuration: configuration)
      try bench.write(TransferDrop(count: 1).text(), to: "Inputs/2026Q3/x.csv")
      if let text { try bench.write(text, to: "Inputs/layers/x.geojson") }
      let outcome = try bench.run(Workbench.q3)
      #expect(codes.contains(outcome.status), "\(outcome.status) \(outcome.messages)")
      #expect(outcome.messages.contains("Inputs/layers/x.geojson"))
      #expect(!bench.exists("ledger.sqlite"))
    }
  }

  @Test("a profile in Inputs/profiles reads a file that no built-in one knows")
  func ownProfile() throws {
    let bench = try Workbench()
    try bench.write(
      "案卷,对象,查处日,处罚机关名,内容\nA1,甲砂石厂,2026-08-01,某局,采砂\nA2,乙砂石厂,2026-08-02,某局,采砂\n",
      to: "Inputs/2026Q3/外来.csv")
    #expect(try bench.run(Workbench.q3).status == 65)
    try bench.write(
      """
      id: outside
      kind: penalty
      title: 外来处罚
      required: [document_number, party_name]
      fields:
        document_number: [案卷]
        party_name: [对象]
        decision_date: [查处日]
        authority: [处罚机关名]
        facts: [内容]

      """, to: "Inputs/profiles/outside.yaml")
    let outcome = try bench.run(Workbench.q3 + ["--json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try JSONValue(outcome.output)["counts"]?["leads"]?.number == 2)
    try bench.write("id: broken\nkind: 处罚\n", to: "Inputs/profiles/broken.yaml")
    let broken = try bench.run(Workbench.q3)
    #expect(broken.status == 78)
    #expect(broken.messages.contains("Inputs/profiles/broken.yaml:2"), "\(broken.messages)")
  }
}
