import Testing
import Vocabulary

@testable import Intake

@Suite("Encodings")
struct EncodingTests {
  private let text = "检查编号,单位\r\nA1,\"忻州市,某厂\"\r\nA2,𠀀㐀\r\n"

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      isBigEndian
        ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
  }

  @Test("the same text reads the same in every encoding")
  func sameRows() throws {
    let forms: [(TextEncoding, [UInt8])] = [
      (.utf8, Array(text.utf8)), (.utf8BOM, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      (.gb18030, try inGB18030(text)), (.utf16LE, utf16(text, isBigEndian: false)),
      (.utf16BE, utf16(text, isBigEndian: true)),
      (.gb18030, [0x84, 0x31, 0x95, 0x33] + (try inGB18030(text))),
    ]
    for (encoding, bytes) in forms {
      let table = try table(bytes)
      #expect(table.encoding == encoding)
      #expect(table.titles == ["检查编号", "单位"])
      #expect(read(table).map(\.fields) == [["A1", "忻州市,某厂"], ["A2", "𠀀㐀"]])
      #expect(table.lineEnding == .crlf)
      var covered = table.header.range.upperBound
      table.rows { _, place, _ in
        #expect(place.range.lowerBound == covered)
        covered = place.range.upperBound
      }
      #expect(covered == bytes.count)
    }
  }

  @Test(
    "files that are no text are named and refused, never opened",
    arguments: [
      Array("PK\u{3}\u{4}rest".utf8), [0x1F, 0x8B, 8, 0], [0x89, 0x50, 0x4E, 0x47, 13, 10],
      Array("%PDF-1.7".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1], Array("SQLite format 3\0".utf8),
      Array("\n <HTML><table>".utf8), [0x2C, 0, 0x41, 0, 0x2C, 0, 0x0A, 0, 0x2D, 0x4E],
      [0, 0x41, 0, 0x2C, 0, 0x42, 0, 0x0A], [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0],
    ] as [[UInt8]])
  func foreign(bytes: [UInt8]) {
    #expect(refusal(of: bytes) == [.notText])
  }

  @Test(
    "a file without content is refused",
    arguments: [[], [0xEF, 0xBB, 0xBF], [0x0A, 0x0D, 0x0A, 0x20], [0xFF, 0xFE, 0x0A, 0]]
      as [[UInt8]])
  func empty(bytes: [UInt8]) {
    #expect(refusal(of: bytes) == [.emptyFile])
  }

  @Test("a text that reads as both and has too few characters is not guessed at")
  func ambiguous() {
    // 水 in GB 18030, ˮ in UTF-8.
    #expect(refusal(of: Array("a,b\n1,".utf8) + [0xCB, 0xAE, 0x0A]) == [.undecidableEncoding])
    #expect(refusal(of: Array("a,b\n1,é中\n".utf8)) == [])
  }

  @Test("UTF-16 with an odd byte or a lone surrogate is refused")
  func brokenUTF16() {
    #expect(refusal(of: utf16(text, isBigEndian: false) + [0x41]) == [.undecidableEncoding])
    #expect(refusal(of: [0xFE, 0xFF, 0xD8, 0, 0, 0x41]) == [.undecidableEncoding])
  }

  @Test("Big5 is named, though nearly all of it would decode as GB 18030")
  func big5() {
    // 臺北市廢棄物 in Big5, ten times.
    let word: [UInt8] = [
      0xBB, 0x4F, 0xA5, 0x5F, 0xA5, 0xAB, 0xBC, 0x6F, 0xB1, 0xF3, 0xAA, 0xAB,
    ]
    let rows = (0..<10).flatMap { _ in word + Array(",1\n".utf8) }
    #expect(refusal(of: Array("a,b\n".utf8) + rows) == [.undecidableEncoding])
  }

  @Test("one broken character among many lines costs its row, in either encoding")
  func fewBroken() throws {
    let lines = ["编号,名称"] + (1...300).map { "\($0),忻州市第\($0)厂" }
    for isGB18030 in [false, true] {
      var bytes: [UInt8] = []
      for (number, line) in lines.enumerated() {
        var row = isGB18030 ? try inGB18030(line) : Array(line.utf8)
        if number == 150 { row.removeLast() }
        bytes += row + [0x0A]
      }
      let table = try table(bytes)
      #expect(table.encoding == (isGB18030 ? .gb18030 : .utf8))
      let rows = read(table)
      #expect(rows.count == 300)
      #expect(rows.filter { $0.code != nil }.map(\.line) == [151])
      #expect(rows[149].code == .brokenCharacter)
      #expect(rows[150].fields == ["151", "忻州市第151厂"])
    }
  }

  @Test("two encodings glued together are refused")
  func glued() throws {
    let lines = (1...100).map { "\($0),忻州市第\($0)厂有" }.joined(separator: "\n")
    let bytes = Array("编号,名称\n\(lines)\n".utf8) + (try inGB18030(lines))
    #expect(refusal(of: bytes) == [.undecidableEncoding])
  }

  @Test("a line of UTF-8 in a long file of GB 18030 is rejected, not decoded to other characters")
  func oneGluedLine() throws {
    let lines = try (1...300).flatMap { number in
      let line = "\(number),忻州市某厂有\n"
      return number == 200 ? Array(line.utf8) : try inGB18030(line)
    }
    let rows = read(try table(Array("id,name\n".utf8) + lines))
    #expect(rows.count == 300)
    #expect(rows.filter { $0.code != nil }.map(\.line) == [201])
    #expect(rows[199].code == .brokenCharacter)
  }

  @Test(
    "overlong forms and surrogates are not UTF-8",
    arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
  func strict(bytes: [UInt8]) {
    let isUTF8 = FileText.isUTF8(bytes.span)
    #expect(!isUTF8)
  }
}
