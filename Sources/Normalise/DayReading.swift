import Vocabulary

/// Reads a day as exports write it.
///
/// `2026-07-03`, `2026/7/3`, `2026.7.3`, `2026年7月3日`, `二〇二六年七月三日`, `20260703`,
/// `20260703103000` and a spreadsheet's serial number (five digits, 1990 to 2099), each with or
/// without its day of the week and a time of day. A time with its offset from UTC is moved to
/// China's. A year, a quarter, a season, a month or a third of one, and a day without its year are
/// `incompleteDate`; a day the calendar lacks, a day of the week that is not its own, several days, a
/// two-digit year and an order that can be read two ways are `unreadableDate`: nothing rolls over. A
/// day before 1990 or after `asOf` is flagged `implausibleDate`.
package func readDay(_ bytes: Span<UInt8>, asOf: Day) -> Reading<Day> {
  if let day = plainDay(bytes) { return judged(day, asOf) }
  let cell = FoldedCell(bytes)
  if cell.isBlank || cell.isZero || cell.isUnfilledDate { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableDate, DayFlaw.form) }
  var scanner = CellScanner(cell)
  if scanner.accept("'") { scanner.skipSpaces() }
  switch scanner.digitCount {
  case 8, 12, 14: return compactDay(&scanner, asOf)
  case 5: return serialDay(&scanner, asOf)
  case 4: return separatedDay(&scanner, scanner.number(digits: 4), asOf)
  case 0: return separatedDay(&scanner, scanner.chineseYear(), asOf)
  default: return incompleteOrUnreadable(scanner)
  }
}

/// Why a date is unknown.
enum DayFlaw {
  static let form = Wording(
    zh: "写法无法识别", en: "not a form of date that is known")
  static let incomplete = Wording(
    zh: "只有年、季、月或旬，不能确定到日", en: "a year, a quarter, a month or a part of one is not a day")
  static let cut = Wording(
    zh: "末尾缺“日”，可能被截断", en: "日 is missing at the end: it may have been cut")
  static let yearless = Wording(zh: "缺少年份", en: "the year is missing")
  static let impossible = Wording(
    zh: "日历上没有这一天", en: "the calendar has no such day")
  static let order = Wording(
    zh: "年份不在最前或不足四位，年月日次序不明", en: "the order of day, month and year is not certain")
  static let several = Wording(
    zh: "是几个日期或一段时间，不是一天", en: "several days or a span of time, not one day")
  static let rough = Wording(zh: "是约计的日期，不是确定的一天", en: "a rough date, not a certain day")
  static let weekday = Wording(
    zh: "日期与星期不符", en: "the day of the week does not belong to the date")
  static let time = Wording(
    zh: "日期后面的内容不是时刻", en: "what follows the date is not a time of day")
}

func judged(_ day: Day, _ asOf: Day) -> Reading<Day> {
  isPlausible(day, asOf) ? .value(day) : .flagged(day, .implausibleDate)
}

/// Whether the day needs no second look.
func isPlausible(_ day: Day, _ asOf: Day) -> Bool {
  day.number >= earliestPlausible && day.number <= asOf.number
}

/// 1990-01-01: the first environmental protection law in full force is of December 1989.
private let earliestPlausible: Int32 = 7305
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
  guard scanner.acceptWeekday(of: found) else {
    return .unreadable(.unreadableDate, DayFlaw.weekday)
  }
  let rest = scanner
  guard let shift = scanner.dayShiftOfTime() else {
    return .unreadable(.unreadableDate, flaw(ofRest: rest))
  }
  return judged(found.adding(days: shift), asOf)
}

/// What is wrong with the text behind a complete date.
private func flaw(ofRest scanner: CellScanner) -> Wording {
  var rest = scanner
  rest.skipSpaces()
  for word in ["左右", "前后", "许", "以来", "以前", "以后", "之前", "之后", "起", "前", "后"]
  where rest.accept(word: word) { return DayFlaw.rough }
  guard rest.acceptOne(of: "-~〜至到、,;/和及与&") else { return DayFlaw.time }
  for index in rest.position..<rest.cell.count
  where rest.cell.digit(at: index) != nil || ChineseNumeral.digit(rest.cell[index]) != nil {
    return DayFlaw.several
  }
  return DayFlaw.time
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

/// A date that begins with a year of four digits, passed already, and has something between its parts.
private func separatedDay(
  _ scanner: inout CellScanner, _ year: Int?, _ asOf: Day
) -> Reading<Day> {
  guard let year else { return incompleteOrUnreadable(scanner) }
  scanner.skipSpaces()
  if scanner.accept("年") { return writtenDay(&scanner, year, asOf) }
  let isSpaced = scanner.cell.has(" ", at: scanner.position - 1) && scanner.digitCount > 0
  guard let separator = Unicode.Scalar(isSpaced ? 0x20 : scanner.next),
    ["-", "/", ".", "、", "_", " "].contains(separator)
  else { return incompleteOrUnreadable(scanner) }
  if !isSpaced { scanner.skip() }
  guard let month = scanner.numeral() else { return incompleteOrUnreadable(scanner) }
  if scanner.isAtEnd, (1...12).contains(month), !isSpaced {
    return .unreadable(.incompleteDate, DayFlaw.incomplete)
  }
  guard scanner.accept(separator), let day = scanner.numeral() else {
    return incompleteOrUnreadable(scanner)
  }
  _ = scanner.acceptOne(of: "日号")
  return finished(&scanner, year, month, day, asOf)
}

/// What follows `2026年`.
private func writtenDay(_ scanner: inout CellScanner, _ year: Int, _ asOf: Day) -> Reading<Day> {
  scanner.skipSpaces()
  guard let month = scanner.accept("元") ? 1 : scanner.numeral() else {
    return incompleteOrUnreadable(scanner)
  }
  scanner.skipSpaces()
  guard scanner.accept("月") else { return incompleteOrUnreadable(scanner) }
  guard (1...12).contains(month) else {
    return .unreadable(.unreadableDate, DayFlaw.impossible)
  }
  scanner.skipSpaces()
  guard let day = scanner.numeral() else {
    // A form's 日 with nothing before it.
    return scanner.accept("日") && scanner.isAtEnd
      ? .unreadable(.incompleteDate, DayFlaw.incomplete) : incompleteOrUnreadable(scanner)
  }
  scanner.skipSpaces()
  if scanner.isAtEnd { return .unreadable(.incompleteDate, DayFlaw.cut) }
  guard scanner.acceptOne(of: "日号") else { return incompleteOrUnreadable(scanner) }
  return finished(&scanner, year, month, day, asOf)
}

/// Tells a date that only lacks its day or its year from one that cannot be read at all.
private func incompleteOrUnreadable(_ scanner: CellScanner) -> Reading<Day> {
  let cell = scanner.cell
  if cell.isDayWithoutYear { return .unreadable(.incompleteDate, DayFlaw.yearless) }
  if cell.isPeriod { return .unreadable(.incompleteDate, DayFlaw.incomplete) }
  var start = CellScanner(cell)
  let digits = start.digitCount
  start.skip(digits)
  if (1...3).contains(digits), start.acceptOne(of: "-/.年") {
    return .unreadable(.unreadableDate, DayFlaw.order)
  }
  if cell.hasSeveralYears { return .unreadable(.unreadableDate, DayFlaw.several) }
  return .unreadable(.unreadableDate, DayFlaw.form)
}
