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
    one.placed >= 0 && other.placed >= 0 && areOnePlace(one.placed, other.placed) == nil
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
