import Files
import Submission
import Vocabulary

/// A small submission whose parts fit together, to be changed in one place at a time.
struct SampleContent {
  var revision = 1
  var kind = SubmissionKind.original
  var leads: [[String?]] = [
    ["XS140900-2026Q3-00001", "140922", "initiate", "12000.50", "2026-07-03", nil],
    ["XS140900-2026Q3-00002", "140981", "verify", nil, "2026-08-15", "含\"引号\"，和\n换行"],
    ["XS140900-2026Q3-00003", "140981", "may_not_initiate", "2999.99", "2026-09-30", "=SUM(A1)"],
  ]
  var sources: [[String?]] = [
    ["XS140900-2026Q3-00001", "1", "督察.csv"],
    ["XS140900-2026Q3-00001", "2", "信访.csv"],
    ["XS140900-2026Q3-00002", "1", "信访.csv"],
    ["XS140900-2026Q3-00003", "1", "信访.csv"],
  ]
  var totals: [SubmittedTotal]?
  var checks = [
    SubmittedCheck(id: "CK01", title: "读入＝退回＋接收", hasPassed: true, count: 4, detail: "4 = 0 + 4")
  ]
  var documents = [
    SubmissionContent.Document(name: "报告.txt", bytes: Array("PK 报告".utf8))
  ]

  static let dispositions = ["initiate", "verify", "may_not_initiate"]

  var leadsTable: SubmittedTable {
    SubmittedTable(
      "leads", title: "线索",
      fields: [
        TableField("lead_id", title: "线索编号", isRequired: true, isUnique: true),
        TableField("county_code", title: "县区代码"),
        TableField(
          "disposition", title: "处置建议", isRequired: true, allowed: Self.dispositions),
        TableField("amount", title: "数额", kind: .number, minimum: "0", maximum: "99999999.99"),
        TableField(
          "discovery_date", title: "发现日期", kind: .date, minimum: "2026-01-01",
          maximum: "2026-10-05"),
        TableField("place", title: "地点"),
      ],
      primaryKey: ["lead_id"], rows: leads)
  }

  var sourcesTable: SubmittedTable {
    SubmittedTable(
      "lead_sources", title: "线索来源",
      fields: [
        TableField("lead_id", title: "线索编号", isRequired: true),
        TableField("seq", title: "序号", kind: .integer, isRequired: true, minimum: "1"),
        TableField("file", title: "文件", isRequired: true),
      ],
      primaryKey: ["lead_id", "seq"],
      foreignKeys: [
        SubmittedTable.ForeignKey(fields: ["lead_id"], table: "leads", references: ["lead_id"])
      ],
      rows: sources)
  }

  private var counted: [SubmittedTotal] {
    let initiated = SubmittedTotal.Condition(field: "disposition", words: ["initiate"])
    let unknown = SubmittedTotal.Condition(field: "amount", words: [""])
    return [
      SubmittedTotal("leads", value: String(leads.count), basis: .init(table: "leads")),
      SubmittedTotal(
        "initiate", value: String(leads.count { $0[2] == "initiate" }),
        basis: .init(table: "leads", conditions: [initiated])),
      SubmittedTotal(
        "amount_unknown", value: String(leads.count { $0[3] == nil }),
        basis: .init(table: "leads", conditions: [unknown])),
      SubmittedTotal(
        "amount", value: leads.isEmpty ? "0.00" : "15000.49",
        basis: .init(table: "leads", measure: .sum("amount"))),
      SubmittedTotal(
        "files", value: String(Set(sources.map { $0[2] }).count),
        basis: .init(table: "lead_sources", measure: .distinct("file"))),
    ]
  }

  var content: SubmissionContent {
    SubmissionContent(
      submitter: SubmissionParty(code: "140900", name: "忻州市生态环境局"),
      receiver: SubmissionParty(code: "140000", name: "山西省生态环境厅"),
      period: Quarter("2026Q3") ?? Quarter(containing: Day(number: 0)), revision: revision,
      kind: kind, audience: "share", asOf: Day(iso: "2026-10-05") ?? Day(number: 0),
      tables: [leadsTable, sourcesTable], totals: totals ?? counted, checks: checks,
      documents: documents)
  }

  func built() throws -> BuiltPackage { try PackageBuilder.build(content) }
}

/// The files of a package, to be tampered with and packed again.
struct PackageFiles {
  var files: [String: [UInt8]]

  init(_ built: BuiltPackage) {
    files = Dictionary(uniqueKeysWithValues: built.files.map { ($0.path, $0.bytes) })
  }

  subscript(path: String) -> String {
    get { String(decoding: files[path] ?? [], as: UTF8.self) }
    set { files[path] = Array(newValue.utf8) }
  }

  mutating func replace(_ old: String, by new: String, in path: String) {
    precondition(self[path].contains(old), "\(path) has no \(old)")
    self[path] = self[path].replacing(old, with: new)
  }

  /// Lists what is there now, so that only what lies deeper is wrong.
  mutating func listAgain() {
    let payload = files.filter { $0.key.hasPrefix("data/") }
    let size = payload.values.reduce(0) { $0 + $1.count }
    let description = self["bag-info.txt"].split(separator: "\n").map {
      $0.hasPrefix("Payload-Oxum") ? "Payload-Oxum: \(size).\(payload.count)" : String($0)
    }
    self["bag-info.txt"] = description.joined(separator: "\n") + "\n"
    self["manifest-sha256.txt"] = lines(of: payload)
    listTagsAgain()
  }

  mutating func listTagsAgain() {
    self["tagmanifest-sha256.txt"] = lines(
      of: files.filter { !$0.key.hasPrefix("data/") && !$0.key.hasPrefix("tagmanifest") })
  }

  private func lines(of files: [String: [UInt8]]) -> String {
    files.sorted { $0.key < $1.key }
      .map { "\(SHA256Digest.hex(of: $0.value))  \($0.key)\n" }.joined()
  }

  func zip(in folder: String = "包") throws -> [UInt8] {
    var zip = try ZipWriting()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      try zip.add(folder.isEmpty ? path : "\(folder)/\(path)", bytes)
    }
    return try zip.finish()
  }

  /// What the verifier finds: `kind path:line field`, what is not known of the place left out.
  func findings() throws -> [String] {
    PackageVerifier.check(try PackageReading(zip: zip(), shown: "包.zip")).map { finding in
      var text = finding.kind.rawValue
      if let path = finding.path { text += " \(path)" }
      if let line = finding.line { text += ":\(line)" }
      if let field = finding.field { text += " \(field)" }
      return text
    }
  }
}

/// The problems of a failure, as messages in English.
func problems(_ body: () throws -> Void) -> (status: ExitStatus?, messages: [String]) {
  do {
    try body()
    return (nil, [])
  } catch let failure as Failure {
    return (failure.status, failure.problems.map { $0.message(in: .en) })
  } catch {
    return (nil, ["\(error)"])
  }
}
