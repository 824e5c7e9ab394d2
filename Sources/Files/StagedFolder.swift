package import Vocabulary
private import CLinux
private import Glibc

/// A folder of outputs that appears whole or not at all.
///
/// Files are written into `NAME.part` beside the folder; `publish` puts it in the folder's place by
/// one exchange of names. What an interrupted run left behind is swept by the next `init`.
package final class StagedFolder {
  /// The folder that will be replaced.
  package let target: String
  /// Where the files are written until then.
  package let staging: String
  private let shown: String
  private var isPublished = false

  /// Makes an empty staging folder, which must be nobody else's: the caller holds the run's lock.
  package init(replacing target: String, shown: String) throws(Failure) {
    self.target = target
    self.shown = shown
    staging = target + ".part"
    // A crash between the two renames of a file system without exchange left only the old name.
    if !RegularFile.exists(target), RegularFile.exists(target + ".old") {
      _ = unsafe rename(target + ".old", target)
    }
    StagedFolder.remove(staging)
    try DurableFile.createFolder(staging, shown: shown)
  }

  /// Writes one file; `name` may hold folders, which are made.
  package func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    let path = "\(staging)/\(name)"
    try DurableFile.createFolder(DurableFile.folder(of: path), shown: "\(shown)/\(name)")
    try DurableFile.write(bytes, to: path, shown: "\(shown)/\(name)")
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
    isPublished = true
    try DurableFile.synchroniseFolder(of: target, shown: shown)
    StagedFolder.remove(staging)
  }

  /// For file systems that cannot exchange two names.
  private func publishByTwoRenames() throws(Failure) {
    let aside = target + ".old"
    StagedFolder.remove(aside)
    guard unsafe rename(target, aside) == 0 else {
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(errno))
    }
    guard unsafe rename(staging, target) == 0 else {
      let number = errno
      _ = unsafe rename(aside, target)
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(number))
    }
    StagedFolder.remove(aside)
  }

  deinit { if !isPublished { StagedFolder.remove(staging) } }

  /// Removes a folder and what is in it, or a file; links are removed, not followed.
  package static func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unsafe unlink(path)
      return
    }
    let names = (try? RegularFile.names(in: path, shown: path)) ?? []
    for name in names { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }
}
