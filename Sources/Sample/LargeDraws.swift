import Vocabulary

/// What follows from the seed for every record, event and obligor of a large drop.
struct LargeDraws {
  let source: LargeDrop.Source
  let quarter: Quarter
  let seed: UInt64

  /// Things drawn, so that one draw says nothing of another.
  enum Matter: UInt64 {
    case repeats = 1, link, obligor, day, harm, place, damage, code, name, address, person, fault
    case form, texts
  }

  /// The scrambling of an event's number for a matter; each quarter has its own.
  func draw(_ number: Int, _ matter: Matter) -> UInt64 {
    draw(number, matter, of: UInt64(quarter.year * 4 + quarter.ordinal))
  }

  /// A draw for an obligor, the same in every quarter.
  func draw(obligor number: Int, _ matter: Matter) -> UInt64 { draw(number, matter, of: 0) }

  private func draw(_ number: Int, _ matter: Matter, of period: UInt64) -> UInt64 {
    let part = SeededSequence.mixed(
      seed &+ (period << 8 | matter.rawValue) &* 0x9e37_79b9_7f4a_7c15)
    return SeededSequence.mixed(
      part ^ UInt64(truncatingIfNeeded: number) &* 0xd1b5_4a32_d192_ed03)
  }

  /// A draw for this source's record, apart from the other sources' records of that number.
  func draw(record: Int, _ matter: Matter) -> UInt64 {
    draw(record * 4 + 1 + LargeDraws.ordinal(source), matter)
  }

  /// The record whose event this one repeats, or itself: one in forty is a repeat of one of the
  /// fifty before it, as in an inspectorate's round.
  func original(of record: Int) -> Int {
    let drawn = draw(record: record, .repeats)
    guard drawn % 40 == 0, record > 50 else { return record }
    return original(of: record - 1 - Int(drawn >> 32) % 50)
  }

  /// The event a record speaks of: three in five penalties and one in seven complaints are about
  /// an inspected one.
  func event(_ record: Int) -> Int {
    let first = original(of: record)
    let drawn = draw(record: first, .link) % 100
    switch source {
    case .inspection: return first
    case .penalty: return drawn < 60 ? first * 2 : LargeDraws.ownEvents + first
    case .complaint: return drawn < 14 ? first * 3 : LargeDraws.ownEvents * 2 + first
    }
  }

  /// The obligor of an event; one in twenty is one of fifty that offend again and again.
  func obligor(ofEvent event: Int) -> Int {
    let drawn = draw(event, .obligor)
    let among =
      drawn % 20 == 0 ? 50 : 1000 + event % LargeDraws.ownEvents * 2 / 5
    return Int((drawn >> 8) % UInt64(among))
  }

  func truth(_ record: Int) -> SampleTruth {
    let event = event(record)
    return SampleTruth(record: record + 1, event: event, obligor: obligor(ofEvent: event))
  }

  /// Whether some penalty of a drop large enough is about the event.
  func isPenalised(_ event: Int) -> Bool {
    if event >= LargeDraws.ownEvents { return source == .penalty }
    guard event % 2 == 0 else { return false }
    let penalties = LargeDraws(source: .penalty, quarter: quarter, seed: seed)
    return penalties.event(event / 2) == event
  }

  /// The serial number of the event's penalty decision, one for each event.
  func documentSerial(_ event: Int) -> Int {
    event >= LargeDraws.ownEvents ? event % LargeDraws.ownEvents * 2 + 2 : event + 1
  }

  /// Events that only one source speaks of are numbered from multiples of this.
  private static let ownEvents = 1 << 40

  private static func ordinal(_ source: LargeDrop.Source) -> Int {
    switch source {
    case .inspection: 0
    case .penalty: 1
    case .complaint: 2
    }
  }
}

/// An obligor of a large drop: numbers into the vocabularies, no two alike.
struct LargeObligor {
  let number: Int
  let county: Int
  /// Two or three syllables; the last is -1 for none.
  let brand: (Int, Int, Int)
  let word: Int
  let form: Int
  /// A person instead of a firm; then only the county counts.
  let isPerson: Bool

  /// Every combination of county, brand and trade once before any comes again.
  static let combinations =
    SampleCounty.all.count * LargeWords.brands.count * LargeWords.brands.count
    * (LargeWords.brands.count + 1) * LargeWords.trades.count

  /// A prime that divides no vocabulary's size, so that steps of it visit every combination.
  private static let step = 7_368_787

  init(_ number: Int, _ draws: LargeDraws) {
    let syllables = LargeWords.brands.count
    self.number = number
    var rest = (number % LargeObligor.combinations) * LargeObligor.step % LargeObligor.combinations
    county = rest % SampleCounty.all.count
    rest /= SampleCounty.all.count
    let first = rest % syllables
    rest /= syllables
    let second = rest % syllables
    rest /= syllables
    brand = (first, second, rest % (syllables + 1) - 1)
    word = rest / (syllables + 1)
    let drawn = draws.draw(obligor: number, .form)
    switch drawn % 100 {
    case ..<70: form = 0
    case ..<80: form = 1
    case ..<86: form = 2
    default: form = 3
    }
    isPerson = drawn >> 16 & 31 == 0
  }
}
