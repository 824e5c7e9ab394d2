extension CellScanner {
  /// Reads the time of day that may follow a date, up to the end of the cell, and says by how many
  /// days it moves the date.
  ///
  /// `10:30`, `T10:30:00.5`, `上午10时30分`, `十时三十分`, `10点许`, `10:30 PM`, `夜间`, `24:00`, and a span
  /// within the day, `10:00-12:00`. Zero but for a time that names its offset from UTC, which is
  /// counted over to China's (+08:00); `nil` when the rest of the cell is no time.
  mutating func dayShiftOfTime() -> Int? {
    skipSpaces()
    if isAtEnd { return 0 }
    if accept("T") { skipSpaces() }
    let half = partOfDay()
    skipSpaces()
    if half != nil, isAtEnd { return 0 }
    guard let begin = timeOfDay() else { return nil }
    skipSpaces()
    if half == nil, accept(word: "AM") || accept(word: "PM") {
      guard (1...12).contains(begin.hour) else { return nil }
    }
    if accept("许") || accept(word: "左右") || isAtEnd { return isAtEnd ? 0 : nil }
    let start = position
    if acceptOne(of: "-~〜至到") {
      skipSpaces()
      _ = partOfDay()
      skipSpaces()
      if timeOfDay() != nil, isAtEnd { return 0 }
      back(to: start)
    }
    guard let offset = offsetFromUTC(), isAtEnd else { return nil }
    let minutes = begin.hour * 60 + begin.minute + 8 * 60 - offset
    return minutes < 0 ? -1 : minutes / (24 * 60)
  }

  /// An hour with its minute, up to `24:00`; seconds and their fraction are read and dropped.
  private mutating func timeOfDay() -> (hour: Int, minute: Int)? {
    guard let hour = numeral(), hour <= 24, let minute = minutesAndSeconds() else { return nil }
    return hour < 24 || minute == 0 ? (hour, minute) : nil
  }

  /// Moves past 上午, 下午 and the like.
  private mutating func partOfDay() -> String? {
    [
      "上午", "下午", "凌晨", "清晨", "早上", "早晨", "中午", "午后", "傍晚", "晚上", "夜间", "夜里", "深夜", "晚", "夜",
      "AM", "PM",
    ].first { accept(word: $0) }
  }

  /// The minutes after the hour.
  private mutating func minutesAndSeconds() -> Int? {
    if accept(":") {
      guard let minute = shortNumber(), minute < 60 else { return nil }
      guard accept(":") else { return minute }
      guard let second = shortNumber(), second < 60 else { return nil }
      if accept(".") { skip(digitCount) }
      return minute
    }
    guard accept("时") || accept("点") else { return nil }
    _ = accept("钟")
    if accept("半") { return 30 }
    guard digitCount > 0 || ChineseNumeral.digit(next) != nil || next == 0x5341 else { return 0 }
    guard let minute = numeral(), minute < 60, accept("分") else { return nil }
    guard digitCount > 0 else { return minute }
    guard let second = shortNumber(), second < 60, accept("秒") else { return nil }
    return minute
  }

  /// `Z`, `+08:00` or `+0800` in minutes.
  private mutating func offsetFromUTC() -> Int? {
    if accept("Z") { return 0 }
    let isWest = accept("-")
    guard isWest || accept("+"), let hours = number(digits: 2), hours <= 14 else { return nil }
    _ = accept(":")
    guard let minutes = digitCount == 0 ? 0 : number(digits: 2), minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }
}
