import Vocabulary

/// The day of a cell that holds nothing but a date in ASCII figures, with or without a time; `nil`
/// for every other cell, which may be a day all the same.
///
/// `2026-07-03`, `2026/7/3`, `2026.7.3`, `20260703` and any of them with ` 10:30` or ` 10:30:00`: most
/// cells, read without folding.
func plainDay(_ bytes: Span<UInt8>) -> Day? {
  guard bytes.count >= 8, bytes.count <= 19, let century = pair(bytes, 0),
    let yearOfCentury = pair(bytes, 2)
  else { return nil }
  let year = century &* 100 &+ yearOfCentury
  let separator = bytes[4]
  guard separator == 0x2D || separator == 0x2F || separator == 0x2E else {
    guard bytes.count == 8, let month = pair(bytes, 4), let day = pair(bytes, 6) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }
  let hasLongMonth = bytes[6] != separator
  let dayStart = hasLongMonth ? 8 : 7
  guard dayStart < bytes.count, bytes[dayStart - 1] == separator,
    let month = hasLongMonth ? pair(bytes, 5) : digit(bytes, 5)
  else { return nil }
  let hasLongDay = dayStart + 1 < bytes.count && bytes[dayStart + 1] != 0x20
  guard let day = hasLongDay ? pair(bytes, dayStart) : digit(bytes, dayStart),
    isPlainTime(bytes, dayStart + (hasLongDay ? 2 : 1))
  else { return nil }
  return Day(year: year, month: month, day: day)
}

/// Whether nothing or ` 10:30` or ` 10:30:00` stands from there to the end.
private func isPlainTime(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
  let rest = bytes.count - start
  if rest == 0 { return true }
  guard rest == 6 || rest == 9, bytes[start] == 0x20, bytes[start + 3] == 0x3A,
    let hour = pair(bytes, start + 1), hour < 24, let minute = pair(bytes, start + 4), minute < 60
  else { return false }
  guard rest == 9 else { return true }
  guard bytes[start + 6] == 0x3A, let second = pair(bytes, start + 7) else { return false }
  return second < 60
}

/// The number that two digits make.
private func pair(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
  guard let tens = digit(bytes, index), let ones = digit(bytes, index + 1) else { return nil }
  return tens &* 10 &+ ones
}

private func digit(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
  let value = bytes[index] &- 0x30
  return value < 10 ? Int(value) : nil
}
