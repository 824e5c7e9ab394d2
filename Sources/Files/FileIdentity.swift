internal import Glibc

/// Which file it is and when it was last changed, as the system has it.
struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let number: UInt64
  /// In bytes.
  let size: Int
  private let changes: [Int]

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    changes = [
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
      status.st_ctim.tv_nsec,
    ]
  }
}
