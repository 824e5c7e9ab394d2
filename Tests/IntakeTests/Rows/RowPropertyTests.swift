import Testing
import Vocabulary

@testable import Intake

@Suite("Rows, whatever the text")
struct RowPropertyTests {
  private let pieces = [
    "a", "中", "é", "1.5", " ", ",", "\"", "\n", "；", "x\ty", "", "忻州市", "'", "𠀀", ";",
  ]

  private func cell(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...4, using: &generator)
    return "v" + (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      + "w"
  }

  private func write(
    _ rows: [[String]], delimiter: String, lineEnd: String, quotesAll: Bool
  ) -> String {
    rows.map { row in
      row.map { cell in
        let needsQuotes = cell.contains { ",\";\t\n".contains($0) }
        guard quotesAll || needsQuotes else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"").replacing("\n", with: lineEnd) + "\""
      }.joined(separator: delimiter) + lineEnd
    }.joined()
  }

  @Test(
    "quoting, delimiter, line ends and column order change neither rows nor hashes",
    arguments: 1...40)
  func rewriting(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let titles = ["编号", "名称", "地址"]
    let rows = (0..<20).map { _ in titles.map { _ in cell(&generator) } }
    var hashes: [[ContentHash]] = []
    for (delimiter, lineEnd, quotesAll) in [
      (",", "\n", false), (",", "\r\n", true), ("\t", "\n", true), (";", "\r\n", false),
    ] {
      let order = titles.indices.shuffled(using: &generator)
      let written = ([titles] + rows).map { row in order.map { row[$0] } }
      let text = write(written, delimiter: delimiter, lineEnd: lineEnd, quotesAll: quotesAll)
      let table = try table(text)
      #expect(try read(table).map(\.fields) == Array(written.dropFirst()))
      let size = Int.random(in: 2...40, using: &generator)
      #expect(try read(table, pieceSize: size) == read(table))
      hashes.append(try hash(table, kind: .inspection))
      #expect(try hash(table, kind: .transfer) != hashes[0])
    }
    #expect(Set(hashes).count == 1)
    #expect(Set(hashes[0]).count == Set(rows).count)
  }

  @Test(
    "damaged text never traps, every byte is accounted for, and pieces of any size read the same",
    arguments: 1...300)
  func damage(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let bits: [[UInt8]] = [
      [0x2C], [0x2C], [0x22], [0x0A], [0x0D], [0x0D, 0x0A], [0x41], [0x31], [0xD0, 0xC3], [0],
      [0x20], [0xFF], Array("中".utf8), [0x22, 0x22], [0x09], [0x3B],
    ]
    let usesAll = seed.isMultiple(of: 3)
    var bytes = Array("编号,名称,c,d\n".utf8)
    for _ in 0..<Int.random(in: 0...200, using: &generator) {
      if usesAll {
        bytes += bits.randomElement(using: &generator) ?? []
      } else {
        bytes += bits[[0, 1, 2, 3, 5, 6, 7, 10, 12, 13][Int.random(in: 0...9, using: &generator)]]
      }
    }
    guard let table = try? table(bytes) else { return }
    var reader = try table.reader()
    var covered = table.bodyStart
    var record = 0
    while try reader.next() {
      let place = reader.place
      if reader.kind == .record {
        record += 1
        #expect(place.record == record)
      }
      #expect(place.range.lowerBound >= covered)
      // What lies between two rows is blank.
      let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0x22, table.dialect.delimiter.byte]
      #expect(bytes[covered..<place.range.lowerBound].allSatisfy { blanks.contains($0) })
      covered = place.range.upperBound
    }
    #expect(reader.balance[.record].rows == record)
    #expect(reader.balance.bytes == bytes.count)
    let size = Int.random(in: 2...40, using: &generator)
    #expect(try read(table, pieceSize: size) == read(table))
  }

  @Test("random bytes never trap", arguments: 1...200)
  func random(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    if let table = try? table(bytes) {
      #expect((try? balance(table))?.bytes == bytes.count)
    } else {
      #expect(!refusal(of: bytes).isEmpty)
    }
  }

  private func hash(_ table: TextTable, kind: SourceKind) throws -> [ContentHash] {
    var hasher = ContentHasher(kind: kind, titles: table.titles)
    var hashes: [ContentHash] = []
    var reader = try table.reader()
    while try reader.next() {
      if reader.kind == .record { hashes.append(hasher.hash(of: reader.fields)) }
    }
    return hashes
  }
}
