internal import Vocabulary

/// What keeps two leads apart, whatever else they have in common.
extension LeadMatching {
  /// Of two documents the one that a decision bears.
  func document(_ one: Int32, _ other: Int32) -> Int32 {
    if one < 0 { return other }
    return other >= 0 && !isDecision[Int(one)] && isDecision[Int(other)] ? other : one
  }

  /// Whether two documents are two decisions; one that no decision bears, beside one that does, may be
  /// a slip of the pen.
  func areTwoDecisions(_ one: Int32, _ other: Int32) -> Bool {
    guard one >= 0, other >= 0, one != other else { return false }
    return isDecision[Int(one)] == isDecision[Int(other)]
  }

  /// What is asked of two rows of one document that tell of two events: a number may be mistyped, and
  /// what a lead already holds may be wrong; `nil` where nothing speaks against it.
  func doubt(
    _ left: Int32, _ right: Int32, _ one: LeadIdentity, _ other: LeadIdentity
  ) -> String? {
    if haveNothingElse(left, right) { return "文号相同而要素和违法类型均不同，是否为同一事件" }
    let isOneEvent = one.isNear(other) && !arePlacedApart(one, other)
    return isOneEvent || areOneDecision(left, right) ? nil : "文号相同而发生日或地点不同，是否为同一事件"
  }

  /// Whether two rows of one document are one decision published twice: of one day.
  ///
  /// A register lists it again with another address of the same party, or with places that were looked
  /// up anew.
  private func areOneDecision(_ left: Int32, _ right: Int32) -> Bool {
    guard table.source[Int(left)] == .penalty, table.source[Int(right)] == .penalty,
      let day = table.day(.decision, Int(left))
    else { return false }
    return day == table.day(.decision, Int(right))
  }

  /// Whether nothing that two leads hold says that they are two events: obligors, decisions, days of
  /// the event, numbers that one body gave, places.
  func mayBeOneEvent(_ one: LeadIdentity, _ other: LeadIdentity) -> Bool {
    one.mayShareObligor(with: other) && one.isNear(other)
      && !areTwoDecisions(one.document, other.document) && !areKnownApart(one, other)
  }

  /// Whether one body numbered two leads apart, or they are known to be of two places.
  func areKnownApart(_ one: LeadIdentity, _ other: LeadIdentity) -> Bool {
    areNumberedApart(one, other) || arePlacedApart(one, other)
  }

  /// Whether two rows of one document tell of different media and of different violations: a number
  /// may be mistyped.
  func haveNothingElse(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (table.media[Int(left)].bits, table.media[Int(right)].bits)
    let (violation, otherViolation) = (text(.violation, left), text(.violation, right))
    return one != 0 && other != 0 && one & other == 0 && !violation.isMissing
      && !otherViolation.isMissing && violation != otherViolation
  }

  /// Whether two leads are known to be of two places, so that one day and medium are not one event.
  func arePlacedApart(_ one: LeadIdentity, _ other: LeadIdentity) -> Bool {
    let (row, otherRow) = (
      one.placed >= 0 ? one.placed : one.spoken, other.placed >= 0 ? other.placed : other.spoken
    )
    return row >= 0 && otherRow >= 0 && areOnePlace(row, otherRow) == nil
  }

  /// Whether one body has given the two leads two numbers, as it does to two events.
  func areNumberedApart(_ one: LeadIdentity, _ other: LeadIdentity) -> Bool {
    for place in one.numbered.indices {
      let (row, otherRow) = (one.numbered[place], other.numbered[place])
      guard row >= 0, otherRow >= 0 else { continue }
      if stated.record[Int(row)] != stated.record[Int(otherRow)],
        stated.mayShareAuthority(row, otherRow)
      {
        return true
      }
    }
    return false
  }
}
