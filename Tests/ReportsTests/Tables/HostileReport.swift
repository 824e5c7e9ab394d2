import Vocabulary

@testable import Reports

/// A quarter whose values are out to break whatever reads or writes them.
enum HostileReport {
  static let jurisdiction = division(140_900)
  static let quarter = Quarter("2026Q3") ?? Quarter(containing: Day(number: 20_700))
  static let asOf = Day(iso: "2026-09-30") ?? Day(number: 20_726)

  /// Texts that have broken spreadsheets, CSV readers, XML readers and terminals.
  static let texts = [
    "=HYPERLINK(\"http://example.invalid\",\"点击\")", "+1+1", "-2+3", "@SUM(A1)", "＝1＋1",
    "带\"引号\"，与半角,逗号", "第一行\n第二行\r\n第三行", "\u{0000}\u{0007}\u{001B}[31m红\u{001B}[0m",
    "<b onmouseover=alert(1)>&amp;</b>", "001234", "911409000123456789", "_x0041_ _x000D_",
    "\u{FFFE}\u{FFFF}非字符", " 前后空格 ", "制表\t符", "\u{202E}倒写", "𠮷野家 é e\u{301}", "\"", ",",
    "\n", "1e5", "TRUE", "#REF!", "{=1}", "'单引号",
  ]

  /// The whole quarter; `leads` beyond the first few repeat ordinary values.
  static func report(leads count: Int = 30, files: Int = 2) -> QuarterReport {
    let leads = (0..<count).map(lead)
    let accounts = (0..<files).map(account)
    return QuarterReport(
      quarter: quarter, asOf: asOf, jurisdiction: jurisdiction, jurisdictionName: "忻州市",
      organisation: "忻州市生态环境局 & 分局", programVersion: "1.0.0", run: 7,
      ledgerDigest: String(repeating: "7f", count: 32),
      configurationHash: String(repeating: "c0", count: 32),
      packs: [
        PackEntry(
          id: "shanxi-2025", version: "2025.07.10", title: "山西办法", sha256: "ab", isReleased: true),
        PackEntry(
          id: "xinzhou-2019", version: "1", title: "忻州方案", sha256: "cd", isReleased: false),
      ],
      layers: [
        LayerEntry(
          name: "红线", tag: "red_line", tagTerm: "生态保护红线", version: "2025-12", sha256: "ef",
          features: 213)
      ],
      files: accounts, history: [history], records: records(leads: leads, accounts: accounts),
      rejects: accounts.indices.map(reject), aside: files == 0 ? [] : aside, leads: leads,
      matches: matches(leads), refused: refused(leads),
      review: review, earlier: [],
      counties: [
        CountyEntry(code: division(140_902), name: "忻府区"),
        CountyEntry(code: division(140_922), name: "五台县"),
      ],
      notices: ["图层“自然保护地”缺失，=有关结论未知"], rules: RuleDirectory(), trace: { _ in nil },
      map: FixtureMap.map(of: leads, layerName: text(8)))
  }

  /// A quarter in which nothing came.
  static var empty: QuarterReport {
    var report = report(leads: 0, files: 0)
    report.history = []
    report.matches = []
    report.refused = []
    report.review = []
    report.notices = []
    return report
  }

  private static func division(_ number: Int) -> DivisionCode {
    guard let code = DivisionCode(number: number) else { preconditionFailure("no such division") }
    return code
  }

  private static func text(_ number: Int) -> String { texts[number % texts.count] }

  private static func lead(_ number: Int) -> LeadEntry {
    let dispositions = Disposition.allCases
    var lead = LeadEntry(
      id: LeadID(jurisdiction: jurisdiction, quarter: quarter, serial: number + 1),
      status: LeadEntry.Status.allCases[number % 3],
      disposition: dispositions[number % dispositions.count])
    let truths = Truth.allCases
    lead.inRedLine = truths[number % 4]
    lead.inNatureReserve = truths[number / 2 % 4]
    lead.repeatOffender = truths[number / 3 % 4]
    lead.minor = truths[number / 4 % 4]
    lead.mayNotInitiate = truths[number / 5 % 4]
    if number % 5 != 4 {
      lead.county = DivisionCode(number % 2 == 0 ? "140902" : "140922")
      lead.countyName = number % 2 == 0 ? "忻府区" : "五台县"
      lead.firstChannel = Channel.allCases[number % 10]
      lead.channels = ChannelSet(Channel.allCases[number % 10], .protectedPlace)
      lead.obligor = ObligorID(jurisdiction: jurisdiction, serial: number / 2 + 1)
      lead.obligorName = text(number)
      lead.obligorCode = "91140900MA0K000000"
    }
    if number % 7 != 6 {
      lead.place = text(number + 3)
      lead.point = Point(
        longitude: 112.1 + Double(number) / 3, latitude: number == 1 ? -0.0000001 : 38.123_456_5,
        uncertaintyMetres: 30)
      lead.media = MediumSet(.water, .solidWaste)
      lead.occurrence = Day(iso: "2026-07-03")
      lead.discovery = number == 2 ? Day(iso: "1899-12-31") : Day(iso: "2026-07-10")
      lead.amountEstimate = Money(fen: number == 3 ? 900_000_000_000_000_001 : Int64(number) * 101)
      lead.amountDetermined = Money(fen: number == 5 ? -50 : 300_000)
      lead.amountBasis = .expertAssessment
      lead.verificationDue = Day(iso: "2026-08-09")
      lead.overdueDays = number % 6 == 1 ? 52 - number % 3 : 0
      lead.feedbackDue = Day(iso: "2026-10-08")
      lead.isFedBack = .false
      lead.missingFacts = ["fact:in_red_line", "param:小;额,"]
      lead.missingFactTerms = ["是否位于红线", text(number + 1)]
    }
    lead.sources = (0...(number % 5)).map {
      SourceEntry(
        name: "Inputs/2026Q3/督察,\"甲\".csv#\($0 + 1)", line: $0 + 2, kind: .inspectorate, day: nil,
        summary: text($0))
    }
    lead.findings = [
      finding("minor", "显著轻微案件", lead.minor, text(number)),
      finding("exc_red_line", "例外-生态保护红线或自然保护地", lead.inRedLine, "in_red_line=T"),
    ]
    lead.zones = [
      zone("红线", feature: "乙", lead.inRedLine, -0.04), zone("红线", feature: "甲", .unknown, nil),
      zone("保护地", feature: text(number), lead.inNatureReserve, Double(number) * -123.456),
    ]
    return lead
  }

  private static func finding(
    _ conclusion: String, _ term: String, _ value: Truth, _ facts: String
  ) -> FindingEntry {
    FindingEntry(
      conclusion: conclusion, term: term, value: value, rule: "sx25.\(conclusion)",
      document: "晋环规〔2025〕2号", locator: "第十条", pack: "shanxi-2025", facts: facts)
  }

  private static func zone(
    _ layer: String, feature: String, _ value: Truth, _ distance: Double?
  ) -> ZoneEntry {
    ZoneEntry(
      layer: layer, layerVersion: "2025-12", feature: feature, tag: "red_line", tagTerm: "生态保护红线",
      value: value, distanceMetres: distance,
      budget: distance.map { _ in
        UncertaintyBudget(Point(longitude: 112, latitude: 38, uncertaintyMetres: 30))
      },
      method: "point")
  }

  private static func account(_ number: Int) -> IntakeAccount {
    IntakeAccount(
      path: "Inputs/2026Q3/督察,\"\(number)\".csv",
      sha256: String(repeating: "a\(number)", count: 32),
      bytes: 1234, encoding: "GB18030", delimiter: ",", lineEnding: "CRLF", profile: "督察",
      kind: .inspectorate, isHistory: false, records: 40, opened: 20, merged: 11, repeats: 6,
      rejected: 3, flagged: 2, withdrawn: 1, columns: ["问题编号=record_number"], unmapped: ["备注2"],
      repaired: 1, balance: balance, reasons: ["全文是 GB18030，<没有>坏字", "每行 26 列，逗号最齐"])
  }

  /// Adds up to the file's 1,234 bytes, on 46 lines.
  private static var balance: RowBalance {
    var balance = RowBalance()
    balance.add(.caption, lines: 1, bytes: 30)
    balance.add(.header, lines: 1, bytes: 90)
    for record in 0..<40 {
      balance.add(.record, lines: record == 0 ? 2 : 1, bytes: record == 0 ? 31 : 27)
    }
    balance.add(.repeatedHeader, lines: 1, bytes: 10)
    balance.add(.total, lines: 1, bytes: 10)
    balance.add(.blank, lines: 1, bytes: 10)
    return balance
  }

  /// Rows around the records of the first file, and the last of a file of earlier cases.
  private static let aside: [AsideRow] = [
    AsideRow(file: 0, kind: .caption, line: 1, text: "忻州市\"督察\"清单,=1+1"),
    AsideRow(file: 0, kind: .repeatedHeader, line: 20, text: "问题编号,发现日期"),
    AsideRow(file: 0, kind: .total, line: 44, text: "合计,,1\r\n,2"),
    AsideRow(file: 2, kind: .footer, line: 7, text: "填表人：某某"),
  ]

  private static let history = IntakeAccount(
    path: "Inputs/history/历史.csv", sha256: String(repeating: "ef", count: 32), bytes: 99,
    encoding: "UTF-8", delimiter: ",", lineEnding: "LF", profile: "历史", kind: .history,
    isHistory: true, records: 5, merged: 5)

  private static func records(leads: [LeadEntry], accounts: [IntakeAccount]) -> [RecordEntry] {
    accounts.indices.flatMap { file in
      (1...accounts[file].records).map { record in
        let account = accounts[file]
        let status: RecordStatus =
          record <= account.opened
          ? .opened
          : record <= account.opened + account.merged
            ? .merged : record <= account.records - account.rejected ? .repeated : .rejected
        let lead = leads.isEmpty ? nil : leads[record % leads.count]
        return RecordEntry(
          account: RecordAccount(
            file: Int32(file), record: Int32(record), line: Int32(record + 1), status: status,
            sourceRecord: nil,
            reasons: reasons(status, of: record)),
          lead: status == .rejected ? nil : lead?.id,
          obligor: status == .rejected ? nil : lead?.obligor)
      }
    }
  }

  /// The last but two of a file is rejected and came back mended; the first merged one is a newer
  /// version.
  private static func reasons(_ status: RecordStatus, of record: Int) -> [ProblemCode] {
    switch status {
    case .rejected: record == 38 ? [.unreadableDate, .mendedElsewhere] : [.codeCheckFails]
    case .merged: record == 21 ? [.newVersion] : []
    case .opened, .repeated: []
    }
  }

  private static func reject(_ file: Int) -> RejectedRecord {
    RejectedRecord(
      file: Int32(file),
      problem: Problem(
        .unreadableDate, file: "不用", record: 38, line: 39, column: "发现,日期", value: "2026年9月31日",
        detail: Wording(zh: "已由 补报.csv#1 代替；9 月没有 31 日", en: "replaced; no such day")),
      raw: "1,\"=cmd|' /C calc'!A0\",2026年9月31日\u{0000}\r\n第二行")
  }

  private static func matches(_ leads: [LeadEntry]) -> [MatchEntry] {
    let names = ["丙.csv#3", "乙.csv#10", "乙.csv#2"]
    return (0..<9).map { number in
      MatchEntry(
        lead: number == 0 || leads.isEmpty ? nil : leads[(9 - number) % leads.count].id,
        recordA: names[number % 3], recordB: names[(number + 1) % 3],
        rule: JoinRule.allCases[number % JoinRule.allCases.count], evidence: text(number))
    }
  }

  /// Two pairs that are not one, not in their order; one was weighed.
  private static func refused(_ leads: [LeadEntry]) -> [RefusalEntry] {
    [("乙.csv#10", 7_420), ("丙.csv#3", nil)].map { record, weight in
      RefusalEntry(
        leads: leads.prefix(1).map(\.id), recordA: record, recordB: "丁.csv#1",
        evidence: "未合并，理由：名称中的编号不同；=一厂 / 二厂：名称相近 +7.42", weight: weight)
    }
  }

  private static let review: [ReviewItem] = ReviewItem.Kind.allCases.enumerated().map {
    ReviewItem(
      kind: $1, left: text($0), right: text($0 + 1), question: "是否为同一义务人？", evidence: text($0 + 2),
      stake: $0 == 0 ? nil : Money(fen: 1_234_550))
  }
}
