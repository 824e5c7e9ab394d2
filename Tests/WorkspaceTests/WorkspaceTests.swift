import Files
import Foundation
import Glibc
import Testing
import Vocabulary
import Workspace

@Suite("Workspaces")
struct WorkspaceTests {
  /// A folder of its own for one test, under a Chinese name; removed with it.
  private final class TemporaryFolder {
    let path: String

    init() throws {
      path =
        FileManager.default.temporaryDirectory
        .appendingPathComponent("工作区-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let folder: TemporaryFolder
  private static let minimal = "jurisdiction: \"140900\"\n"

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: "\(folder.path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func open(_ folder: String? = nil, from current: String = "/") throws(Failure)
    -> Workspace
  {
    try Workspace.open(folder: folder, current: current)
  }

  @Test("are found upward, the nearest first")
  func nearest() throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    try write("jurisdiction: \"140981\"\n", to: "县/leadscreen.yaml")
    try write("", to: "县/Inputs/2026Q3/检查.csv")
    try write("", to: "市/Inputs/2026Q3/检查.csv")
    let county = try open(from: "\(folder.path)/县/Inputs/2026Q3")
    #expect(county.root == "\(folder.path)/县")
    #expect(county.configuration.jurisdiction == DivisionCode("140981"))
    for below in ["", "/", "/市", "/市/Inputs/2026Q3", "/市/Inputs/2026Q3/"] {
      #expect(try open(from: folder.path + below).root == folder.path)
    }
    // A folder that is named is not searched upward from.
    let named = #expect(throws: Failure.self) { try open("\(folder.path)/市") }
    #expect(named?.problems.map(\.file) == ["\(folder.path)/市"])
  }

  @Test("that are not there are a matter of configuration, with the place that was searched")
  func none() throws {
    for (named, current) in [(nil, folder.path), ("\(folder.path)/none", "/")] {
      let failure = #expect(throws: Failure.self) { try open(named, from: current) }
      #expect(failure?.status == .configuration)
      #expect(failure?.problems.map(\.code) == [.noWorkspace])
      #expect(failure?.problems.map(\.file) == [named ?? current])
    }
    for current in ["", "a", "a/b", "/", "//"] {
      let failure = #expect(throws: Failure.self) { try open(from: current) }
      #expect(failure?.problems.map(\.code) == [.noWorkspace])
    }
  }

  @Test("take a folder with or without slashes at its end", arguments: ["", "/", "///"])
  func slashes(end: String) throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    let workspace = try open(folder.path + end)
    #expect(workspace.root == folder.path)
    #expect(workspace.ledgerPath == "\(folder.path)/ledger.sqlite")
  }

  @Test("are known by the digest of their configuration")
  func digest() throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    #expect(
      try open(folder.path).configurationHash
        == SHA256Digest.hex(of: Array(WorkspaceTests.minimal.utf8)))
  }

  @Test("stop at a wrong configuration, which is named as the workspace names it")
  func wrong() throws {
    try write("jurisdiction: 140900\nlayer: []\n", to: "leadscreen.yaml")
    let failure = #expect(throws: Failure.self) { try open(folder.path) }
    #expect(failure?.status == .configuration)
    #expect(failure?.problems.map(\.file) == ["leadscreen.yaml", "leadscreen.yaml"])
    #expect(failure?.problems.map(\.line) == [1, 2])
  }

  @Test("do not follow a link in place of the configuration")
  func linked() throws {
    try write(WorkspaceTests.minimal, to: "other.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/leadscreen.yaml", withDestinationPath: "other.yaml")
    let failure = #expect(throws: Failure.self) { try open(folder.path) }
    #expect(failure?.problems.map(\.code) == [.notRegularFile])
  }

  @Test("name what lies in them from their root, whatever the letters of its name")
  func shown() throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    try write("", to: "Inputs/2026Q3/督察.csv")
    let workspace = try open(folder.path)
    for relative in [
      "Inputs/2026Q3/督察.csv", "Inputs/2026Q3", "报表", "Reports/2026Q3", "e\u{301}/x",
    ] {
      #expect(workspace.relative(workspace.path(relative)) == relative)
      #expect(workspace.shown(workspace.path(relative)) == relative)
    }
  }

  @Test("name it so however the path was typed")
  func typed() throws {
    try write(WorkspaceTests.minimal, to: "区/leadscreen.yaml")
    try write("", to: "区/Inputs/2026Q3/督察.csv")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/链接", withDestinationPath: "区")
    let straight = try open("\(folder.path)/区")
    let linked = try open("\(folder.path)/链接")
    for path in [
      "区/Inputs/2026Q3/督察.csv", "区/./Inputs//2026Q3/督察.csv", "链接/Inputs/2026Q3/督察.csv",
      "区/Inputs/../Inputs/2026Q3/督察.csv",
    ] {
      #expect(straight.shown("\(folder.path)/\(path)") == "Inputs/2026Q3/督察.csv")
      #expect(linked.shown("\(folder.path)/\(path)") == "Inputs/2026Q3/督察.csv")
    }
  }

  @Test("name what lies elsewhere by its last part, without the paths of the machine")
  func outside() throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    let workspace = try open(folder.path)
    for (path, name) in [
      ("/tmp/x.csv", "x.csv"), ("/home/某人/x.csv", "x.csv"), ("\(folder.path)2/x", "x"),
      ("/no such folder/a/b.csv", "b.csv"), ("", ""),
    ] {
      #expect(workspace.relative(path) == nil)
      #expect(workspace.shown(path) == name)
    }
  }

  @Test("give the files of a folder with an ending whole and by the bytes of their names")
  func files() throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    for name in ["b.yaml", "a.yaml", "督察.yaml", "B.yaml", ".hidden.yaml", "c.yml", "d.yaml.bak"] {
      try write("内容 \(name)", to: "Inputs/profiles/\(name)")
    }
    let workspace = try open(folder.path)
    let files = try workspace.files(in: "Inputs/profiles", ending: ".yaml", limit: 100)
    #expect(
      files.map(\.path)
        == ["B.yaml", "a.yaml", "b.yaml", "督察.yaml"].map { "Inputs/profiles/\($0)" })
    #expect(files.first?.bytes == Array("内容 B.yaml".utf8))
    #expect(try workspace.files(in: "Inputs/rules", ending: ".yaml", limit: 100).isEmpty)
  }

  @Test("give the rule files of all folders, and refuse a folder in a file's place")
  func ruleFiles() throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    for name in [
      "a.yaml", "cn-140000/s.pack.yaml", "cn-140000/x.bak", "calendars/y/workdays.yaml",
      "README.md", "cn-140000/text.txt", ".git/config",
    ] {
      try write(name, to: "Inputs/rules/\(name)")
    }
    let workspace = try open(folder.path)
    #expect(
      try workspace.ruleFiles(limit: 100).map(\.path)
        == ["a.yaml", "calendars/y/workdays.yaml", "cn-140000/s.pack.yaml", "cn-140000/x.bak"]
        .map { "Inputs/rules/\($0)" })
    try write("x", to: "Inputs/rules/b.pack.yaml/inner.yaml")
    let failure = #expect(throws: Failure.self) { try workspace.ruleFiles(limit: 100) }
    #expect(failure?.status == .configuration)
    #expect(failure?.problems.map(\.file) == ["Inputs/rules/b.pack.yaml"])
  }

  @Test("stop at a file among them that cannot be used, and name it")
  func unusable() throws {
    try write(WorkspaceTests.minimal, to: "leadscreen.yaml")
    try write("0123456789", to: "Inputs/rules/long.yaml")
    let workspace = try open(folder.path)
    let long = #expect(throws: Failure.self) {
      try workspace.files(in: "Inputs/rules", ending: ".yaml", limit: 9)
    }
    #expect(long?.problems.map(\.code) == [.fileTooLarge])
    #expect(long?.problems.map(\.file) == ["Inputs/rules/long.yaml"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/Inputs/rules/link.yaml", withDestinationPath: "/etc/passwd")
    let link = #expect(throws: Failure.self) {
      try workspace.files(in: "Inputs/rules", ending: ".yaml", limit: 100)
    }
    #expect(link?.problems.map(\.code) == [.notRegularFile])
    #expect(link?.problems.map(\.file) == ["Inputs/rules/link.yaml"])
  }
}
