/// How much each piece of evidence weighs, in thousandths of a bit, and where the bars are.
///
/// Read from `Resources/matching-model-1.txt`, which explains its numbers: a weight is log₂(m / u), m
/// the share of pairs of one obligor that agree so, u that of pairs that are not. A new model is a new
/// file with a new version; nothing is learnt during a run.
package struct MatchingModel: Sendable {
  /// The model the program carries.
  package static let standard = MatchingModel(text: PackageResources.matching_model_1_txt)

  /// The number that runs are recorded with.
  package private(set) var version: Int32 = 0
  /// What joins, and what is asked about.
  private(set) var join: Int32 = .max
  private(set) var review: Int32 = .max
  /// How much the best candidate must be ahead of the second.
  private(set) var margin: Int32 = 0
  /// The most that county and address may weigh together, for they say the same twice.
  private(set) var placeCap: Int32 = .max
  /// Lines that could not be read.
  package private(set) var unreadableLines = 0

  private(set) var names = [Int32](repeating: 0, count: NameFinding.allCases.count)
  private(set) var addresses = [Int32](repeating: 0, count: AddressLevel.allCases.count)
  private(set) var people = [Int32](repeating: 0, count: Accord.allCases.count)
  private(set) var permits = [Int32](repeating: 0, count: Accord.allCases.count)
  private(set) var events = [Int32](repeating: 0, count: EventFinding.allCases.count)
  private(set) var counties = [Int32](repeating: 0, count: Accord.allCases.count)
  /// Of a code with one slip.
  private(set) var codeSlip: Int32 = 0
  /// Of equal codes that do not prove themselves.
  private(set) var unprovenCode: Int32 = 0
  /// What a name weighs that persons, shops, or mere words of a trade may share.
  private(set) var person: Int32 = 0
  private(set) var shop: Int32 = 0
  private(set) var tradeOnly: Int32 = 0
  /// What a name weighs less of which nobody says in which city it is borne.
  private(set) var noCity: Int32 = 0

  /// The model of that text: a line for each weight, `evidence level m u`, and for each bar, `bar
  /// thousandths`.
  package init(text: [UInt8]) {
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: UInt8(ascii: " "))
        .map { String(decoding: $0, as: UTF8.self) }
      if words.isEmpty { continue }
      if !read(words) { unreadableLines += 1 }
    }
  }

  private mutating func read(_ words: [String]) -> Bool {
    if words.count == 2, let value = Int32(words[1]) {
      switch words[0] {
      case "version": version = value
      case "join": join = value
      case "review": review = value
      case "margin": margin = value
      case "place-cap": placeCap = value
      default: return false
      }
      return true
    }
    guard words.count == 4, let m = Int(words[2]), let u = Int(words[3]), m > 0, u > 0,
      max(m, u) <= 1_000_000
    else { return false }
    return set(words[0], words[1], Bits.of(m, over: u))
  }

  private mutating func set(_ evidence: String, _ level: String, _ weight: Int32) -> Bool {
    func put(_ weights: inout [Int32], _ place: Int?) -> Bool {
      guard let place else { return false }
      weights[place] = weight
      return true
    }
    let accord = Accord.allCases.firstIndex { $0.rawValue == level }
    switch evidence {
    case "name": return put(&names, NameFinding.allCases.firstIndex { $0.word == level })
    case "address": return put(&addresses, AddressLevel.allCases.firstIndex { $0.word == level })
    case "representative": return put(&people, accord)
    case "permit": return put(&permits, accord)
    case "county": return put(&counties, accord)
    case "event": return put(&events, EventFinding.allCases.firstIndex { $0.rawValue == level })
    case "code" where level == CodeAccord.oneSlip.rawValue: codeSlip = weight
    case "code" where level == CodeAccord.unproven.rawValue: unprovenCode = weight
    case "repeats" where level == "person": person = weight
    case "repeats" where level == "shop": shop = weight
    case "repeats" where level == "trade-only": tradeOnly = weight
    case "repeats" where level == "no-city": noCity = weight
    default: return false
    }
    return true
  }
}
