internal import Vocabulary

/// Whether an unlawful act that caused damage came before, within so many calendar years.
///
/// Occurrence to occurrence; the window ends on the corresponding day (民法典 202) and is not
/// extended by holidays. The earlier act must lie before the later: 民法典 201 does not count
/// the starting day.
enum Recurrence {
  static func value(_ facts: FactSet, at: Fact, years: Int64?) -> Truth {
    guard facts.isKnown(.priorDamageEvents) else { return .unknown }
    let day = facts.day(at)
    var result = Truth.false
    for event in facts.priorEvents {
      result = result || (isWithin(event.day, day, years) && counts(event))
    }
    return result
  }

  /// What keeps the value from being known: the events, the day, the number of years.
  struct Missing: OptionSet {
    let rawValue: UInt64
    static let events = Missing(rawValue: 1)
    static let day = Missing(rawValue: 2)
    static let years = Missing(rawValue: 4)
  }

  /// Empty unless the value is unknown.
  static func missing(_ facts: FactSet, at: Fact, years: Int64?) -> Missing {
    guard value(facts, at: at, years: years) == .unknown else { return [] }
    let day = facts.day(at)
    var missing: Missing = []
    if years == nil { missing.insert(.years) }
    guard facts.isKnown(.priorDamageEvents) else {
      missing.insert(.events)
      if day == nil { missing.insert(.day) }
      return missing
    }
    for event in facts.priorEvents
    where (isWithin(event.day, day, years) && counts(event)) == .unknown {
      if counts(event) == .unknown || event.day == nil { missing.insert(.events) }
      if day == nil { missing.insert(.day) }
    }
    return missing
  }

  private static func counts(_ event: PriorEvent) -> Truth {
    event.isIllegal && event.causedDamage
  }

  private static func isWithin(_ earlier: Day?, _ later: Day?, _ years: Int64?) -> Truth {
    guard let earlier, let later else { return .unknown }
    guard earlier < later else { return .false }
    guard let years else { return .unknown }
    return Truth(later <= earlier.adding(years: Int(years)))
  }
}
