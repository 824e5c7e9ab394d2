internal import Files
package import Vocabulary

/// The folder a bureau works in: configuration, inputs, reports and the ledger.
package struct Workspace: Sendable {
  /// Absolute, or relative to the current folder; without a slash at the end.
  package let root: String
  package let configuration: Configuration
  /// SHA-256 of leadscreen.yaml.
  package let configurationHash: String

  /// The file that makes a folder a workspace.
  package static let configurationName = "leadscreen.yaml"

  /// Opens the workspace at `folder`, or the nearest one upward from `current` if `folder` is nil.
  ///
  /// Fails with 78 if there is none or its configuration is wrong, with 65 if that is no readable
  /// regular file of at most 256 KiB.
  package static func open(folder: String?, current: String) throws(Failure) -> Workspace {
    guard let root = folder.map(withoutTrailingSlash) ?? nearest(from: current),
      RegularFile.exists("\(root)/\(configurationName)")
    else {
      throw Failure(.configuration, .noWorkspace, file: folder ?? current)
    }
    let bytes = try RegularFile.read(
      "\(root)/\(configurationName)", shown: configurationName, limit: 256 * 1024)
    return Workspace(
      root: root,
      configuration: try Configuration(bytes, file: configurationName),
      configurationHash: SHA256Digest.hex(of: bytes))
  }

  /// Where something of the workspace lies.
  package func path(_ relative: String) -> String { "\(root)/\(relative)" }

  /// Where the ledger lies.
  package var ledgerPath: String { path("ledger.sqlite") }

  /// `path` as outputs name it, however it was typed: relative to the workspace where it lies in it,
  /// by its last part where it does not, so that no path of this machine enters an output.
  package func shown(_ path: String) -> String {
    relative(path) ?? path.split(separator: "/").last.map(String.init) ?? path
  }

  /// `path` relative to the workspace; `nil` if it lies elsewhere.
  package func relative(_ path: String) -> String? {
    let start = Array("\(RegularFile.resolved(root) ?? root)/".utf8)
    // What is yet to be written lies where its folder lies.
    let parent = RegularFile.resolved(DurableFile.folder(of: path))
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let real = RegularFile.resolved(path) ?? parent.map { "\($0)/\(name)" } ?? path
    return real.utf8.starts(with: start)
      ? String(decoding: real.utf8.dropFirst(start.count), as: UTF8.self) : nil
  }

  /// The regular files of a folder with that ending, read whole, sorted by name; empty without one.
  package func files(in folder: String, ending: String, limit: Int) throws(Failure)
    -> [(path: String, bytes: [UInt8])]
  {
    guard RegularFile.isFolder(path(folder)) else { return [] }
    var result: [(path: String, bytes: [UInt8])] = []
    for name in try RegularFile.names(in: path(folder), shown: folder)
    where name.hasSuffix(ending) && !name.hasPrefix(".") {
      let shown = "\(folder)/\(name)"
      result.append((shown, try RegularFile.read(path(shown), shown: shown, limit: limit)))
    }
    return result
  }

  /// The files of `Inputs/rules` and the folders in it, read whole, sorted by path; empty without one.
  ///
  /// Texts kept beside them (`.md`, `.txt`) are passed over, and so is what is hidden; whether a name
  /// is that of a rule file is for the rules to say. Throws a configuration failure for a folder named
  /// like a file, and for folders more than three deep.
  package func ruleFiles(limit: Int) throws(Failure) -> [(path: String, bytes: [UInt8])] {
    guard RegularFile.isFolder(path(Workspace.rulesFolder)) else { return [] }
    return try ruleFiles(in: Workspace.rulesFolder, depth: 0, limit: limit)
  }

  private static let rulesFolder = "Inputs/rules"

  private func ruleFiles(in folder: String, depth: Int, limit: Int) throws(Failure)
    -> [(path: String, bytes: [UInt8])]
  {
    var found: [(path: String, bytes: [UInt8])] = []
    for name in try RegularFile.names(in: path(folder), shown: folder)
    where !name.hasPrefix(".") && !name.hasSuffix(".md") && !name.hasSuffix(".txt") {
      let shown = "\(folder)/\(name)"
      guard RegularFile.isFolder(path(shown)) else {
        found.append((shown, try RegularFile.read(path(shown), shown: shown, limit: limit)))
        continue
      }
      guard !name.hasSuffix(".yaml"), depth < 3 else {
        throw Failure(
          .configuration, .badRulePack, file: shown,
          detail: name.hasSuffix(".yaml")
            ? Wording(zh: "这是文件夹，不是规则文件", en: "it is a folder, not a file of rules")
            : Wording(zh: "文件夹层次太深", en: "the folders are too deep"))
      }
      found += try ruleFiles(in: shown, depth: depth + 1, limit: limit)
    }
    return found
  }

  private static func nearest(from current: String) -> String? {
    var folder = withoutTrailingSlash(current)
    while true {
      if RegularFile.exists("\(folder)/\(configurationName)") { return folder }
      let parent = DurableFile.folder(of: folder)
      guard parent != folder, parent != "." else { return nil }
      folder = parent
    }
  }

  private static func withoutTrailingSlash(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }
}
