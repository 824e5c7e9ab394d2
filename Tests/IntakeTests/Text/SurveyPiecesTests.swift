import Testing
import Vocabulary

@testable import Intake

@Suite("A survey in pieces")
struct SurveyPiecesTests {
  /// Texts of every kind that has a decision of its own.
  private func samples(_ table: String) throws -> [[UInt8]] {
    let gb = try inGB18030(table)
    let utf8 = Array(table.utf8)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let letters = Array("id,naïve\n1,п\u{7FF}é,Ѐ\n".utf8)
    return [
      [], mark, utf8, gb, mark + utf8, [0x84, 0x31, 0x95, 0x33] + gb, utf8 + gb, gb + utf8,
      utf8 + [0xE4, 0xB8], gb + [0x81, 0x30], utf8 + [0xFF, 0x2C] + utf8, gb + [0xD0, 0x0A] + gb,
      letters, letters + utf8, Array("id,b\n1,".utf8) + [0xCB, 0xAE, 0x0A],
      utf16(table, isBigEndian: false), utf16(table, isBigEndian: true),
      utf16(table, isBigEndian: true, isMarked: false), utf32(table, isBigEndian: false),
      utf16(table, isBigEndian: false) + [0x41], [0xFF, 0xFE, 0, 0xD8, 0x41, 0],
      Array(openedAsGB18030(utf8).utf8), Array(openedAsLatin1(utf8).utf8),
      Array(openedAsLatin1(gb).utf8), Array(String(decoding: gb, as: UTF8.self).utf8),
      Array(table.map { $0.isASCII ? $0 : "?" }).map { $0.asciiValue ?? 0 },
      Array(table.replacing("\n", with: "\r").utf8), Array("\n\n[{\"a\": 1}]".utf8),
      Array("PK\u{3}\u{4}".utf8) + gb, utf8 + [UInt8](repeating: 0, count: 40),
      Array("\u{10FFFF},\u{20000}\u{2A6D6}\u{3400}\n".utf8) + [0xF0, 0xA0, 0x80, 0x0A],
      try inGB18030("𠀀㐀,\u{10FFFF}\u{E000}\n") + [0x90, 0x30, 0x81, 0x0A],
    ]
  }

  @Test("two pieces, wherever they part, and single bytes come to what the whole comes to")
  func everyCut() throws {
    for bytes in try samples("编号,é名\n1,“忻州”𠀀\r\n2,厂？\n") {
      let whole = SurveyOutcome(of: bytes)
      #expect(SurveyOutcome(of: bytes) { 1 } == whole)
      for cut in 0...bytes.count {
        var lengths = [bytes.count - cut, cut]
        let outcome = SurveyOutcome(of: bytes) { lengths.popLast() ?? bytes.count }
        #expect(outcome == whole, "cut at \(cut) of \(bytes)")
      }
    }
  }

  @Test("pieces of any lengths come to what the whole comes to", arguments: 1...6)
  func anyPieces(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    for bytes in try samples(chineseTable) {
      let whole = SurveyOutcome(of: bytes)
      let longest = [3, 9, 40, 500, 5000].randomElement(using: &generator) ?? 1
      let outcome = SurveyOutcome(of: bytes) { Int.random(in: 1...longest, using: &generator) }
      #expect(outcome == whole)
    }
  }

  @Test("damage anywhere comes to the same in any pieces", arguments: 1...40)
  func damaged(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed &* 7919)
    for source in [Array(chineseTable.utf8), try inGB18030(chineseTable)] {
      var bytes = source
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0x80...255, using: &generator), at: place)
        }
      }
      let whole = SurveyOutcome(of: bytes)
      for longest in [1, 4, 30, 700] {
        let outcome = SurveyOutcome(of: bytes) { Int.random(in: 1...longest, using: &generator) }
        #expect(outcome == whole)
      }
    }
  }

  @Test("a whole decision is what a strict decoder says", arguments: 1...40)
  func oracle(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed &* 104_729)
    var bytes = Array("编号,名称\n忻州市,忻府区\n".utf8)
    // Bytes near the bounds of what UTF-8 allows.
    let bounds: [UInt8] = [
      0x2C, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEF,
      0xF0,
      0xF4, 0xF5, 0x0A,
    ]
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      bytes.append(bounds.randomElement(using: &generator) ?? 0)
    }
    bytes += Array(",忻州市忻府区\n忻州市忻府区\n".utf8)
    let decision = SurveyOutcome(of: bytes).decision
    let isUTF8 = isValidUTF8(bytes)
    #expect((decision?.encoding == .utf8 && decision?.isWhole == true) == isUTF8)
  }
}
