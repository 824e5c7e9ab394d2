import Vocabulary

@testable import Reports

/// One lead of the fixture, its findings in keeping with its facts.
struct FixtureLead {
  let id: LeadID
  let isOld: Bool
  let verbosity: Int
  var random: SplitMix

  private static let heads = ["鑫源", "晋泰", "宏达", "恒跃", "五台", "滹沱", "云中", "昌盛"]
  private static let trades = ["洗煤", "建材", "化工", "养殖", "矿业", "冶炼", "电力", "再生资源"]
  private static let spots = ["工业园东区", "河道左岸", "村北沟", "矿区排土场", "国道旁堆场"]
  private static let acts = [
    "厂区渗坑排放生产废水，雨水沟有黑色沉积，下游农渠受影响约 200 米，已责令停止并采样。",
    "未经批准占用林地堆放煤矸石，面积约 3 亩，植被已毁，当事人称系历史堆存。",
    "除尘设施未运行，无组织排放明显，周边居民反映强烈，夜间尤为严重。",
  ]

  func entry() -> LeadEntry {
    var random = random
    func chance(_ percent: Int) -> Bool { Int(random.next() % 100) < percent }
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int(random.next() % UInt64(values.count))]
    }
    func truth(_ yes: Int, unknown: Int) -> Truth {
      let roll = Int(random.next() % 100)
      return roll < yes ? .true : roll < yes + unknown ? .unknown : .false
    }
    let disposition = pick([
      Disposition.verify, .verify, .verify, .verify, .initiate, .mayNotInitiate, .mayNotInitiate,
      .review, .closeNoDamage, .excluded,
    ])
    var lead = LeadEntry(
      id: id, status: isOld ? (chance(40) ? .changed : .open) : .new, disposition: disposition)
    let county = pick(PageFixture.counties)
    if chance(95) {
      lead.county = DivisionCode(number: county.code)
      lead.countyName = county.name
      lead.place = "\(county.name)\(pick(FixtureLead.spots))"
    }
    lead.obligorName =
      chance(92)
      ? "\(county.name)\(pick(FixtureLead.heads))\(pick(FixtureLead.trades))有限公司" : ""
    lead.obligorCode = lead.obligorName.isEmpty ? "" : "91140900MA0K\(1000 + id.serial % 9000)X7"
    if chance(80) {
      lead.point = Point(
        longitude: county.east + Double(random.next() % 2000) / 10_000 - 0.1,
        latitude: county.north + Double(random.next() % 2000) / 10_000 - 0.1,
        uncertaintyMetres: 25)
    }
    let media: [Medium] = [.water, .air, .soil, .solidWaste, .forest, .river, .mineral, .dust]
    if chance(93) { lead.media.insert(pick(media)) }
    if chance(30) { lead.media.insert(pick(media)) }
    let channel = pick([
      Channel.routineInspection, .routineInspection, .penalty, .penalty, .complaint, .inspectorate,
      .emergency, .procuratorate,
    ])
    lead.firstChannel = chance(97) ? channel : nil
    lead.channels.insert(channel)
    if chance(15) { lead.channels.insert(pick([.penalty, .complaint, .procuratorate])) }
    let age = Int(random.next() % 95)
    lead.discovery = chance(96) ? PageFixture.asOf.adding(days: -age - 2) : nil
    lead.occurrence = chance(70) ? PageFixture.asOf.adding(days: -age - 20) : nil
    if chance(40) {
      lead.amountEstimate = Money(fen: Int64(random.next() % 60_000_000))
    } else if chance(25) {
      lead.amountDetermined = Money(fen: pick([80_000, 250_000, 300_000, 5_000_000, 42_000_000]))
      lead.amountBasis = .expertAssessment
    }
    lead.inRedLine = truth(4, unknown: 20)
    lead.inNatureReserve = truth(3, unknown: 20)
    lead.repeatOffender = truth(4, unknown: 12)
    lead.scopeExcluded = disposition == .excluded ? .true : .false
    lead.minor = truth(25, unknown: 45)
    lead.mayNotInitiate = disposition == .mayNotInitiate ? .true : .unknown
    lead.major = truth(3, unknown: 6)
    lead.simpleAssessment = pick([.true, .unknown, .noRule])
    if disposition == .verify || disposition == .review {
      lead.missingFacts = ["fact:in_red_line", "fact:damage_confirmed"]
      lead.missingFactTerms = ["损害区域为生态保护红线内", "经核查造成生态环境损害"]
    }
    if let discovery = lead.discovery, disposition != .excluded {
      let due = discovery.adding(days: 30)
      lead.verificationDue = due
      let late = PageFixture.asOf.days(since: due)
      lead.overdueDays = late > 0 && (disposition == .verify && chance(40)) ? late : 0
    }
    if lead.channels.contains(.procuratorate), disposition == .mayNotInitiate || chance(30) {
      lead.feedbackDue = chance(50) ? PageFixture.asOf.adding(days: 12) : nil
      lead.isFedBack = truth(40, unknown: 20)
    }
    lead.damageConfirmed = .unknown
    if let verification = checked(disposition) {
      lead.verification = verification
      lead.damageConfirmed = verification.finding.damage
    }
    lead.sources = sources(channel, isSecond: chance(25))
    lead.zones = zones(lead)
    lead.findings = findings(lead)
    return lead
  }

  /// What people found out about every third lead that is to be decided.
  private func checked(_ disposition: Disposition) -> Verification? {
    let isDamage = disposition == .initiate || disposition == .mayNotInitiate
    guard id.serial % 3 == 0, isDamage || disposition == .closeNoDamage else { return nil }
    let decision: Verification.Decision? =
      switch disposition {
      case .initiate: id.serial % 2 == 0 ? .initiated : nil
      case .mayNotInitiate: .notInitiated(.minorByAmount)
      default: nil
      }
    return Verification(
      record: ContentHash(high: 0, low: UInt64(id.serial)), finding: isDamage ? .damage : .noDamage,
      day: PageFixture.asOf, decision: decision, person: "李四",
      place: .init(file: "核查.csv", sha256: "", line: id.serial + 1))
  }

  private func sources(_ channel: Channel, isSecond: Bool) -> [SourceEntry] {
    let kinds: [SourceKind] = isSecond ? [.inspection, .transfer] : [.complaint]
    return kinds.enumerated().map { index, kind in
      SourceEntry(
        name: "Inputs/2026Q3/\(kind.wording.zh).csv#\(id.serial + index)", line: id.serial + 1,
        kind: kind, day: PageFixture.asOf.adding(days: -40),
        document: "忻检移〔2026〕\(id.serial % 90)号",
        summary: String(
          repeating: FixtureLead.acts[id.serial % FixtureLead.acts.count], count: verbosity))
    }
  }

  private func zones(_ lead: LeadEntry) -> [ZoneEntry] {
    guard lead.point != nil else { return [] }
    func zone(_ layer: String, _ tag: String, _ term: String, _ value: Truth) -> ZoneEntry {
      let distance: Double? =
        value == .true ? -123.4 : value == .false ? 2_456.7 : value == .unknown ? 12.5 : nil
      return ZoneEntry(
        layer: layer, layerVersion: "2025-12", feature: "云中山", tag: tag, tagTerm: term,
        value: value, distanceMetres: distance,
        budget: UncertaintyBudget(Point(longitude: 112, latitude: 38, uncertaintyMetres: 25)),
        method: "boundary")
    }
    return [
      zone("红线", "red_line", "生态保护红线", lead.inRedLine),
      zone("自然保护地", "nature_reserve", "自然保护地", lead.inNatureReserve),
    ]
  }

  private func findings(_ lead: LeadEntry) -> [FindingEntry] {
    func finding(
      _ conclusion: String, _ term: String, _ value: Truth, _ rule: String, _ locator: String,
      _ facts: String
    ) -> FindingEntry {
      FindingEntry(
        conclusion: conclusion, term: term, value: value, rule: value == .noRule ? "" : rule,
        document: value == .noRule ? "" : "晋环规〔2025〕2号",
        locator: value == .noRule ? "" : locator, pack: "shanxi-2025", facts: facts)
    }
    let place = lead.inRedLine || lead.inNatureReserve
    return [
      finding("scope_excluded", "不纳入线索筛查范围", lead.scopeExcluded, "cn25.s2", "第二条", ""),
      finding(
        "minor", "显著轻微案件", lead.minor, "sx25.a10.amount", "第十条", "damage_amount_determined=U"),
      finding(
        "exc_red_line", "例外-生态保护红线或自然保护地", place, "sx25.a11.1", "第十一条第一项",
        "in_red_line=\(lead.inRedLine.letter); in_nature_reserve=\(lead.inNatureReserve.letter)"),
      finding(
        "exc_repeat", "例外-2年内再次发生", lead.repeatOffender, "sx25.a11.2", "第十一条第二项",
        "prior_damage_events=2025-03-11"),
      finding("may_not_initiate", "可以不启动索赔", lead.mayNotInitiate, "sx25.a11.may", "第十一条", ""),
      finding("major", "重大案件", lead.major, "sx25.a12.1", "第十二条第一项", "important_issue=T"),
      finding("simple_assessment", "可适用简易评估", lead.simpleAssessment, "sx25.a15.simple", "第十五条", ""),
      finding("region_level_jurisdiction", "自治区(省)级管辖", .noRule, "", "", ""),
    ]
  }
}
