import Files
import Glibc
import Submission
import Testing
import Vocabulary

@Suite("Packages, built")
struct PackageBuilderTests {
  @Test("have the parts of a bag and of a Data Package, by the bytes of their paths")
  func layout() throws {
    let built = try SampleContent().built()
    #expect(built.name == "XZ-140900-2026Q3-r1")
    #expect(
      built.files.map(\.path) == [
        "bag-info.txt", "bagit.txt", "data/checks.json", "data/datapackage.json",
        "data/documents/报告.txt", "data/tables/lead_sources.csv", "data/tables/leads.csv",
        "manifest-sha256.txt", "tagmanifest-sha256.txt",
      ])
    let files = PackageFiles(built)
    #expect(files["bagit.txt"] == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    let payload = files.files.filter { $0.key.hasPrefix("data/") }.values
    #expect(
      files["bag-info.txt"] == """
        Source-Organization: 忻州市生态环境局
        External-Description: 生态环境损害赔偿线索筛查 2026年第三季度
        External-Identifier: 140900-2026Q3-r1
        Bagging-Date: 2026-10-05
        Payload-Oxum: \(payload.reduce(0) { $0 + $1.count }).5

        """)
    #expect(
      files["data/tables/leads.csv"] == """
        lead_id,county_code,disposition,amount,discovery_date,place
        XS140900-2026Q3-00001,140922,initiate,12000.50,2026-07-03,
        XS140900-2026Q3-00002,140981,verify,,2026-08-15,"含""引号""，和
        换行"
        XS140900-2026Q3-00003,140981,may_not_initiate,2999.99,2026-09-30,=SUM(A1)

        """)
  }

  @Test("state a key that anybody can make again from the manifest")
  func key() throws {
    let built = try SampleContent().built()
    let lines = PackageFiles(built)["manifest-sha256.txt"].split(separator: "\n")
      .filter { $0.contains(" data/tables/") }.map { $0 + "\n" }
    #expect(lines.count == 2)
    let digest = SHA256Digest.hex(of: Array(lines.joined().utf8))
    #expect(built.key.description == "140900|2026Q3|r1|sha256:\(digest)")
    #expect(try PackageReading(zip: built.zip, shown: "z").statedKey == built.key.description)
  }

  @Test("have a key of their tables alone, not of documents")
  func keyOfTables() throws {
    var other = SampleContent()
    other.documents = []
    #expect(try other.built().key == SampleContent().built().key)
    other.leads[0][1] = "140925"
    #expect(try other.built().key != SampleContent().built().key)
  }

  @Test("are the same bytes again, in another time zone too")
  func reproducible() async throws {
    let first = try SampleContent().built()
    #expect(try SampleContent().built().zip == first.zip)
    // A process of its own: the zone is the whole process's.
    await #expect(processExitsWith: .success) {
      [zip = first.zip as [UInt8], files = first.files.map(\.bytes) as [[UInt8]]] in
      for zone in ["America/New_York", "Asia/Kathmandu"] {
        unsafe setenv("TZ", zone, 1)
        tzset()
        let again = try SampleContent().built()
        try #require(again.zip == zip)
        try #require(again.files.map(\.bytes) == files)
      }
    }
    // The folder's name, then the first part, of the first day that ZIP knows, in mode 0600.
    #expect(first.zip[10..<14].elementsEqual([0, 0, 0x21, 0]))
    let name = Array("XZ-140900-2026Q3-r1/bagit.txt".utf8)
    #expect(first.zip[30..<30 + name.count].elementsEqual(name))
  }

  @Test("are found valid by their own verifier, from a folder and from a ZIP")
  func valid() throws {
    let built = try SampleContent().built()
    #expect(PackageVerifier.check(try PackageReading(zip: built.zip, shown: "z")).isEmpty)
    let folder = try TemporaryFolder()
    try folder.write(built)
    let reading = try PackageReading(folder: folder.path(built.name), shown: "f")
    #expect(PackageVerifier.check(reading).isEmpty)
    #expect(reading.zipHash == nil)
  }

  @Test("give their tables back as they were")
  func tables() throws {
    let sample = SampleContent()
    let reading = try PackageReading(zip: sample.built().zip, shown: "z")
    #expect(try reading.submittedTables() == [sample.sourcesTable, sample.leadsTable])
  }

  @Test("list what a revision changes, by primary key")
  func changes() throws {
    let earlier = SampleContent()
    var later = SampleContent()
    later.revision = 2
    later.kind = .revision(
      reason: "核实数额", supersedes: SHA256Digest.hex(of: try earlier.built().zip))
    later.leads[1][3] = "15000.00"
    later.leads[2] = ["XS140900-2026Q3-00004", nil, "verify", nil, nil, nil]
    later.sources[3][0] = "XS140900-2026Q3-00004"
    later.totals = []
    let built = try PackageBuilder.build(
      later.content, changesFrom: [earlier.leadsTable, earlier.sourcesTable])
    #expect(built.name == "XZ-140900-2026Q3-r2")
    #expect(
      PackageFiles(built)["data/changes.csv"] == """
        table,key,change,field,old,new,reason
        lead_sources,XS140900-2026Q3-00003;1,removed,,,,核实数额
        lead_sources,XS140900-2026Q3-00004;1,added,,,,核实数额
        leads,XS140900-2026Q3-00002,changed,amount,,15000.00,核实数额
        leads,XS140900-2026Q3-00003,removed,,,,核实数额
        leads,XS140900-2026Q3-00004,added,,,,核实数额

        """)
    #expect(PackageVerifier.check(try PackageReading(zip: built.zip, shown: "z")).isEmpty)
  }

  @Test("report zero with a reason and no leads")
  func zero() throws {
    var sample = SampleContent()
    sample.kind = .zero(reason: "本季度没有线索", supersedes: nil)
    sample.leads = []
    sample.sources = []
    let built = try sample.built()
    let descriptor = PackageFiles(built)["data/datapackage.json"]
    #expect(descriptor.contains("\"type\": \"zero\",\n    \"reason\": \"本季度没有线索\","))
  }

  @Test("are not built from content that does not hold together")
  func refused() throws {
    var sample = SampleContent()
    sample.leads[0][2] = "perhaps"
    sample.kind = .zero(reason: "无", supersedes: nil)
    sample.checks[0] = SubmittedCheck(
      id: "CK03", title: "合计＝线索", hasPassed: false, count: 3, detail: "3 ≠ 4")
    let (status, messages) = problems { _ = try sample.built() }
    #expect(status == .configuration)
    #expect(messages.map { $0.prefix(4) } == ["E903", "E903", "E903"])
    #expect(messages[0].hasPrefix("E903 data/tables/leads.csv:2 “disposition” "))
    #expect(messages[0].contains("value “perhaps”"))
    #expect(messages[1].contains("a zero report has leads"))
    #expect(messages[2].contains("a check has failed: 合计＝线索，3 ≠ 4"))
  }

  @Test("refuse two documents of one name, whatever its case")
  func sameNames() {
    var sample = SampleContent()
    sample.documents = ["A.docx", "a.docx"].map {
      SubmissionContent.Document(name: $0, bytes: [])
    }
    let (status, messages) = problems { _ = try sample.built() }
    #expect(status == .configuration)
    #expect(messages.count == 1)
    #expect(messages[0].hasPrefix("E903 data/documents/a.docx the package is not valid"))
  }

  @Test("refuse a document whose name leads out of the package", arguments: ["../a", "a\u{202E}b"])
  func documentName(name: String) {
    var sample = SampleContent()
    sample.documents = [SubmissionContent.Document(name: name, bytes: [])]
    let (status, messages) = problems { _ = try sample.built() }
    #expect(status == .configuration)
    #expect(messages.count == 1)
    #expect(messages[0].hasPrefix("E903 data/documents/"))
  }
}
