internal import CZip
internal import Vocabulary

/// A ZIP archive in memory, whose parts are read in pieces and never trusted about their size.
@safe final class ZipArchive {
  private let archive: OpaquePointer
  /// What the archive is read from; must outlive it.
  private let storage: UnsafeMutableRawBufferPointer
  private let shown: String
  private let partLimit: Int

  /// Opens the archive in `bytes`; `shown` is the name used in messages.
  init(_ bytes: [UInt8], shown: String, partLimit: Int) throws(Failure) {
    self.shown = shown
    self.partLimit = partLimit
    let storage = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 16)
    unsafe storage.copyBytes(from: bytes)
    guard
      let source = unsafe zip_source_buffer_create(
        storage.baseAddress, zip_uint64_t(bytes.count), 0, nil)
    else {
      unsafe storage.deallocate()
      throw Failure(.unusableInput, .unreadableWorkbook, file: shown)
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
      unsafe zip_source_free(source)
      unsafe storage.deallocate()
      throw Failure(
        .unusableInput, .unreadableWorkbook, file: shown, detail: SpreadsheetFault.noArchive)
    }
    unsafe self.archive = archive
    unsafe self.storage = unsafe storage
    guard unsafe zip_get_num_entries(archive, 0) <= zip_int64_t(SpreadsheetLimits.parts) else {
      throw refusal(SpreadsheetFault.tooLarge)
    }
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe storage.deallocate()
  }

  /// Calls `body` with the part's bytes, piece by piece; false if there is no such part.
  ///
  /// Throws for a part that is encrypted, damaged, or above the limit, whatever it says of its size.
  func read(
    _ name: String, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let place = unsafe zip_name_locate(archive, name, 0)
    guard place >= 0 else { return false }
    var about = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, zip_uint64_t(place), 0, &about) == 0 else {
      throw refusal(SpreadsheetFault.noArchive)
    }
    if unsafe about.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      unsafe about.encryption_method != UInt16(ZIP_EM_NONE)
    {
      throw refusal(SpreadsheetFault.encrypted)
    }
    guard let part = unsafe zip_fopen_index(archive, zip_uint64_t(place), 0) else {
      throw refusal(SpreadsheetFault.noArchive)
    }
    defer { unsafe zip_fclose(part) }
    var total = 0
    while true {
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let got = unsafe piece.withUnsafeMutableBytes {
        unsafe Int(zip_fread(part, $0.baseAddress, zip_uint64_t($0.count)))
      }
      // Also where the part does not have the sum that the archive says it has.
      guard got >= 0 else { throw refusal(SpreadsheetFault.noArchive) }
      if got == 0 { return true }
      total += got
      guard total <= partLimit else { throw refusal(SpreadsheetFault.tooLarge) }
      piece.removeLast(piece.count - got)
      try body(piece)
    }
  }

  func refusal(_ detail: Wording) -> Failure {
    Failure(.unusableInput, .unreadableWorkbook, file: shown, detail: detail)
  }
}
