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
    var found: [Deadline] = []
    let conditions = conditions.values(facts)
    for (number, one) in chain.deadlines.enumerated() {
      guard let start = facts.day(one.rule.trigger) else { continue }
      let inForce = programs[stretch(of: start)].inForce
      var applies = conditions[number] && inForce[one.pack]
      for other in one.displacers { applies = applies && !inForce[other] }
      guard applies != .false else { continue }
      let due = one.rule.lastDay(from: start, by: chain.calendar)
      found.append(
        Deadline(
          rule: one.rule, pack: chain.packs[one.pack].id, start: start, applies: applies, due: due,
          dueAfterHoliday: due.flatMap { chain.calendar.firstWorkday(from: $0) }))
    }
    return found
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
