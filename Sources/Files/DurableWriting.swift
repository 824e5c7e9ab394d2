internal import Glibc
package import Vocabulary

/// A file written in pieces under a temporary name, which takes its place once it is whole.
///
/// Mode 0600 whatever the umask. Dropped before `finish` it leaves nothing behind. A failed fsync is
/// final and not tried again, for the kernel may have dropped the pages.
package struct DurableWriting: ~Copyable {
  private let path: String
  private let temporary: String
  private let shown: String
  private var descriptor: Int32

  /// Begins a new file at `path`, or one that will replace it; a link there is replaced, not followed.
  ///
  /// `shown` is the name used in messages.
  package init(to path: String, shown: String) throws(Failure) {
    self.path = path
    self.shown = shown
    temporary = path + ".part"
    // What a killed run left there may be somebody else's to read, or no file at all.
    unsafe unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = unsafe open(temporary, flags, 0o600)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(errno))
    }
    guard fchmod(descriptor, 0o600) == 0 else { throw failure(errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unsafe unlink(temporary)
  }

  /// Adds bytes at the end.
  package func append(_ bytes: [UInt8]) throws(Failure) {
    if let number = writeAll(bytes, to: descriptor) { throw failure(number) }
  }

  /// Puts the file in its place: fsync, rename, fsync of the folder.
  package consuming func finish() throws(Failure) {
    guard fsync(descriptor) == 0 else { throw failure(errno) }
    let last = descriptor
    descriptor = -1
    guard close(last) == 0 else {
      let number = errno
      unsafe unlink(temporary)
      throw failure(number)
    }
    guard unsafe rename(temporary, path) == 0 else {
      let number = errno
      unsafe unlink(temporary)
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(number))
    }
    try DurableFile.synchroniseFolder(of: path, shown: shown)
  }

  private func failure(_ number: Int32) -> Failure {
    Failure(.inputOutput, .inputOutput, file: shown, detail: systemWording(number))
  }
}
