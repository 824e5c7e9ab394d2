import Sample
import Vocabulary

/// The cells of a record, in the order of its source's columns.
extension TrialRecord {
  /// The cells, one a column of `source.columns`; empty for none.
  mutating func cells(_ drop: TrialDrop) -> [String] {
    let county = drop.places.counties[Int(drop.site(of: event).county)]
    let harm = SampleHarm.all[Int(event.harm)]
    let first = drop.plan.quarter.firstDay
    let happened = first.adding(days: Int(event.day))
    let found = happened.adding(days: draws.below(4))
    let point = statedPoint(county, drop)
    let countyName = happens(perMille: 950) ? county.name : ""
    let media = harm.media.joined(separator: "、")
    let number = serialNumber(occasion, drop)
    switch source {
    case .inspection:
      return [
        "JC" + number, found.description, drop.authority(harm, county), countyName, party,
        obligor.isPerson ? "" : code, representative, address, point.longitude, point.latitude,
        harm.violation, facts(harm, county, opening: "现场检查发现，"), media,
        stated(happened, missing: 60),
        event.isPenalised && happens(perMille: 600) ? document(harm, county, drop) : "",
      ]
    case .penalty:
      let decided = happened.adding(days: 9 + draws.below(40))
      return [
        party, obligor.isPerson ? "" : code, representative, obligor.isPerson ? code : "",
        document(harm, county, drop), harm.violation,
        facts(harm, county, opening: "\(stated(happened, missing: 0))，"), decided.description,
        drop.authority(harm, county), countyName, address, media, stated(happened, missing: 400),
      ]
    case .complaint:
      let (accepted, remark) = complaintDay(found, drop)
      return [
        "XF" + number, accepted.description, facts(harm, county, opening: "群众反映，"), party,
        countyName,
        address, point.longitude, point.latitude, media, remark,
      ]
    case .transfer:
      // Weeks after the act, when the penalty has long been decided.
      let received = happened.adding(days: 18 + draws.below(45))
      let decision =
        event.isPenalised && happens(perMille: 600)
        ? "，行政处罚决定书文号" + document(harm, county, drop) : ""
      return [
        "YS" + number, "\(county.name)人民检察院", received.description, party, code,
        stated(happened, missing: 50), address, countyName, harm.violation,
        facts(harm, county, opening: "经审查，") + decision, media,
      ]
    case .inspectorate:
      return [
        "DC" + number, found.adding(days: 2).description, countyName, party,
        obligor.isPerson ? "" : code, address, facts(harm, county, opening: "督察发现，"), media,
        stated(happened, missing: 200),
      ]
    case .emergency:
      // Follow-up reports carry the number of the first.
      let shared = "TF" + serialNumber(0, drop)
      return [
        shared, "\(county.name)\(harm.violation)事件", stated(happened, missing: 0),
        found.adding(days: occasion * 2).description, address, countyName, point.longitude,
        point.latitude, party, obligor.isPerson ? "" : code,
        facts(harm, county, opening: ["初报：", "续报：", "终报："][occasion % 3]), media,
      ]
    }
  }

  /// A day of the event as this source has it.
  private mutating func stated(_ day: Day, missing: Int) -> String {
    if missing > 0, happens(perMille: missing) { return "" }
    guard happens(perMille: TrialRates.dayOff) else { return day.description }
    let days = 1 + draws.below(3)
    return day.adding(days: draws.happens(50) ? days : -days).description
  }

  /// A complaint made again comes within days, or later and then says what it repeats.
  private mutating func complaintDay(
    _ found: Day, _ drop: TrialDrop
  ) -> (day: Day, remark: String) {
    guard occasion > 0 else { return (found.adding(days: draws.below(3)), "") }
    let isLate = draws.happens(40)
    let day = found.adding(days: isLate ? 10 + draws.below(40) : 1 + draws.below(4))
    let earlier = serialNumber(0, drop)
    return (day, isLate || draws.happens(40) ? "重复件，原信访编号XF\(earlier)" : "")
  }

  /// A number unlike every other of the source; digits of one event have nothing in common.
  private func serialNumber(_ occasion: Int, _ drop: TrialDrop) -> String {
    // The factor shares no divisor with the modulus, so that no number comes twice.
    let number = Int(event.number) + drop.plan.firstNumber
    let scrambled = (number * 4 + occasion) * 387_420_489 + (source.rawValue + 1) * 271_828_183
    return "\(drop.plan.quarter.year)\(padded(scrambled % 1_000_000_000, to: 9))"
  }

  /// The words every source tells the event in: its own opening, a quantity that is nearly the same.
  private mutating func facts(_ harm: SampleHarm, _ county: TrialCounty, opening: String) -> String
  {
    var shared = SeededSequence(seed: UInt64(event.number) &* 0xd1b5_4a32_d192_ed03)
    let range = harm.quantity
    let quantity = shared.between(range.lowerBound, range.upperBound)
    let said = happens(perMille: 800) ? quantity : max(1, quantity + draws.below(7) - 3)
    var text = opening
    var marks = harm.facts.makeIterator()
    while let mark = marks.next() {
      guard mark == "{" else {
        text.append(mark)
        continue
      }
      switch marks.next() {
      case "n": text += "\(said)"
      case "r": text += "\(county.name.prefix(1))河"
      default: text += address.isEmpty ? county.name : address
      }
      _ = marks.next()
    }
    return text
  }

  /// The number of the penalty decision: other brackets in some, a wrong digit in a few.
  private mutating func document(
    _ harm: SampleHarm, _ county: TrialCounty, _ drop: TrialDrop
  ) -> String {
    var serial = Int(event.number) + drop.plan.firstNumber + 1
    if happens(perMille: TrialRates.documentMistyped) { serial += 1 + draws.below(9) }
    let word = "\(county.name.prefix(1))\(drop.documentWord(harm))"
    let year = drop.plan.quarter.year
    guard happens(perMille: TrialRates.documentSpelling) else {
      return "\(word)〔\(year)〕\(serial)号"
    }
    switch draws.below(4) {
    case 0: return "\(word)[\(year)]\(serial)号"
    case 1: return "\(word)（\(year)）\(serial)号"
    case 2: return "\(word)﹝\(year)﹞\(serial)号"
    default: return "\(word)〔\(year)〕第\(serial)号"
    }
  }

  /// Coordinates for six in ten, up to some eighty metres from each other.
  private mutating func statedPoint(
    _ county: TrialCounty, _ drop: TrialDrop
  ) -> (longitude: String, latitude: String) {
    guard happens(perMille: 600) else { return ("", "") }
    var shared = SeededSequence(
      seed: SeededSequence.mixed(UInt64(event.obligor) << 8 | UInt64(event.place)) &+ drop.plan.seed
    )
    func degrees(_ millionths: Int) -> String {
      "\(millionths / 1_000_000).\(padded(millionths % 1_000_000, to: 6))"
    }
    return (
      degrees(county.longitude + shared.below(200_000) + draws.below(800)),
      degrees(county.latitude + shared.below(200_000) + draws.below(700))
    )
  }
}
