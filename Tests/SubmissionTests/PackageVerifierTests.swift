import Files
import Submission
import Testing
import Vocabulary

/// One thing done to a valid package, and all that must be found then.
struct Tampering: Sendable, CustomTestStringConvertible {
  let name: String
  let change: @Sendable (inout PackageFiles) -> Void
  let expected: [String]

  var testDescription: String { name }

  init(
    _ name: String, finds expected: [String],
    _ change: @escaping @Sendable (inout PackageFiles) -> Void
  ) {
    self.name = name
    self.change = change
    self.expected = expected
  }

  private static let leads = "data/tables/leads.csv"
  private static let descriptor = "data/datapackage.json"

  /// The bag itself, nothing listed again.
  static let bags: [Tampering] = [
    Tampering(
      "a byte of a document changed", finds: ["wrong-hash data/documents/报告.txt"]
    ) { $0.replace("报告", by: "报白", in: "data/documents/报告.txt") },
    Tampering(
      "a document cut short",
      finds: ["wrong-hash data/documents/报告.txt", "wrong-oxum bag-info.txt"]
    ) { $0.replace("PK", by: "P", in: "data/documents/报告.txt") },
    Tampering(
      "a document missing",
      finds: ["missing-file data/documents/报告.txt", "wrong-oxum bag-info.txt"]
    ) { $0.files["data/documents/报告.txt"] = nil },
    Tampering(
      "a file too many",
      finds: ["unlisted-file data/documents/私货.txt", "wrong-oxum bag-info.txt"]
    ) { $0["data/documents/私货.txt"] = "x" },
    Tampering(
      "the manifest exchanged",
      finds: ["wrong-hash \(leads)", "wrong-hash manifest-sha256.txt"]
    ) { files in
      let hash = files["manifest-sha256.txt"].split(separator: "\n").last?.prefix(64) ?? ""
      files.replace(String(hash), by: String(hash.reversed()), in: "manifest-sha256.txt")
    },
    Tampering(
      "a line of the manifest torn, with another path",
      finds: [
        "bad-manifest-line manifest-sha256.txt:6", "bad-manifest-line manifest-sha256.txt:7",
        "wrong-hash manifest-sha256.txt",
      ]
    ) { $0["manifest-sha256.txt"] += "0123\n\(String(repeating: "a", count: 64))  ../../x\n" },
    Tampering(
      "a file listed twice",
      finds: ["repeated-path manifest-sha256.txt:6", "wrong-hash manifest-sha256.txt"]
    ) { files in
      let line = files["manifest-sha256.txt"].split(separator: "\n")[0]
      files["manifest-sha256.txt"] += "\(line)\n"
    },
    Tampering("the size misstated", finds: ["wrong-oxum bag-info.txt"]) { files in
      files["bag-info.txt"] = files["bag-info.txt"].replacing(".5\n", with: ".6\n")
      files.listTagsAgain()
    },
    Tampering(
      "no manifest",
      finds: [
        "no-manifest manifest-sha256.txt", "missing-file manifest-sha256.txt",
      ]
    ) { $0.files["manifest-sha256.txt"] = nil },
    Tampering(
      "no tag manifest", finds: ["missing-file tagmanifest-sha256.txt"]
    ) { $0.files["tagmanifest-sha256.txt"] = nil },
    Tampering(
      "the declaration of another version", finds: ["bad-declaration bagit.txt"]
    ) { files in
      files["bagit.txt"] = "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"
      files.listTagsAgain()
    },
    Tampering("files to be fetched", finds: ["files-elsewhere fetch.txt"]) {
      $0["fetch.txt"] = "https://example.org/x 12 data/documents/x\n"
    },
    Tampering(
      "unknown tags and tag files, and a manifest by SM3",
      finds: ["unknown-algorithm manifest-sm3.txt"]
    ) { files in
      files["bag-info.txt"] += "Bag-Group-Identifier: 2026\nX-Unknown: 任意\n  continued\n"
      files["signature.txt"] = "任意内容"
      files["manifest-sm3.txt"] = "ab  data/x\n"
      files.listTagsAgain()
    },
  ]

  /// What is in the tables; everything listed again.
  static let tables: [Tampering] = [
    Tampering("a word that is not agreed", finds: ["unknown-word \(leads):2 disposition"]) {
      $0.replace(",initiate,", by: ",Initiate,", in: leads)
    },
    Tampering("a required value missing", finds: ["missing-value \(leads):2 disposition"]) {
      $0.replace(",initiate,", by: ",,", in: leads)
    },
    Tampering("a number below its range", finds: ["out-of-range \(leads):2 amount"]) {
      $0.replace("12000.50", by: "-0.01", in: leads)
    },
    Tampering("a number above its range", finds: ["out-of-range \(leads):2 amount"]) {
      $0.replace("12000.50", by: "100000000.00", in: leads)
    },
    Tampering("no number", finds: ["wrong-type \(leads):2 amount"]) {
      $0.replace("12000.50", by: "1.2e4", in: leads)
    },
    Tampering("a day that no calendar has", finds: ["wrong-type \(leads):5 discovery_date"]) {
      $0.replace("2026-09-30", by: "2026-09-31", in: leads)
    },
    Tampering("a day after the last", finds: ["out-of-range \(leads):5 discovery_date"]) {
      $0.replace("2026-09-30", by: "2026-10-06", in: leads)
    },
    Tampering(
      "a key twice",
      finds: ["repeated-value \(leads):5 lead_id", "repeated-key \(leads):5 lead_id"]
        + ["orphan-key data/tables/lead_sources.csv:5 lead_id"]
    ) { $0.replace("Q3-00003", by: "Q3-00001", in: leads) },
    Tampering(
      "a reference to no lead", finds: ["orphan-key data/tables/lead_sources.csv:4 lead_id"]
    ) { $0.replace("Q3-00002", by: "Q3-00009", in: "data/tables/lead_sources.csv") },
    Tampering(
      "part of a key missing",
      finds: [
        "missing-value data/tables/lead_sources.csv:2 seq",
        "missing-value data/tables/lead_sources.csv:2 lead_id,seq",
      ]
    ) { $0.replace("Q3-00001,1", by: "Q3-00001,", in: "data/tables/lead_sources.csv") },
    Tampering("another header", finds: ["wrong-header \(leads):1"]) {
      $0.replace("county_code", by: "county", in: leads)
    },
    Tampering("a row with a cell too many", finds: ["bad-table \(leads):2"]) {
      $0.replace("2026-07-03,", by: "2026-07-03,,", in: leads)
    },
    Tampering("a quote that does not end", finds: ["bad-table \(leads):5"]) {
      $0.replace("=SUM(A1)", by: "\"=SUM(A1)", in: leads)
    },
  ]

  /// What the descriptor and the checks say; everything listed again.
  static let statements: [Tampering] = [
    Tampering("a total that the table does not have", finds: ["wrong-total \(descriptor) leads"]) {
      $0.replace("\"value\": \"3\"", by: "\"value\": \"4\"", in: descriptor)
    },
    Tampering("a sum that is off by a fen", finds: ["wrong-total \(descriptor) amount"]) {
      $0.replace("15000.49", by: "15000.50", in: descriptor)
    },
    Tampering("another key", finds: ["wrong-identity \(descriptor) idempotencyKey"]) {
      $0.replace("|r1|", by: "|r2|", in: descriptor)
    },
    Tampering(
      "another quarter",
      finds: [
        "wrong-identity \(descriptor) idempotencyKey",
        "wrong-identity bag-info.txt External-Identifier",
      ]
    ) { $0.replace("\"period\": \"2026Q3\"", by: "\"period\": \"2026Q4\"", in: descriptor) },
    Tampering(
      "a revision without a reason",
      finds: [
        "bad-revision \(descriptor) type", "bad-revision \(descriptor) reason",
      ]
    ) { $0.replace("\"type\": \"original\"", by: "\"type\": \"revision\"", in: descriptor) },
    Tampering("a constraint that is not known", finds: ["bad-descriptor \(descriptor):85 pattern"])
    {
      $0.replace("\"unique\": true", by: "\"pattern\": \"^(a+)+$\"", in: descriptor)
    },
    Tampering("a descriptor that is cut", finds: ["bad-descriptor \(descriptor):1"]) {
      $0["data/datapackage.json"] = "{\"name\":"
    },
    Tampering("a key twice in the descriptor", finds: ["bad-descriptor \(descriptor):4"]) {
      $0.replace("\"title\": \"生态", by: "\"name\": \"x\", \"title\": \"生态", in: descriptor)
    },
    Tampering("a table that nobody names", finds: ["unlisted-table data/tables/more.csv"]) {
      $0["data/tables/more.csv"] = "a\n1\n"
    },
    Tampering("a failed check", finds: ["failed-check data/checks.json:4 CK01"]) {
      $0.replace("\"passed\": true", by: "\"passed\": false", in: "data/checks.json")
    },
    Tampering("a check without a result", finds: ["bad-checks data/checks.json:7 passed"]) {
      $0.replace("\"passed\": true", by: "\"passed\": null", in: "data/checks.json")
    },
  ]
}

@Suite("Packages, verified")
struct PackageVerifierTests {
  @Test("name what was done to the bag", arguments: Tampering.bags)
  func bag(tampering: Tampering) throws {
    var files = PackageFiles(try SampleContent().built())
    tampering.change(&files)
    let found = try files.findings()
    #expect(found == tampering.expected)
  }

  @Test("name what is wrong in a table by line and column", arguments: Tampering.tables)
  func table(tampering: Tampering) throws {
    var files = PackageFiles(try SampleContent().built())
    tampering.change(&files)
    files.listAgain()
    // The descriptor's hash, and the totals that no longer fit, are found besides.
    let found = try files.findings().filter { finding in
      !["wrong-hash", "wrong-size", "wrong-identity", "wrong-total"].contains {
        finding.hasPrefix($0)
      }
    }
    #expect(found == tampering.expected)
  }

  @Test("name what is misstated", arguments: Tampering.statements)
  func statement(tampering: Tampering) throws {
    var files = PackageFiles(try SampleContent().built())
    tampering.change(&files)
    files.listAgain()
    let found = try files.findings()
    #expect(found == tampering.expected)
  }

  @Test("name a table that is not the described one by hash, size and key")
  func table() throws {
    var files = PackageFiles(try SampleContent().built())
    files.replace("140922", by: "1409220", in: "data/tables/leads.csv")
    files.listAgain()
    #expect(
      try files.findings() == [
        "wrong-hash data/tables/leads.csv", "wrong-size data/tables/leads.csv",
        "wrong-identity data/datapackage.json idempotencyKey",
      ])
  }

  @Test("check a stranger's bag for its manifests only")
  func stranger() throws {
    var files = PackageFiles(try SampleContent().built())
    files.files = files.files.filter { $0.key.hasPrefix("data/documents/") }
    files["bagit.txt"] = "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n"
    files["manifest-sha512.txt"] =
      "cbe2fdae0a5f7a8e7dcb9f1a2b8f2d3b  data/x\r\n"
    #expect(
      try files.findings() == [
        "bad-manifest-line manifest-sha512.txt:1", "unlisted-file data/documents/报告.txt",
        "foreign-package",
      ])
  }

  /// What a word processor writes at the least, with that text in the heads of its pages.
  private static func docx(_ head: String) throws -> [UInt8] {
    var zip = try ZipWriting()
    for (name, text) in [
      ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>"),
      ("word/header1.xml", "<w:hdr>\(head)</w:hdr>"),
    ] { try zip.add(name, Array(text.utf8)) }
    return try zip.finish()
  }

  @Test(
    "name a document that is not what its name says",
    arguments: [("a.docx", "x"), ("a.xlsx", ""), ("a.PDF", "x"), ("报告.DOCX", "PK\u{3}\u{4}")])
  func noDocument(name: String, bytes: String) throws {
    var files = PackageFiles(try SampleContent().built())
    files["data/documents/\(name)"] = bytes
    files.listAgain()
    #expect(try files.findings() == ["bad-document data/documents/\(name)"])
  }

  @Test("look into documents to the end")
  func documents() throws {
    let whole = try Self.docx("共享版")
    var files = PackageFiles(try SampleContent().built())
    files.files["data/documents/a.docx"] = whole
    files["data/documents/a.pdf"] = "%PDF-1.7"
    files["data/documents/a.other"] = "x"
    files.listAgain()
    #expect(try files.findings().isEmpty)
    // The same archive under the name of a workbook, and cut short.
    for (name, bytes) in [("a.xlsx", whole), ("a.docx", Array(whole.dropLast(9)))] {
      var changed = files
      changed.files["data/documents/\(name)"] = bytes
      changed.listAgain()
      #expect(try changed.findings() == ["bad-document data/documents/\(name)"])
    }
  }

  @Test(
    "name an audience that is none, or whose mark the documents do not have",
    arguments: [
      ("internal", "共享版　限有关机关", "wrong-audience data/documents/a.docx"),
      ("public", "共享版", "wrong-audience data/datapackage.json"), ("share", "共享版", ""),
      ("share", "内部版", "wrong-audience data/documents/a.docx"), ("internal", "无标记", ""),
    ])
  func audience(word: String, head: String, expected: String) throws {
    var files = PackageFiles(try SampleContent().built())
    files.files["data/documents/a.docx"] = try Self.docx(head)
    files.replace(
      "\"audience\": \"share\"", by: "\"audience\": \"\(word)\"",
      in: "data/datapackage.json")
    files.listAgain()
    let found = PackageVerifier.check(
      try PackageReading(zip: files.zip(), shown: "z"),
      marks: ["internal": "内部版", "share": "共享版"])
    #expect(found.map { "\($0.kind.rawValue) \($0.path ?? "")" } == [expected].filter { $0 != "" })
    #expect(try files.findings().isEmpty)
  }

  @Test("name a reason that is not that of the list of changes")
  func reason() throws {
    let original = SampleContent()
    var revision = original
    revision.revision = 2
    revision.kind = .revision(reason: "核实", supersedes: String(repeating: "a", count: 64))
    revision.leads[0][1] = nil
    var files = PackageFiles(
      try PackageBuilder.build(
        revision.content, changesFrom: [original.leadsTable, original.sourcesTable]))
    #expect(try files.findings().isEmpty)
    files.replace(
      "\"reason\": \"核实\"", by: "\"reason\": \"另有理由\"", in: "data/datapackage.json")
    files.listAgain()
    #expect(try files.findings() == ["bad-revision data/datapackage.json reason"])
  }

  @Test("show the first twenty of many wrong rows, and how many more there are")
  func many() throws {
    var sample = SampleContent()
    sample.leads = (1...60).map { number in
      ["XS140900-2026Q3-\(padded(number, to: 5))", nil, "verify", nil, nil, nil]
    }
    sample.totals = []
    var files = PackageFiles(try sample.built())
    files.replace("verify", by: "maybe", in: "data/tables/leads.csv")
    files.listAgain()
    let findings = try files.findings().filter { !$0.hasPrefix("wrong") }
    #expect(findings.count == 21)
    #expect(findings.first == "unknown-word data/tables/leads.csv:2 disposition")
    #expect(findings.last == "further-rows data/tables/leads.csv disposition")
  }

  @Test("mask persons' numbers in what they show")
  func masked() throws {
    var files = PackageFiles(try SampleContent().built())
    files.replace(",initiate,", by: ",13812345678,", in: "data/tables/leads.csv")
    files.listAgain()
    let findings = PackageVerifier.check(try PackageReading(zip: files.zip(), shown: "z"))
    let finding = try #require(findings.first { $0.kind == .unknownWord })
    #expect(finding.value == "138****5678")
    #expect(
      finding.message(in: .zh)
        == "data/tables/leads.csv:2 “disposition” 取值不在约定之列；值“138****5678”；处理：在来源中改正后重新生成包")
    #expect(
      finding.message(in: .en).hasSuffix("to do: mend the source, then make the package again"))
    #expect(finding.problem.code == .packageInvalid)
  }

  @Test(
    "have a title and a remedy in both languages for every kind",
    arguments: PackageFindingKind.allCases)
  func wording(kind: PackageFindingKind) {
    for text in [kind.title, kind.remedy] {
      #expect(!text.zh.isEmpty && !text.en.isEmpty && text.zh != text.en)
    }
  }
}
