package import Vocabulary
private import Glibc

/// A lock between processes on a file that exists only for it; the system drops it when the process
/// ends, however it ends.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, waiting up to `waitSeconds` for another process; then fails as busy (75).
  package init(_ path: String, shown: String, waitSeconds: Int) throws(Failure) {
    let opened = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(errno))
    }
    descriptor = opened
    var tries = max(0, waitSeconds) * 20
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let number = errno
      guard number == EWOULDBLOCK || number == EINTR else {
        throw Failure(.inputOutput, .inputOutput, file: shown, detail: systemWording(number))
      }
      guard tries > 0 else { throw Failure(.busy, .ledgerBusy, file: shown) }
      tries -= 1
      usleep(50_000)
    }
  }

  deinit { close(descriptor) }
}
