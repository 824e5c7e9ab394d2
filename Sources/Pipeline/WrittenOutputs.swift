internal import Files
private import FoundationEssentials
internal import Reports
internal import Vocabulary

/// What a folder of reports holds of what was written into it.
enum WrittenOutputs {
  private struct Listed: Decodable {
    struct Output: Decodable {
      var path: String
      var bytes: Int
      var sha256: String
    }

    var outputs: [Output]
  }

  /// Above that a manifest is not ours.
  private static let limit = 64 << 20

  /// The files as the folder's own manifest lists them, the manifest too; nothing where there is none
  /// that can be read, so that everything counts as people's.
  static func listed(in folder: String) -> [String: KeptAside.Known] {
    let path = "\(folder)/\(Manifest.name)"
    guard let bytes = try? RegularFile.read(path, shown: Manifest.name, limit: limit),
      let listed = try? JSONDecoder().decode(Listed.self, from: Data(bytes))
    else { return [:] }
    var known: [String: KeptAside.Known] = [:]
    for output in listed.outputs {
      known[output.path] = KeptAside.Known(bytes: output.bytes, sha256: output.sha256)
    }
    known[Manifest.name] = KeptAside.Known(
      bytes: bytes.count, sha256: SHA256Digest.hex(of: bytes))
    return known
  }

  /// Whether the folder holds these files to the byte and no others, locks of open documents aside.
  static func are(_ outputs: [OutputFile], in folder: String) -> Bool {
    guard let there = try? paths(in: folder), there == outputs.map(\.path).sorted() else {
      return false
    }
    return outputs.allSatisfy { output in
      let found = try? RegularFile.digest(of: "\(folder)/\(output.path)", shown: output.path)
      return found.map { $0 == (output.bytes, output.sha256) } ?? false
    }
  }

  /// The paths of all files below a folder, sorted; links are not followed.
  private static func paths(in folder: String, below prefix: String = "") throws(Failure)
    -> [String]
  {
    var paths: [String] = []
    for name in try RegularFile.names(in: folder, shown: folder) {
      let path = "\(folder)/\(name)"
      if RegularFile.isFolder(path), !RegularFile.isLink(path) {
        paths += try Self.paths(in: path, below: "\(prefix)\(name)/")
      } else if !KeptAside.isLock(name, bytes: RegularFile.size(of: path)) {
        paths.append(prefix + name)
      }
    }
    return paths.sorted()
  }
}
