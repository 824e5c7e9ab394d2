internal import Normalise
internal import Vocabulary

/// When rows say that what they tell of happened, or that it was seen; from the columns, else from the
/// words of the facts.
struct StatedDays {
  /// By row, the day of the event; `none` where the row does not say.
  private(set) var happened: [Int32]
  /// By row, when somebody saw or reported it; `none` where nobody says, or where it says nothing of
  /// the event's day, as the day of a decision.
  private(set) var seen: [Int32]

  /// No day.
  static let none = Int32.min

  /// How many bytes of the facts are looked at for a day: it stands at their beginning.
  private static let readLimit = 120

  /// Linear in rows.
  ///
  /// Goes through the records as they were taken in, for that is how their texts lie in memory.
  init(_ ranked: RankedRecords) {
    let table = ranked.records
    happened = Array(repeating: StatedDays.none, count: table.count)
    seen = happened
    for row in 0..<table.count where table.source[row] != .history {
      let reported = StatedDays.reported(table, row)
      if let day = reported { seen[row] = day.number }
      if let day = table.day(.occurrence, row) {
        happened[row] = day.number
        continue
      }
      let facts = table.text(.facts, row)
      guard !facts.isMissing else { continue }
      let range = table.texts.range(of: facts)
      let latest = reported ?? table.day(.decision, row) ?? table.day(.transferReceived, row)
      if let day = StatedDays.firstDay(
        in: table.texts.storage.span.extracting(range.prefix(StatedDays.readLimit))),
        latest.map({ day <= $0 && $0.days(since: day) < 1100 }) ?? false
      {
        happened[row] = day.number
      }
    }
    happened = ranked.gathered(happened)
    seen = ranked.gathered(seen)
  }

  /// How many days apart two records may say that one thing happened: days are mistaken by a few.
  static let tolerance: Int32 = 3
  /// How many days later a body sees, or a caller reports, what happened.
  static let seenWithin: Int32 = 6

  /// The day it happened, else the day it was seen or reported; `nil` if the row says neither.
  @inline(__always)
  func day(_ row: Int) -> Int32? {
    if happened[row] != StatedDays.none { return happened[row] }
    return seen[row] == StatedDays.none ? nil : seen[row]
  }

  /// Until when what happened went on at most, for a row that says when it happened: found within days
  /// it may have lasted, or the day is mistaken, but no longer than days are mistaken by.
  private func lasted(_ row: Int) -> Int32 {
    let (day, found) = (happened[row], seen[row])
    guard found > day, found - day <= StatedDays.seenWithin else { return day }
    return min(found, day + StatedDays.tolerance)
  }

  /// The days between two rows that may tell of one event; `nil` if they do not.
  func gap(_ left: Int, _ right: Int) -> Int32? {
    guard let one = day(left), let other = day(right) else { return nil }
    switch (happened[left] != StatedDays.none, happened[right] != StatedDays.none) {
    case (true, true):
      let gap = max(0, one - lasted(right), other - lasted(left))
      return gap <= StatedDays.tolerance ? gap : nil
    case (true, false): return later(left, other)
    case (false, true): return later(right, one)
    case (false, false):
      let gap = abs(one - other)
      return gap < StatedDays.seenWithin ? gap : nil
    }
  }

  /// How long after the row's event something was seen; a day before is a mistake of a day, and what
  /// was found before it happened had happened by then.
  private func later(_ row: Int, _ seen: Int32) -> Int32? {
    let found = self.seen[row]
    let day = happened[row]
    let first = found < day && found >= day - StatedDays.tolerance ? found : day
    let gap = seen - day
    return seen >= first - 1 && gap <= StatedDays.seenWithin ? abs(gap) : nil
  }

  /// When an inspector, an inspectorate or a caller noticed it.
  private static func reported(_ table: RecordTable, _ row: Int) -> Day? {
    table.day(.discovery, row) ?? table.day(.reportReceived, row)
  }

  /// The first whole day in a text: 2026-10-05, 2026/10/5, 2026年10月5日; nothing else is guessed.
  static func firstDay(in text: Span<UInt8>) -> Day? {
    var place = 0
    while place + 8 <= text.count {
      let begins = text[place] == 0x31 || text[place] == 0x32
      if begins, place == 0 || !isDigit(text[place - 1]), let day = day(in: text, at: place) {
        return day
      }
      place += 1
    }
    return nil
  }

  private static func day(in text: Span<UInt8>, at start: Int) -> Day? {
    var place = start
    guard let year = number(in: text, at: &place, most: 4), (1990...2100).contains(year),
      skip(in: text, at: &place, [0xE5, 0xB9, 0xB4]),
      let month = number(in: text, at: &place, most: 2),
      skip(in: text, at: &place, [0xE6, 0x9C, 0x88]),
      let day = number(in: text, at: &place, most: 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Digits at the place; `nil` if there is none or one too many.
  private static func number(in text: Span<UInt8>, at place: inout Int, most: Int) -> Int? {
    var value = 0
    var count = 0
    while place < text.count, isDigit(text[place]) {
      guard count < most else { return nil }
      value = value * 10 + Int(text[place] - 0x30)
      count += 1
      place += 1
    }
    return count == 0 ? nil : value
  }

  /// Goes past a hyphen, a slash, a full stop or that character.
  private static func skip(in text: Span<UInt8>, at place: inout Int, _ word: [UInt8]) -> Bool {
    guard place < text.count else { return false }
    if text[place] == 0x2D || text[place] == 0x2F || text[place] == 0x2E {
      place += 1
      return true
    }
    guard place + 3 <= text.count, text[place] == word[0], text[place + 1] == word[1],
      text[place + 2] == word[2]
    else { return false }
    place += 3
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
