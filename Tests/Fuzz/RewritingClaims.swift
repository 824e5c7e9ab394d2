import Intake
import Vocabulary

/// The same records give the same rows and hashes however they are written: quoted or not, by any
/// delimiter, with any line end, in any encoding, their columns in any order.
enum RewritingClaims {
  /// Texts with their bytes in GB 18030.
  private static let pieces: [(text: String, bytes: [UInt8])] = [
    ("a", [0x61]), ("中", [0xD6, 0xD0]), ("é", [0xA8, 0xA6]), ("1.5", [0x31, 0x2E, 0x35]),
    (" ", [0x20]), ("\"", [0x22]), ("\n", [0x0A]), (",", [0x2C]), (";", [0x3B]), ("\t", [0x09]),
    ("'", [0x27]), ("𠀀", [0x95, 0x32, 0x82, 0x36]), ("东", [0xB6, 0xAB]), ("｜", [0xA3, 0xFC]),
    ("镁", [0xC3, 0xBE]), ("-", [0x2D]),
  ]
  private static let titles: [(text: String, bytes: [UInt8])] = [
    ("编号", [0xB1, 0xE0, 0xBA, 0xC5]), ("名称", [0xC3, 0xFB, 0xB3, 0xC6]),
    ("地址", [0xB5, 0xD8, 0xD6, 0xB7]),
  ]

  private enum Encoding: CaseIterable {
    case utf8, utf8WithMark, gb18030, littleEndian, bigEndian
  }

  static func check(_ input: [UInt8]) {
    guard let form = input.first else { return }
    let rows = rows(input.dropFirst())
    let expected = rows.map { row in row.map { Array(text(of: $0).utf8) } }
    var hashes: [ContentHash]?
    for number in 0..<3 {
      let encoding = Encoding.allCases[(Int(form) + number) % Encoding.allCases.count]
      let turn = (Int(form) >> 3 + number) % titles.count
      let order = titles.indices.map { ($0 + turn) % titles.count }
      let bytes = write(
        rows, order, encoding, delimiter: [0x2C, 0x3B, 0x09][number],
        lineEnd: [[0x0A], [0x0D, 0x0A], [0x0A]][number],
        quotesAll: form >> UInt8(5 + number) & 1 == 0)
      guard let read = ReadTable.reading(bytes) else { fatalError("a sound file is refused") }
      let records = read.rows.filter { $0.kind == .record }
      claim(
        records.map(\.fields) == expected.map { row in order.map { row[$0] } },
        "records change with how they are written")
      var hasher = ContentHasher(kind: .inspection, titles: read.table.titles)
      let found = records.map { hasher.hash(of: RowFields($0.fields)) }
      claim(found == hashes ?? found, "hashes change with how records are written")
      hashes = found
    }
  }

  /// Three cells a row, each of a letter, any pieces and a letter; at least five rows, so that they
  /// show how they are written.
  private static func rows(_ input: ArraySlice<UInt8>) -> [[[Int]]] {
    var cells: [[Int]] = [[]]
    for byte in input.prefix(300) {
      if byte >= 0xE0 { cells.append([]) } else { cells[cells.count - 1].append(Int(byte & 15)) }
    }
    while cells.count < 15 || cells.count % 3 != 0 { cells.append([]) }
    return stride(from: 0, to: cells.count, by: 3).map { Array(cells[$0..<$0 + 3]) }
  }

  private static func text(of cell: [Int]) -> String {
    "v" + cell.map { pieces[$0].text }.joined() + "w"
  }

  private static func write(
    _ rows: [[[Int]]], _ order: [Int], _ encoding: Encoding, delimiter: UInt8, lineEnd: [UInt8],
    quotesAll: Bool
  ) -> [UInt8] {
    let mark: [UInt8] = encoding == .utf8WithMark ? [0xEF, 0xBB, 0xBF] : []
    var bytes: [UInt8] = []
    func add(_ text: String, _ encoded: [UInt8]) {
      switch encoding {
      case .utf8, .utf8WithMark: bytes += Array(text.utf8)
      case .gb18030: bytes += encoded
      case .littleEndian:
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      case .bigEndian: for unit in text.utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
      }
    }
    func add(ascii: [UInt8]) { add(String(decoding: ascii, as: UTF8.self), ascii) }
    if encoding == .littleEndian || encoding == .bigEndian { add("\u{FEFF}", []) }
    for (place, column) in order.enumerated() {
      if place > 0 { add(ascii: [delimiter]) }
      add(titles[column].text, titles[column].bytes)
    }
    add(ascii: lineEnd)
    for row in rows {
      for (place, column) in order.enumerated() {
        if place > 0 { add(ascii: [delimiter]) }
        // Every text that could mean something outside quotes is put into them.
        let isQuoted = quotesAll || row[column].contains { (4...10).contains($0) }
        add(ascii: isQuoted ? [0x22, 0x76] : [0x76])
        for piece in row[column] {
          if piece == 5 { add(ascii: [0x22]) }
          add(pieces[piece].text, pieces[piece].bytes)
        }
        add(ascii: isQuoted ? [0x77, 0x22] : [0x77])
      }
      add(ascii: lineEnd)
    }
    return mark + bytes
  }
}
