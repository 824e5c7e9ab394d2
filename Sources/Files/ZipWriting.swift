internal import CZip
internal import Glibc
package import Vocabulary

/// A ZIP archive being made in memory: the same parts in the same order give the same bytes.
///
/// Every part has the time 1980-01-01 and mode 0600, and a name in UTF-8. The deflated bytes depend on
/// the version of zlib. Memory: the parts, and at the end the archive beside them.
@safe package struct ZipWriting: ~Copyable {
  private let archive: OpaquePointer
  private let target: OpaquePointer
  private var isOpen = true

  /// Begins an archive without parts.
  package init() throws(Failure) {
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, nil) else {
      throw Failure(.fault, .fault, detail: systemWording(ENOMEM))
    }
    // Closing the archive would let go of what it was written into.
    unsafe zip_source_keep(target)
    guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      unsafe zip_source_free(target)
      unsafe zip_source_free(target)
      throw Failure(.fault, .fault, detail: systemWording(ENOMEM))
    }
    unsafe self.archive = archive
    unsafe self.target = target
  }

  deinit {
    if isOpen { unsafe zip_discard(archive) }
    unsafe zip_source_free(target)
  }

  /// Adds a part after those already there; `stored` leaves it uncompressed.
  ///
  /// A name that is there already is a fault of the caller, and so is an empty one.
  package mutating func add(
    _ name: String, _ bytes: [UInt8], stored: Bool = false
  ) throws(Failure) {
    // The archive reads its parts when it is closed, and frees them then.
    guard let copy = unsafe malloc(max(1, bytes.count)) else {
      throw Failure(.fault, .fault, file: name, detail: systemWording(ENOMEM))
    }
    unsafe UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    guard let source = unsafe zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
      unsafe free(copy)
      throw Failure(.fault, .fault, file: name, detail: systemWording(ENOMEM))
    }
    let place = unsafe zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else {
      unsafe zip_source_free(source)
      throw Failure(.fault, .fault, file: name)
    }
    let part = zip_uint64_t(place)
    let method = zip_int32_t(stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE)
    // 0x21 is the first day that ZIP can write; a time in seconds would depend on the time zone.
    guard unsafe zip_set_file_compression(archive, part, method, stored ? 0 : 6) == 0,
      unsafe zip_file_set_dostime(archive, part, 0, 0x21, 0) == 0,
      unsafe zip_file_set_external_attributes(
        archive, part, 0, zip_uint8_t(ZIP_OPSYS_UNIX), zip_uint32_t(0o100600) << 16) == 0
    else { throw Failure(.fault, .fault, file: name) }
  }

  /// The whole archive.
  package consuming func finish() throws(Failure) -> [UInt8] {
    guard unsafe zip_close(archive) == 0 else { throw Failure(.fault, .fault) }
    isOpen = false
    guard unsafe zip_source_open(target) == 0 else { throw Failure(.fault, .fault) }
    defer { unsafe zip_source_close(target) }
    guard unsafe zip_source_seek(target, 0, SEEK_END) == 0 else { throw Failure(.fault, .fault) }
    let size = unsafe zip_source_tell(target)
    guard size >= 0, unsafe zip_source_seek(target, 0, SEEK_SET) == 0 else {
      throw Failure(.fault, .fault)
    }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    let got = unsafe bytes.withUnsafeMutableBytes {
      unsafe zip_source_read(target, $0.baseAddress, zip_uint64_t($0.count))
    }
    guard got == size else { throw Failure(.fault, .fault) }
    return bytes
  }
}
