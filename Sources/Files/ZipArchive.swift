internal import CZip
internal import Glibc
package import Vocabulary

/// A ZIP archive in memory, whose parts are read in pieces and never trusted about their size.
@safe package final class ZipArchive {
  /// How the reader of a format refuses an archive.
  package struct Refusals: Sendable {
    let code: ProblemCode
    let noArchive: Wording
    let tooLarge: Wording
    let encrypted: Wording

    /// What is said of a file that is no archive or damaged, of one that unpacks to too much, and of
    /// one with a password.
    package init(
      code: ProblemCode, noArchive: Wording, tooLarge: Wording, encrypted: Wording
    ) {
      self.code = code
      self.noArchive = noArchive
      self.tooLarge = tooLarge
      self.encrypted = encrypted
    }
  }

  private let archive: OpaquePointer
  /// What the archive is read from; must outlive it.
  private let storage: UnsafeMutableRawBufferPointer
  private let shown: String
  private let partLimit: Int
  private let refusals: Refusals

  /// Opens the archive in `bytes`; `shown` is the name used in messages.
  ///
  /// A part may have `partLimit` bytes unpacked, the archive that many parts. Memory: the archive's
  /// size.
  package init(
    _ bytes: [UInt8], shown: String, partLimit: Int, parts: Int, refusals: Refusals
  ) throws(Failure) {
    self.shown = shown
    self.partLimit = partLimit
    self.refusals = refusals
    let storage = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 16)
    unsafe storage.copyBytes(from: bytes)
    guard
      let source = unsafe zip_source_buffer_create(
        storage.baseAddress, zip_uint64_t(bytes.count), 0, nil)
    else {
      unsafe storage.deallocate()
      throw Failure(.unusableInput, refusals.code, file: shown)
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      unsafe storage.deallocate()
      throw Failure(
        .unusableInput, refusals.code, file: shown, detail: refusals.noArchive)
    }
    unsafe self.archive = archive
    unsafe self.storage = unsafe storage
    guard unsafe zip_get_num_entries(archive, 0) <= zip_int64_t(parts) else {
      throw refusal(refusals.tooLarge)
    }
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe storage.deallocate()
  }

  /// Calls `body` with the part's bytes, piece by piece; false if there is no such part.
  ///
  /// Throws as the reading of a part by its place does.
  package func read(
    _ name: String, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let place = unsafe zip_name_locate(archive, name, 0)
    guard place >= 0 else { return false }
    try read(part: Int(place), body)
    return true
  }

  /// The names of the parts as their bytes stand in the archive, folders included.
  package var names: [[UInt8]] {
    let count = unsafe zip_get_num_entries(archive, 0)
    return (0..<max(0, count)).map { place in
      let name = unsafe zip_get_name(archive, zip_uint64_t(place), zip_flags_t(ZIP_FL_ENC_RAW))
      guard let name = unsafe name else { return [] }
      return unsafe Array(UnsafeBufferPointer(start: name, count: strlen(name))).map {
        UInt8(bitPattern: $0)
      }
    }
  }

  /// Whether the part at that place in `names` says that it is a link, a device or a pipe.
  ///
  /// Only archives made on Unix say so; unpacking programs make links of such parts.
  package func isSpecial(part place: Int) -> Bool {
    var system = zip_uint8_t(0)
    var attributes = zip_uint32_t(0)
    guard
      unsafe zip_file_get_external_attributes(
        archive, zip_uint64_t(place), 0, &system, &attributes) == 0,
      Int32(system) == Int32(ZIP_OPSYS_UNIX)
    else { return false }
    let kind = (attributes >> 16) & zip_uint32_t(S_IFMT)
    return kind != 0 && kind != zip_uint32_t(S_IFREG) && kind != zip_uint32_t(S_IFDIR)
  }

  /// Calls `body` with the bytes of the part at that place in `names`, piece by piece.
  ///
  /// Throws for a part that is encrypted, damaged, or above the limit, whatever it says of its size.
  package func read(
    part place: Int, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var about = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, zip_uint64_t(place), 0, &about) == 0 else {
      throw refusal(refusals.noArchive)
    }
    if unsafe about.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      unsafe about.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw refusal(refusals.encrypted)
    }
    guard let part = unsafe zip_fopen_index(archive, zip_uint64_t(place), 0) else {
      throw refusal(refusals.noArchive)
    }
    defer { unsafe zip_fclose(part) }
    var total = 0
    while true {
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let got = unsafe piece.withUnsafeMutableBytes {
        unsafe Int(zip_fread(part, $0.baseAddress, zip_uint64_t($0.count)))
      }
      // Also where the part does not have the sum that the archive says it has.
      guard got >= 0 else { throw refusal(refusals.noArchive) }
      if got == 0 { return }
      total += got
      guard total <= partLimit else { throw refusal(refusals.tooLarge) }
      piece.removeLast(piece.count - got)
      try body(piece)
    }
  }

  /// Says why the archive cannot be used.
  package func refusal(_ detail: Wording) -> Failure {
    Failure(.unusableInput, refusals.code, file: shown, detail: detail)
  }
}
