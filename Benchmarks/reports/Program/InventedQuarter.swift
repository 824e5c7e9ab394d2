import Reports
import Vocabulary

/// A quarter of so many leads as the pipeline would hand it over: every column filled as in a drop.
struct InventedQuarter {
  let leads: Int

  private static let counties = [
    (140902, "忻府区"), (140921, "定襄县"), (140922, "五台县"), (140923, "代县"), (140924, "繁峙县"),
    (140925, "宁武县"), (140981, "原平市"),
  ]
  private static let asOf = Day(number: 20_741)
  private static let quarter = Quarter(containing: Day(number: 20_650))

  /// Linear in leads.
  func report() -> QuarterReport? {
    guard let home = DivisionCode(number: 140900) else { return nil }
    let entries = (0..<leads).map { lead($0, of: home) }
    let file = IntakeAccount(
      path: "Inputs/2026Q3/执法检查.csv", sha256: String(repeating: "a", count: 64),
      bytes: leads * 420, encoding: "UTF-8", delimiter: ",", lineEnding: "LF",
      profile: "inspection", kind: .inspection, isHistory: false, records: leads, opened: leads,
      merged: 0, repeats: 0)
    return QuarterReport(
      quarter: InventedQuarter.quarter, asOf: InventedQuarter.asOf, jurisdiction: home,
      jurisdictionName: "忻州市", organisation: "忻州市生态环境局", programVersion: "1", run: 1,
      ledgerDigest: String(repeating: "b", count: 64),
      configurationHash: String(repeating: "c", count: 64), packs: [], layers: [], files: [file],
      history: [], records: [], rejects: [], leads: entries, matches: matches(entries), review: [],
      earlier: [],
      counties: InventedQuarter.counties.compactMap { county in
        DivisionCode(number: county.0).map { CountyEntry(code: $0, name: county.1) }
      },
      notices: [], rules: rules, trace: { entries.indices.contains($0) ? trace($0) : nil },
      map: nil)
  }

  private func lead(_ number: Int, of home: DivisionCode) -> LeadEntry {
    let dispositions = Disposition.allCases
    var lead = LeadEntry(
      id: LeadID(jurisdiction: home, quarter: InventedQuarter.quarter, serial: number + 1),
      status: number % 9 == 0 ? .open : .new,
      disposition: dispositions[number % dispositions.count])
    let county = InventedQuarter.counties[number % InventedQuarter.counties.count]
    lead.county = DivisionCode(number: county.0)
    lead.countyName = county.1
    lead.place = "\(county.1)工业园东区第\(number)号"
    lead.obligorName = "\(county.1)鑫源洗煤第\(number)有限公司"
    lead.obligorCode = "91140900MA0K\(1000 + number % 9000)X7"
    lead.point = Point(
      longitude: 112 + Double(number % 997) / 1000, latitude: 38 + Double(number % 991) / 1000,
      uncertaintyMetres: 25)
    lead.media.insert([.water, .air, .soil, .solidWaste][number % 4])
    let channel = [Channel.routineInspection, .penalty, .complaint, .procuratorate][number % 4]
    lead.firstChannel = channel
    lead.channels.insert(channel)
    lead.discovery = InventedQuarter.asOf.adding(days: -(number % 95) - 2)
    lead.occurrence = InventedQuarter.asOf.adding(days: -(number % 95) - 20)
    if number % 3 == 0 {
      lead.amountEstimate = Money(fen: Int64(number) * 1_237 % 60_000_000)
    } else if number % 3 == 1 {
      lead.amountDetermined = Money(fen: Int64(number) * 911 % 60_000_000)
      lead.amountBasis = .expertAssessment
    }
    let truths: [Truth] = [.false, .unknown, .true, .false, .noRule]
    lead.inRedLine = truths[number % 5]
    lead.inNatureReserve = truths[(number + 1) % 5]
    lead.repeatOffender = number % 40 == 0 ? .true : .false
    lead.minor = truths[(number + 2) % 5]
    lead.major = number % 50 == 0 ? .true : .false
    lead.simpleAssessment = truths[(number + 3) % 5]
    lead.missingFacts = ["fact:in_red_line", "fact:damage_confirmed"]
    lead.missingFactTerms = ["损害区域为生态保护红线内", "经核查造成生态环境损害"]
    lead.verificationDue = InventedQuarter.asOf.adding(days: 30 - number % 95)
    lead.overdueDays = max(0, number % 95 - 30)
    lead.sources = [
      SourceEntry(
        name: "Inputs/2026Q3/执法检查.csv#\(number + 1)", line: number + 2, kind: .inspection,
        day: lead.discovery, document: "忻环检〔2026〕\(number % 900)号",
        summary: "厂区渗坑排放生产废水，雨水沟有黑色沉积，下游农渠受影响约\(number % 400)米，已责令停止并采样。")
    ]
    lead.findings = ["minor", "may_not_initiate", "major", "simple_assessment"].map { name in
      FindingEntry(
        conclusion: name, term: name, value: truths[number % 5], rule: "sx25.a10.amount",
        document: "晋环规〔2025〕2号", locator: "第十条", pack: "shanxi-2025", facts: "")
    }
    return lead
  }

  /// A joining for every fifth lead.
  private func matches(_ leads: [LeadEntry]) -> [MatchEntry] {
    stride(from: 0, to: leads.count, by: 5).map { number in
      MatchEntry(
        lead: leads[number].id, recordA: "Inputs/2026Q3/执法检查.csv#\(number + 1)",
        recordB: "Inputs/2026Q3/执法检查.csv#\(number + 7)",
        rule: JoinRule.allCases[number / 5 % JoinRule.allCases.count],
        evidence: "统一社会信用代码相同，文号相同")
    }
  }

  private var rules: RuleDirectory {
    RuleDirectory(
      documents: [
        .init(
          shortName: "山西", name: "晋环规〔2025〕2号", title: "管理办法", pack: "shanxi-2025 1",
          inForce: .true,
          rules: (1...6).map { number in
            RuleDirectory.Rule(
              id: "sx25.a\(number)", locator: "第\(number)条", conclusion: "结论 \(number)",
              summary: "例外：损害区域在生态保护红线内", sentence: "损害区域为生态保护红线内的，结论为“结论 \(number)”。",
              relation: "")
          })
      ], presumptions: [], questions: [])
  }

  /// Six conclusions, each with its ground.
  private func trace(_ number: Int) -> TraceEntry {
    TraceEntry(
      findings: (0..<6).map { finding in
        let value = [Truth.true, .unknown, .false][(number + finding) % 3]
        return TraceEntry.Finding(
          term: "结论 \(finding + 1)", value: value,
          missing: value == .unknown ? ["经认定的损害数额"] : [],
          grounds: [
            .init(
              rules: [.init(rule: finding, value: value)],
              condition: [
                .text("损害区域为生态保护红线内：否（图层比对）"), .records([0]), .text("，认定数额"),
                .value(value),
              ])
          ])
      })
  }
}
