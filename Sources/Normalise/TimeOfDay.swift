extension CellScanner {
  /// Reads the time of day that may follow a date, up to the end of the cell, and says by how many
  /// days it moves the date.
  ///
  /// `10:30`, `T10:30:00.5`, `上午10时30分`, `10点许`, `10:30 PM`, `24:00`. Zero but for a time that
  /// names its offset from UTC, which is counted over to China's (+08:00); `nil` when the rest of the
  /// cell is no time.
  mutating func dayShiftOfTime() -> Int? {
    skipSpaces()
    if isAtEnd { return 0 }
    if accept("T") { skipSpaces() }
    let half = partOfDay()
    skipSpaces()
    guard let hour = shortNumber(), hour <= 24 else { return nil }
    guard let minute = minutesAndSeconds(), hour < 24 || minute == 0 else { return nil }
    skipSpaces()
    if half == nil, accept(word: "AM") || accept(word: "PM") {
      guard (1...12).contains(hour) else { return nil }
    }
    if accept("许") || accept(word: "左右") || isAtEnd { return isAtEnd ? 0 : nil }
    guard let offset = offsetFromUTC(), isAtEnd else { return nil }
    let minutes = hour * 60 + minute + 8 * 60 - offset
    return minutes < 0 ? -1 : minutes / (24 * 60)
  }

  /// Moves past 上午, 下午 and the like.
  private mutating func partOfDay() -> String? {
    ["上午", "下午", "凌晨", "早上", "早晨", "中午", "傍晚", "晚上", "夜间", "晚", "AM", "PM"].first {
      accept(word: $0)
    }
  }

  /// The minutes after the hour; seconds and their fraction are read and dropped.
  private mutating func minutesAndSeconds() -> Int? {
    if accept(":") {
      guard let minute = shortNumber(), minute < 60 else { return nil }
      guard accept(":") else { return minute }
      guard let second = shortNumber(), second < 60 else { return nil }
      if accept(".") { skip(digitCount) }
      return minute
    }
    guard accept("时") || accept("点") else { return nil }
    guard digitCount > 0 else { return 0 }
    guard let minute = shortNumber(), minute < 60, accept("分") else { return nil }
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
