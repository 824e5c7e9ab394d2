import Sample
import Vocabulary

/// Enterprises, alone and in bundles that are easily taken for one.
///
/// The shares follow what was measured on about three million entries of the business register:
/// 13.5 % of all have a namesake but for one character in their own city (of such pairs 8.7 % differ
/// in a numeral, 0.9 % in a direction or size, 0.6 % in a character of one sound), 2.2 % share a core
/// with another in the city, and a further 2.9 % within the province; 8.6 % are branches; 2.1 % have
/// brackets.
extension TrialRegister {
  /// Legal forms by their share in ten thousand; branches and cooperatives are made apart.
  private static let forms: [(form: String, share: Int)] = [
    ("有限公司", 6200), ("有限责任公司", 740), ("厂", 430), ("公司", 220), ("经营部", 120), ("服务部", 80),
    ("商行", 120), ("车行", 80), ("商店", 120), ("专卖店", 80), ("加油站", 80), ("服务站", 80),
    ("股份有限公司", 180), ("集团有限公司", 90), ("集团股份有限公司", 20), ("中心", 120), ("场", 80), ("矿", 50),
    ("合伙企业（有限合伙）", 40),
  ]
  private static let formChoice = WeightedChoice(weights: forms.map(\.share))
  private static let numerals = Array("一二三四五六七八九十")
  private static let directions = Array("东西南北上下大小新老")

  mutating func addEnterprises(_ county: Int) {
    switch sequence.below(1000) {
    case ..<2: addNumbered(county, TrialRegister.numerals, .numeral)
    case ..<3: addNumbered(county, TrialRegister.directions, .direction)
    case ..<59: addNeighbours(county)
    case ..<73: addSameCore(county)
    case ..<91 where places.cities.count > 1: addSameCoreElsewhere(county)
    case 91..<141: addBranches(county)
    case 141..<161: addSisters(county)
    default: if let one = enterprise(county) { add(one) }
    }
  }

  /// An enterprise unlike all others; `nil` if six draws gave none.
  private mutating func enterprise(_ county: Int) -> TrialObligor? {
    for _ in 0..<6 {
      var one = TrialObligor(
        kind: .enterprise, region: region(county), brand: brand(), trade: trade(),
        form: TrialRegister.forms[TrialRegister.formChoice.pick(&sequence)].form,
        site: site(county), representative: personName(), serial: 0)
      if one.brand.isEmpty, one.region.isEmpty { one.region = places.counties[county].name }
      switch sequence.below(1000) {
      case ..<13 where !one.region.isEmpty && !one.brand.isEmpty:
        one.isRegionInside = true
        one.region = places.cities[places.counties[county].city].short
      case 13..<20:
        one.bracket = sequence.pick(["集团", "香港万年", "香港南京", "中国", "普通合伙", "三期"])
      default: break
      }
      if claim(one) { return one }
    }
    return nil
  }

  /// Another firm with the same words: its own people, and mostly its own place.
  private mutating func another(_ one: TrialObligor, sharing percent: Int) -> TrialObligor {
    var other = one
    let isSame = sequence.happens(percent)
    if !isSame {
      other.site = site(Int(one.site.county))
      other.representative = personName()
    }
    return other
  }

  /// 鑫源第一石料厂 and 鑫源第二石料厂: half of them are of one owner at one place.
  private mutating func addNumbered(
    _ county: Int, _ marks: [Character], _ likeness: TrialObligor.Likeness
  ) {
    guard var one = enterprise(county) else { return }
    let brand = one.brand
    one.likeness = likeness
    let isOrdinal = likeness == .numeral && sequence.happens(50)
    let count = min(
      marks.count, likeness == .numeral ? 3 + sequence.below(4) : 2 + sequence.below(2))
    for mark in marks.prefix(count) {
      one.brand = isOrdinal ? "\(brand)第\(mark)" : "\(brand)\(mark)"
      add(one)
      one = another(one, sharing: 50)
    }
  }

  /// Firms whose brands differ in one character: strangers to each other.
  private mutating func addNeighbours(_ county: Int) {
    guard var one = enterprise(county), let first = one.brand.first else { return }
    let likeness: TrialObligor.Likeness = sequence.happens(2) ? .homophone : .otherCharacter
    one.likeness = likeness
    var used: Set<Character> = [first]
    let rest = one.brand.dropFirst()
    add(one)
    repeat {
      var mark = brandCharacter()
      if likeness == .homophone {
        mark = TrialWords.homophones[first].map { sequence.pick($0) } ?? mark
      }
      one = another(one, sharing: 4)
      one.brand =
        likeness == .otherCharacter && sequence.happens(12)
        ? "\(mark)\(first)\(rest)" : "\(mark)\(rest)"
      if used.insert(mark).inserted { add(one) }
    } while sequence.happens(45)
  }

  /// One core under two regions or two forms, in one city; one in five at one address.
  private mutating func addSameCore(_ county: Int) {
    guard var one = enterprise(county), !one.brand.isEmpty else { return }
    one.likeness = .core
    let city = places.cities[places.counties[county].city]
    add(one)
    var other = another(one, sharing: 20)
    switch sequence.below(4) {
    case 0:
      // 定襄县鑫源法兰有限公司, 代县鑫源法兰有限公司
      let elsewhere = places.county(in: places.counties[county].city, &sequence)
      other.site = site(elsewhere)
      other.region = places.counties[elsewhere].name
    case 1: other.form = one.form == "有限公司" ? "股份有限公司" : "有限公司"
    case 2:
      // 忻州市鑫源物流有限公司, 鑫源物流（忻州）有限公司
      other.region = city.short
      other.isRegionInside = !one.isRegionInside
    default: other.form = one.form == "集团有限公司" ? "集团股份有限公司" : "集团有限公司"
    }
    guard other.name != one.name else { return }
    add(other)
  }

  /// The core once more in another city of the province.
  private mutating func addSameCoreElsewhere(_ county: Int) {
    guard var one = enterprise(county), !one.brand.isEmpty else { return }
    one.likeness = .core
    add(one)
    let elsewhere = places.county(in: cityChoice.pick(&sequence), &sequence)
    one.site = site(elsewhere)
    one.representative = personName()
    one.region = region(elsewhere)
    if claim(one) { add(one) }
  }

  /// A parent and its branches, some of them at its own address.
  private mutating func addBranches(_ county: Int) {
    guard var parent = enterprise(county) else { return }
    if !parent.form.hasSuffix("公司") { parent.form = "有限公司" }
    parent.likeness = .branch
    add(parent)
    let kinds = ["分公司", "分公司", "分公司", "营业部", "支行", "分店", "分厂", "项目部"]
    var used: Set<String> = []
    repeat {
      var branch = parent
      branch.kind = .branch
      let place = places.county(in: places.counties[county].city, &sequence)
      if sequence.happens(70) {
        branch.site = site(place)
        branch.representative = personName()
      }
      let site = places.counties[place].name
      branch.tail =
        (sequence.happens(60)
          ? String(site.dropLast()) : "第\(sequence.pick(TrialRegister.numerals))")
        + sequence.pick(kinds)
      if used.insert(branch.tail).inserted { add(branch) }
    } while sequence.happens(60)
  }

  /// Firms of one owner at one address, with one brand and different trades.
  private mutating func addSisters(_ county: Int) {
    guard var one = enterprise(county), !one.brand.isEmpty else { return }
    one.likeness = .sister
    add(one)
    repeat {
      one.trade = trade()
      one.form = "有限公司"
      if claim(one) { add(one) }
    } while sequence.happens(35)
  }
}
