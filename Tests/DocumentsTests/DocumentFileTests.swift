import Documents
import Foundation
import Glibc
import Testing
import Vocabulary

@Suite("Files of official documents")
struct DocumentFileTests {
  @Test("Every part is well-formed, of every kind, and so is one with nothing in it")
  func wellFormed() throws {
    let common: Set = [
      "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
      "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/fontTable.xml",
      "word/header-default.xml", "word/header-even.xml", "word/footer-default.xml",
      "word/footer-even.xml",
    ]
    let first: Set = ["word/header-first.xml", "word/footer-first.xml"]
    #expect(Set(try ReadDocument(SampleDocuments.report()).parts.keys) == common)
    #expect(Set(try ReadDocument(SampleDocuments.report(.bulletin)).parts.keys) == common)
    for kind in [OfficialKind.transferLetter, .feedbackLetter] {
      #expect(
        Set(try ReadDocument(SampleDocuments.letter(kind)).parts.keys) == common.union(first))
    }
    let bare = OfficialDocument(
      .bulletin, banner: "", organisation: "", title: [], asOf: SampleDocuments.asOf, run: "")
    #expect(Set(try ReadDocument(bare).parts.keys) == common)
  }

  @Test("Children stand in the schema's order, or Word repairs the file")
  func order() throws {
    for document in SampleDocuments.all {
      let read = try ReadDocument(document)
      #expect(Set(read.orders.keys).isSubset(of: Set(SchemaOrder.children.keys)))
      #expect(
        Set(read.orders.keys).isSuperset(of: ["pPr", "rPr", "tblPr", "tcPr", "sectPr", "sdtPr"]))
      for (element, orders) in read.orders {
        let schema = try #require(SchemaOrder.children[element])
        for order in orders {
          let places = try order.map { child in
            try #require(schema.firstIndex(of: child), "\(child) in \(element)")
          }
          #expect(places == places.sorted(), "\(element): \(order)")
        }
      }
    }
  }

  @Test("The same bytes again, and in another time zone")
  func repeats() async throws {
    let report = try DocumentFile.bytes(of: SampleDocuments.report())
    let letter = try DocumentFile.bytes(of: SampleDocuments.letter(.feedbackLetter))
    #expect(try DocumentFile.bytes(of: SampleDocuments.report()) == report)
    // A process of its own: the zone is the whole process's.
    await #expect(processExitsWith: .success) {
      [report = report as [UInt8], letter = letter as [UInt8]] in
      for zone in ["America/New_York", "Asia/Kathmandu"] {
        unsafe setenv("TZ", zone, 1)
        tzset()
        try #require(try DocumentFile.bytes(of: SampleDocuments.report()) == report)
        try #require(
          try DocumentFile.bytes(of: SampleDocuments.letter(.feedbackLetter)) == letter)
      }
    }
  }

  @Test("python-docx reads headings, tables, repeated heads, page and properties")
  func pythonDocx() throws {
    let read = try ReadByPythonDocx(SampleDocuments.report(rows: 200))
    #expect(
      read.headings == [
        ["Heading 1", "一、总体情况"], ["Heading 2", "（一）分县（市、区）情况"], ["Heading 2", "（二）分渠道情况"],
        ["Heading 1", "二、需要重点关注的线索"], ["Heading 2", "（一）例外情形"], ["Heading 3", "1.涉及生态保护红线"],
        ["Heading 4", "（1）数据口径"], ["Heading 1", "三、下一步工作"],
      ])
    #expect(read.tables.count == 2, "the counties and 版记")
    #expect(read.tables[0].rows.count == 201)
    #expect(read.tables[0].rows[0][1...2] == ["有效线索", "应当启动"])
    #expect(read.tables[0].rows[200] == ["原平市", "389", "14", "61", "82", "3", "412.6"])
    #expect(read.tables[0].repeated == [true] + [Bool](repeating: false, count: 200))
    #expect(read.tables[0].whole == [Bool](repeating: true, count: 201))
    #expect(read.margins == [37, 26, 35, 28])
    #expect(read.paper == [210, 297])
    #expect(read.evenAndOdd)
    #expect(!read.firstIsOther)
    #expect(
      read.properties == [
        "忻州市生态环境局关于2026年第三季度生态环境损害赔偿线索筛查情况的报告", "忻州市生态环境局", "报告", "R000001",
        "2026-10-09T00:00:00+00:00", "2026-10-09T00:00:00+00:00",
      ])
  }

  @Test("Every page says for whom it is: odd ones, even ones and a letter's first")
  func banners() throws {
    let banner = "内部版　含责任主体信息，不得公开"
    let report = try ReadByPythonDocx(SampleDocuments.report())
    #expect(report.headers[..<2] == [banner, banner])
    let letter = try ReadByPythonDocx(SampleDocuments.letter(.transferLetter))
    #expect(letter.headers == [banner, banner, banner])
    #expect(letter.firstIsOther)
    var trial = SampleDocuments.report()
    trial.warnings = ["规则包未发布，试用"]
    let parts = try ReadDocument(trial).parts
    #expect(parts["word/header-default.xml"] == banner + "规则包未发布，试用")
    #expect(parts["word/header-even.xml"] == banner + "规则包未发布，试用")
  }
}
