import Sample
import Vocabulary

/// Invents obligors until there are enough, with the hazards that real names have.
///
/// What two obligors have in common by chance alone is drawn again; what is left comes from bundles
/// made on purpose, so that its share does not grow with the size of the drop.
struct TrialRegister {
  let plan: TrialPlan
  let places: TrialPlaces
  var sequence: SeededSequence
  private(set) var obligors: [TrialObligor] = []
  let brandChoice: WeightedChoice
  let tradeChoice: WeightedChoice
  let cityChoice: WeightedChoice
  private let surnames = WeightedChoice(count: TrialWords.surnames.count, flatness: 5)
  private let given = WeightedChoice(count: TrialWords.given.count, flatness: 12)
  /// Hashes of whole names and of names less one character of the brand, by city.
  private var taken: Set<UInt64> = []
  private var publicBodies: [(county: Int, name: String, form: String)] = []

  init(_ plan: TrialPlan, _ places: TrialPlaces) {
    self.plan = plan
    self.places = places
    sequence = SeededSequence(seed: plan.seed, part: "register")
    brandChoice = WeightedChoice(
      count: TrialWords.brands.count, flatness: plan.weighting.flatness)
    tradeChoice = WeightedChoice(
      count: TrialWords.trades.count, flatness: plan.weighting.flatness / 4)
    cityChoice = WeightedChoice(count: places.cities.count, flatness: 3)
    publicBodies = TrialRegister.publicBodies(places)
  }

  /// Invents bundle after bundle until there are `count` obligors or a few more.
  mutating func fill(_ count: Int) {
    obligors.reserveCapacity(count + 8)
    while obligors.count < count { addBundle() }
  }

  /// Shares in a thousand bundles; a bundle of an enterprise is drawn again in `addEnterprises`.
  private mutating func addBundle() {
    let county = places.county(in: cityChoice.pick(&sequence), &sequence)
    switch sequence.below(1000) {
    case ..<4: addPublicBody(county)
    case ..<22: addVillage(county)
    case ..<60: addPerson(county)
    case ..<150: addSoleTrader(county)
    case ..<215: addCooperative(county)
    default: addEnterprises(county)
    }
  }

  /// Keeps an obligor under the next serial number.
  mutating func add(_ obligor: TrialObligor) {
    var obligor = obligor
    obligor.serial = obligors.count
    switch plan.skew {
    case .soleTrader where obligor.serial % 2 == 0:
      obligor = TrialObligor(
        kind: .soleTrader, brand: "个体户", site: obligor.site,
        representative: obligor.representative, serial: obligor.serial)
    case .sharedCode:
      obligor.kind = .enterprise
      // The code is made from the serial number and the county.
      obligor.serial = obligor.serial / 50 * 50
      if obligor.serial < obligors.count { obligor.site = obligors[obligor.serial].site }
    default: break
    }
    obligors.append(obligor)
  }

  /// Whether a name is neither taken in its city nor one brand character from one that is; notes it.
  ///
  /// Also two equal cores of a city are refused.
  mutating func claim(_ obligor: TrialObligor) -> Bool {
    let keys = keys(of: obligor)
    guard !keys.contains(where: { taken.contains($0) }) else { return false }
    taken.formUnion(keys)
    return true
  }

  private func keys(of obligor: TrialObligor) -> [UInt64] {
    let city = places.counties[Int(obligor.site.county)].city
    var keys = [hash("\(obligor.core)|", city)]
    let brand = Array(obligor.brand)
    for place in brand.indices {
      var rest = brand
      rest[place] = "*"
      keys.append(
        hash("\(obligor.region)|\(String(rest))|\(obligor.trade)|\(obligor.form)", city))
      rest.remove(at: place)
      keys.append(
        hash("\(obligor.region)|\(String(rest))|\(obligor.trade)|\(obligor.form)", city))
    }
    keys.append(
      hash("\(obligor.region)|\(obligor.brand)|\(obligor.trade)|\(obligor.form)", city))
    return keys
  }

  private func hash(_ text: String, _ city: Int) -> UInt64 {
    SeededSequence.mixed(
      text.utf8.reduce(UInt64(city) &+ 0xcbf2_9ce4_8422_2325) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01b3
      })
  }

  mutating func site(_ county: Int) -> TrialSite {
    TrialSite(county: county, streets: plan.weighting.streets, &sequence)
  }

  mutating func personName() -> String {
    let surname = TrialWords.surnames[surnames.pick(&sequence)]
    let first = TrialWords.given[given.pick(&sequence)]
    guard sequence.happens(84) else { return "\(surname)\(first)" }
    return "\(surname)\(first)\(TrialWords.given[given.pick(&sequence)])"
  }

  /// A brand of two or three characters; none in one of forty.
  mutating func brand() -> String {
    let drawn = sequence.below(40)
    let length = drawn == 0 ? 0 : drawn < 30 ? 2 : 3
    return String((0..<length).map { _ in brandCharacter() })
  }

  mutating func brandCharacter() -> Character {
    let brands = TrialWords.brands
    return brands[(brandChoice.pick(&sequence) + plan.weighting.rotation) % brands.count]
  }

  mutating func trade() -> String {
    let trades = TrialWords.trades
    return trades[(tradeChoice.pick(&sequence) + plan.weighting.rotation) % trades.count]
  }

  /// The region of a name, empty where it has none.
  mutating func region(_ county: Int) -> String {
    guard sequence.happens(plan.weighting.region) else { return "" }
    let place = places.counties[county]
    let city = places.cities[place.city]
    let shares = plan.weighting.regions
    switch sequence.below(100) {
    case ..<shares.county: return sequence.happens(80) ? place.name : city.name + place.name
    case ..<(shares.county + shares.city): return city.name
    case ..<(shares.county + shares.city + shares.short): return city.short
    default: return sequence.happens(80) ? places.provinceShort : places.province
    }
  }

  private mutating func addPublicBody(_ county: Int) {
    guard let body = publicBodies.popLast() else { return addVillage(county) }
    add(
      TrialObligor(
        kind: .government, region: body.name, form: body.form, site: site(body.county),
        representative: personName(), serial: 0))
  }

  private mutating func addVillage(_ county: Int) {
    let site = TrialSite(county: county, streets: 0, &sequence)
    let prefix = sequence.happens(60) ? places.counties[county].name : ""
    let village = TrialObligor(
      kind: .village, region: prefix, brand: site.town(places) + site.village, form: "民委员会",
      site: site, representative: personName(), serial: 0)
    guard claim(village) else { return }
    add(village)
  }

  private mutating func addPerson(_ county: Int) {
    add(TrialObligor(kind: .person, brand: personName(), site: site(county), serial: 0))
  }

  /// One in ten has a name that others have as well.
  private mutating func addSoleTrader(_ county: Int) {
    var trader = TrialObligor(
      kind: .soleTrader, site: site(county), representative: personName(), serial: 0)
    switch sequence.below(100) {
    case ..<10:
      trader.region = sequence.happens(40) ? places.counties[county].name : ""
      trader.brand = sequence.pick(TrialWords.commonShops)
    case ..<30:
      trader.region = sequence.happens(50) ? places.counties[county].name : ""
      trader.brand = trader.representative
      trader.trade = sequence.pick(TrialWords.shops)
    default:
      trader.region =
        places.counties[county].name + (sequence.happens(40) ? trader.site.town(places) : "")
      trader.brand = brand()
      trader.trade = sequence.pick(TrialWords.shops)
    }
    add(trader)
  }

  private mutating func addCooperative(_ county: Int) {
    for _ in 0..<6 {
      let cooperative = TrialObligor(
        kind: .cooperative, region: places.counties[county].name, brand: brand(),
        trade: sequence.pick(["种植", "养殖", "农机", "种养", "林果", "蔬菜", "中药材", "肉羊养殖"]),
        form: sequence.happens(55) ? "专业合作社" : "农民专业合作社", site: site(county),
        representative: personName(), serial: 0)
      guard claim(cooperative) else { continue }
      return add(cooperative)
    }
  }

  /// County governments and their bureaus first, then the towns; the last is the first to be taken.
  private static func publicBodies(
    _ places: TrialPlaces
  ) -> [(county: Int, name: String, form: String)] {
    var bodies: [(county: Int, name: String, form: String)] = []
    for (number, county) in places.counties.enumerated() {
      bodies += county.towns.map { (number, county.name + $0, "人民政府") }
    }
    for (number, county) in places.counties.enumerated() {
      bodies += ["水利局", "住房和城乡建设管理局", "交通运输局"].map { (number, county.name, $0) }
    }
    for (number, county) in places.counties.enumerated() {
      bodies.append((number, county.name, "人民政府"))
    }
    return bodies
  }
}
