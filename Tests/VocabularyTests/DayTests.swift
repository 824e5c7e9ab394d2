import Testing
import Vocabulary

extension Day {
  /// A day the test writes out.
  init(_ text: String) throws { self = try #require(Day(iso: text)) }
}

@Suite("Days")
struct DayTests {
  @Test("of the years 1900 to 2100 follow each other without a gap and come back as they were")
  func everyDay() throws {
    var day = try Day("1900-01-01")
    var weekday = 1  // A Monday.
    for year in 1900...2100 {
      for month in 1...12 {
        for date in 1...Day.length(ofMonth: month, year: year) {
          let made = Day(year: year, month: month, day: date)
          guard made == day, day.civil == (year, month, date), day.weekday == weekday,
            Day(iso: day.description) == day
          else {
            Issue.record("\(year)-\(month)-\(date) is \(day), weekday \(day.weekday)")
            return
          }
          day = day.adding(days: 1)
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(day == (try Day("2101-01-01")))
  }

  @Test(
    "are counted from 1970-01-01",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-07-03", 20_637),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func epoch(text: String, number: Int32) throws {
    #expect(try Day(text).number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(
    "exist only where the calendar has them",
    arguments: [
      (2026, 2, 29), (2100, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
      (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (.max, .max, .max),
      (.min, .min, .min), (2026, .max, 1), (2026, 1, .max),
    ])
  func absent(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("have a leap day every fourth year but three centuries of four")
  func leapYears() {
    let leap = [1904, 2000, 2024, 2400].map { Day.length(ofMonth: 2, year: $0) }
    let common = [1900, 2023, 2100, 2200].map { Day.length(ofMonth: 2, year: $0) }
    #expect(leap == [29, 29, 29, 29])
    #expect(common == [28, 28, 28, 28])
  }

  @Test(
    "are read in one form only",
    arguments: [
      "", "2026-7-3", "2026-07-3", "20260703", "2026/07/03", "2026-07-03 ", " 2026-07-03",
      "2026-07-03T00:00", "2026-02-30", "2026-00-10", "0000-01-01", "２０２６-07-03", "2026-07-0３",
      "-026-07-03", "+026-07-03", "2026-07-\u{30}\u{301}", "2026−07−03", "2026年7月3日",
    ])
  func refusals(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(
    "end a period of months on the corresponding day, or the month's last (民法典 202)",
    arguments: [
      ("2024-02-29", 24, "2026-02-28"), ("2025-12-31", 2, "2026-02-28"),
      ("2023-12-31", 2, "2024-02-29"), ("2024-02-29", 48, "2028-02-29"),
      ("2026-01-31", 1, "2026-02-28"), ("2026-01-31", 3, "2026-04-30"),
      ("2026-07-03", 0, "2026-07-03"), ("2026-07-03", 12, "2027-07-03"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
      ("2026-02-28", -24, "2024-02-28"), ("0001-01-15", -1, "0000-12-15"),
    ])
  func months(start: String, months: Int, end: String) throws {
    #expect(try Day(start).adding(months: months).description == end)
  }

  @Test("take a year for twelve months")
  func years() throws {
    #expect(try Day("2024-02-29").adding(years: 2) == Day("2026-02-28"))
    #expect(try Day("2024-02-29").adding(years: 4) == Day("2028-02-29"))
    #expect(try Day("2026-07-03").adding(years: -2) == Day("2024-07-03"))
  }

  @Test("of a random span lie that span apart")
  func spans() {
    var random = SeededGenerator(state: 20_260_703)
    for _ in 0..<20_000 {
      let day = Day(number: .random(in: -700_000...2_900_000, using: &random))
      let span = Int.random(in: -400_000...400_000, using: &random)
      let later = day.adding(days: span)
      let months = Int.random(in: -2400...2400, using: &random)
      let moved = day.adding(months: months)
      let distance = (moved.civil.year - day.civil.year) * 12 + moved.civil.month - day.civil.month
      guard later.days(since: day) == span, (later > day) == (span > 0), distance == months,
        moved.civil.day == day.civil.day
          || moved.civil.day == Day.length(ofMonth: moved.civil.month, year: moved.civil.year)
      else {
        Issue.record("\(day) and \(span) days or \(months) months")
        return
      }
    }
  }

  @Test(
    "at the ends of all numbers never stop the program",
    arguments: [Int32.min, .min + 1, -719_529, -719_163, 0, 2_932_897, .max - 1, .max])
  func extremes(number: Int32) {
    let day = Day(number: number)
    let (year, month, date) = day.civil
    #expect((1...12).contains(month))
    #expect((1...Day.length(ofMonth: month, year: year)).contains(date))
    #expect((1...7).contains(day.weekday))
    #expect(!day.description.isEmpty)
    #expect(!day.chinese.isEmpty)
    for span in [Int.min, -1, 1, Int.max] {
      for moved in [day.adding(days: span), day.adding(months: span), day.adding(years: span)] {
        #expect(span < 0 ? moved <= day : moved >= day)
      }
    }
    #expect(day.adding(days: .max) == Day(number: .max))
    #expect(day.adding(months: .min) == Day(number: .min))
    let quarter = Quarter(containing: day)
    #expect(quarter.firstDay <= day)
    #expect(quarter.lastDay >= day)
  }

  @Test("go on past the years that can be read")
  func beyond() throws {
    #expect(try Day("9999-12-31").adding(days: 1).civil == (10_000, 1, 1))
    #expect(try Day("9999-11-30").adding(years: 2).civil == (10_001, 11, 30))
    #expect(try Day("0001-01-01").adding(days: -1).civil == (0, 12, 31))
  }

  @Test("are written in Chinese without leading zeros")
  func chinese() throws {
    #expect(try Day("2026-07-03").chinese == "2026年7月3日")
  }
}

@Suite("Quarters")
struct QuarterTests {
  @Test("of the years 1900 to 2100 hold their days and no others")
  func days() throws {
    var day = try Day("1900-01-01")
    var quarter = try #require(Quarter("1900Q1"))
    for year in 1900...2100 {
      for ordinal in 1...4 {
        guard let next = Quarter("\(year)Q\(ordinal)"), next.firstDay == day,
          next.firstDay.civil == (year, ordinal * 3 - 2, 1), Quarter(containing: day) == next,
          Quarter(containing: next.lastDay) == next, next.description == "\(year)Q\(ordinal)"
        else {
          Issue.record("\(year)Q\(ordinal)")
          return
        }
        #expect(year == 1900 && ordinal == 1 || next.previous == quarter && quarter < next)
        quarter = next
        day = next.lastDay.adding(days: 1)
      }
    }
    #expect(day == (try Day("2101-01-01")))
  }

  @Test("reach to the last day that can be read, and before the first")
  func ends() throws {
    let last = try #require(Quarter("9999Q4"))
    #expect(last.firstDay.description == "9999-10-01")
    #expect(last.lastDay.description == "9999-12-31")
    let before = try #require(Quarter("0001Q1")).previous
    #expect(before.description == "0000Q4")
    #expect(before.lastDay == (try Day("0001-01-01")).adding(days: -1))
  }

  @Test(
    "are read in one form only",
    arguments: [
      "", "2026Q0", "2026Q5", "2026q3", "2026-Q3", "26Q3", "2026Q33", " 2026Q3", "2026Q3 ",
      "0000Q1", "２０２６Q3", "2026Ｑ3", "../2Q3", "2026Q3\u{301}",
    ])
  func refusals(text: String) {
    #expect(Quarter(text) == nil)
  }

  @Test(
    "are written in Chinese",
    arguments: [
      ("2026Q1", "2026年第一季度"), ("2026Q2", "2026年第二季度"), ("2026Q3", "2026年第三季度"),
      ("2026Q4", "2026年第四季度"),
    ])
  func chinese(text: String, words: String) throws {
    #expect(try #require(Quarter(text)).chinese == words)
  }
}

@Suite("Padded numbers")
struct PaddedTests {
  @Test(
    "have leading zeros and keep their sign and their digits",
    arguments: [
      (7, 2, "07"), (12, 2, "12"), (123, 2, "123"), (0, 4, "0000"), (5, 0, "5"), (5, -3, "5"),
      (-5, 4, "-0005"), (.min, 4, "-9223372036854775808"),
    ])
  func padding(number: Int, width: Int, text: String) {
    #expect(padded(number, to: width) == text)
  }
}
