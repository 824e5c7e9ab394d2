/// A calendar day without a time or a time zone.
///
/// Counted in days from 1970-01-01 in the proleptic Gregorian calendar. What is read or made from a
/// date has a year from 1 to 9999; arithmetic goes on beyond and stops at the ends of `number`.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before.
  package let number: Int32

  /// The day that many days after 1970-01-01.
  package init(number: Int32) { self.number = number }

  /// The day of that date; `nil` if the calendar has no such day (30 February, month 13).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(anyYear: year, month: month, day: day)
  }

  /// The day of a date that the calendar has, in any year; the last or first of all days beyond.
  fileprivate init(anyYear year: Int, month: Int, day: Int) {
    // Days from civil, with March as the first month so that the leap day comes last.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }

  /// A day written `YYYY-MM-DD`, nothing before or after; `nil` for every other text.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The date's year, month and day of the month.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// Monday 1 to Sunday 7.
  package var weekday: Int {
    let shifted = (Int(number) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The day that many days later, or earlier when negative.
  package func adding(days: Int) -> Day {
    Day(number: Int32(clamping: Int(number) + Day.bounded(days)))
  }

  /// The corresponding day that many months later; the month's last day where there is none.
  ///
  /// Civil code (民法典) article 202: 2024-02-29 and 24 months give 2026-02-28.
  package func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let total = year * 12 + month - 1 + Day.bounded(months)
    let targetYear = total >= 0 ? total / 12 : (total - 11) / 12
    let targetMonth = total - targetYear * 12 + 1
    let last = Day.length(ofMonth: targetMonth, year: targetYear)
    return Day(anyYear: targetYear, month: targetMonth, day: min(day, last))
  }

  /// The corresponding day that many years later, by the same article.
  package func adding(years: Int) -> Day { adding(months: Day.bounded(years) * 12) }

  /// A span as far as it can matter: from either end of all days it reaches beyond the other.
  private static func bounded(_ span: Int) -> Int { min(max(span, -(1 << 33)), 1 << 33) }

  /// Days from `other` to this day; negative if this day comes first.
  package func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  /// The earlier day comes first.
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// `2026年7月3日`, as running text writes it.
  package var chinese: String {
    let (year, month, day) = civil
    return "\(year)年\(month)月\(day)日"
  }

  /// How many days a month has; 29 for February of a leap year.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2:
      let isLeap = year % 4 == 0 ? (year % 100 == 0 ? year % 400 == 0 : true) : false
      return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

/// A calendar quarter, the period of one screening (at least one a quarter: 山西办法 article 8).
package struct Quarter: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1 to 4.
  package let ordinal: Int

  /// The quarter written `2026Q3`; `nil` for every other text.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[4] == UInt8(ascii: "Q"), (0x31...0x34).contains(bytes[5]) else {
      return nil
    }
    var year = 0
    for byte in bytes[0..<4] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    guard year >= 1 else { return nil }
    self.year = year
    ordinal = Int(bytes[5] - 0x30)
  }

  /// The quarter that the day lies in.
  package init(containing day: Day) {
    let civil = day.civil
    year = civil.year
    ordinal = (civil.month - 1) / 3 + 1
  }

  private init(year: Int, ordinal: Int) {
    self.year = year
    self.ordinal = ordinal
  }

  package var firstDay: Day { Day(anyYear: year, month: ordinal * 3 - 2, day: 1) }

  package var lastDay: Day {
    let month = ordinal * 3
    return Day(anyYear: year, month: month, day: Day.length(ofMonth: month, year: year))
  }

  /// The quarter before; the year before for a first quarter.
  package var previous: Quarter {
    ordinal == 1 ? Quarter(year: year - 1, ordinal: 4) : Quarter(year: year, ordinal: ordinal - 1)
  }

  /// The earlier quarter comes first.
  package static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.ordinal) < (right.year, right.ordinal)
  }

  /// `2026Q3`.
  package var description: String { "\(padded(year, to: 4))Q\(ordinal)" }

  /// `2026年第三季度`.
  package var chinese: String { "\(year)年第\(["一", "二", "三", "四"][ordinal - 1])季度" }
}

/// `number` in decimal with leading zeros up to `width` digits, the sign not counted.
package func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
