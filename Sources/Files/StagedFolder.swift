package import Vocabulary
private import CLinux
private import Glibc

/// A folder of outputs that appears whole or not at all.
///
/// Files are written into `NAME.part` beside the folder; `publish` puts it in the folder's place by
/// one exchange of names. What an interrupted run left behind is swept by the next `init`. Before a
/// folder that was published goes, `save` is called with its path and may keep what lies in it.
package final class StagedFolder {
  /// The folder that will be replaced.
  package let target: String
  /// Where the files are written until then.
  package let staging: String
  private let shown: String
  private let save: (String) throws(Failure) -> Void
  /// Whether what lies in `staging` is this folder's own, not yet published.
  private var isStaged = false

  /// Makes an empty staging folder, which must be nobody else's: the caller holds the run's lock.
  ///
  /// `isPublic` says of a folder that a killed run left under the temporary name whether it had been
  /// published before; then it is saved before it goes.
  package init(
    replacing target: String, shown: String,
    saving save: @escaping (String) throws(Failure) -> Void = { _ in },
    ifPublic isPublic: (String) -> Bool = { _ in false }
  ) throws(Failure) {
    self.target = target
    self.shown = shown
    self.save = save
    staging = target + ".part"
    // A crash between the two renames of a file system without exchange left only the old name.
    if !RegularFile.exists(target), RegularFile.exists(target + ".old") {
      _ = unsafe rename(target + ".old", target)
    }
    if RegularFile.exists(target) {
      if RegularFile.exists(target + ".old") { try save(target + ".old") }
      StagedFolder.remove(target + ".old")
    }
    if isPublic(staging) { try save(staging) }
    StagedFolder.remove(staging)
    // What could not be removed would be published among the new files.
    guard !RegularFile.exists(staging) else {
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(EEXIST))
    }
    isStaged = true
    try DurableFile.createFolder(staging, shown: shown)
  }

  /// Writes one file; `name` may hold folders, which are made.
  package func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    let path = "\(staging)/\(name)"
    try DurableFile.createFolder(DurableFile.folder(of: path), shown: "\(shown)/\(name)")
    try DurableFile.write(bytes, to: path, shown: "\(shown)/\(name)")
  }

  /// Takes over a file that somebody else wrote into `staging`: lasting, and its owner's alone to read.
  ///
  /// Returns its size and SHA-256; read in pieces.
  package func adopt(_ name: String) throws(Failure) -> (bytes: Int, sha256: String) {
    let path = "\(staging)/\(name)"
    try DurableFile.secure(path, shown: "\(shown)/\(name)")
    return try RegularFile.digest(of: path, shown: "\(shown)/\(name)")
  }

  /// Puts the written folder in the target's place.
  package func publish() throws(Failure) {
    try DurableFile.synchroniseFolder(of: staging + "/.", shown: shown)
    let isReplacing = RegularFile.exists(target)
    let isDone =
      isReplacing
      ? unsafe renameat2(AT_FDCWD, staging, AT_FDCWD, target, exchange_names) == 0
      : unsafe rename(staging, target) == 0
    if !isDone {
      let number = errno
      guard isReplacing, number == EINVAL || number == ENOSYS else {
        throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(number))
      }
      try publishByTwoRenames()
    }
    isStaged = false
    try DurableFile.synchroniseFolder(of: target, shown: shown)
    if isReplacing { try save(staging) }
    StagedFolder.remove(staging)
  }

  /// For file systems that cannot exchange two names.
  private func publishByTwoRenames() throws(Failure) {
    let aside = target + ".old"
    if RegularFile.exists(aside) { try save(aside) }
    StagedFolder.remove(aside)
    guard unsafe rename(target, aside) == 0 else {
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(errno))
    }
    guard unsafe rename(staging, target) == 0 else {
      let number = errno
      _ = unsafe rename(aside, target)
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(number))
    }
    try save(aside)
    StagedFolder.remove(aside)
  }

  deinit { if isStaged { StagedFolder.remove(staging) } }

  /// Removes a folder and what is in it, or a file; links are removed, not followed.
  ///
  /// What cannot be removed stays. Names are taken as bytes: people put files into a folder of
  /// reports, and not every name is UTF-8.
  package static func remove(_ path: String) {
    unsafe path.withCString { unsafe remove($0, in: AT_FDCWD) }
  }

  private static func remove(_ name: UnsafePointer<CChar>, in folder: Int32) {
    guard unsafe unlinkat(folder, name, 0) != 0, errno != ENOENT else { return }
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe openat(folder, name, flags)
    guard descriptor >= 0 else { return }
    guard let stream = unsafe fdopendir(descriptor) else {
      close(descriptor)
      return
    }
    var names: [[CChar]] = []
    while let entry = unsafe readdir(stream) {
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        unsafe buffer.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
      }
      names.append(bytes)
    }
    for name in names where name != [0x2E, 0] && name != [0x2E, 0x2E, 0] {
      unsafe name.withUnsafeBufferPointer { buffer in
        if let start = buffer.baseAddress { unsafe remove(start, in: descriptor) }
      }
    }
    unsafe closedir(stream)
    _ = unsafe unlinkat(folder, name, AT_REMOVEDIR)
  }
}
