internal import CXLSXWriter
private import Files
private import Glibc
internal import Vocabulary

/// A workbook on its way to disk, written row by row in constant memory.
///
/// Owns the library's handle. The library keeps each sheet's rows in an unlinked temporary file
/// beside the target and never looks whether its writes arrive, so `close` does.
@safe final class XLSXFile {
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var sheets: [XLSXSheet] = []
  private let path: String
  private let shown: String

  /// Begins a file readable by its owner only; `created` is the day the file says it was made.
  ///
  /// `isLarge` allows parts beyond 4 GiB. `shown` is the name used in messages.
  init(
    path: String, shown: String, title: String, author: String, created: Day, isLarge: Bool
  ) throws(Failure) {
    self.path = path
    self.shown = shown
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, .cannotCreate, file: shown, detail: systemWording(errno))
    }
    Glibc.close(descriptor)
    unsafe DurableFile.folder(of: path).withCString { folder in
      var options = unsafe lxw_workbook_options(
        constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder),
        use_zip64: isLarge ? 1 : 0)
      unsafe book = unsafe workbook_new_opt(path, &options)
    }
    guard let book = unsafe book else { throw outOfMemory }
    // A creation time of 0 would make the library read the clock.
    let seconds = Int(created.number) * 86_400
    unsafe title.withCString { title in
      unsafe author.withCString { author in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = UnsafeMutablePointer(mutating: title)
        unsafe properties.company = UnsafeMutablePointer(mutating: author)
        unsafe properties.created = seconds == 0 ? 1 : seconds
        _ = unsafe workbook_set_properties(book, &properties)
      }
    }
  }

  deinit {
    guard let book = unsafe book else { return }
    for sheet in sheets { sheet.dropRows() }
    unsafe lxw_workbook_free(book)
    unsafe unlink(path)
  }

  /// Adds a sheet after those there are; the name has at most 31 characters, none of `[]:*?/\`.
  func addSheet(_ name: String) throws(Failure) -> XLSXSheet {
    // The library prints a line of its own where it cannot open a temporary file; so ask first.
    let probe = unsafe Glibc.open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard probe >= 0 else { throw failure(errno, .inputOutput) }
    Glibc.close(probe)
    guard let book = unsafe book, let sheet = unsafe workbook_add_worksheet(book, name) else {
      throw failure(errno, .inputOutput)
    }
    let added = unsafe XLSXSheet(pointer: sheet, shown: shown)
    sheets.append(added)
    return added
  }

  func addFormat(_ look: CellLook) throws(Failure) -> CellFormat {
    guard let book = unsafe book, let format = unsafe workbook_add_format(book) else {
      throw outOfMemory
    }
    unsafe XLSXFile.apply(look, to: format)
    return unsafe CellFormat(pointer: format)
  }

  /// A chart that is not on a sheet yet.
  func addChart(_ shape: XLSXChart.Shape) throws(Failure) -> XLSXChart {
    guard let book = unsafe book,
      let chart = unsafe workbook_add_chart(book, UInt8(shape.type.rawValue))
    else { throw outOfMemory }
    return unsafe XLSXChart(pointer: chart, shape: shape)
  }

  /// Gives a cell a name that formulas can say: `='汇总'!$C$5`.
  func define(_ name: String, as formula: String) throws(Failure) {
    guard let book = unsafe book, unsafe workbook_define_name(book, name, formula) == LXW_NO_ERROR
    else { throw failure(EINVAL, .inputOutput) }
  }

  /// Puts the file together and makes it last through a crash; removes it if that fails.
  func close() throws(Failure) {
    guard let open = unsafe book else { return }
    let written = try rowsOnDisk()
    try reserveSpace(for: written)
    unsafe book = nil
    errno = 0
    guard unsafe workbook_close(open) == LXW_NO_ERROR else { throw abandoned(errno) }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw abandoned(errno) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw abandoned(errno) }
    guard let sizes = ArchiveDirectory.sheetSizes(descriptor), sizes.count == written.count,
      zip(sizes, written).allSatisfy({ $0 > $1 })
    else { throw abandoned(ENOSPC) }
  }

  /// How many bytes of rows each sheet has in its temporary file, all of them known to be there.
  private func rowsOnDisk() throws(Failure) -> [Int] {
    var written: [Int] = []
    for sheet in sheets {
      guard let rows = sheet.rowsOnDisk() else {
        throw failure(errno == 0 ? ENOSPC : errno, .inputOutput)
      }
      written.append(rows)
    }
    return written
  }

  /// Takes as much of the disk as putting together can need, and gives it back.
  ///
  /// The library copies one sheet at a time and compresses it. A lack of space there would go
  /// unnoticed and leave a file that cannot be opened; so full disks, quotas and limits are met
  /// here.
  private func reserveSpace(for written: [Int]) throws(Failure) {
    let name = path + ".space"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe Glibc.open(name, flags, 0o600)
    guard descriptor >= 0 else { throw failure(errno, .inputOutput) }
    defer { Glibc.close(descriptor) }
    unsafe unlink(name)
    let needed = (written.max() ?? 0) + written.reduce(0, +) + 65_536
    let number = posix_fallocate(descriptor, 0, needed)
    guard number == 0 else { throw failure(number, .inputOutput) }
  }

  private func abandoned(_ number: Int32) -> Failure {
    unsafe unlink(path)
    return failure(number, .inputOutput)
  }

  private func failure(_ number: Int32, _ status: ExitStatus) -> Failure {
    Failure(status, .inputOutput, file: shown, detail: systemWording(number == 0 ? EIO : number))
  }

  private var outOfMemory: Failure { failure(ENOMEM, .inputOutput) }

  private static func apply(_ look: CellLook, to format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, "微软雅黑")
    unsafe format_set_font_size(format, look.size)
    unsafe format_set_font_color(format, look.ink)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if look.isBold { unsafe format_set_bold(format) }
    if look.isItalic { unsafe format_set_italic(format) }
    if look.indent > 0 { unsafe format_set_indent(format, look.indent) }
    if look.wraps { unsafe format_set_text_wrap(format) }
    if let fill = look.fill { unsafe format_set_bg_color(format, fill) }
    if let numbers = look.numbers { unsafe format_set_num_format(format, numbers) }
    switch look.alignment {
    case .left: unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if let border = look.border {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, border)
    }
    if let hairline = look.hairline {
      unsafe format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_bottom_color(format, hairline)
    }
  }
}
