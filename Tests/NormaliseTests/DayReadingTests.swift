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
      "二〇二六年七月三日", "二○二六年七月三日", "二零二六年七月三日", "二O二六年七月三日", "二0二六年七月三日", "贰零贰陆年柒月叁日",
      "二〇二六年〇七月〇三日", "2026年七月三日", "二〇二六年七月三日十时三十分", "二〇二六-七-三", "2026 07 03", "2026、7、3",
      "2026-7-3日", "2026年7月3日 星期五", "2026年7月3日（周五）", "2026年7月3日上午", "2026年7月3日夜间",
      "2026年7月3日晚8点半", "2026-07-03 10:00-12:00", "2026年7月3日8时至10时", "2026/7/3 9:05",
      "2026.07.03 10:30:00",
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
      "二〇二六年七月", "二〇二六年", "2026年6月至8月", "2026年6-7月", "2026年上半年", "2026年底", "2026年7月下旬", "约2026年7月",
      "七月三日", "2026年7月 日", "2026年7月3", "去年夏天", "2026年第三、四季度", "7月3日上午", "2026年7月以来",
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
      "2026年7月3日至5日", "2026.7.3-7.5", "2026年7月3日、4日", "2026-07-03~2026-07-05", "2026-7-3/2026-7-5",
      "2026年7月3日 星期四", "26年7月3日", "二六年七月三日", "115年7月3日", "2026年7月3日左右", "2026年7月3日起", "2026年7月3日以前",
      "二〇二六年十三月三日", "二〇二六年二月三十日", "2026-07-03 10:00-", "2026 7", "2026-07-03 10:3x",
    ])
  func unreadable(_ text: String) { #expect(read(text).code == .unreadableDate) }

  @Test(
    "takes blanks and placeholders for missing",
    arguments: [
      "", "  ", "/", "-", "—", "——", "无", "不详", "NULL", "n/a", "0", "0000-00-00", "待核实", "\u{200B}",
      "年 月 日", "    年  月  日", "0000-00-00 00:00:00",
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

  @Test(
    "says what is wrong",
    arguments: [
      ("2026-07-03至2026-07-05", "几个日期"), ("2026年7月3日、4日", "几个日期"), ("2026年7月3日左右", "约计"),
      ("2026年7月3日 星期四", "星期"), ("03/04/2025", "次序"), ("26-07-03", "次序"), ("2025-02-30", "没有这一天"),
      ("2026年7月", "不能确定到日"), ("7月3日", "缺少年份"), ("2026年7月3", "截断"), ("2026-07-03 abc", "时刻"),
    ])
  func details(_ text: String, word: String) {
    #expect(read(text).detail?.zh.contains(word) == true, "\(read(text))")
  }

  @Test("reads 31 December in Chinese numerals, and every day of a year")
  func numerals() {
    #expect(read("二零二五年十二月三十一日") == .value(Day(year: 2025, month: 12, day: 31) ?? asOf))
    #expect(read("二〇二五年元月廿三日") == .value(Day(year: 2025, month: 1, day: 23) ?? asOf))
    let digits = Array("〇一二三四五六七八九")
    func numeral(_ number: Int) -> String {
      let tens = number / 10 == 0 ? "" : number / 10 == 1 ? "十" : "\(digits[number / 10])十"
      return tens + (number % 10 == 0 ? "" : String(digits[number % 10]))
    }
    for offset in 0..<365 {
      let day = Day(number: 19_723 + Int32(offset))
      let (year, month, date) = day.civil
      let name = String(String(year).compactMap { $0.wholeNumberValue }.map { digits[$0] })
      let text = "\(name)年\(numeral(month))月\(numeral(date))日"
      #expect(read(text) == .value(day), "\(text)")
    }
  }

  @Test("reads figures the same with and without folding")
  func plainDays() {
    var generator = SeededGenerator(seed: 32)
    let alphabet = Array("0122367/-.: ".utf8)
    let shapes = ["2026-07-03", "2026/7/3", "2026.7.13 10:30", "20260703", "2026-7-3 10:30:00"]
    for round in 0..<20_000 {
      var bytes = Array(shapes[round % shapes.count].utf8)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] =
          alphabet[Int.random(in: alphabet.indices, using: &generator)]
      }
      // What has no width keeps the figures from being read as they stand.
      let folded = bytes + Array("\u{200B}".utf8)
      let plain = readDay(bytes.span, asOf: asOf)
      let slow = readDay(folded.span, asOf: asOf)
      #expect(plain == slow, "\(String(decoding: bytes, as: UTF8.self))")
    }
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
