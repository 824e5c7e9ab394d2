package import Vocabulary

/// An earlier damage event of the same obligor.
package struct PriorEvent: Sendable, Hashable {
  /// When the act took place; `nil` is unknown.
  package let day: Day?
  /// Whether the act is shown to be unlawful; `true`, `false` or `unknown`.
  package let isIllegal: Truth
  /// Whether it is shown to have caused damage; `true`, `false` or `unknown`.
  package let causedDamage: Truth
  /// The row of the record table that says so; `nil` for an event that no record gave.
  package let row: Int?

  /// `noRule` is no value for the two truths.
  package init(day: Day?, isIllegal: Truth, causedDamage: Truth, row: Int? = nil) {
    self.row = row
    self.day = day
    self.isIllegal = isIllegal
    self.causedDamage = causedDamage
  }
}

/// What is known of one lead, by fact; everything not set is unknown.
///
/// A dense array of 64-bit cells, so that a rule reads a fact by its number. May say for each fact
/// which rows of the record table it came from.
package struct FactSet: Sendable {
  static let unknown = Int64.min
  /// Spoken of and still open: unknown even where an absence would be presumed false.
  static let undetermined = Int64.min + 1

  /// Truth 0 or 1, day number, fen, bits of a choice, place on a scale, count of a list.
  private(set) var cells = [Int64](repeating: FactSet.unknown, count: Fact.allCases.count)
  package private(set) var priorEvents: [PriorEvent] = []
  package private(set) var departments: [String] = []
  private var origins: [(fact: Fact, row: Int)] = []
  private var inferences: [(fact: Fact, reason: Wording)] = []

  /// Nothing is known.
  package init() {}

  /// Whether the fact has a value; an empty list is one.
  package func isKnown(_ fact: Fact) -> Bool { self[fact] > FactSet.undetermined }

  subscript(fact: Fact) -> Int64 { cells[Int(fact.rawValue)] }

  private mutating func store(_ fact: Fact, _ kind: FactKind, _ value: Int64) {
    precondition(fact.kind == kind, "a fact is set by its own kind")
    cells[Int(fact.rawValue)] = value
  }

  /// Sets a fact of kind `truth`.
  package mutating func set(_ fact: Fact, _ value: Bool) { store(fact, .truth, value ? 1 : 0) }

  /// Sets a fact of kind `truth`; `unknown` and `noRule` make it unknown.
  package mutating func set(_ fact: Fact, _ value: Truth) {
    switch value {
    case .true: store(fact, .truth, 1)
    case .false: store(fact, .truth, 0)
    case .unknown, .noRule: store(fact, .truth, FactSet.unknown)
    }
  }

  /// Says that something speaks of a fact and leaves it open.
  ///
  /// Records that contradict each other, a finding whose level is not stated. Never presumed, unlike
  /// an absence.
  package mutating func setUndetermined(_ fact: Fact) {
    store(fact, fact.kind, FactSet.undetermined)
  }

  /// Sets a fact of kind `truth` as these rows have it: open where they speak of it and leave it
  /// unknown, absent where there are none.
  package mutating func set(_ fact: Fact, _ value: Truth, saidBy rows: [Int]) {
    if value == .unknown, !rows.isEmpty {
      setUndetermined(fact)
    } else {
      set(fact, value)
    }
    note(fact, fromRows: rows)
  }

  /// Sets a fact of kind `day`; `nil` makes it unknown.
  package mutating func set(_ fact: Fact, _ value: Day?) {
    store(fact, .day, value.map { Int64($0.number) } ?? FactSet.unknown)
  }

  /// Sets a fact of kind `money`; `nil` makes it unknown, zero is zero.
  package mutating func set(_ fact: Fact, _ value: Money?) {
    store(fact, .money, value?.fen ?? FactSet.unknown)
  }

  /// Sets a fact of kind `level` by its place on the scale; `nil` makes it unknown.
  package mutating func set(_ fact: Fact, level: Int?) {
    store(fact, .level, level.map(Int64.init) ?? FactSet.unknown)
  }

  /// Sets the level of an emergency or of an act of destruction.
  package mutating func set(_ fact: Fact, _ value: EventLevel?) {
    set(fact, level: value.map { Int($0.rawValue) })
  }

  /// Adds a value to a fact of kind `choice`, by its place in the closed list.
  package mutating func insert(_ fact: Fact, choice: Int) {
    let bits = isKnown(fact) ? self[fact] : 0
    store(fact, .choice, bits | (1 << Int64(choice)))
  }

  /// Sets how the amount was determined; an estimate is no determination and leaves it unknown.
  package mutating func set(_ basis: DamageBasis) {
    guard basis != .estimate else { return }
    store(.damageAmountBasis, .choice, 1 << Int64(basis.rawValue - 1))
  }

  /// Sets the route by which the damage was restored.
  package mutating func set(_ route: RestorationRoute) {
    store(.restoredVia, .choice, 1 << Int64(route.rawValue))
  }

  /// Adds a source the lead came from to the fact `channel`.
  package mutating func insert(_ source: LeadOrigin) {
    insert(.channel, choice: Int(source.rawValue))
  }

  /// Sets the earlier events of the obligor; an empty list says there are none, `nil` is unknown.
  package mutating func set(priorEvents events: [PriorEvent]?) {
    priorEvents = events ?? []
    store(.priorDamageEvents, .events, events.map { Int64($0.count) } ?? FactSet.unknown)
  }

  /// Sets the departments concerned; an empty list says there is none, `nil` is unknown.
  package mutating func set(departments names: [String]?) {
    departments = names ?? []
    store(.departments, .texts, names.map { Int64($0.count) } ?? FactSet.unknown)
  }

  /// Says that a row of the record table gave the fact its value.
  package mutating func note(_ fact: Fact, fromRow row: Int) { origins.append((fact, row)) }

  /// Says that rows of the record table gave the fact its value.
  package mutating func note(_ fact: Fact, fromRows rows: [Int]) {
    for row in rows { note(fact, fromRow: row) }
  }

  /// Says that no record states the fact's value, and what it was inferred from.
  package mutating func note(_ fact: Fact, inferredFrom reason: Wording) {
    inferences.append((fact, reason))
  }

  /// What the fact's value was inferred from; `nil` where records state it or nobody does.
  package func inference(of fact: Fact) -> Wording? {
    inferences.last { $0.fact == fact }?.reason
  }

  /// The rows that gave the fact its value, as noted, each once; linear in what was noted.
  package func rows(of fact: Fact) -> [Int] {
    var rows: [Int] = []
    // A lead may be of thousands of records.
    var known: Set<Int> = []
    for origin in origins where origin.fact == fact && known.insert(origin.row).inserted {
      rows.append(origin.row)
    }
    return rows
  }

  /// The truth of a fact of that kind; `unknown` for a fact of another kind.
  package func truth(_ fact: Fact) -> Truth {
    guard fact.kind == .truth, isKnown(fact) else { return .unknown }
    return Truth(self[fact] == 1)
  }

  /// The fact's day; `nil` is unknown, or a fact of another kind.
  package func day(_ fact: Fact) -> Day? {
    fact.kind == .day && isKnown(fact) ? Day(number: Int32(self[fact])) : nil
  }
}

/// Where a lead came from, as the fact `channel` tells them apart; places in its closed list.
package enum LeadOrigin: UInt8, Sendable, Hashable, CaseIterable {
  case centralInspection = 0
  case provincialInspection, emergency, adminPenalty, criminal, dailyInspection, petition
  case superiorAssigned, procuratorate, courtNotice, other

  /// The word of the fact catalogue.
  package var name: String {
    switch self {
    case .centralInspection: "central_inspection"
    case .provincialInspection: "provincial_inspection"
    case .emergency: "emergency"
    case .adminPenalty: "admin_penalty"
    case .criminal: "criminal"
    case .dailyInspection: "daily_inspection"
    case .petition: "petition"
    case .superiorAssigned: "superior_assigned"
    case .procuratorate: "procuratorate"
    case .courtNotice: "court_notice"
    case .other: "other"
    }
  }
}
