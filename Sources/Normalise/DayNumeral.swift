import Vocabulary

/// The parts of a date as words and figures write them.
extension CellScanner {
  /// A number of one or two digits, or one below a hundred in Chinese numerals: `7`, `07`, `七`, `十一`,
  /// `二十三`, `廿三`, `〇七`, `三一`; `nil` and no move when none stands here.
  mutating func numeral() -> Int? {
    if digitCount > 0 { return shortNumber() }
    let start = position
    var tens: Int?
    if let first = ChineseNumeral.digit(next) {
      skip()
      if acceptOne(of: "十拾") {
        tens = first
      } else if let second = ChineseNumeral.digit(next) {
        skip()
        return first * 10 + second
      } else {
        return first
      }
    } else if acceptOne(of: "十拾") {
      tens = 1
    } else if accept("廿") {
      tens = 2
    } else if accept("卅") {
      tens = 3
    }
    guard let tens, tens > 0 else {
      back(to: start)
      return nil
    }
    guard let ones = ChineseNumeral.digit(next) else { return tens * 10 }
    skip()
    return tens * 10 + ones
  }

  /// A year of four Chinese digits, `二〇二六`; the zero may be typed as a circle, a letter O or a 0.
  mutating func chineseYear() -> Int? {
    guard let first = ChineseNumeral.digit(next), first > 0 else { return nil }
    var year = 0
    for offset in 0..<4 {
      let scalar = cell[position + offset]
      let isTypedZero = scalar == 0x4F || scalar == 0x30
      guard let digit = isTypedZero ? 0 : ChineseNumeral.digit(scalar) else { return nil }
      year = year * 10 + digit
    }
    skip(4)
    return year
  }

  /// Moves past the day of the week that may follow a date, `星期五`, `(周五)`; `false` when it is not
  /// that of `day`.
  mutating func acceptWeekday(of day: Day) -> Bool {
    let start = position
    skipSpaces()
    let isBracketed = accept("(")
    guard accept(word: "星期") || accept(word: "礼拜") || accept("周") else {
      back(to: start)
      return true
    }
    let isSunday = acceptOne(of: "日天")
    guard let named = isSunday ? 7 : numeral() else { return false }
    // 1970-01-01 was a Thursday.
    let ordinal = ((Int(day.number) + 3) % 7 + 7) % 7 + 1
    return named == ordinal && (!isBracketed || accept(")"))
  }
}
