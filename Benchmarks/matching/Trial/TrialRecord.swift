import Sample
import Vocabulary

/// One record of an event as its source has it: damaged values, still without a layout.
struct TrialRecord {
  let source: TrialSource
  let event: TrialEvent
  let obligor: TrialObligor
  /// Which of the event's records of this source it is, from 0.
  let occasion: Int
  /// Draws for this record alone.
  var draws: SeededSequence

  private(set) var party = ""
  private(set) var code = ""
  private(set) var representative = ""
  private(set) var address = ""
  /// Whether the party's name says nothing of who it is.
  private(set) var namesNobody = false

  init(
    _ source: TrialSource, _ event: TrialEvent, _ obligor: TrialObligor, occasion: Int,
    _ drop: TrialDrop
  ) {
    self.source = source
    self.event = event
    self.obligor = obligor
    self.occasion = occasion
    draws = SeededSequence(
      seed: SeededSequence.mixed(drop.plan.seed &+ UInt64(event.number) &* 0x9e37_79b9_7f4a_7c15)
        &+ UInt64(source.rawValue * 8 + occasion))
    party = partyName()
    code = statedCode(drop)
    representative = statedRepresentative(drop)
    address = statedAddress(drop)
  }

  /// Whether a draw of that chance in a thousand comes off.
  mutating func happens(perMille chance: Int) -> Bool { draws.below(1000) < chance }

  // MARK: - The party

  private mutating func partyName() -> String {
    if source == .complaint, happens(perMille: TrialRates.nobody) {
      namesNobody = true
      return draws.pick(["个体户", "不详", "无名", "村民", "某企业"])
    }
    // One draw decides, so that a name has one fault at most.
    let drawn = draws.below(1000)
    let isHalfWidth = happens(perMille: TrialRates.bracketWidth)
    var limit = TrialRates.formSwapped
    var name: String
    if drawn < limit {
      name = obligor.written(region: obligor.region, form: otherForm())
    } else if drawn < limit + TrialRates.regionDropped {
      name =
        obligor.isPerson ? obligor.name : obligor.written(region: regionLeft(), form: obligor.form)
    } else {
      limit += TrialRates.regionDropped
      if drawn < limit + TrialRates.shortened {
        name = shortName()
      } else if drawn < limit + TrialRates.shortened + TrialRates.mistypedName {
        name = mistyped()
      } else {
        name = obligor.name
      }
    }
    if isHalfWidth { name = String(name.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }) }
    return name
  }

  /// What a form is confused with; forms that stand for nothing else stay.
  private mutating func otherForm() -> String {
    switch obligor.form {
    case "有限公司": draws.happens(75) ? "有限责任公司" : "公司"
    case "有限责任公司": "有限公司"
    case "股份有限公司": draws.happens(50) ? "有限公司" : "股份公司"
    case "集团有限公司": draws.happens(50) ? "集团公司" : "有限公司"
    case "集团股份有限公司": "集团有限公司"
    case "公司": "有限公司"
    case "专业合作社": draws.happens(50) ? "农民专业合作社" : "合作社"
    case "农民专业合作社": draws.happens(50) ? "专业合作社" : "合作社"
    case "民委员会": "委会"
    case "经营部", "服务部": draws.happens(50) ? "部" : "门市部"
    case "合伙企业（有限合伙）": "合伙企业"
    default: obligor.form
    }
  }

  /// Governments and villages without their region would be everybody's: only the county goes.
  private func regionLeft() -> String { obligor.kind == .government ? obligor.region : "" }

  /// 鑫源石料, or for a person 王某.
  private func shortName() -> String {
    switch obligor.kind {
    case .person: return "\(obligor.brand.prefix(1))某"
    case .government: return obligor.name
    case .village: return obligor.brand
    case .branch: return obligor.core + obligor.tail
    default: return obligor.core.count < 3 ? obligor.core + obligor.form : obligor.core
    }
  }

  /// One character of the core typed wrong: mostly one of the same sound.
  private mutating func mistyped() -> String {
    let core = Array(obligor.core)
    guard !core.isEmpty, obligor.kind != .government else { return obligor.name }
    let isHomophone = draws.happens(TrialRates.homophones)
    let start = draws.below(core.count)
    for step in core.indices {
      let place = (start + step) % core.count
      let wrong: Character?
      if isHomophone {
        wrong = TrialWords.homophones[core[place]].map { draws.pick($0) }
      } else if let alike = TrialWords.likenesses[core[place]], draws.happens(70) {
        wrong = alike
      } else {
        wrong = draws.pick(TrialWords.brands)
      }
      if let wrong, wrong != core[place] { return replacing(place, by: wrong) }
    }
    return obligor.name
  }

  private func replacing(_ place: Int, by wrong: Character) -> String {
    var changed = obligor
    let length = obligor.brand.count
    if place < length {
      var brand = Array(obligor.brand)
      brand[place] = wrong
      changed.brand = String(brand)
    } else {
      var trade = Array(obligor.trade)
      trade[place - length] = wrong
      changed.trade = String(trade)
    }
    return changed.name
  }

  // MARK: - What identifies it

  private mutating func statedCode(_ drop: TrialDrop) -> String {
    guard source != .complaint, !namesNobody else { return "" }
    let lacking = TrialRates.lacking(TrialRates.withoutCode, among: TrialRates.haveCode)
    let drawn = draws.below(1000)
    guard drawn >= lacking else { return "" }
    if drawn < lacking + TrialRates.mistypedCode { return mistypedCode(obligor.code(drop)) }
    if drawn < lacking + TrialRates.mistypedCode + TrialRates.foreignCode {
      return draws.pick(drop.obligors).code(drop)
    }
    return obligor.code(drop)
  }

  /// One digit wrong: its check character does not fit any more.
  private mutating func mistypedCode(_ code: String) -> String {
    var bytes = Array(code.utf8)
    let place = 2 + draws.below(max(bytes.count - 3, 1))
    guard place < bytes.count else { return code }
    let digit = UInt8(ascii: "0") + UInt8(draws.below(10))
    bytes[place] = bytes[place] == digit ? UInt8(ascii: "0") + (digit - 0x30 + 1) % 10 : digit
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func statedRepresentative(_ drop: TrialDrop) -> String {
    guard source == .inspection || source == .penalty, !obligor.isPerson else { return "" }
    let lacking = TrialRates.lacking(
      TrialRates.withoutRepresentative, among: TrialRates.haveRepresentative)
    let drawn = draws.below(1000)
    if drawn < lacking { return "" }
    // Another person has been appointed.
    if drawn < lacking + TrialRates.changedRepresentative {
      return draws.pick(drop.obligors).representative
    }
    return obligor.representative
  }

  // MARK: - The place

  private mutating func statedAddress(_ drop: TrialDrop) -> String {
    let drawn = draws.below(1000)
    guard drawn >= TrialRates.withoutAddress else { return "" }
    let isCut = drawn < TrialRates.withoutAddress + TrialRates.cutAddress
    let site = drop.site(of: event)
    let county = drop.places.counties[Int(site.county)]
    let prefix =
      switch draws.below(10) {
      case ..<2: ""
      case ..<6: county.name
      case ..<9: drop.places.cities[county.city].name + county.name
      default: drop.places.province + drop.places.cities[county.city].name + county.name
      }
    let town = site.town(drop.places)
    let (place, number) = site.parts
    if isCut { return draws.happens(60) ? prefix + town + place : prefix + town }
    return prefix + town + place + number
  }
}

extension TrialObligor {
  var isPerson: Bool { kind == .person }
}
