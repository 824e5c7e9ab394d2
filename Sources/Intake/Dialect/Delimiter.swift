package import Vocabulary

/// What stands between two fields.
package enum Delimiter: String, Sendable, Hashable, CaseIterable {
  case comma = ","
  case tab = "\t"
  case semicolon = ";"

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    case .semicolon: UInt8(ascii: ";")
    }
  }

  package var wording: Wording {
    switch self {
    case .comma: Wording(zh: "逗号", en: "comma")
    case .tab: Wording(zh: "制表符", en: "tab")
    case .semicolon: Wording(zh: "分号", en: "semicolon")
    }
  }

  /// The delimiter of a text.
  ///
  /// Only those that split the first row into two fields or more are considered. If several do,
  /// the one by which most of the first 200 records have the first row's width is taken, then the
  /// one with the wider first row. Throws if none does, and says what stands there instead.
  static func deciding(_ text: FileText, terminator: UInt8, shown: String) throws(Failure)
    -> Delimiter
  {
    var best: (delimiter: Delimiter, agreeing: Int, width: Int)?
    var fault: Problem?
    for candidate in allCases {
      var reader = RecordReader(text, delimiter: candidate, terminator: terminator)
      guard let header = reader.next() else { continue }
      if let code = header.fault {
        if fault == nil { fault = Problem(code, file: shown, line: header.line) }
        continue
      }
      let width = reader.row.fields.count
      guard width > 1 else { continue }
      reader.width = width
      var agreeing = 0
      for _ in 0..<200 {
        guard let record = reader.next() else { break }
        if record.fault == nil, reader.row.fields.count == width { agreeing += 1 }
      }
      if let best, (best.agreeing, best.width) >= (agreeing, width) { continue }
      best = (candidate, agreeing, width)
    }
    if let best { return best.delimiter }
    if let fault { throw Failure(.unusableInput, [fault]) }
    throw undelimited(text, terminator: terminator, shown: shown)
  }

  private static func undelimited(_ text: FileText, terminator: UInt8, shown: String) -> Failure {
    var reader = RecordReader(text, delimiter: .comma, terminator: terminator)
    let line = reader.next()?.line ?? 1
    let row = reader.row.fields.string(0)
    let detail =
      if row.unicodeScalars.contains("，") {
        Wording(zh: "第一行用的是全角逗号", en: "the first row uses full-width commas")
      } else if row.unicodeScalars.contains("|") {
        Wording(zh: "竖线分隔不受支持", en: "a vertical bar is not supported as a delimiter")
      } else {
        Wording(
          zh: "第一行只有一栏，表头应在第一行",
          en: "the first row is one cell; the header must come first")
      }
    return Failure(
      .unusableInput, .noDelimiter, file: shown, line: line, value: row, detail: detail)
  }
}
