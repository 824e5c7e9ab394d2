import Foundation

/// A folder of `Problems`, named for its code: files of a workspace, and `case.txt`, which says how to
/// run the program on them and what it must say.
///
/// `case.txt` has lines `run:` (only the last may fail), `status:`, `zh:` and perhaps `en:`. The
/// expected message is a whole line of either stream, spaces at its ends left out. `{workspace}` stands
/// for the folder the program runs in.
struct ProblemFixture: Sendable, CustomStringConvertible {
  /// What a fixture lacks to be one.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  let code: String
  let runs: [[String]]
  let status: Int32
  /// The message by language.
  let messages: [String: String]
  private let folder: URL

  var description: String { code }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Problems")

  /// All fixtures by code.
  static var all: [ProblemFixture] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
        try ProblemFixture(folder.appending(path: $0))
      }
    }
  }

  private init(_ folder: URL) throws {
    self.folder = folder
    code = folder.lastPathComponent
    var runs: [[String]] = []
    var status: Int32?
    var messages: [String: String] = [:]
    let text = try String(contentsOf: folder.appending(path: "case.txt"), encoding: .utf8)
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw Malformed(description: "\(code): \(line)") }
      switch parts[0] {
      case "run": runs.append(parts[1].split(separator: " ").map(String.init))
      case "status": status = Int32(parts[1])
      case "zh", "en": messages[parts[0]] = parts[1]
      default: throw Malformed(description: "\(code): \(line)")
      }
    }
    guard let status, !runs.isEmpty, messages["zh"] != nil else {
      throw Malformed(description: "\(code): no run, no status or no message")
    }
    self.runs = runs
    self.status = status
    self.messages = messages
  }

  /// A workspace with the fixture's files; a configuration of its own takes the usual one's place.
  func workbench() throws -> Workbench {
    let bench = try Workbench()
    let found = FileManager.default.enumerator(atPath: folder.path)
    while let name = found?.nextObject() as? String {
      let file = folder.appending(path: name)
      let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      if !isFolder, name != "case.txt" { try bench.write(Data(contentsOf: file), to: name) }
    }
    return bench
  }
}
