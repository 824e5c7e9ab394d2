import Testing
import Vocabulary

@testable import Intake

@Suite("Encodings")
struct EncodingTests {
  private let text = "检查编号,单位\r\nA1,\"忻州市,某厂\"\r\nA2,𠀀㐀\r\n"

  @Test("every encoding is known, with its mark and why")
  func forms() throws {
    let forms: [(TextEncoding, Int, [UInt8], String)] = [
      (.utf8, 0, Array(text.utf8), "valid UTF-8"),
      (.utf8BOM, 3, [0xEF, 0xBB, 0xBF] + Array(text.utf8), "marked so at its start; all"),
      (.gb18030, 0, try inGB18030(text), "not UTF-8 (line 1), and GB18030 throughout"),
      (
        .gb18030, 4, [0x84, 0x31, 0x95, 0x33] + (try inGB18030(text)),
        "marked so at its start; all"
      ),
      (.utf16LE, 2, utf16(text, isBigEndian: false), "bytes are valid UTF-16LE"),
      (.utf16BE, 2, utf16(text, isBigEndian: true), "bytes are valid UTF-16BE"),
      (.utf8, 0, Array("id,name\n1,x\n".utf8), "bytes are ASCII, which is UTF-8"),
      (.utf8BOM, 3, Array("\u{FEFF}id,name\n".utf8), "marked so at its start; all"),
    ]
    for (encoding, markLength, bytes, reason) in forms {
      let decision = try #require(SurveyOutcome(of: bytes).decision)
      #expect(decision.encoding == encoding)
      #expect(decision.markLength == markLength)
      #expect(decision.isWhole)
      #expect(decision.reason.en.contains(reason), "\(decision.reason.en)")
      let isCounted = decision.reason.en.contains("all \(bytes.count) bytes")
      #expect(isCounted || decision.reason.en.hasPrefix("not UTF-8"))
    }
  }

  @Test(
    "a file without content is refused",
    arguments: [
      [], [0xEF, 0xBB, 0xBF], [0x0A, 0x0D, 0x0A, 0x20], [0xFF, 0xFE, 0x0A, 0], [0xFF, 0xFE],
      [0x84, 0x31, 0x95, 0x33, 0x0A], [0, 0, 0, 0],
    ] as [[UInt8]])
  func empty(bytes: [UInt8]) {
    #expect(SurveyOutcome(of: bytes).problem?.code == .emptyFile)
  }

  @Test("a text that reads as both and has too few characters is read as UTF-8 and says so")
  func ambiguous() {
    // 水 in GB 18030, ˮ in UTF-8.
    let water = Array("a,b\n1,".utf8) + [0xCB, 0xAE, 0x0A]
    #expect(SurveyOutcome(of: water).encoding == .utf8)
    #expect(refusal(of: water) == [])
    #expect(refusal(of: water, profiles: builtIn) == [.undecidableEncoding])
    #expect(SurveyOutcome(of: Array("a,b\n1,é中\n".utf8)).encoding == .utf8)
    #expect(SurveyOutcome(of: [0xEF, 0xBB, 0xBF] + water).encoding == .utf8BOM)
  }

  @Test("UTF-16 with an odd byte or a lone surrogate is refused")
  func brokenUTF16() {
    let odd = utf16(text, isBigEndian: false) + [0x41]
    #expect(SurveyOutcome(of: odd).problem?.code == .undecidableEncoding)
    let lone: [UInt8] = [0xFE, 0xFF, 0xD8, 0, 0, 0x41]
    #expect(SurveyOutcome(of: lone).problem?.code == .undecidableEncoding)
    let open: [UInt8] = [0xFE, 0xFF, 0, 0x41, 0xD8, 0]
    #expect(SurveyOutcome(of: open).problem?.code == .undecidableEncoding)
  }

  @Test("Big5 and Western encodings are named, though they would decode as GB 18030")
  func foreignEncodings() {
    // 臺北市廢棄物 in Big5, ten times.
    let word: [UInt8] = [
      0xBB, 0x4F, 0xA5, 0x5F, 0xA5, 0xAB, 0xBC, 0x6F, 0xB1, 0xF3, 0xAA, 0xAB,
    ]
    let rows = (0..<10).flatMap { _ in word + Array(",1\n".utf8) }
    let big5 = SurveyOutcome(of: Array("a,b\n".utf8) + rows).problem
    #expect(big5?.code == .undecidableEncoding)
    #expect(big5?.detail?.en.contains("Big5") == true)

    let french = ("id,nom\n" + String(repeating: "1,Société générale réunie\n", count: 8))
      .unicodeScalars
    let latin = SurveyOutcome(of: french.map { UInt8($0.value) }).problem
    #expect(latin?.code == .undecidableEncoding)
    #expect(latin?.detail?.en.contains("Western") == true)
  }

  @Test("one broken character leaves the encoding, in either", arguments: [300, 12])
  func fewBroken(count: Int) throws {
    let lines = ["编号,名称"] + (1...count).map { "\($0),忻州市第\($0)厂" }
    for isGB18030 in [false, true] {
      var bytes: [UInt8] = []
      for (number, line) in lines.enumerated() {
        var row = isGB18030 ? try inGB18030(line) : Array(line.utf8)
        if number == 5 { row.removeLast() }
        bytes += row + [0x0A]
      }
      let decision = try #require(SurveyOutcome(of: bytes).decision)
      #expect(decision.encoding == (isGB18030 ? .gb18030 : .utf8))
      #expect(!decision.isWhole)
      #expect(decision.reason.en.contains("only 1 of \(count + 1) lines"), "\(decision.reason.en)")
      #expect(decision.reason.en.contains("line 6 first"))
    }
  }

  @Test("half the lines broken leave no encoding, and the first of them is named")
  func manyBroken() {
    let lines = (1...40).flatMap { number -> [UInt8] in
      Array("\(number),忻州市".utf8) + (number % 2 == 0 ? [0xFF, 0x0A] : [0x0A])
    }
    let problem = SurveyOutcome(of: lines).problem
    #expect(problem?.code == .undecidableEncoding)
    #expect(problem?.line == 2)
  }

  @Test("two encodings glued together are named with the line where they turn")
  func glued() throws {
    let first = "编号,名称\n" + (1...100).map { "\($0),忻州市第\($0)厂有\n" }.joined()
    let bytes: [[UInt8]] = [
      Array(first.utf8) + (try inGB18030(first)), try inGB18030(first) + Array(first.utf8),
      [0xEF, 0xBB, 0xBF] + Array(first.utf8) + (try inGB18030(first)),
    ]
    for glued in bytes {
      let problem = SurveyOutcome(of: glued).problem
      #expect(problem?.code == .mixedEncodings)
      #expect(problem?.line == 102)
    }
    let header = Array("编号,名称\n".utf8) + (try inGB18030("1,忻州市第一厂\n2,忻州市第二厂\n"))
    #expect(SurveyOutcome(of: header).problem?.line == 2)
    #expect(SurveyOutcome(of: header).problem?.code == .mixedEncodings)
  }

  @Test("a line of UTF-8 leaves a long file GB 18030, to be checked by field")
  func oneGluedLine() throws {
    let lines = try (1...300).flatMap { number in
      let line = "\(number),忻州市某厂有\n"
      return number == 200 ? Array(line.utf8) : try inGB18030(line)
    }
    let decision = try #require(SurveyOutcome(of: Array("id,name\n".utf8) + lines).decision)
    #expect(decision.encoding == .gb18030)
    #expect(!decision.isWhole)
    #expect(isSureUTF8(Array("忻州市某厂有".utf8)))
    let field = try inGB18030("忻州市某厂有")
    #expect(!isSureUTF8(field))
  }

  @Test("lines are counted by CR where there is no LF")
  func returns() throws {
    let rows = chineseTable.replacing("\n", with: "\r")
    #expect(SurveyOutcome(of: try inGB18030(rows)).decision?.isWhole == true)
    let glued = Array(rows.utf8) + (try inGB18030(rows))
    #expect(SurveyOutcome(of: glued).problem?.code == .mixedEncodings)
    #expect(SurveyOutcome(of: glued).problem?.line == 42)
  }

  @Test("zeros that a power cut leaves are no other encoding")
  func zeroTail() {
    let bytes = Array(chineseTable.utf8) + [UInt8](repeating: 0, count: 4096)
    #expect(SurveyOutcome(of: bytes).decision?.isWhole == true)
    #expect(SurveyOutcome(of: bytes).encoding == .utf8)
  }

  @Test(
    "overlong forms and surrogates are not UTF-8",
    arguments: [
      [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
      [0xE4, 0xB8], [0xF0, 0xA0, 0x80], [0xC3], [0xFF], [0xE4, 0xB8, 0x2C],
    ] as [[UInt8]])
  func strict(bytes: [UInt8]) {
    #expect(!isValidUTF8(bytes))
    let lines = Array(chineseTable.utf8) + bytes + Array(",忻州\n".utf8)
    #expect(SurveyOutcome(of: lines).decision?.isWhole == false)
  }

  @Test(
    "the first and last characters of each length are UTF-8",
    arguments: [
      "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{1000}", "\u{D7FF}", "\u{E000}", "\u{FFFF}",
      "\u{10000}", "\u{3FFFF}", "\u{40000}", "\u{FFFFF}", "\u{100000}", "\u{10FFFF}",
    ])
  func bounds(character: String) {
    let bytes = Array((chineseTable + character + ",忻州\n").utf8)
    #expect(SurveyOutcome(of: bytes).decision?.isWhole == true)
  }
}
