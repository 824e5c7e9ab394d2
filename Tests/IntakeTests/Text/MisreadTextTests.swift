import Foundation
import Testing
import Vocabulary

@testable import Intake

@Suite("Text that was misread and saved")
struct MisreadTextTests {
  private let small = "编号,名称\n1,忻州市某厂\n"

  private func refusal(of text: String) -> String? {
    let problem = SurveyOutcome(of: Array(text.utf8)).problem
    guard problem?.code == .doubleEncoded else { return nil }
    return problem?.detail?.en
  }

  @Test("UTF-8 opened as GBK is named, whatever became of the characters it lacks")
  func utf8AsGBK() throws {
    for table in [chineseTable, small] {
      let misread = openedAsGB18030(Array(table.utf8))
      #expect(refusal(of: misread)?.contains("opened as GBK") == true)
      #expect(refusal(of: misread.replacing("\u{FFFD}", with: "?"))?.contains("GBK") == true)
      #expect(refusal(of: misread.replacing("\u{FFFD}", with: ""))?.contains("GBK") == true)
      let wide = utf16(misread, isBigEndian: false)
      #expect(SurveyOutcome(of: wide).problem?.code == .doubleEncoded)
    }
    #expect(refusal(of: "浣犲ソ涓栫晫,浣犲ソ涓栫晫\n") != nil)
  }

  @Test("UTF-8 opened as Latin-1 or Windows-1252 is named")
  func utf8AsLatin() throws {
    for table in [chineseTable, small] {
      #expect(refusal(of: openedAsLatin1(Array(table.utf8)))?.contains("Western") == true)
      let windows = try openedAsWindows1252(Array(table.utf8))
      #expect(refusal(of: windows)?.contains("UTF-8 text was opened in a Western") == true)
    }
    #expect(refusal(of: "ä½\u{A0}å¥½,ä½\u{A0}å¥½\n") != nil)
  }

  @Test("GBK opened as Latin-1 is named")
  func gbkAsLatin() throws {
    for table in [chineseTable, small] {
      let misread = openedAsLatin1(try inGB18030(table))
      #expect(refusal(of: misread)?.contains("GBK text was opened") == true)
    }
  }

  @Test("text whose characters were lost is named for what stands in their place")
  func lost() throws {
    for table in [chineseTable, small] {
      let replaced = String(decoding: try inGB18030(table), as: UTF8.self)
      #expect(refusal(of: replaced)?.contains("U+FFFD") == true)
      #expect(refusal(of: openedAsGB18030(Array(replaced.utf8)))?.contains("锟斤拷") == true)
      let marks = String(table.map { $0.isASCII ? $0 : "?" })
      #expect(refusal(of: marks)?.contains("question marks") == true)
    }
  }

  @Test(
    "what is rare or strange but was read rightly is not taken for misread",
    arguments: [
      "编号,名称\n1,锟斤拷\n2,忻州市某厂\n3,某某\n", "id,name\n1,??\n2,??\n3,x\n4,??\n",
      "id,note\n1,what???\n2,x??\n3,y????\n", "id,nom\n1,“À Genève…” été\n2,naïve €5\n3,中文\n",
      "编号,名称\n1,鑫淼焱垚犇羴骉\n2,煜炜烨燊\n", "id,x\n1,————————\n2,————\n3,……————\n4,中\n",
      "编号,单位\n1,µg/m³\n2,°C\n3,±×÷\n", "编号,名称\n1,\u{FFFD}\n2,忻州市某厂\n",
      "名称\nｱｲｳｴｵ\nкириллица\nελληνικά\n한국어\n", "编号,名称\n1,璟熠翀昇\n2,鄭鶴鷺鸝鸛\n",
    ])
  func strange(text: String) {
    let outcome = SurveyOutcome(of: Array(text.utf8))
    #expect(outcome.encoding == .utf8, "\(outcome)")
  }

  @Test("no run of genuine hanzi, however they are drawn, is taken for misread")
  func drawn() {
    var generator = SeededGenerator(state: 31)
    // Hanzi of GB 2312 level 1 and of the whole block, in names of two to twelve.
    for upper in [0x6000, 0x9FA5] {
      var text = "编号,名称\n"
      for row in 0..<400 {
        let name = (0..<Int.random(in: 2...12, using: &generator)).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0x4E00...UInt32(upper), using: &generator))
        }
        text += "\(row)," + String(String.UnicodeScalarView(name)) + "\n"
      }
      #expect(SurveyOutcome(of: Array(text.utf8)).encoding == .utf8)
    }
  }

  private func openedAsWindows1252(_ bytes: [UInt8]) throws -> String {
    // The five bytes it lacks become question marks, as in most programs.
    let lacking: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let text = String(
      bytes: bytes.map { lacking.contains($0) ? 0x3F : $0 }, encoding: .windowsCP1252)
    return try #require(text)
  }
}
