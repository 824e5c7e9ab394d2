import Normalise
import Testing
import Vocabulary

@Suite("Days")
struct DayReadingTests {
  let asOf = Day(year: 2026, month: 10, day: 8) ?? Day(number: 0)

  func read(_ text: String) -> Reading<Day> { reading(text) { readDay($0, asOf: asOf) } }

  @Test(
    "reads every spelling of 3 July 2026",
    arguments: [
      "2026-07-03", "2026/7/3", "2026/07/03", "2026.7.3", "2026年7月3日", "2026年07月03日", "20260703",
      "46206", "46206.4375", "2026年7月3号", "2026 年 7 月 3 日", " 2026-07-03 ", "\u{FEFF}2026-07-03",
      "２０２６－０７－０３", "２０２６年７月３日", "\u{3000}2026-07-03\u{A0}", "2026\u{200B}-07-03", "'2026-07-03",
      "2026-07-03(nbsp)", "2026–7–3",
      "2026-07-03 10:30", "2026-07-03 10:30:00", "2026-07-03T10:30:00", "2026-07-03T10:30:00.125",
      "2026/7/3 0:00:00", "2026-07-03 24:00", "2026年7月3日 上午10时30分", "2026年7月3日下午3点",
      "2026年7月3日10时许", "2026年7月3日23时59分59秒", "20260703103000", "202607031030", "20260703 10:30",
      "2026-07-03 10:30 PM", "2026-07-03T10:30:00+08:00", "2026-07-03T10:30:00Z",
      "2026-07-02T18:00:00Z", "2026-07-04T05:00:00+14:00", "2026-07-02 23:30:00-0800",
    ])
  func spellings(_ text: String) {
    #expect(read(text) == .value(Day(year: 2026, month: 7, day: 3) ?? Day(number: 0)))
  }

  @Test(
    "takes a year, a month or a season for incomplete, not for a day",
    arguments: [
      "2026年7月", "2026-07", "2026/7", "2026.7", "202607", "2026", "2026年", "2026年夏季", "2026年春",
      "2026年第三季度", "2026年7月上旬", "2026年7月份", "2026年初", "2026Q3", "春季", "7月3日", "2026年三季度",
    ])
  func incomplete(_ text: String) { #expect(read(text).code == .incompleteDate) }

  @Test(
    "refuses what the calendar lacks and what can be read two ways",
    arguments: [
      "2025-02-30", "2025-02-29", "2025-13-01", "2025-00-10", "2025-06-31", "2025年2月30日",
      "20250230",
      "03/04/2025", "3-4-2025", "25-03-05", "5/3", "2025-03-04-05", "2025-03/04",
      "2026-07-03 25:00",
      "2026-07-03 10:60", "2026-07-03 abc", "2026-07-03至2026-07-05", "20260703999999", "45721x",
      "32000",
      "99999", "昨天", "2026年13月", "2026年7月32日", "1e5", "２０２６年７月３日前后", "2026-7-3,2026-7-4",
      "2026-07-03 10:30+99:00", "12345678901234567890", "2026-07-03\u{202E}", "2026-07-03\u{0}",
    ])
  func unreadable(_ text: String) { #expect(read(text).code == .unreadableDate) }

  @Test(
    "takes blanks and placeholders for missing",
    arguments: [
      "", "  ", "/", "-", "—", "——", "无", "不详", "NULL", "n/a", "0", "0000-00-00", "待核实", "\u{200B}",
    ])
  func missing(_ text: String) { #expect(read(text).isMissing) }

  @Test(
    "keeps but flags a day before 1990 or after the as-of day",
    arguments: [
      ("1949-10-01", 1949, 10, 1), ("1989-12-31", 1989, 12, 31), ("2099-01-01", 2099, 1, 1),
      ("2026-10-09", 2026, 10, 9), ("0001-01-01", 1, 1, 1), ("47000", 2028, 9, 4),
    ])
  func implausible(_ text: String, year: Int, month: Int, day: Int) throws {
    let expected = try #require(Day(year: year, month: month, day: day))
    #expect(read(text) == .flagged(expected, .implausibleDate))
  }

  @Test("accepts the as-of day itself and 1990-01-01")
  func edges() {
    #expect(read("2026-10-08").isClean)
    #expect(read("1990-01-01").isClean)
  }

  @Test("reads back every day it is given, in seven spellings")
  func roundTrip() {
    for number in Int32(7305)..<Int32(20_735) {
      let day = Day(number: number)
      let (year, month, date) = day.civil
      let compact = padded(year, to: 4) + padded(month, to: 2) + padded(date, to: 2)
      for text in [
        day.description, day.chinese, compact, "\(year)/\(month)/\(date)",
        "\(year).\(month).\(date)",
        "\(day) 23:59:59",
      ] {
        #expect(read(text) == .value(day), "\(text)")
      }
      if number >= 7305 { #expect(read(String(number + 25_569)) == .value(day)) }
    }
  }
}
