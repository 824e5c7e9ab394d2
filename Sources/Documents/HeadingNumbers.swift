/// Counts headings and writes their numbers by level (GB/T 9704-2012, 7.3.3).
struct HeadingNumbers {
  private var counts = [0, 0, 0, 0]

  /// The number of the next heading of that level; those below begin anew.
  mutating func next(_ level: HeadingLevel) -> String {
    let place = level.rawValue - 1
    counts[place] += 1
    for below in counts.indices.dropFirst(level.rawValue) { counts[below] = 0 }
    let count = counts[place]
    return switch level {
    case .first: HeadingNumbers.chinese(count) + "、"
    case .second: "（\(HeadingNumbers.chinese(count))）"
    case .third: "\(count)."
    case .fourth: "（\(count)）"
    }
  }

  /// 1 to 99 in Chinese numerals, in digits beyond.
  static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    let tens = number / 10
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
  }
}
