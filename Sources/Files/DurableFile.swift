package import Vocabulary
internal import Glibc

/// Writing of files that must be there whole after any crash, readable by their owner only.
package enum DurableFile {
  /// Writes `bytes` to a new or replaced file: temporary name, fsync, rename, fsync of the folder.
  ///
  /// A link at `path` is replaced, not followed. Mode 0600 whatever the umask. A failed fsync is
  /// final and not tried again, for the kernel may have dropped the pages. `shown` is the name used
  /// in messages.
  package static func write(_ bytes: [UInt8], to path: String, shown: String) throws(Failure) {
    let writing = try DurableWriting(to: path, shown: shown)
    try writing.append(bytes)
    try writing.finish()
  }

  /// Takes the rights of group and others away, as after a careless copy; a file of somebody else stays
  /// as it is.
  package static func makePrivate(_ path: String) { unsafe chmod(path, 0o600) }

  /// Creates the folder and those above it; one that is there already is left as it is.
  ///
  /// Mode 0700 whatever the umask. Lasts through a crash once this returns.
  package static func createFolder(_ path: String, shown: String) throws(Failure) {
    guard !RegularFile.isFolder(path) else { return }
    let parent = folder(of: path)
    if parent != path { try createFolder(parent, shown: shown) }
    guard unsafe mkdir(path, 0o700) == 0, unsafe chmod(path, 0o700) == 0 else {
      let number = errno
      // Another process may have made it meanwhile; a file of that name is no folder.
      if number == EEXIST, RegularFile.isFolder(path) { return }
      throw Failure(
        .cannotCreate, .cannotCreate, file: shown,
        detail: systemWording(number == EEXIST ? ENOTDIR : number))
    }
    try synchroniseFolder(of: path, shown: shown)
  }

  /// Makes a file that is there last through a crash, mode 0600; a link is refused, not followed.
  static func secure(_ path: String, shown: String) throws(Failure) {
    let descriptor = try RegularFile.openForReading(path, shown: shown)
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      throw Failure(.inputOutput, .inputOutput, file: shown, detail: systemWording(errno))
    }
    try synchroniseFolder(of: path, shown: shown)
  }

  /// Makes a rename or a creation in the folder that holds `path` last through a crash.
  package static func synchroniseFolder(of path: String, shown: String) throws(Failure) {
    let descriptor = unsafe open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.inputOutput, .inputOutput, file: shown, detail: systemWording(errno))
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw Failure(.inputOutput, .inputOutput, file: shown, detail: systemWording(errno))
    }
  }

  /// The part of `path` before its last slash; `.` if there is none.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
