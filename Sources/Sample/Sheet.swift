import Vocabulary

/// A column of a sheet: its title, what it is about, and its unit.
struct SheetColumn {
  let title: String
  let item: Item
  /// Fen per unit of an amount: 100 for 元, 1,000,000 for 万元.
  let fenPerUnit: Int64

  init(_ title: String, _ item: Item, fenPerUnit: Int64 = 100) {
    self.title = title
    self.item = item
    self.fenPerUnit = fenPerUnit
  }
}

/// One file of a drop: columns, rows, and the way its office saves it.
struct Sheet {
  enum Encoding { case utf8, utf8WithMark, gb18030 }

  let path: String
  let kind: SourceKind
  let encoding: Encoding
  let delimiter: Character
  let lineEnd: String
  let spelling: Spelling
  let columns: [SheetColumn]
  var rows: [SheetRow] = []

  /// The file's bytes, and where its cases stand.
  func written() -> (bytes: [UInt8], cases: [PlacedCase]) {
    var bytes: [UInt8] = []
    var cases: [PlacedCase] = []
    var line = 1
    if encoding == .utf8WithMark { bytes += [0xEF, 0xBB, 0xBF] }
    func put(_ text: String) {
      if encoding == .gb18030 {
        GB18030.append(text, to: &bytes)
      } else {
        bytes += Array(text.utf8)
      }
      // A character is never half a line end here: CRLF is one Character, so count scalars.
      line += text.unicodeScalars.count { $0 == "\n" }
    }
    put(header + lineEnd)
    for (index, row) in rows.enumerated() {
      for kind in row.cases {
        cases.append(PlacedCase(kind: kind, path: path, line: line, record: index + 1))
      }
      put(text(of: row) + lineEnd)
    }
    return (bytes, cases)
  }

  private var header: String {
    columns.map { quoted($0.title) }.joined(separator: String(delimiter))
  }

  private func text(of row: SheetRow) -> String {
    if row.flaw == .headerAgain { return header }
    var fields = columns.map { column in
      quoted(spelling.text(row[column.item], fenPerUnit: column.fenPerUnit, number: row.spelling))
    }
    switch row.flaw {
    case .fieldTooMany: fields.insert("", at: fields.count / 2)
    case .fieldMissing: fields.removeLast(2)
    case .strayQuote: fields[fields.count / 2] = "12\"管" + fields[fields.count / 2]
    case .none, .headerAgain: break
    }
    return fields.joined(separator: String(delimiter))
  }

  /// RFC 4180 quoting, only where it is needed.
  private func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\n" || scalar == "\r" || scalar == delimiter.unicodeScalars.first
    }
    guard needsQuotes else { return text }
    var doubled = "\""
    for scalar in text.unicodeScalars {
      doubled.unicodeScalars.append(scalar)
      if scalar == "\"" { doubled.unicodeScalars.append(scalar) }
    }
    return doubled + "\""
  }
}
