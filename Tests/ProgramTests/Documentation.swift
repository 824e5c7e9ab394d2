import Foundation

/// A page of the project's docs folder.
func documentation(_ name: String) throws -> String {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  return try String(contentsOf: tests.appending(path: "../docs/\(name)"), encoding: .utf8)
}
