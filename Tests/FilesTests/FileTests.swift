import Files
import Foundation
import Glibc
import Testing
import Vocabulary

/// All tests of files.
///
/// What changes the umask, the user or a limit does so in a process of its own:
/// the others would feel it.
@Suite("Files")
enum FileTests {}

/// A folder of its own for one test; removed with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("files-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  func createFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: destination)
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return attributes[.posixPermissions] as? Int ?? -1
  }

  /// Every name below the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }
}

/// Does something as a user who is not the superuser, who may do everything; for a process of its own.
func asOrdinaryUser(_ body: () throws -> Void) throws {
  let user = geteuid()
  if user == 0 { try #require(seteuid(65_534) == 0) }
  defer { if user == 0 { seteuid(0) } }
  try body()
}
