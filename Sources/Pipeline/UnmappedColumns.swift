internal import Intake
internal import Ledger
internal import Reports
internal import Vocabulary

/// The cells of a recorded row whose columns answer to no field, as they stand in its file.
///
/// Taken from the row's bytes and the header that the ledger keeps. Numbers of persons are masked
/// and whoever reported, and what stands under a title that speaks of a reporter or a person's particulars is not shown.
struct UnmappedColumns {
  /// `陪同人员 = 王某`, in the order of the columns; blank cells are left out.
  let lines: [Wording]

  /// Reads the row with the header of its file; says so where no run still has the header.
  init(
    of row: VerbatimRow, _ contents: borrowing LedgerContents, hiding reporters: ReporterNames?
  ) throws(Failure) {
    for run in try contents.runs().reversed() {
      let files = try contents.files(of: run.id)
      guard let file = files.first(where: { $0.path == row.path && $0.sha256 == row.sha256 })
      else { continue }
      lines = UnmappedColumns.lines(row, file, reporters ?? ReporterNames([]))
      return
    }
    lines = [
      Wording(
        zh: "该文件后来换了内容，台账不再有它的表头",
        en: "the file has changed since, and the ledger has its header no more")
    ]
  }

  private static func lines(
    _ row: VerbatimRow, _ file: IntakeAccount, _ reporters: ReporterNames
  ) -> [Wording] {
    guard !file.unmapped.isEmpty, let delimiter = file.delimiter.first,
      let encoding = TextEncoding(rawValue: file.encoding)
    else { return [] }
    let titles = cells(header(of: encoding.text(file.header[...])), delimiter, file.quote)
    let values = cells(encoding.text(row.bytes[...]), delimiter, file.quote)
    var unmapped: [String: Int] = [:]
    for title in file.unmapped { unmapped[trimmed(title), default: 0] += 1 }
    return zip(titles, values).compactMap { title, value in
      guard let left = unmapped[title], left > 0 else { return nil }
      unmapped[title] = left - 1
      guard !value.isEmpty else { return nil }
      let shown =
        isPersonal(title)
        ? Wording.notShown
        : Wording(
          verbatim: Problem.printable(
            reporters.masked(PersonalNumbers.masked(value)), limit: 500))
      let name = Problem.printable(title, limit: 100)
      return Wording(zh: "\(name) = \(shown.zh)", en: "\(name) = \(shown.en)")
    }
  }

  /// The header row without the `sep=` line that may stand before it.
  private static func header(of text: String) -> String {
    let text = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    guard text.hasPrefix("sep="), let end = text.firstIndex(where: \.isNewline) else { return text }
    return String(text[text.index(after: end)...])
  }

  /// The trimmed cells of a row; its line end and a byte order mark before it are none of its text.
  private static func cells(_ text: String, _ delimiter: Character, _ quote: String) -> [String] {
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
    return DelimitedText.cells(of: String(Substring(scalars)), by: delimiter, quote: quote.first)
      .map(trimmed)
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    func isAround(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\u{FEFF}" || scalar.properties.isWhitespace
    }
    while let first = scalars.first, isAround(first) { scalars.removeFirst() }
    while let last = scalars.last, isAround(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }

  /// Whether a title announces who reported or a person's particulars.
  private static func isPersonal(_ title: String) -> Bool {
    let words = [
      "举报人", "投诉人", "信访人", "联系人", "身份证", "证件号", "电话", "手机", "联系方式", "邮箱", "微信", "住址", "家庭",
    ]
    return words.contains { title.contains($0) }
  }
}
