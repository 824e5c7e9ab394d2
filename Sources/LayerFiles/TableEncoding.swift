/// How the texts of a shapefile's attribute table are encoded, and by what that was decided.
package struct TableEncoding: Sendable, Hashable {
  /// What decided it, in the order it is looked for.
  package enum Basis: Sendable, Hashable {
    /// The .cpg file beside it.
    case codePageFile
    /// The table's own mark, byte 29 of its head.
    case tableMark
    /// No mark, or one that the texts contradict: the texts are UTF-8.
    case validUTF8
    /// No mark, and the texts are not UTF-8: GB 18030, which holds GBK and GB 2312.
    case otherwise
  }

  /// As GDAL calls it: `UTF-8`, `GB18030`.
  package let name: String
  package let basis: Basis

  /// Decides it for the table `dbf` (dBASE III and later) and what its .cpg file says.
  ///
  /// Of a mark for UTF-8 the texts are the judge. Marks of western code pages, which programs write
  /// unasked, are none.
  init(dbf: [UInt8], codePage: String?) {
    let isUTF8 = DBFTable(dbf)?.isUTF8 ?? true
    if let named = codePage.flatMap({ TableEncoding.name(ofCodePage: $0) }),
      named != "UTF-8" || isUTF8
    {
      (name, basis) = (named, .codePageFile)
    } else if let named = TableEncoding.marks[dbf.count > 29 ? dbf[29] : 0] {
      (name, basis) = (named, .tableMark)
    } else {
      (name, basis) = isUTF8 ? ("UTF-8", .validUTF8) : ("GB18030", .otherwise)
    }
  }

  /// Language driver numbers of Chinese tables.
  private static let marks: [UInt8: String] = [
    0x4D: "GB18030", 0x7A: "GB18030", 0x4F: "CP950", 0x78: "CP950",
  ]

  private static func name(ofCodePage text: String) -> String? {
    switch text.uppercased().filter({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
    case "UTF8", "65001", "CP65001": "UTF-8"
    case "GBK", "GB2312", "GB18030", "936", "CP936", "ANSI936", "MS936", "EUCCN", "54936",
      "CP54936":
      "GB18030"
    case "BIG5", "950", "CP950", "ANSI950": "CP950"
    default: nil
    }
  }
}

/// The texts of a dBASE table: its field names, and the values of its character fields.
private struct DBFTable {
  private let bytes: [UInt8]
  private let head: Int
  private let rowLength: Int
  /// Where a row has its texts.
  private var fields: [Range<Int>] = []

  /// `nil` for what is no such table.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 33 else { return nil }
    self.bytes = bytes
    head = Int(bytes[8]) | Int(bytes[9]) << 8
    rowLength = Int(bytes[10]) | Int(bytes[11]) << 8
    guard head >= 33, head <= bytes.count, rowLength > 1 else { return nil }
    var place = 32
    var start = 1
    while place + 32 <= head, bytes[place] != 0x0D {
      let length = Int(bytes[place + 16])
      if bytes[place + 11] == UInt8(ascii: "C") {
        guard start + length <= rowLength else { return nil }
        fields.append(start..<(start + length))
      }
      start += length
      place += 32
    }
  }

  var isUTF8: Bool {
    for place in stride(from: 32, to: head - 32, by: 32) where bytes[place] != 0x0D {
      guard isUTF8(bytes[place..<(place + 11)].prefix { $0 != 0 }) else { return false }
    }
    for row in stride(from: head, through: bytes.count - rowLength, by: rowLength) {
      for field in fields {
        let value = bytes[(row + field.lowerBound)..<(row + field.upperBound)]
        guard isUTF8(value.prefix { $0 != 0 }) else { return false }
      }
    }
    return true
  }

  /// Whether they are, but for a last character that a field was too short for.
  private func isUTF8(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.contains(where: { $0 >= 0x80 }) else { return true }
    if String(validating: text, as: UTF8.self) != nil { return true }
    let tail = text.suffix(3).lastIndex { $0 >= 0xC0 }
    guard let tail, text.endIndex - tail < characterLength(text[tail]) else { return false }
    return String(validating: text[..<tail], as: UTF8.self) != nil
  }

  private func characterLength(_ first: UInt8) -> Int {
    first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  }
}
