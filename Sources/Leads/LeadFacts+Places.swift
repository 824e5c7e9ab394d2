internal import Law
package import Vocabulary

extension LeadFacts {
  /// Whether a place lies in a zone, from the map and from what a source declares.
  ///
  /// Inside by the map is inside, for the exception must not be missed, and so is a declared "yes"
  /// that the map does not contradict; a declared "no" counts only where there is no map to ask
  /// (`nil`). Where one says inside and the other outside is a matter for review, and the value
  /// unknown if it is the map that says outside.
  package static func place(map: Truth?, declared: Truth) -> (value: Truth, isContradiction: Bool) {
    switch (map ?? .unknown, declared) {
    case (.true, .false): (.true, true)
    case (.true, _): (.true, false)
    case (.false, .true): (.unknown, true)
    case (.false, _): (.false, false)
    case (_, .true): (.true, false)
    case (_, .false): (map == nil ? .false : .unknown, false)
    default: (.unknown, false)
    }
  }

  static func setPlaces(
    _ lead: Lead, _ surroundings: LeadSurroundings, _ facts: inout FactSet
  ) {
    let declared: [(Fact, TruthField, Truth?)] = [
      (.inRedLine, .declaredRedLine, surroundings.redLine),
      (.inNatureReserve, .declaredReserve, surroundings.natureReserve),
    ]
    for (fact, field, map) in declared {
      facts.set(fact, place(map: map, declared: lead.truth(field)).value)
      for row in lead.rows(of: field) { facts.note(fact, fromRow: row) }
      for row in lead.pointRows where map != nil { facts.note(fact, fromRow: row) }
    }
    let mapped: [(Fact, Truth?)] = [
      (.inKeyEcologicalFunctionZone, surroundings.keyFunctionZone),
      (.inProhibitedDevelopmentZone, surroundings.prohibitedZone),
      (.inOtherStrictProtectionArea, surroundings.strictProtection),
      (.inSpringKeyProtectionArea, surroundings.springProtection),
    ]
    for (fact, map) in mapped {
      guard let map else { continue }
      facts.set(fact, map)
      for row in lead.pointRows { facts.note(fact, fromRow: row) }
    }
  }
}
