internal import CZip
internal import Glibc
package import Vocabulary

/// A ZIP archive made in memory, the same bytes for the same entries on any day, in any time zone.
///
/// Entries stand in the order added, say 1980-01-01 and mode 0600, and have names in UTF-8. Memory:
/// what was added and the archive. Dropped before `finish` it leaves nothing behind.
@safe package struct ZipWriting: ~Copyable {
  /// The most bytes that entries may have together: 1 GiB.
  package static let limit = 1 << 30

  private let archive: OpaquePointer
  /// Where the archive is written; kept beyond its closing.
  private let target: OpaquePointer
  private let limit: Int
  private var total = 0
  private var isOpen = true

  /// Begins an archive whose entries may have `limit` bytes together; throws when memory is short.
  package init(limit: Int = ZipWriting.limit) throws(Failure) {
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, nil) else {
      throw ZipWriting.failure(of: nil, ZipWriting.noMemory)
    }
    guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
      unsafe zip_source_free(target)
      throw ZipWriting.failure(of: nil, ZipWriting.noMemory)
    }
    // The archive frees its source when it is closed; its bytes are read after that.
    unsafe zip_source_keep(target)
    unsafe self.archive = archive
    unsafe self.target = target
    self.limit = limit
  }

  deinit {
    if isOpen { unsafe zip_discard(archive) }
    unsafe zip_source_free(target)
  }

  /// Adds an entry: deflated, or as it is where `stored`.
  ///
  /// Throws for a name that could lead out of a folder, one that was added before, and above the
  /// limit; the archive cannot be used then.
  package mutating func add(
    _ name: String, _ bytes: [UInt8], stored: Bool = false
  ) throws(Failure) {
    guard ZipWriting.isPlain(name) else {
      throw ZipWriting.failure(
        of: name, Wording(zh: "压缩包中不能有这样的名称", en: "an archive cannot have such a name"))
    }
    total += bytes.count
    guard total <= limit else {
      throw ZipWriting.failure(
        of: name,
        Wording(
          zh: "压缩包的内容超过 \(limit) 字节", en: "the archive's content is above \(limit) bytes"))
    }
    let place = try entry(name, bytes)
    let method = stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    // A time in seconds would be written as local time: the same moment has other bytes elsewhere.
    guard unsafe zip_set_file_compression(archive, place, method, stored ? 0 : 6) == 0,
      unsafe zip_file_set_dostime(archive, place, 0, ZipWriting.firstDay, 0) == 0,
      unsafe zip_file_set_external_attributes(
        archive, place, 0, zip_uint8_t(ZIP_OPSYS_UNIX), ZipWriting.regularFile << 16) == 0
    else { throw ZipWriting.failure(of: name, wording) }
  }

  /// The archive's bytes; throws when memory is short.
  package consuming func finish() throws(Failure) -> [UInt8] {
    guard unsafe zip_close(archive) == 0 else { throw ZipWriting.failure(of: nil, wording) }
    isOpen = false
    guard unsafe zip_source_open(target) == 0 else {
      throw ZipWriting.failure(of: nil, ZipWriting.noMemory)
    }
    defer { unsafe zip_source_close(target) }
    var about = unsafe zip_stat_t()
    guard unsafe zip_source_stat(target, &about) == 0 else {
      throw ZipWriting.failure(of: nil, ZipWriting.noMemory)
    }
    var bytes = [UInt8](repeating: 0, count: Int(unsafe about.size))
    let got = unsafe bytes.withUnsafeMutableBytes {
      unsafe zip_source_read(target, $0.baseAddress, zip_uint64_t($0.count))
    }
    guard got == bytes.count else { throw ZipWriting.failure(of: nil, ZipWriting.noMemory) }
    return bytes
  }

  /// The place of a new entry with those bytes, which the archive frees.
  private func entry(_ name: String, _ bytes: [UInt8]) throws(Failure) -> zip_uint64_t {
    guard let copy = unsafe malloc(max(1, bytes.count)) else {
      throw ZipWriting.failure(of: name, ZipWriting.noMemory)
    }
    unsafe bytes.withUnsafeBytes {
      if let start = $0.baseAddress { unsafe memcpy(copy, start, $0.count) }
    }
    guard let source = unsafe zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
      unsafe free(copy)
      throw ZipWriting.failure(of: name, ZipWriting.noMemory)
    }
    let place = unsafe zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else {
      unsafe zip_source_free(source)
      throw ZipWriting.failure(of: name, wording)
    }
    return zip_uint64_t(place)
  }

  /// What libzip says went wrong last.
  private var wording: Wording {
    guard let text = unsafe zip_error_strerror(zip_get_error(archive)) else {
      return ZipWriting.noMemory
    }
    return Wording(verbatim: unsafe String(cString: text))
  }

  /// Whether the name stays below the folder it is unpacked in, on every system.
  private static func isPlain(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name.utf8.count <= 4096 && !name.utf8.contains { $0 < 0x20 || $0 == 0x5C || $0 == 0x7F }
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func failure(of name: String?, _ detail: Wording) -> Failure {
    Failure(.cannotCreate, .cannotCreate, file: name, detail: detail)
  }

  /// 1980-01-01 as MS-DOS dates count: the year from 1980, month 1, day 1.
  private static let firstDay: zip_uint16_t = 1 << 5 | 1
  /// A regular file that only its owner reads and writes, as `st_mode` has it.
  private static let regularFile: zip_uint32_t = 0o100600
  private static let noMemory = Wording(zh: "内存不足", en: "not enough memory")
}
