import Crypto
import Foundation

/// A folder of a test's own, removed with everything in it when the test is done.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("leadscreen-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func url(_ name: String) -> URL { url.appendingPathComponent(name) }
}

/// What a folder holds: every file's path below it with the SHA-256 of its bytes.
struct FolderDigest: Equatable, CustomStringConvertible {
  let digests: [String: String]

  /// Follows no link; a link stands with what it points to, a pipe or a device with its kind.
  init(_ folder: URL) throws {
    var digests: [String: String] = [:]
    let root = folder.path + "/"
    let found = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey, .isDirectoryKey])
    while let file = found?.nextObject() as? URL {
      let values = try file.resourceValues(forKeys: [.isRegularFileKey, .isDirectoryKey])
      if values.isDirectory == true { continue }
      let name = file.path.hasPrefix(root) ? String(file.path.dropFirst(root.count)) : file.path
      digests[name] = values.isRegularFile == true ? try FolderDigest.of(file) : "special"
    }
    self.digests = digests
  }

  static func of(_ file: URL) throws -> String {
    SHA256.hash(data: try Data(contentsOf: file)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  var names: [String] { digests.keys.sorted() }

  /// The names whose bytes differ or that only one side has.
  func differences(from other: FolderDigest) -> [String] {
    Set(digests.keys).union(other.digests.keys).filter { digests[$0] != other.digests[$0] }
      .sorted()
  }

  var description: String { "\(digests.count) files" }
}

extension FileManager {
  /// The permission bits of a file or folder.
  func mode(of url: URL) throws -> Int {
    let value = try attributesOfItem(atPath: url.path)[.posixPermissions]
    guard let number = value as? NSNumber else {
      throw LeadscreenProgram.Unobservable(description: "no mode of \(url.path)")
    }
    return number.intValue & 0o777
  }
}
