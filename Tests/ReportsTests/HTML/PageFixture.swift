import Testing
import Vocabulary

@testable import Reports

/// A quarter of a northern city as the pipeline would hand it over, from a seed: every status,
/// disposition and truth value occurs, names are hostile where asked for.
struct PageFixture {
  var leads = 300
  var carriedOver = 24
  var seed: UInt64 = 20_261_015
  var isHostile = false
  var isReleased = true
  var hasPrevious = true
  /// Bytes of the summary and the trace grow with it.
  var verbosity = 1

  static let quarter = Quarter(containing: Day(number: 20_650))
  static let asOf = Day(number: 20_741)
  static let hostileName = "<script>alert(1)</script>\"'&\u{202E}司公\u{0}\u{200B}\u{7}公司"

  static let counties: [(code: Int, name: String, east: Double, north: Double)] = [
    (140902, "忻府区", 112.74, 38.40), (140921, "定襄县", 112.96, 38.48),
    (140922, "五台县", 113.26, 38.73), (140923, "代县", 112.96, 39.06),
    (140924, "繁峙县", 113.26, 39.18), (140925, "宁武县", 112.30, 39.00),
    (140926, "静乐县", 111.94, 38.36), (140927, "神池县", 112.21, 39.09),
    (140928, "五寨县", 111.84, 38.91), (140929, "岢岚县", 111.57, 38.70),
    (140930, "河曲县", 111.14, 39.38), (140931, "保德县", 111.09, 39.02),
    (140932, "偏关县", 111.50, 39.44), (140981, "原平市", 112.71, 38.73),
  ]

  func report() throws -> QuarterReport {
    let jurisdiction = try #require(DivisionCode(number: 140900))
    var random = SplitMix(state: seed)
    var entries: [LeadEntry] = []
    for index in 0..<leads {
      let isOld = index < carriedOver
      let quarter = isOld ? PageFixture.quarter.previous : PageFixture.quarter
      let id = LeadID(jurisdiction: jurisdiction, quarter: quarter, serial: index * 7 % 90_000 + 1)
      var lead = FixtureLead(id: id, isOld: isOld, verbosity: verbosity, random: random).entry()
      if isHostile { lead.obligorName = PageFixture.hostileName }
      entries.append(lead)
      random.skip()
    }
    entries.sort { $0.id < $1.id }
    let opened = entries.count { $0.status == .new }
    let files = intake(opened: opened)
    let texts = verbosity
    return QuarterReport(
      quarter: PageFixture.quarter, asOf: PageFixture.asOf,
      jurisdiction: jurisdiction,
      jurisdictionName: isHostile ? PageFixture.hostileName : "忻州市",
      organisation: isHostile ? PageFixture.hostileName : "忻州市生态环境局",
      programVersion: "1.0.0", run: 7, ledgerDigest: hex("ledger"),
      configurationHash: hex("configuration"), packs: packs, layers: layers, files: files,
      history: [
        IntakeAccount(
          path: "Inputs/history/历史赔偿案件.csv", sha256: hex("history"), bytes: 9_120,
          encoding: "UTF-8", delimiter: ",", lineEnding: "LF", profile: "history",
          kind: .history, isHistory: true, records: 86, opened: 0, merged: 0, repeats: 86)
      ],
      records: records(of: files, leads: entries), rejects: rejects(of: files),
      leads: entries, matches: matches(entries), review: review(entries),
      earlier: hasPrevious ? [previous] : [],
      counties: PageFixture.counties.compactMap { county in
        DivisionCode(number: county.code).map { CountyEntry(code: $0, name: county.name) }
      },
      notices: isHostile ? [PageFixture.hostileName] : ["图层“泉域重点保护区”没有配置，相应判断为未知。"],
      rules: FixtureTrace.directory(isHostile: isHostile),
      trace: { [entries] index in
        entries.indices.contains(index)
          ? FixtureTrace.entry(of: entries[index], number: index, verbosity: texts) : nil
      },
      map: FixtureMap.map(of: entries, layerName: isHostile ? PageFixture.hostileName : nil))
  }

  private var packs: [PackEntry] {
    [
      PackEntry(
        id: "shanxi-2025", version: "2025.07.10", title: "山西省生态环境损害赔偿管理办法",
        sha256: hex("shanxi"), isReleased: isReleased),
      PackEntry(
        id: "national-2025", version: "2025.03.01", title: "国家不启动索赔规定",
        sha256: hex("national"), isReleased: true),
    ]
  }

  private var layers: [LayerEntry] {
    [
      LayerEntry(
        name: "红线", tag: "red_line", tagTerm: "生态保护红线", version: "2025-12",
        sha256: hex("red"), features: 412),
      LayerEntry(
        name: "自然保护地", tag: "nature_reserve", tagTerm: "自然保护地", version: "2024-06",
        sha256: hex("reserve"), features: 31),
    ]
  }

  private var previous: QuarterFigures {
    QuarterFigures(
      quarter: PageFixture.quarter.previous, records: 402, leadsOpened: 251, leads: 277,
      byDisposition: [
        .initiate: 21, .verify: 126, .review: 18, .mayNotInitiate: 60, .closeNoDamage: 31,
        .excluded: 21,
      ])
  }

  /// Six files whose opened records are the quarter's new leads.
  private func intake(opened: Int) -> [IntakeAccount] {
    let kinds: [SourceKind] = [
      .inspection, .inspectorate, .emergency, .transfer, .penalty, .complaint,
    ]
    let encodings = ["UTF-8", "GB18030"]
    return kinds.enumerated().map { index, kind in
      let share = opened / kinds.count + (index < opened % kinds.count ? 1 : 0)
      let merged = share / 5
      let repeats = share / 12
      let rejected = index == 2 ? 0 : share / 20 + 1
      return IntakeAccount(
        path: "Inputs/2026Q3/\(isHostile ? "a<b>\"\(index)" : kind.wording.zh).csv",
        sha256: hex(kind.name), bytes: share * 420, encoding: encodings[index % 2],
        delimiter: ",", lineEnding: "CRLF", profile: kind.name, kind: kind, isHistory: false,
        records: share + merged + repeats + rejected, opened: share, merged: merged,
        repeats: repeats, rejected: rejected, flagged: share / 9, withdrawn: index == 4 ? 2 : 0,
        unmapped: index == 0 ? ["是否采样", "陪同人员"] : [])
    }
  }

  private func records(of files: [IntakeAccount], leads: [LeadEntry]) -> [RecordEntry] {
    files.enumerated().flatMap { file, account in
      (0..<account.records).map { record in
        let status: RecordStatus =
          record < account.rejected
          ? .rejected
          : record < account.rejected + account.repeats
            ? .repeated
            : record < account.rejected + account.repeats + account.merged ? .merged : .opened
        let reasons: [ProblemCode] =
          status == .rejected
          ? [.unreadableDate] : record % 9 == 0 ? [.codeCheckFails, .incompleteDate] : []
        return RecordEntry(
          account: RecordAccount(
            file: Int32(file), record: Int32(record + 1), line: Int32(record + 2),
            status: status, sourceRecord: status == .rejected ? nil : Int64(record),
            reasons: reasons),
          lead: status == .rejected ? nil : leads.first?.id, obligor: nil)
      }
    }
  }

  private func rejects(of files: [IntakeAccount]) -> [RejectedRecord] {
    files.enumerated().flatMap { file, account in
      (0..<account.rejected).map { record in
        let problem =
          record % 3 == 0
          ? Problem(
            .unreadableDate, file: account.path, record: record + 1, line: record + 2,
            column: "发现日期", value: record + file == 0 ? "13800138000" : "2026年9月31日")
          : Problem(
            .requiredValueMissing, file: account.path, record: record + 1, line: record + 2,
            column: "违法事实")
        return RejectedRecord(file: Int32(file), problem: problem, raw: "张三,13800138000")
      }
    }
  }

  private func matches(_ leads: [LeadEntry]) -> [MatchEntry] {
    leads.prefix(60).enumerated().map { index, lead in
      MatchEntry(
        lead: lead.id, recordA: "Inputs/2026Q3/执法检查.csv#\(index + 1)",
        recordB: "Inputs/2026Q3/双公示行政处罚.csv#\(index + 5)",
        rule: JoinRule.allCases[index % JoinRule.allCases.count], evidence: "证据")
    }
  }

  private func review(_ leads: [LeadEntry]) -> [ReviewItem] {
    leads.prefix(9).enumerated().map { index, lead in
      ReviewItem(
        kind: ReviewItem.Kind.allCases[index % ReviewItem.Kind.allCases.count],
        left: lead.id.description, right: "YW140900-00001\(index)",
        question: "两条记录的当事人名称不同而代码相同，是否同一义务人？", evidence: "代码相同，名称相似度低",
        stake: index % 2 == 0 ? Money(fen: 1_250_000) : nil)
    }
  }

  private func hex(_ text: String) -> String {
    String(repeating: text.utf8.map { String($0, radix: 16) }.joined(), count: 12).prefix(64)
      .description
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Moves on to an independent stretch of the sequence.
  mutating func skip() { state = next() }
}
