internal import Glibc
package import Vocabulary

/// A regular file that somebody else put there, as it was when it was first looked at.
///
/// Every opening must find the same file: its device, number, size and times of change are compared
/// before and after reading, so that a file which is still growing, or is replaced between two
/// readings, is refused.
package struct FileOnDisk: Sendable, Hashable {
  /// The path to open.
  package let path: String
  /// The name used in messages.
  package let shown: String
  /// In bytes.
  package let size: Int
  private let identity: FileIdentity

  /// Looks at the file at `path`.
  ///
  /// Refuses links, devices, pipes and folders by name, and files above `limit` bytes, before a byte
  /// is read.
  package init(_ path: String, shown: String, limit: Int) throws(Failure) {
    let descriptor = try RegularFile.openForReading(path, shown: shown)
    defer { close(descriptor) }
    let status = try RegularFile.status(of: descriptor, shown: shown)
    try RegularFile.check(status, shown: shown, limit: limit)
    self.path = path
    self.shown = shown
    identity = FileIdentity(status)
    size = identity.size
  }

  /// Opens the file again; throws if it is no longer the same.
  package func open() throws(Failure) -> FileReading {
    let descriptor = try RegularFile.openForReading(path, shown: shown)
    let reading = FileReading(descriptor, of: self)
    try reading.check()
    return reading
  }

  fileprivate func isStill(_ status: stat) -> Bool { identity == FileIdentity(status) }
}

/// A file opened for reading in pieces; closed when it is let go.
package final class FileReading: Sendable {
  private let descriptor: Int32
  private let file: FileOnDisk

  fileprivate init(_ descriptor: Int32, of file: FileOnDisk) {
    self.descriptor = descriptor
    self.file = file
  }

  deinit { close(descriptor) }

  /// Reads bytes from `offset` on into `bytes` from `place` on; returns how many.
  ///
  /// Fewer than `count` only at the end of the file.
  package func read(
    at offset: Int, count: Int, into bytes: inout [UInt8], from place: Int
  ) throws(Failure) -> Int {
    precondition(place >= 0 && count >= 0 && place + count <= bytes.count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: place + filled), count - filled,
          off_t(offset + filled))
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw Failure(.inputOutput, .unreadableFile, file: file.shown, detail: systemWording(errno))
      }
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// Throws if the file has changed since it was first looked at.
  package func check() throws(Failure) {
    guard file.isStill(try RegularFile.status(of: descriptor, shown: file.shown)) else {
      throw Failure(.unusableInput, .fileChanged, file: file.shown)
    }
  }
}
