package import Vocabulary
internal import Glibc

/// Reading of files that somebody else put there.
package enum RegularFile {
  /// The bytes of the regular file at `path`.
  ///
  /// Refuses links, devices, pipes and folders by name, files above `limit` bytes before reading
  /// them, and files whose size or time of change differs after reading. `shown` is the name used
  /// in messages. Memory: the file's size.
  package static func read(_ path: String, shown: String, limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = try openForReading(path, shown: shown)
    defer { close(descriptor) }
    let before = try status(of: descriptor, shown: shown)
    try check(before, shown: shown, limit: limit)
    let size = Int(before.st_size)
    let bytes = try readAll(descriptor, size: size, shown: shown)
    let after = try status(of: descriptor, shown: shown)
    guard bytes.count == size, after.st_size == before.st_size,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw Failure(.unusableInput, .fileChanged, file: shown) }
    return bytes
  }

  /// Size and SHA-256 of the regular file at `path`, read in pieces; a link is refused, not followed.
  package static func digest(
    of path: String, shown: String
  ) throws(Failure) -> (bytes: Int, sha256: String) {
    let descriptor = try openForReading(path, shown: shown)
    defer { close(descriptor) }
    try check(try status(of: descriptor, shown: shown), shown: shown, limit: .max)
    return try digest(of: descriptor, shown: shown) { _ in }
  }

  /// Size and SHA-256 of an open file from its start on; `each` is given its bytes in pieces.
  static func digest(
    of descriptor: Int32, shown: String, _ each: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> (bytes: Int, sha256: String) {
    var running = SHA256Digest.Running()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while true {
      let got = unsafe pread(descriptor, &piece, piece.count, off_t(offset))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        throw Failure(.inputOutput, .unreadableFile, file: shown, detail: systemWording(errno))
      }
      guard got > 0 else { return (offset, running.hex) }
      offset += got
      let bytes = got == piece.count ? piece : Array(piece[..<got])
      running.update(bytes.span)
      try each(bytes)
    }
  }

  /// The permission bits of the file at `path`: `0o600`.
  ///
  /// Throws for what cannot be opened.
  package static func permissions(of path: String, shown: String) throws(Failure) -> Int {
    let descriptor = try openForReading(path, shown: shown)
    defer { close(descriptor) }
    return Int(try status(of: descriptor, shown: shown).st_mode & 0o7777)
  }

  /// The absolute path without links, `.` and `..`; `nil` if nothing is there.
  package static func resolved(_ path: String) -> String? {
    guard let buffer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer)
  }

  /// Whether something is at `path`, a dangling link included.
  package static func exists(_ path: String) -> Bool {
    var result = stat()
    return unsafe lstat(path, &result) == 0
  }

  /// The size of what is at `path` in bytes, a link's own; 0 if nothing is there.
  package static func size(of path: String) -> Int {
    var result = stat()
    return unsafe lstat(path, &result) == 0 ? Int(result.st_size) : 0
  }

  /// Whether a folder is at `path`, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var result = stat()
    return unsafe stat(path, &result) == 0 ? result.st_mode & S_IFMT == S_IFDIR : false
  }

  /// Whether a link is at `path`, wherever it leads.
  package static func isLink(_ path: String) -> Bool {
    var result = stat()
    return unsafe lstat(path, &result) == 0 ? result.st_mode & S_IFMT == S_IFLNK : false
  }

  /// The names in a folder, hidden ones included, sorted by their bytes.
  ///
  /// A name that is not UTF-8 comes back with replacement characters and cannot be opened; the
  /// caller refuses it by name.
  package static func names(in folder: String, shown: String) throws(Failure) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      throw Failure(.inputOutput, .unreadableFile, file: shown, detail: systemWording(errno))
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    // A disk that fails halfway must not pass for a folder that ends there.
    guard errno == 0 else {
      throw Failure(.inputOutput, .unreadableFile, file: shown, detail: systemWording(errno))
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Opens without following a link and without waiting for the other end of a pipe.
  static func openForReading(_ path: String, shown: String) throws(Failure) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw openFailure(errno, shown: shown) }
    return descriptor
  }

  /// Throws unless the status is that of a regular file of at most `limit` bytes.
  static func check(_ status: stat, shown: String, limit: Int) throws(Failure) {
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(
        .unusableInput, .notRegularFile, file: shown,
        detail: status.st_mode & S_IFMT == S_IFDIR
          ? Wording(zh: "这是目录", en: "it is a folder")
          : Wording(zh: "这是设备或管道", en: "it is a device or a pipe"))
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw Failure(
        .unusableInput, .fileTooLarge, file: shown,
        detail: Wording(zh: "\(size) 字节，上限 \(limit)", en: "\(size) bytes, the limit is \(limit)"))
    }
  }

  private static func readAll(_ descriptor: Int32, size: Int, shown: String) throws(Failure)
    -> [UInt8]
  {
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw Failure(.inputOutput, .unreadableFile, file: shown, detail: systemWording(errno))
      }
      if got == 0 { break }
      filled += got
    }
    if filled < size { bytes.removeLast(size - filled) }
    return bytes
  }

  /// What the system says of an open file.
  static func status(of descriptor: Int32, shown: String) throws(Failure) -> stat {
    var result = stat()
    guard unsafe fstat(descriptor, &result) == 0 else {
      throw Failure(.inputOutput, .unreadableFile, file: shown, detail: systemWording(errno))
    }
    return result
  }

  private static func openFailure(_ number: Int32, shown: String) -> Failure {
    switch number {
    case ELOOP:
      Failure(
        .unusableInput, .notRegularFile, file: shown,
        detail: Wording(zh: "这是符号链接", en: "it is a symbolic link"))
    case ENOENT:
      Failure(.missingInput, .unreadableFile, file: shown, detail: systemWording(number))
    case ENXIO, ENODEV:
      Failure(
        .unusableInput, .notRegularFile, file: shown,
        detail: Wording(zh: "这是设备或管道", en: "it is a device or a pipe"))
    default:
      Failure(.unusableInput, .unreadableFile, file: shown, detail: systemWording(number))
    }
  }
}

/// What the system said, in a word an official can act on.
package func systemWording(_ number: Int32) -> Wording {
  switch number {
  case ENOENT: Wording(zh: "文件不存在", en: "no such file")
  case EACCES, EPERM: Wording(zh: "没有权限", en: "permission denied")
  case ENOSPC, EDQUOT: Wording(zh: "磁盘空间不足", en: "no space left on the disk")
  case EROFS: Wording(zh: "文件系统只读", en: "the file system is read-only")
  case EMFILE, ENFILE: Wording(zh: "打开的文件过多", en: "too many open files")
  case EIO: Wording(zh: "磁盘读写错误", en: "disk error")
  case EISDIR: Wording(zh: "这是目录", en: "it is a folder")
  case ENAMETOOLONG: Wording(zh: "文件名过长", en: "the name is too long")
  case EFBIG: Wording(zh: "文件大小受限", en: "the file size is limited")
  case ENOTDIR: Wording(zh: "路径中有一段不是目录", en: "a part of the path is not a folder")
  default: Wording(zh: "系统错误 \(number)", en: "system error \(number)")
  }
}
