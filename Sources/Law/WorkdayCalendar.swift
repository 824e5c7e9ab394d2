internal import StrictYAML
package import Vocabulary

/// Which days are working days, by the State Council's yearly lists.
///
/// A year without a list is unknown, never "Monday to Friday".
package struct WorkdayCalendar: Sendable {
  /// The list of one year.
  private struct Year {
    let daysOff: Set<Day>
    let makeUpDays: Set<Day>
  }

  private var lists: [Int: Year] = [:]

  /// Without the list of any year.
  package init() {}

  /// The years that have a list, ascending.
  package var years: [Int] { lists.keys.sorted() }

  /// Whether people work on `day`; `nil` in a year without a list.
  ///
  /// A make-up workday (调休) is no day off although it is a Saturday or a Sunday.
  package func isWorkday(_ day: Day) -> Bool? {
    guard let list = lists[day.civil.year] else { return nil }
    if list.makeUpDays.contains(day) { return true }
    return day.weekday <= 5 && !list.daysOff.contains(day)
  }

  /// `day` itself if people work on it, else the first working day after it; `nil` is unknown.
  package func firstWorkday(from day: Day) -> Day? {
    var candidate = day
    while true {
      guard let isWorkday = isWorkday(candidate) else { return nil }
      if isWorkday { return candidate }
      candidate = candidate.adding(days: 1)
    }
  }

  /// The last of `count` working days, the first of which is the first working day after `start`.
  ///
  /// 民法典 201: the starting day is not counted. `nil` when the count reaches a year without a list.
  package func day(_ count: Int, workdaysAfter start: Day) -> Day? {
    var candidate = start
    var left = count
    while left > 0 {
      candidate = candidate.adding(days: 1)
      guard let isWorkday = isWorkday(candidate) else { return nil }
      if isWorkday { left -= 1 }
    }
    return candidate
  }

  /// Adds the years of one file, replacing those known before.
  ///
  /// Throws a configuration failure with every problem.
  package mutating func add(_ bytes: [UInt8], file: String) throws(Failure) {
    let root = try parseYAML(bytes, file: file, code: .badRulePack, limits: .rules)
    var problems = PackProblems(file: file)
    let fields = PackFields(
      root, allowed: ["schema", "years"], required: ["schema", "years"], &problems)
    problems.requireSchema("leadscreen-workdays/1", of: fields)
    for entry in fields.mapping("years", &problems) {
      guard let year = Int(entry.key), (1949...9999).contains(year) else {
        problems.add(
          .calendarYear, line: entry.line, value: entry.key,
          Wording(zh: "应为年份", en: "a year is expected"))
        continue
      }
      let form = PackFields(
        entry.value, allowed: ["off", "work"], required: ["off"], &problems)
      let off = WorkdayCalendar.days("off", form, year, &problems)
      let work = WorkdayCalendar.days("work", form, year, &problems)
      lists[year] = Year(daysOff: Set(off), makeUpDays: Set(work))
    }
    try problems.throwIfAny()
  }

  /// Days of `year`, single or as `FIRST/LAST`.
  private static func days(
    _ key: String, _ form: PackFields, _ year: Int, _ problems: inout PackProblems
  ) -> [Day] {
    var days: [Day] = []
    for node in form.list(key, &problems) {
      let parts = (node.scalar ?? "").split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count <= 2, let first = parts.first.flatMap({ Day(iso: $0) }),
        let last = parts.last.flatMap({ Day(iso: $0) }), first <= last,
        first.civil.year == year, last.civil.year == year
      else {
        problems.add(
          .calendarYear, line: node.line, value: node.scalar,
          Wording(
            zh: "应为该年的日期或 起日/止日", en: "a day of that year, or FIRST/LAST"))
        continue
      }
      days += (first.number...last.number).map { Day(number: $0) }
    }
    return days
  }
}
