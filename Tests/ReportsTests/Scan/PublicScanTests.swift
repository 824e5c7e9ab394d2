import Files
import Testing
import Vocabulary

@testable import Reports

/// What the scan of finished files stops at, and what it lets pass.
@Suite("The scan of public files") struct PublicScanTests {
  private let scan = PublicScan(
    names: ["欧阳建国", "王伟", "匿名", "李某某", "高平", "是", "阿里·买买提", "忻州市宏达有限公司"],
    telephones: ["0350-3021234", "139 1234 5678", "12345"],
    identityNumbers: ["140902198001011234"], allowed: ["忻州市宏达有限公司", "高平"],
    asOf: Day(iso: "2026-10-15") ?? Day(number: 0))

  private func kinds(_ text: String, in name: String = "data/leads.csv") throws -> [PublicScan.Kind]
  {
    try scan.findings(in: name, Array(text.utf8)).map(\.kind)
  }

  /// 18 digits with the check that GB 11643 gives them.
  static func identityNumber(_ first17: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let digits = first17.compactMap(\.wholeNumberValue)
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
    return first17 + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  private static let person = identityNumber("14090219800101101")
  private static let fullWidth = String(
    String.UnicodeScalarView(
      person.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
  /// One whose check is X.
  private static let withX =
    (0..<1000).lazy.map { identityNumber("14090219800101" + padded3($0)) }
    .first { $0.hasSuffix("X") } ?? ""

  private static func padded3(_ number: Int) -> String {
    String(repeating: "0", count: 3 - String(number).count) + String(number)
  }

  @Test("finds identity numbers however they are written")
  func identityNumbers() throws {
    let one = Self.person
    let cut = one.dropFirst(6)
    for text in [
      one, "身份证\(one)。", "a,\(one),b", "ID\(one)", "13800000\(one)11", Self.fullWidth, Self.withX,
      Self.withX.lowercased(), "\(one.prefix(6)) \(cut.prefix(8)) \(cut.dropFirst(8))",
      "\(one.prefix(6))\u{3000}\(cut)", "\(one.prefix(6))\u{200B}\(cut)",
      one.map(String.init).joined(separator: " "), "140902800101123", "140902198001011234",
    ] {
      #expect(try kinds(text) == [.identityNumber], "\(text)")
    }
  }

  @Test("finds telephones, and those of reporters whatever they are")
  func phones() throws {
    for text in [
      "13812345678", "电话:１３８１２３４５６７８", "+8613812345678", "138-1234-5678", "138 1234 5678",
      "008613812345678", "a,13812345678,", "1 3 8 1 2 3 4 5 6 7 8",
    ] {
      #expect(try kinds(text) == [.phone], "\(text)")
    }
    for text in ["0350-3021234", "03503021234", "0350 3021234", "13912345678", "139-1234-5678"] {
      #expect(try kinds(text) == [.reporterPhone], "\(text)")
    }
  }

  @Test("finds reporters by whole runs of hanzi")
  func names() throws {
    for text in [
      "欧阳建国", "a,王伟,b", "举报人欧阳建国", "欧阳建国反映", "举报人王伟举报", "（王伟）", "阿里·买买提", "王伟先生",
    ] {
      #expect(try kinds(text) == [.reporterName], "\(text)")
    }
    for text in ["王伟东", "大王伟业公司", "匿名", "李某某", "高平市", "高平", "是", "忻州市宏达有限公司"] {
      #expect(try kinds(text).isEmpty, "\(text)")
    }
  }

  @Test("finds persons' names inside longer runs of hanzi, short ones beside what tells them")
  func innerNames() throws {
    let scan = PublicScan(
      names: ["邸明田", "王平", "信访办公室", "张家庄", "李强（电话举报）", "赵小红、钱大明", "孙一山女士"], telephones: [],
      identityNumbers: [], allowed: ["忻州市邸明田养殖场"], asOf: Day(iso: "2026-10-15") ?? Day(number: 0))
    func found(_ text: String) throws -> Int {
      try scan.findings(in: "data/leads.csv", Array(text.utf8)).map(\.count).reduce(0, +)
    }
    for text in [
      "神池县义井镇邸明田家门口", "邸明田宅旁", "据邸明田来电反映夜间排烟", "神池县王平家门口", "义井镇王平宅旁", "镇里王平反映", "忻府区举报人王平住处",
      "群众王平称夜间排烟", "李强来电", "村东赵小红院外", "村东钱大明院外", "孙一山女士屋后", "信访办公室来电",
      String(repeating: "水", count: 500) + "邸明田" + String(repeating: "水", count: 500),
    ] {
      #expect(try found(text) == 1, "\(text)")
    }
    #expect(try found("邸明田与邸明田邻居") == 2)
    for text in [
      "忻州市邸明田养殖场东侧", "王平村", "王平家庄", "太王平业公司", "张家庄村东", "市信访办公室东侧", "电话举报", "邸明", "王平户沟",
    ] {
      #expect(try found(text) == 0, "\(text)")
    }
  }

  @Test("masks the names it finds and nothing else")
  func masking() {
    let names = ReporterNames(["邸明田", "王平", "匿名"], allowed: ["王平安砂场", "邸明田养殖场"])
    for (text, masked) in [
      ("神池县义井镇邸明田家门口", "神池县义井镇某某家门口"), ("邸明田、王平反映，匿名", "某某、某某反映，匿名"),
      ("王平安砂场门前", "王平安砂场门前"), ("邸明田养殖场与邸明田", "邸明田养殖场与某某"), ("ABC\u{202E}", "ABC\u{202E}"), ("", ""),
    ] {
      #expect(names.masked(text) == masked)
    }
    #expect(ReporterNames(["匿名", "李某某", "Smith", "王"]).isEmpty)
  }

  @Test("digests, codes, coordinates, ids and document numbers pass")
  func harmless() throws {
    let digest = "4d13812345678ae0" + String(repeating: "0a1b2c3d", count: 6)
    for text in [
      digest, "91140900MA0K13812X", "911409001234567890", "112.13812345678",
      "[112.123456,38.123456]",
      "XS140900-2026Q3-00042", "YW140900-000042", "晋环罚〔2026〕140902号", "忻检公移〔2026〕13812号",
      "2026-07-01 2026-07-02", "13812345678.00", "1,381,234,567,800", "140902202607010013",
      "12345", "3021234", Self.identityNumber("14090220260701001"), "138123456789", "23812345678",
    ] {
      #expect(try kinds(text).isEmpty, "\(text)")
    }
  }

  @Test("reads pages as people do: runs joined, cells apart, attributes and titles too")
  func markup() throws {
    let one = Self.person
    let (head, tail) = (one.prefix(9), one.dropFirst(9))
    for text in [
      "<p>\(head)<b>\(tail)</b></p>", "<svg><title>\(one)</title></svg>", "<td title=\"\(one)\">",
      "<p>\(head)<span class=\"x\">\(tail)</span></p>", "<p>&#49;\(one.dropFirst())</p>",
      "<p>&#x31;\(one.dropFirst())</p>", "<a data-x='\(one)'>",
    ] {
      #expect(try kinds(text, in: "report.html") == [.identityNumber], "\(text)")
    }
    for text in [
      "<td>\(head)</td><td>\(tail)</td>", "<path d=\"M\(head) \(tail)\"/>",
      "<path d=\"m13812345678 0\"/>", "<p>\(head)</p><p>\(tail)</p>",
    ] {
      #expect(try kinds(text, in: "report.html").isEmpty, "\(text)")
    }
  }

  @Test("reads every part of Office files and archives within archives")
  func archives() throws {
    let one = Self.person
    func zip(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
      var zip = try ZipWriting()
      for part in parts { try zip.add(part.0, part.1) }
      return try zip.finish()
    }
    let runs =
      "<w:p><w:r><w:t>\(one.prefix(7))</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>\(one.dropFirst(7))</w:t></w:r></w:p>"
    let document = try zip([
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(runs.utf8)),
    ])
    let found = try scan.findings(in: "report.docx", document)
    #expect(found.map(\.kind) == [.identityNumber])
    #expect(found.first?.part == "word/document.xml" && found.first?.file == "report.docx")
    for sheet in [
      "<si><t>举报人</t></si><si><t>王伟</t></si>", "<c t=\"inlineStr\"><is><t>王伟</t></is></c>",
      "<si><r><t>王</t></r><r><t>伟</t></r></si>",
    ] {
      let workbook = try zip([("xl/sharedStrings.xml", Array(sheet.utf8))])
      #expect(try scan.findings(in: "ledger.xlsx", workbook).map(\.kind) == [.reporterName])
    }
    let inner = try zip([("data/documents/report.docx", document)])
    let nested = try scan.findings(in: "XZ-r1.zip", inner)
    #expect(nested.first?.part == "data/documents/report.docx/word/document.xml")
    let apart = "<row><c><v>\(one.prefix(9))</v></c><c><v>\(one.dropFirst(9))</v></c></row>"
    #expect(try scan.findings(in: "a.xlsx", zip([("s.xml", Array(apart.utf8))])).isEmpty)
    #expect(throws: Failure.self) { try scan.findings(in: "a.zip", Array("kein Zip".utf8)) }
  }

  @Test("a finding says how often, and nothing of what was found")
  func finding() throws {
    let found = try scan.findings(in: "a.csv", Array("\(Self.person),\(Self.person)\n王伟".utf8))
    #expect(found.map(\.count) == [2, 1])
    #expect(found.allSatisfy { !"\($0)".contains("王伟") && !"\($0)".contains(Self.person) })
    #expect(try scan.findings(in: "王伟.csv", []).map(\.kind) == [.reporterName])
  }

  @Test("editions of a hostile quarter pass, whatever is in them", arguments: Audience.allCases)
  func editions(audience: Audience) throws {
    for file in try EditionFiles.all(Edition(PageFixture().report(), for: audience))
    where audience != .inHouse {
      #expect(try scan.findings(in: file.name, file.bytes).isEmpty, "\(file.name)")
    }
  }
}
