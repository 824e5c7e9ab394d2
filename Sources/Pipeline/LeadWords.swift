internal import Geography
internal import Law
internal import Reports
internal import Vocabulary

/// A lead's entry in the words of `explain`.
struct LeadWords {
  private let entry: LeadEntry
  private let assessment: LeadAssessment

  private static let unknown = Wording(zh: "未知", en: "unknown")

  init(_ entry: LeadEntry, _ assessment: LeadAssessment) {
    self.entry = entry
    self.assessment = assessment
  }

  /// What the lead is; `status` is `nil` for one that was settled before.
  func lead(_ status: LeadEntry.Status?) -> [Wording] {
    let standing =
      status?.wording ?? Wording(zh: "往季已结", en: "settled in an earlier quarter")
    let proposal = entry.disposition.wording
    return [
      Wording(
        zh: "\(entry.id) \(standing.zh) \(proposal.zh)",
        en: "\(entry.id) \(standing.en); proposal: \(proposal.en)"),
      obligor, parent, place, days,
      entry.applicableLawTerm.map { Wording(zh: "适用规定 \($0.zh)", en: "law: \($0.en)") },
      Wording(
        zh: "发生日的规定 \(entry.versionTerm.zh)",
        en: "the law of the day of occurrence: \(entry.versionTerm.en)"),
      Wording(zh: "初步核查期限 \(verification.zh)", en: "verification due: \(verification.en)"),
      amounts,
    ].compactMap(\.self)
  }

  private var obligor: Wording {
    let id = entry.obligor?.description
    let parts = [id ?? LeadWords.unknown.en, entry.obligorName, entry.obligorCode]
    return Wording(
      zh: "义务人 \(id ?? LeadWords.unknown.zh) \(entry.obligorName) \(entry.obligorCode)",
      en: "obligor " + parts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  private var parent: Wording? {
    guard !entry.obligorParent.isEmpty else { return nil }
    return Wording(
      zh: "所属法人 \(entry.obligorParent)（分支机构另列义务人，不归并）",
      en: "branch of \(entry.obligorParent) (a branch is an obligor of its own, not joined with it)"
    )
  }

  private var place: Wording {
    let county = stated(entry.countyName.isEmpty ? nil : entry.countyName)
    let place = stated(entry.place.isEmpty ? nil : entry.place)
    return Wording(
      zh: "县区 \(county.zh) 地点 \(place.zh)", en: "county: \(county.en); place: \(place.en)")
  }

  private var days: Wording {
    let occurrence = stated(entry.occurrence?.description)
    let discovery = stated(entry.discovery?.description)
    return Wording(
      zh: "发生日 \(occurrence.zh) 发现日 \(discovery.zh)",
      en: "occurred: \(occurrence.en); discovered: \(discovery.en)")
  }

  private var amounts: Wording {
    let (determined, estimate) = (amount(entry.amountDetermined), amount(entry.amountEstimate))
    return Wording(
      zh: "认定数额 \(determined.zh) 预估数额 \(estimate.zh)",
      en: "amount determined: \(determined.en); estimated: \(estimate.en)")
  }

  /// The last day of the check for damage and how late it is; where no period runs, that none does.
  private var verification: Wording {
    let openDelay = Wording(zh: "是否超期不明", en: "late or not is unknown")
    guard let due = entry.verificationDue else {
      if assessment.deadlines.contains(where: \.rule.isForVerification) {
        return Wording(zh: "无法计算 \(openDelay.zh)", en: "cannot be counted, \(openDelay.en)")
      }
      return assessment.awaitsVerification
        ? Wording(zh: "起算日未知", en: "the day it is counted from is unknown")
        : Wording(zh: "无适用期限", en: "no period applies")
    }
    let delay =
      entry.overdueDays.map { Wording(zh: "超期 \($0) 天", en: "\($0) days late") } ?? openDelay
    return Wording(zh: "\(due) \(delay.zh)", en: "\(due), \(delay.en)")
  }

  /// One of the lead's records.
  func source(_ source: SourceEntry) -> Wording {
    let day = source.day?.description
    let references = [source.number, source.document].filter { !$0.isEmpty }
    let parts = [
      "\(source.name), line \(source.line),", source.kind.wording.en, day ?? "no day",
      references.joined(separator: "; "), source.summary,
    ]
    return Wording(
      zh: "\(source.name) 第\(source.line)行 \(source.kind.wording.zh) \(day ?? "日期未知") "
        + "\(source.reference) \(source.summary)\(source.isSuperseded ? "（已有新版本）" : "")",
      en: parts.filter { !$0.isEmpty }.joined(separator: " ")
        + (source.isSuperseded ? " (there is a newer version)" : ""))
  }

  /// The lead against one layer.
  func zone(_ zone: ZoneEntry) -> Wording {
    let distance = zone.distanceMetres.map { metres in
      let metres = Int(metres.rounded())
      return Wording(
        zh: "距边界 \(metres) 米（负为界内）", en: "\(metres) m from the boundary (negative inside)")
    }
    let error = zone.budget.map {
      Wording(zh: "，误差 \($0.wording.zh)", en: ", uncertainty \($0.wording.en)")
    }
    let boundary = zone.boundary.map(boundary)
    let nothing = Wording(zh: "无可用距离", en: "no distance")
    let reach = Wording(
      zh: (distance ?? nothing).zh + (error?.zh ?? "") + (boundary?.zh ?? ""),
      en: (distance ?? nothing).en + (error?.en ?? "") + (boundary?.en ?? ""))
    let (place, tag) = (zone.place.wording, LayerTag(rawValue: zone.tag)?.wording.en ?? zone.tag)
    let isOfDamage = zone.place == .damageArea
    let layer = [isOfDamage ? "" : "\(place.en),", tag, zone.layer, zone.layerVersion]
    let datums = zone.datumTerm
    let verdict =
      [
        "inside: \(zone.value.wording.en)", zone.feature, reach.en, zone.method, datums.en,
      ] + zone.remarks.map(\.en)
    return Wording(
      zh: "\(isOfDamage ? "" : place.zh + " ")\(zone.tagTerm) \(zone.layer) \(zone.layerVersion)："
        + "\(zone.value.wording.zh) \(zone.feature) \(reach.zh) \(zone.method)"
        + (datums.zh.isEmpty ? "" : " \(datums.zh)")
        + zone.remarks.map { "；" + $0.zh }.joined(),
      en: layer.filter { !$0.isEmpty }.joined(separator: " ") + ": "
        + verdict.filter { !$0.isEmpty }.joined(separator: "; "))
  }

  /// `，最近边界点 112.123456,38.123456（东北）`, six decimals.
  private func boundary(_ nearest: NearestBoundary) -> Wording {
    func degrees(_ value: Double) -> String {
      let millionths = Int((value * 1_000_000).rounded())
      return "\(millionths / 1_000_000).\(padded(millionths % 1_000_000, to: 6))"
    }
    let place = "\(degrees(nearest.longitude)),\(degrees(nearest.latitude))"
    let direction = nearest.direction?.wording
    return Wording(
      zh: "，最近边界点 \(place)" + (direction.map { "（\($0.zh)）" } ?? ""),
      en: ", nearest boundary at \(place)" + (direction.map { " (\($0.en))" } ?? ""))
  }

  /// One conclusion with its rule; `read` is what the rule read, in English.
  func finding(_ finding: FindingEntry, read: String) -> Wording {
    let rest = "\(finding.value.letter)  \(finding.document) \(finding.locator)"
    return Wording(
      zh: "\(finding.term) = \(rest)（\(finding.rule)） \(finding.facts)",
      en: "\(finding.conclusion) = \(rest) (\(finding.rule)) \(read)")
  }

  /// What would settle the lead.
  var missingFacts: [Wording] {
    zip(entry.missingFacts, entry.missingFactTerms).map { atom, term in
      Wording(zh: "\(term)（\(atom)）", en: atom)
    }
  }

  private func stated(_ value: String?) -> Wording {
    value.map { Wording(verbatim: $0) } ?? LeadWords.unknown
  }

  private func amount(_ amount: Money?) -> Wording {
    amount.map { Wording(zh: "\($0) 元", en: "\($0) yuan") } ?? LeadWords.unknown
  }
}
