internal import Glibc
internal import Vocabulary

/// What stands in a folder under a name; reached from that folder's descriptor, no link followed.
///
/// Names are bytes: people put files into folders, and not every name is UTF-8.
final class FolderEntry {
  enum Kind {
    case nothing, folder
    case file(FileIdentity)
    case link([UInt8])
    /// A pipe, a socket, a device.
    case other
  }

  /// Below the folder that was begun with, `/` between its parts; empty for that folder itself.
  let path: [UInt8]
  private let parent: Int32
  private let name: [CChar]
  /// Keeps the parent's descriptor open.
  private let holder: FolderEntry?
  private var descriptor: Int32 = -1

  init(parent: Int32, name: [CChar], path: [UInt8], holder: FolderEntry? = nil) {
    self.parent = parent
    self.name = name
    self.path = path
    self.holder = holder
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The path as text; its name for what is no folder but was begun with.
  var shown: String { path.isEmpty ? lastName : String(decoding: path, as: UTF8.self) }

  /// The last part of the name as text.
  var lastName: String {
    let bytes = name.dropLast().map(UInt8.init(bitPattern:))
    let last = bytes.split(separator: UInt8(ascii: "/")).last ?? []
    return String(decoding: last, as: UTF8.self)
  }

  /// What it is now.
  func kind() throws(Failure) -> Kind {
    var status = stat()
    guard unsafe fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return .nothing }
      throw failure(errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file(FileIdentity(status))
    case S_IFLNK: return .link(FolderEntry.target(in: parent, name))
    default: return .other
    }
  }

  /// What a folder holds, in the order of names' bytes.
  func entries() throws(Failure) -> [FolderEntry] {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    descriptor = unsafe openat(parent, name, flags)
    guard descriptor >= 0 else { throw failure(errno) }
    // The stream closes the descriptor that it is given.
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0, let stream = unsafe fdopendir(copy) else {
      let number = errno
      if copy >= 0 { close(copy) }
      throw failure(number)
    }
    defer { unsafe closedir(stream) }
    var names: [[CChar]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      names.append(
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
          unsafe buffer.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
        })
    }
    // A disk that fails halfway must not pass for a folder that ends there.
    guard errno == 0 else { throw failure(errno) }
    return
      names
      .filter { $0 != [0x2E, 0] && $0 != [0x2E, 0x2E, 0] }
      .map { name in
        let bytes = name.dropLast().map(UInt8.init(bitPattern:))
        return FolderEntry(
          parent: descriptor, name: name,
          path: path.isEmpty ? bytes : path + [UInt8(ascii: "/")] + bytes, holder: self)
      }
      .sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  /// Opens a file; throws for what is none any more.
  func open() throws(Failure) -> EntryReading {
    let opened = unsafe openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { throw failure(errno) }
    return EntryReading(opened, shown: shown)
  }

  /// Where the link at a path leads; empty if it is none.
  static func target(of path: String) -> [UInt8] {
    target(in: AT_FDCWD, path.utf8.map(CChar.init(bitPattern:)) + [0])
  }

  private static func target(in folder: Int32, _ name: [CChar]) -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlinkat(folder, name, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:))
  }

  private func failure(_ number: Int32) -> Failure {
    Failure(.inputOutput, .unreadableFile, file: shown, detail: systemWording(number))
  }
}

/// A file of a folder, opened for reading from its start as often as is wanted.
final class EntryReading {
  private let descriptor: Int32
  private let shown: String

  fileprivate init(_ descriptor: Int32, shown: String) {
    self.descriptor = descriptor
    self.shown = shown
  }

  deinit { close(descriptor) }

  func identity() throws(Failure) -> FileIdentity {
    let status = try RegularFile.status(of: descriptor, shown: shown)
    try RegularFile.check(status, shown: shown, limit: .max)
    return FileIdentity(status)
  }

  /// SHA-256 of all of it; `each` is given its bytes in pieces.
  ///
  /// Memory stays constant.
  func digest(_ each: ([UInt8]) throws(Failure) -> Void = { _ in }) throws(Failure) -> String {
    try RegularFile.digest(of: descriptor, shown: shown, each).sha256
  }
}
