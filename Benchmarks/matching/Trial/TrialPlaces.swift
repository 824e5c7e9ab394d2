import Normalise
import Sample
import Vocabulary

/// A county that takes part, with invented towns.
struct TrialCounty: Sendable {
  let code: DivisionCode
  let name: String
  /// Place in `TrialPlaces.cities`.
  let city: Int
  let towns: [String]
  /// An invented seat in millionths of a degree.
  let longitude: Int
  let latitude: Int
}

/// The real names of the divisions that take part; towns, villages and roads are invented.
struct TrialPlaces: Sendable {
  struct City: Sendable {
    let name: String
    /// Without 市.
    let short: String
    /// Places in `counties`.
    var counties: [Int] = []
    var choice = WeightedChoice(count: 1)
  }

  let province: String
  /// Without 省.
  let provinceShort: String
  private(set) var cities: [City] = []
  private(set) var counties: [TrialCounty] = []

  init(_ plan: TrialPlan) {
    let gazetteer = Gazetteer(home: plan.jurisdiction)
    province = gazetteer.name(of: plan.jurisdiction.province) ?? ""
    provinceShort = String(province.dropLast())
    var codeOfLast: DivisionCode?
    for code in gazetteer.counties(in: plan.jurisdiction) {
      if code.city != codeOfLast {
        codeOfLast = code.city
        let name = gazetteer.name(of: code.city) ?? ""
        cities.append(City(name: name, short: String(name.dropLast())))
      }
      var sequence = SeededSequence(seed: plan.seed, part: "county \(code)")
      cities[cities.count - 1].counties.append(counties.count)
      counties.append(
        TrialCounty(
          code: code, name: gazetteer.name(of: code) ?? "", city: cities.count - 1,
          towns: TrialPlaces.towns(&sequence),
          longitude: 110_500_000 + sequence.below(3_500_000),
          latitude: (code.province.number == 140_000 ? 34_800_000 : 31_000_000)
            + sequence.below(4_000_000)))
    }
    for city in cities.indices {
      cities[city].choice = WeightedChoice(count: cities[city].counties.count, flatness: 4)
    }
  }

  private static func towns(_ sequence: inout SeededSequence) -> [String] {
    var towns = ["城关镇"]
    while towns.count < 12 {
      let name = "\(sequence.pick(TrialWords.townFirst))\(sequence.pick(TrialWords.townSecond))"
      let town = name + (sequence.happens(70) ? "镇" : "乡")
      if !towns.contains(where: { $0.hasPrefix(name) }) { towns.append(town) }
    }
    return towns
  }

  /// A county of the city, the first ones more often.
  func county(in city: Int, _ sequence: inout SeededSequence) -> Int {
    cities[city].counties[cities[city].choice.pick(&sequence)]
  }
}

/// Where an obligor is, or an event took place: one number stands for the whole address.
struct TrialSite: Sendable, Equatable {
  /// Place in `TrialPlaces.counties`.
  let county: Int32
  private let drawn: UInt32
  private let isRoad: Bool

  init(county: Int, streets: Int, _ sequence: inout SeededSequence) {
    self.county = Int32(county)
    isRoad = sequence.happens(streets)
    drawn = UInt32(truncatingIfNeeded: sequence.next())
  }

  /// The town: half of all that have a road are in the first one, the county's seat.
  func town(_ places: TrialPlaces) -> String {
    let towns = places.counties[Int(county)].towns
    return isRoad && drawn & 1 == 0 ? towns[0] : towns[Int(drawn >> 1 % 16) % towns.count]
  }

  var village: String {
    let (first, second, third) = (
      TrialWords.villageFirst, TrialWords.villageSecond, TrialWords.villageThird
    )
    return "\(first[Int(drawn >> 5) % first.count])\(second[Int(drawn >> 9) % second.count])"
      + "\(third[Int(drawn >> 14) % third.count])村"
  }

  /// Road or village, and then the number, which is empty for half of the villages.
  var parts: (place: String, number: String) {
    guard isRoad else {
      return (village, drawn >> 20 & 1 == 0 ? "" : ["村东", "村西", "村北", "村南"][Int(drawn >> 21 & 3)])
    }
    let road = TrialWords.roads[Int(drawn >> 5) % TrialWords.roads.count]
    return (road, "\(drawn >> 12 % 320 + 1)号")
  }
}
