internal import Glibc
package import Vocabulary

/// What people put into a folder of outputs, or changed there, saved before the folder is replaced.
///
/// A file comes to lie below `folder` under its own path, the first digits of its SHA-256 in its name:
/// `ledger.xlsx` as `ledger-1f0a93c2.xlsx`. Nothing there is ever written over. Links are kept as links
/// and never followed; pipes, sockets and devices hold nothing to keep; the lock files that office
/// programs leave beside an open document are left out.
package final class KeptAside {
  /// A file as a program wrote it.
  package struct Known: Sendable, Hashable {
    package var bytes: Int
    /// 64 lower-case hexadecimal digits.
    package var sha256: String

    /// A file of that size and digest.
    package init(bytes: Int, sha256: String) {
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// Where the files come to lie.
  private let folder: String
  private let shown: String
  /// What was kept, in the order of paths: the path below its folder, and that below `folder`.
  package private(set) var files: [(path: String, place: String)] = []
  private var seen: [[UInt8]: FileIdentity] = [:]

  /// Keeps into `folder`, which is made when there is something to keep; `shown` names it in messages.
  package init(in folder: String, shown: String) {
    self.folder = folder
    self.shown = shown
  }

  /// Saves every file of `root` but those that are, to the byte, what `known` says under their path.
  ///
  /// Called again, also for the same folder under another name, it looks only at what has changed since.
  /// Reads what it looks at once, and once more to copy it. Throws where something cannot be read or
  /// saved: then nothing may be removed.
  package func keep(from root: String, except known: [String: Known]) throws(Failure) {
    let name = root.utf8.map(CChar.init(bitPattern:)) + [0]
    try visit(FolderEntry(parent: AT_FDCWD, name: name, path: []), known)
  }

  /// Whether it is the lock of a document that is open: `.~lock.ledger.xlsx#`, `~$ledger.xlsx`.
  package static func isLock(_ name: some StringProtocol, bytes: Int) -> Bool {
    bytes <= 1024 && (name.hasPrefix("~$") || name.hasPrefix(".~lock.") && name.hasSuffix("#"))
  }

  private func visit(_ entry: FolderEntry, _ known: [String: Known]) throws(Failure) {
    switch try entry.kind() {
    case .nothing, .other: break
    case .folder: for inner in try entry.entries() { try visit(inner, known) }
    case .link(let target): try keep(entry, linkTo: target)
    case .file(let identity): try keep(entry, identity, known)
    }
  }

  private func keep(
    _ entry: FolderEntry, _ identity: FileIdentity, _ known: [String: Known]
  ) throws(Failure) {
    let path = entry.shown
    guard seen[entry.path] != identity, !KeptAside.isLock(entry.lastName, bytes: identity.size)
    else { return }
    let file = try entry.open()
    let now = try file.identity()
    if let ours = known[path], ours.bytes == now.size, try file.digest() == ours.sha256 {
      seen[entry.path] = now
      return
    }
    files.append((path, try copy(file, path)))
    seen[entry.path] = now
  }

  /// Copies a file to where it is kept, which holds one moment's bytes even of a file being written to.
  private func copy(_ file: EntryReading, _ path: String) throws(Failure) -> String {
    for _ in 0..<3 {
      let digest = try file.digest()
      let (place, isThere) = try place(of: path, digest)
      if isThere { return place }
      let writing = try DurableWriting(to: "\(folder)/\(place)", shown: "\(shown)/\(place)")
      let copied = try file.digest { (piece) throws(Failure) in try writing.append(piece) }
      if copied == digest {
        try writing.finish()
        return place
      }
    }
    throw Failure(.inputOutput, .fileChanged, file: path)
  }

  private func keep(_ entry: FolderEntry, linkTo target: [UInt8]) throws(Failure) {
    let (place, isThere) = try place(of: entry.shown, SHA256Digest.hex(of: target), link: target)
    if !isThere {
      let words = target.map(CChar.init(bitPattern:)) + [0]
      guard unsafe symlink(words, "\(folder)/\(place)") == 0 else {
        throw Failure(
          .cannotCreate, .cannotCreate, file: "\(shown)/\(place)", detail: systemWording(errno))
      }
      try DurableFile.synchroniseFolder(of: "\(folder)/\(place)", shown: "\(shown)/\(place)")
    }
    if !files.contains(where: { $0.place == place }) { files.append((entry.shown, place)) }
  }

  /// The place of a file with that digest, its folders made, and whether the same lies there already.
  ///
  /// Where another file has the name, somebody having changed it, more digits tell the two apart.
  private func place(
    of path: String, _ digest: String, link: [UInt8]? = nil
  ) throws(Failure) -> (place: String, isThere: Bool) {
    var parts = path.split(separator: "/").map { KeptAside.cut(String($0), to: 255) }
    let name = parts.removeLast()
    try makeFolders(parts)
    for digits in stride(from: 8, through: 64, by: 8) {
      let named = KeptAside.name(name, digest.prefix(digits))
      let place = (parts + [named]).joined(separator: "/")
      let there = "\(folder)/\(place)"
      guard RegularFile.exists(there) else { return (place, false) }
      let isSame =
        link == nil
        ? (try? RegularFile.digest(of: there, shown: place).sha256) == digest
        : link == FolderEntry.target(of: there)
      if isSame { return (place, true) }
    }
    throw Failure(
      .cannotCreate, .cannotCreate, file: "\(shown)/\(path)", detail: systemWording(EEXIST))
  }

  /// The folders that hold a place; a link in place of one is refused.
  private func makeFolders(_ parts: [String]) throws(Failure) {
    var path = folder
    for part in [nil] + parts {
      if let part { path += "/\(part)" }
      guard !RegularFile.isLink(path) else {
        throw Failure(
          .cannotCreate, .cannotCreate, file: shown,
          detail: Wording(zh: "这是符号链接", en: "it is a symbolic link"))
      }
      try DurableFile.createFolder(path, shown: shown)
    }
  }

  /// `ledger.xlsx` as `ledger-1f0a93c2.xlsx`; short enough for a name, with what writing it adds.
  private static func name(_ name: String, _ digits: Substring) -> String {
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    let ending = cut(String(name[dot...]), to: 32)
    let room = 250 - ending.utf8.count - digits.utf8.count - 1
    return "\(cut(String(name[..<dot]), to: room))-\(digits)\(ending)"
  }

  private static func cut(_ name: String, to bytes: Int) -> String {
    var name = name
    while name.utf8.count > bytes { name.removeLast() }
    return name
  }
}
