import Foundation

/// What a fixture cannot hold as a file, by code: pipes, sparse files, odd names, changed ledgers.
struct ProblemScene {
  private let bench: Workbench

  init(_ bench: Workbench) { self.bench = bench }

  /// Sets the scene before the program first runs.
  func open(_ code: String) throws {
    switch code {
    case "E107":
      guard unsafe mkfifo(bench.path("x.csv").path, 0o600) == 0 else {
        throw LeadscreenProgram.Unobservable(description: "no pipe could be made")
      }
    case "E108":
      try bench.write(Data(), to: "x.csv")
      let file = try FileHandle(forWritingTo: bench.path("x.csv"))
      try file.truncate(atOffset: 5 << 30)
      try file.close()
    case "E112": try bench.write("x", to: "Inputs/2026Q3/\u{1B}[31mx.csv")
    case "E206":
      let text = try bench.text("x.csv")
      try bench.write(
        text.replacing("{long}", with: String(repeating: "长", count: 400_000)), to: "x.csv")
    case "E505":
      try bench.write(String(repeating: "这是说明，不是台账。\n", count: 40), to: "ledger.sqlite")
    case "E511": try bench.remove("leadscreen.yaml")
    default: break
    }
  }

  /// Changes the scene before the program last runs.
  func change(_ code: String) throws {
    switch code {
    case "E506": try changeLedger { try alterText(in: &$0) }
    case "E512":
      // The user version of the header: SQLite file format, 1.3, offset 60.
      try changeLedger { $0.replaceSubrange(60..<64, with: [0, 0, 0, 99]) }
    case "E709":
      let layer = "Inputs/layers/x.geojson"
      try bench.write(bench.text(layer) + "\n", to: layer)
    case "E513": try bench.write(bench.text("leadscreen.yaml") + "# later\n", to: "leadscreen.yaml")
    case "E519":
      let letter = "Reports/2026Q3-letters/XS140900-2026Q3-00001-检察反馈函.docx"
      try bench.write("改过", to: letter)
    case "E908": try bench.remove("Reports/packages")
    case "E524": try bench.write("改过", to: "Reports/2026Q3/ledger.xlsx")
    case "E526":
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: bench.path("bin/chromium").path)
    default: break
    }
  }

  /// What the last run finds in its environment beside the usual: no other program at all, or one of
  /// the fixture's own.
  func environment(_ code: String) -> [String: String?] {
    switch code {
    case "E525", "E705": ["PATH": ""]
    case "E526": ["PATH": bench.path("bin").path]
    default: [:]
    }
  }

  private func changeLedger(_ change: (inout Data) throws -> Void) throws {
    var bytes = try Data(contentsOf: bench.path("ledger.sqlite"))
    try change(&bytes)
    try bytes.write(to: bench.path("ledger.sqlite"))
  }

  /// Another city's procuratorate in the first record that names one.
  private func alterText(in ledger: inout Data) throws {
    guard let found = ledger.range(of: Data("忻州市人民检察院".utf8), options: .backwards) else {
      throw LeadscreenProgram.Unobservable(description: "the ledger does not hold the text")
    }
    ledger.replaceSubrange(found, with: Data("新州市人民检察院".utf8))
  }
}
