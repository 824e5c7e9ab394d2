import Documents
import Foundation
import Testing

/// A document as Python's XML parser (Expat) understands its parts.
struct ReadDocument: Decodable {
  struct Control: Decodable, Equatable {
    var tag, id: String
    var isPlaceholder: Bool
    var text: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      tag = try values.decode(String.self)
      id = try values.decode(String.self)
      isPlaceholder = try values.decode(Bool.self)
      text = try values.decode(String.self)
    }
  }

  /// The text of every part by its name.
  var parts: [String: String]
  /// The children of every `w:pPr` and the like, in every order that occurs.
  var orders: [String: [[String]]]
  var controls: [Control]
  /// Style and text.
  var paragraphs: [[String]]

  init(_ document: OfficialDocument) throws {
    self = try DocumentReader.read(document, with: URL(filePath: "/usr/bin/python3"), [])
  }

  func texts(of style: String) -> [String] {
    paragraphs.filter { $0[0] == style }.map { $0[1] }
  }
}

/// A document as python-docx understands it.
struct ReadByPythonDocx: Decodable {
  struct Table: Decodable {
    var rows: [[String]]
    var repeated, whole: [Bool]
  }

  var headings: [[String]]
  var tables: [Table]
  var margins, paper: [Int]
  /// Of odd pages, even pages and the first.
  var headers: [String]
  var evenAndOdd, firstIsOther: Bool
  var properties: [String]

  init(_ document: OfficialDocument) throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    self = try DocumentReader.read(
      document, with: top.appending(path: ".build-python/bin/python3"), ["--docx"])
  }
}

/// A program that the tests need, which `scripts/setup --tests` installs.
enum DocumentReader {
  struct Unobservable: Error, CustomStringConvertible {
    let description: String
  }

  static func read<Content: Decodable>(
    _ document: OfficialDocument, with python: URL, _ options: [String]
  ) throws -> Content {
    let folder = try TemporaryFolder()
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "read_document.py")
    let file = try folder.write(document, to: "document.docx")
    let output = try run(python, [script.path, file.path] + options, in: folder)
    return try JSONDecoder().decode(Content.self, from: output)
  }

  /// What the program prints; throws what it complains of, or that it is not there.
  static func run(
    _ program: URL, _ arguments: [String], in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> Data {
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw Unobservable(
        description: "\(program.path) is not installed; run scripts/setup --tests")
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let complaints = folder.url.appending(path: "complaints.txt")
    try Data().write(to: complaints)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Unobservable(
        description:
          "\(program.path): \(String(decoding: try Data(contentsOf: complaints), as: UTF8.self))")
    }
    return printed
  }
}

/// A folder of its own for one test; removed with it.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "documents-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ document: OfficialDocument, to name: String) throws -> URL {
    let file = url.appending(path: name)
    try Data(DocumentFile.bytes(of: document)).write(to: file)
    return file
  }
}
