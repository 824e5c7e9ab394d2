internal import Law
package import Vocabulary

/// Whether a place lies in a zone, from the map and from what records declare.
package struct PlaceVerdict: Sendable, Hashable {
  /// `true`, `false` or `unknown`.
  package let value: Truth
  /// Whether one says inside and the other, or another record, outside: a matter for review.
  package let isContradiction: Bool

  /// Inside by the map is inside, for the exception must not be missed, and so is a declared "yes"
  /// that nothing contradicts.
  ///
  /// `map` is `nil` without a layer, or without a place to test; only then a declared "no" counts.
  /// Where the map says outside and a record inside, or records contradict each other and no map
  /// decides, the value is unknown.
  package init(map: Truth?, isDeclaredIn: Bool, isDeclaredOut: Bool) {
    isContradiction =
      isDeclaredIn && isDeclaredOut || map == .true && isDeclaredOut
      || map == .false && isDeclaredIn
    switch map {
    case .true: value = .true
    case .false: value = isDeclaredIn ? .unknown : .false
    case nil where isDeclaredOut && !isDeclaredIn: value = .false
    case .unknown, .noRule, nil: value = isDeclaredIn && !isDeclaredOut ? .true : .unknown
    }
  }
}

extension LeadFacts {
  /// The verdict on a place, over every record that speaks of the field.
  package static func place(
    _ field: TruthField, of lead: Lead, _ table: RecordTable, map: Truth?
  ) -> PlaceVerdict {
    let rows = lead.rows(of: field)
    return PlaceVerdict(
      map: map, isDeclaredIn: rows.contains { table.truth(field, $0) == .true },
      isDeclaredOut: rows.contains { table.truth(field, $0) == .false })
  }

  /// A fact about the place, from the layers' verdict and what records declare.
  static func setZone(
    _ fact: Fact, _ field: TruthField, of role: PlaceRole, _ lead: Lead, _ table: RecordTable,
    _ map: Truth?, _ facts: inout FactSet
  ) {
    let verdict = place(field, of: lead, table, map: map)
    if verdict.isContradiction, verdict.value == .unknown {
      facts.setUndetermined(fact)
    } else {
      facts.set(fact, verdict.value)
    }
    facts.note(fact, fromRows: lead.rows(of: field))
    guard map != nil else { return }
    facts.note(fact, fromRows: lead.pointRows(of: role))
    guard lead.rows(of: field).isEmpty else { return }
    facts.note(fact, inferredFrom: Wording(zh: "图层比对", en: "tested on the map"))
  }
}
