import Vocabulary

/// Reads a day as exports write it.
///
/// `2026-07-03`, `2026/7/3`, `2026.7.3`, `2026年7月3日`, `20260703`, `20260703103000` and a
/// spreadsheet's serial number (five digits, 1990 to 2099), each with or without a time of day. A
/// time with its offset from UTC is moved to China's. A year, a month or a season alone is
/// `incompleteDate`; a day the calendar lacks, a two-digit year and an order that can be read two
/// ways are `unreadableDate`: nothing rolls over. A day before 1990 or after `asOf` is flagged
/// `implausibleDate`.
package func readDay(_ bytes: Span<UInt8>, asOf: Day) -> Reading<Day> {
  if let day = plainDay(bytes) { return judged(day, asOf) }
  let cell = FoldedCell(bytes)
  if cell.isBlank || cell.isZero || cell.isNullDate { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableDate, DayFlaw.form) }
  var scanner = CellScanner(cell)
  if scanner.accept("'") { scanner.skipSpaces() }
  switch scanner.digitCount {
  case 8, 12, 14: return compactDay(&scanner, asOf)
  case 5: return serialDay(&scanner, asOf)
  case 4: return separatedDay(&scanner, asOf)
  default: return incompleteOrUnreadable(&scanner)
  }
}

/// Why a date is unknown.
enum DayFlaw {
  static let form = Wording(
    zh: "写法无法识别", en: "not a form of date that is known")
  static let incomplete = Wording(
    zh: "只有年、月或季节，不能确定到日", en: "a year, a month or a season is not a day")
  static let impossible = Wording(
    zh: "日历上没有这一天", en: "the calendar has no such day")
  static let order = Wording(
    zh: "年份不在最前或不足四位，年月日次序不明", en: "the order of day, month and year is not certain")
  static let time = Wording(
    zh: "日期后面的内容不是时刻", en: "what follows the date is not a time of day")
}

/// The day written `YYYY-MM-DD` or `YYYY/MM/DD` and nothing else: most cells, without folding.
private func plainDay(_ bytes: Span<UInt8>) -> Day? {
  guard bytes.count == 10, bytes[4] == bytes[7],
    bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/")
  else { return nil }
  func number(_ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }
  guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
    return nil
  }
  return Day(year: year, month: month, day: day)
}

private func judged(_ day: Day, _ asOf: Day) -> Reading<Day> {
  day < earliestPlausible || day > asOf ? .flagged(day, .implausibleDate) : .value(day)
}

/// 1990-01-01: the first environmental protection law in full force is of December 1989.
private let earliestPlausible = Day(number: 7305)
/// Serial 25,569 is 1970-01-01 in the 1900 date system of spreadsheets.
private let serialOfEpoch = 25_569
/// 1990-01-01 to 2099-12-31; outside it five digits are more likely something else.
private let plausibleSerials = 32_874...73_050

private func finished(
  _ scanner: inout CellScanner, _ year: Int, _ month: Int, _ day: Int, _ asOf: Day
) -> Reading<Day> {
  guard let found = Day(year: year, month: month, day: day) else {
    return .unreadable(.unreadableDate, DayFlaw.impossible)
  }
  guard let shift = scanner.dayShiftOfTime() else {
    return .unreadable(.unreadableDate, DayFlaw.time)
  }
  return judged(found.adding(days: shift), asOf)
}

private func compactDay(_ scanner: inout CellScanner, _ asOf: Day) -> Reading<Day> {
  let digits = scanner.digitCount
  guard let year = scanner.number(digits: 4), let month = scanner.number(digits: 2),
    let day = scanner.number(digits: 2)
  else { return .unreadable(.unreadableDate, DayFlaw.form) }
  guard digits > 8 else { return finished(&scanner, year, month, day, asOf) }
  guard let hour = scanner.number(digits: 2), let minute = scanner.number(digits: 2), hour < 24,
    minute < 60, digits == 12 || (scanner.number(digits: 2) ?? 60) < 60, scanner.isAtEnd
  else { return .unreadable(.unreadableDate, DayFlaw.time) }
  return finished(&scanner, year, month, day, asOf)
}

private func serialDay(_ scanner: inout CellScanner, _ asOf: Day) -> Reading<Day> {
  guard let serial = scanner.number(digits: 5), plausibleSerials.contains(serial) else {
    return .unreadable(.unreadableDate, DayFlaw.form)
  }
  // The fraction of a serial number is the time of day.
  if scanner.accept(".") { scanner.skip(scanner.digitCount) }
  guard scanner.isAtEnd else { return .unreadable(.unreadableDate, DayFlaw.form) }
  return judged(Day(number: Int32(serial - serialOfEpoch)), asOf)
}

/// A date that begins with a year of four digits and has something between its parts.
private func separatedDay(_ scanner: inout CellScanner, _ asOf: Day) -> Reading<Day> {
  guard let year = scanner.number(digits: 4) else {
    return .unreadable(.unreadableDate, DayFlaw.form)
  }
  scanner.skipSpaces()
  if scanner.accept("年") { return writtenDay(&scanner, year, asOf) }
  guard let separator = Unicode.Scalar(scanner.next), ["-", "/", "."].contains(separator) else {
    return incompleteOrUnreadable(&scanner)
  }
  scanner.skip()
  guard let month = scanner.shortNumber() else { return incompleteOrUnreadable(&scanner) }
  if scanner.isAtEnd, (1...12).contains(month) {
    return .unreadable(.incompleteDate, DayFlaw.incomplete)
  }
  guard scanner.accept(separator), let day = scanner.shortNumber() else {
    return .unreadable(.unreadableDate, DayFlaw.form)
  }
  return finished(&scanner, year, month, day, asOf)
}

/// What follows `2026年`.
private func writtenDay(_ scanner: inout CellScanner, _ year: Int, _ asOf: Day) -> Reading<Day> {
  scanner.skipSpaces()
  guard let month = scanner.shortNumber() else { return incompleteOrUnreadable(&scanner) }
  scanner.skipSpaces()
  guard scanner.accept("月") else { return incompleteOrUnreadable(&scanner) }
  scanner.skipSpaces()
  guard let day = scanner.shortNumber() else {
    return (1...12).contains(month)
      ? incompleteOrUnreadable(&scanner) : .unreadable(.unreadableDate, DayFlaw.impossible)
  }
  scanner.skipSpaces()
  guard scanner.acceptOne(of: "日号") else {
    return .unreadable(.unreadableDate, DayFlaw.form)
  }
  return finished(&scanner, year, month, day, asOf)
}

/// Tells a date that only lacks its day from one that cannot be read at all.
private func incompleteOrUnreadable(_ scanner: inout CellScanner) -> Reading<Day> {
  if scanner.position > 0 {
    return scanner.isAtEnd || scanner.acceptOne(of: "上中下初底末份年Q度第一二三四春夏秋冬")
      ? .unreadable(.incompleteDate, DayFlaw.incomplete)
      : .unreadable(.unreadableDate, DayFlaw.form)
  }
  let digits = scanner.digitCount
  if digits == 6 {
    let isMonth = scanner.cell.isYearAndMonth
    return isMonth
      ? .unreadable(.incompleteDate, DayFlaw.incomplete)
      : .unreadable(.unreadableDate, DayFlaw.form)
  }
  if digits == 1 || digits == 2 {
    scanner.skip(digits)
    return scanner.accept("月")
      ? .unreadable(.incompleteDate, DayFlaw.incomplete)
      : .unreadable(.unreadableDate, DayFlaw.order)
  }
  for index in 0..<scanner.cell.count
  where scanner.cell.has("季", at: index) || scanner.cell.has("月", at: index) {
    return .unreadable(.incompleteDate, DayFlaw.incomplete)
  }
  return .unreadable(.unreadableDate, DayFlaw.form)
}

extension FoldedCell {
  /// Whether the cell is the `0000-00-00` by which databases write no date.
  fileprivate var isNullDate: Bool {
    guard count >= 8 else { return false }
    for index in 0..<count {
      switch self[index] {
      case 0x30, 0x2D, 0x2F, 0x20, 0x3A: continue
      default: return false
      }
    }
    return true
  }

  /// Whether six digits are a year from 1990 on and a month.
  fileprivate var isYearAndMonth: Bool {
    var scanner = CellScanner(self)
    guard let year = scanner.number(digits: 4), let month = scanner.number(digits: 2) else {
      return false
    }
    return scanner.isAtEnd && (1990...2099).contains(year) && (1...12).contains(month)
  }
}
