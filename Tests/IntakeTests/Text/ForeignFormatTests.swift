import Testing
import Vocabulary

@testable import Intake

@Suite("Files that are no table")
struct ForeignFormatTests {
  private static func padded(_ head: [UInt8], _ more: (place: Int, bytes: [UInt8])...) -> [UInt8] {
    var bytes = head + [UInt8](repeating: 0, count: 600 - head.count)
    for (place, inserted) in more {
      bytes.replaceSubrange(place..<place + inserted.count, with: inserted)
    }
    return bytes
  }

  @Test(
    "are named for what they are and never opened",
    arguments: [
      (Array("PK\u{3}\u{4}rest".utf8), "ZIP"), ([0x1F, 0x8B, 8, 0], "GZIP"),
      ([0x89, 0x50, 0x4E, 0x47, 13, 10], "PNG"), (Array("%PDF-1.7".utf8), "PDF"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "XLS"), (Array("SQLite format 3\0".utf8), "SQLite"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), (Array("Rar!\u{1A}\u{7}".utf8), "RAR"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7Z"), ([0x04, 0x22, 0x4D, 0x18], "LZ4"),
      (Array("LZIP\u{1}".utf8), "LZIP"), (Array("{\\rtf1\\ansi".utf8), "RTF"),
      (padded(Array("BM".utf8)), "BMP"), (padded(Array("PAR1\u{15}".utf8)), "Parquet"),
      (padded(Array("ARROW1\0\0".utf8)), "Arrow"), (padded(Array("GIF89a".utf8)), "GIF"),
      (padded([0, 0, 0, 24] + Array("ftypheic".utf8)), "HEIC"),
      (padded(Array("RIFF".utf8), (8, Array("WEBPVP8 ".utf8))), "WebP"),
      (padded([0, 1, 0, 0] + Array("Standard ACE DB".utf8)), "Access"),
      (padded(Array("x.csv".utf8), (257, Array("ustar".utf8))), "TAR"),
      (padded([3, 126, 3, 15, 9, 0, 0, 0, 97, 0, 40, 0]), "DBF"),
      (Array("+/v8-a,b\n".utf8), "UTF-7"), ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "UTF-32"),
      (Array("\n <HTML><table>".utf8), "HTML"),
      ([0xEF, 0xBB, 0xBF] + Array("<?xml version".utf8), "XML"),
      (utf16("<!DOCTYPE html>", isBigEndian: false), "HTML"),
      (Array("MIME-Version: 1.0\r\nContent-Type: text/csv\r\n".utf8), "mail"),
      (Array("From: <Saved>\r\nSubject: x\r\nMessage-ID: <1>\r\n".utf8), "mail"),
      (Array("version https://git-lfs.github.com/spec/v1\n".utf8), "Git LFS"),
    ] as [([UInt8], String)])
  func named(bytes: [UInt8], name: String) {
    let problem = SurveyOutcome(of: bytes).problem
    #expect(problem?.code == .notText)
    #expect(problem?.detail?.en.contains(name) == true, "\(problem?.detail?.en ?? "")")
  }

  @Test(
    "JSON is known by more than its bracket",
    arguments: [
      "{\"id\": 1}", " {\n \"名称\" : \"x\"", "[{\"a\":1}]", "[\n  [1, 2],", "[\"a\", \"b\"]\n",
      "[]", "{}\n", "[1,2,3]", "[-1.5e3, null]", "[true]\n[false]\n", "[\"\\\"\"]",
    ])
  func json(text: String) {
    #expect(SurveyOutcome(of: Array(text.utf8)).problem?.detail?.en == "JSON")
  }

  @Test(
    "a table whose first cell looks like another format stays a table",
    arguments: [
      "[编号],[名称]\n1,2\n", "[1],[2]\n", "{A1},b\n", "{\"A1\"},b\n", "[a,b],c\n", "[\"a\"],b\n",
      "[-],b\n", "<编号>,<名称>\n1,2\n", "BM编号,名称\n", "MZ,b\n1,2\n", "PAR1,PAR2\n1,2\n",
      "ID3,ID4\n1,2\n", "ORC,b\n1,2\n", "RIFF,b\n1,2\n", "From:,To:\na,b\n", "Date:2026,中\n1,2\n",
      "PK,b\n1,2\n", "LZIP,b\n1,2\n", "0,1\n2,3\n", "+/v,b\n", "AC1032,b\n1,2\n", "[],[]\n1,2\n",
    ])
  func tables(text: String) {
    let outcome = SurveyOutcome(of: Array(text.utf8))
    #expect(outcome.encoding == .utf8, "\(outcome)")
  }

  @Test("text in two or four bytes without a mark is named", arguments: [false, true])
  func unmarked(isBigEndian: Bool) {
    let order = isBigEndian ? "BE" : "LE"
    for text in [chineseTable, "id,name\n1,x\n"] {
      let narrow = SurveyOutcome(of: utf16(text, isBigEndian: isBigEndian, isMarked: false)).problem
      #expect(narrow?.code == .notText)
      #expect(narrow?.detail?.en.contains("UTF-16\(order)") == true)
      let wide = SurveyOutcome(of: utf32(text, isBigEndian: isBigEndian)).problem
      #expect(wide?.code == .notText)
      #expect(wide?.detail?.en.contains("UTF-32\(order)") == true)
    }
    // Little ASCII among the hanzi, and 一, half of whose bytes are zero.
    let prose = String(repeating: "一旦超标排放，责令限期一一改正并处罚款。\n", count: 50)
    let sparse = SurveyOutcome(of: utf16(prose, isBigEndian: isBigEndian, isMarked: false)).problem
    #expect(sparse?.detail?.en.contains("UTF-16\(order)") == true)
  }

  @Test("once the first bytes have named a format the rest is not read")
  func early() {
    var survey = EncodingSurvey()
    let piece = Array("%PDF-1.7 ".utf8) + [UInt8](repeating: 0x20, count: FileSignature.length)
    survey.take(piece.span)
    #expect(survey.isRefused)
    survey.take(Array("忻州".utf8).span)
    #expect(throws: Failure.self) { try survey.decision(shown: "x.csv") }
  }
}
