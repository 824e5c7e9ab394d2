package import Vocabulary

/// A period that began for one lead, and the days it ends on.
package struct Deadline: Sendable, Hashable {
  package let rule: DeadlineRule
  /// The pack that sets it.
  package let pack: String
  /// The day it is counted from, itself not counted (民法典 201).
  package let start: Day
  /// Whether the pack is in force on that day and the rule's condition holds: `true` or `unknown`.
  package let applies: Truth
  /// The last day without regard to holidays; `nil` where it cannot be counted.
  package let due: Day?
  /// The last day if holidays put it off (民法典 203); `nil` where the year has no list of days off.
  package let dueAfterHoliday: Day?

  /// Days past the last day on `day`, 0 until then.
  ///
  /// `nil` where it cannot be told: the period cannot be counted, or it would be over and is not known
  /// to apply.
  package func daysLate(asOf day: Day) -> Int? {
    guard let due else { return nil }
    guard day > due else { return 0 }
    return applies == .true ? day.days(since: due) : nil
  }
}

extension RuleEngine {
  /// The deadlines that began for a lead, by the rules in force on the day each began.
  ///
  /// One whose first day is unknown is left out, and so is one whose pack was not in force then or
  /// whose condition does not hold; a condition of which that is not known leaves it in. A
  /// working-day count that reaches a year without a list cannot be counted: `due` is `nil`.
  package func deadlines(_ facts: FactSet) -> [Deadline] {
    let conditions = conditions.values(facts)
    return chain.deadlines.indices.compactMap { number in
      let rule = chain.deadlines[number].rule
      guard let start = facts.day(rule.trigger) else { return nil }
      let applies = applies(number, conditions, on: start)
      guard applies != .false else { return nil }
      let due = rule.lastDay(from: start, by: chain.calendar)
      return Deadline(
        rule: rule, pack: chain.packs[chain.deadlines[number].pack].id, start: start,
        applies: applies, due: due,
        dueAfterHoliday: due.flatMap { chain.calendar.firstWorkday(from: $0) })
    }
  }

  /// Whether a period for the check may run of which the first day is not known, by the rules of
  /// `day`.
  ///
  /// A period from the receipt of a transfer waits for no lead but one that was handed over.
  package func awaitsVerification(_ facts: FactSet, isTransferred: Bool, asOf day: Day) -> Bool {
    let conditions = conditions.values(facts)
    return chain.deadlines.indices.contains { number in
      let rule = chain.deadlines[number].rule
      return rule.isForVerification && !facts.isKnown(rule.trigger)
        && (isTransferred || rule.trigger != .transferReceivedDate)
        && applies(number, conditions, on: day) != .false
    }
  }

  /// Whether a deadline of the chain applies to what begins on a day: its condition, its pack's force,
  /// and none that displaces it.
  private func applies(_ number: Int, _ conditions: [Truth], on day: Day) -> Truth {
    let inForce = programs[stretch(of: day)].inForce
    func holds(_ number: Int) -> Truth {
      conditions[number] && inForce[chain.deadlines[number].pack]
    }
    return chain.deadlines[number].displacers.reduce(holds(number)) { $0 && !holds($1) }
  }
}

extension DeadlineRule {
  /// The last day of the period; `nil` when a year without a list of working days is reached.
  package func lastDay(from start: Day, by calendar: WorkdayCalendar) -> Day? {
    switch unit {
    case .naturalDay: start.adding(days: length)
    case .workingDay: calendar.day(length, workdaysAfter: start)
    case .month: start.adding(months: length)
    }
  }
}
