import Testing

@testable import Documents

/// What stands in a document.
@Suite("Content of official documents")
struct DocumentContentTests {
  @Test("What people decide is a field to fill in, what the report counts is a control by its name")
  func controls() throws {
    let controls = try ReadDocument(SampleDocuments.report()).controls
    #expect(
      controls.filter(\.isPlaceholder).map { [$0.tag, $0.text] } == [
        ["number", "〔文号〕"], ["signer", "〔签发人〕"], ["owner", "〔责任科室〕"], ["date", "〔成文日期〕"],
        ["printer", "〔印发机关〕"], ["print_date", "〔印发日期〕"],
      ])
    #expect(
      controls.filter { $0.tag.hasPrefix("figure:") }.map { [$0.tag, $0.text] } == [
        ["figure:records", "18,426"], ["figure:leads", "1,284"], ["figure:initiate", "86"],
        ["figure:verify", "412"], ["figure:may_not_initiate", "537"], ["figure:review", "168"],
        ["figure:excluded", "81"],
      ])
    #expect(
      controls.filter { ["agency", "title", "to", "signature"].contains($0.tag) }.map(\.text) == [
        "忻州市生态环境局文件", "忻州市生态环境局关于2026年第三季度生态环境损害赔偿线索筛查情况的报告", "山西省生态环境厅", "忻州市生态环境局",
      ])
    #expect(Set(controls.map(\.id)).count == controls.count)
  }

  @Test("A bulletin is signed by nobody in its head; a letter has a mark, and no printing")
  func kinds() throws {
    func placeholders(_ document: OfficialDocument) throws -> [String] {
      try ReadDocument(document).controls.filter(\.isPlaceholder).map(\.tag)
    }
    #expect(
      try placeholders(SampleDocuments.report(.bulletin)) == [
        "number", "owner", "date", "printer", "print_date",
      ])
    #expect(try placeholders(SampleDocuments.letter(.transferLetter)) == ["number", "date"])
    #expect(
      try placeholders(SampleDocuments.letter(.feedbackLetter)) == ["number", "decision", "date"])
    let letter = try ReadDocument(SampleDocuments.letter(.transferLetter))
    #expect(letter.parts["word/header-first.xml"] == "内部版　含责任主体信息，不得公开忻州市生态环境局")
    #expect(letter.texts(of: "AgencyMark") == [])
    #expect(letter.texts(of: "Copies") == ["抄送：忻州市人民检察院，忻州市司法局。"])
    #expect(letter.texts(of: "Printed") == [])
  }

  @Test("An addressee and a printer that are known stand there")
  func known() throws {
    var document = SampleDocuments.report()
    document.addressee = nil
    document.printer = "忻州市生态环境局办公室"
    let read = try ReadDocument(document)
    #expect(read.texts(of: "SendTo") == ["〔主送机关〕："])
    #expect(read.texts(of: "Printed") == ["忻州市生态环境局办公室〔印发日期〕印发"])
  }

  @Test("Attachments are numbered when there are several, and end without a stop")
  func attachments() throws {
    #expect(
      try ReadDocument(SampleDocuments.report()).texts(of: "AttachmentFirst") == [
        "附件：1.2026年第三季度线索台账"
      ])
    #expect(
      try ReadDocument(SampleDocuments.letter(.transferLetter)).texts(of: "AttachmentOnly") == [
        "附件：线索证据材料清单"
      ])
    var document = SampleDocuments.report()
    document.attachments = []
    let bare = try ReadDocument(document)
    #expect(bare.texts(of: "AttachmentOnly") == [])
  }

  @Test("A table without rows says so; tables are numbered by their place")
  func emptyTable() throws {
    var document = SampleDocuments.report()
    let table = DocumentTable("清单", columns: [.init(1), .init(2)], header: [["甲", "乙"]], rows: [])
    document.body = [.table(table), .table(table)]
    let read = try ReadDocument(document)
    #expect(read.texts(of: "Caption") == ["表1　清单", "表2　清单"])
    #expect(read.texts(of: "TableWord") == ["（无）", "（无）"])
  }

  @Test("Columns share the width to the last twentieth of a point")
  func widths() {
    let table = DocumentTable(
      "", columns: [.init(1), .init(1), .init(1), .init(4)], header: [], rows: [])
    #expect(table.widths(of: 8844) == [1263, 1263, 1264, 5054])
  }

  @Test("Headings are numbered by level, and begin anew below another")
  func headings() {
    var numbers = HeadingNumbers()
    let levels: [HeadingLevel] = [
      .first, .second, .second, .third, .fourth, .first, .second, .third,
    ]
    #expect(
      levels.map { numbers.next($0) } == ["一、", "（一）", "（二）", "1.", "（1）", "二、", "（一）", "1."])
    #expect(
      [1, 10, 11, 20, 21, 99, 100].map(HeadingNumbers.chinese) == [
        "一", "十", "十一", "二十", "二十一", "九十九", "100",
      ])
  }

  @Test("A red head stays in one line; a signature is centred over its date")
  func measures() {
    #expect(PageLayout.markSize(of: "忻州市局文件") == 42)
    #expect(PageLayout.markSize(of: String(repeating: "局", count: 15)) == 28)
    #expect(PageLayout.markSize(of: String(repeating: "局", count: 400)) == 22)
    let short = PageLayout.signatureIndents(of: "某局")
    #expect(short.name == 2000 && short.date == 1280)
    // 20 characters: the date moves instead, and the name reaches the edge.
    let long = PageLayout.signatureIndents(of: String(repeating: "局", count: 20))
    #expect(long.name == 0 && long.date == 2160)
  }

  @Test("A paragraph with a long code is not drawn apart")
  func longWords() {
    #expect(Run.text("代码91140900MA0K000000。").hasLongWord)
    #expect(!Run.text("XS140900-2026Q3-0007，2026年").hasLongWord)
    #expect(!Run.figure(name: "records", "18,426").hasLongWord)
  }
}
