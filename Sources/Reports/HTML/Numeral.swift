internal import Vocabulary

/// How numbers are written for people: separators, one decimal, a true minus sign.
enum Numeral {
  /// `12,345`; negative with U+2212.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "\u{2212}" : ""
    var left = digits.count
    for digit in digits {
      text.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { text.append(",") }
    }
    return text
  }

  /// `+18`, `−3`, `0`.
  static func signed(_ number: Int) -> String {
    number > 0 ? "+" + grouped(number) : grouped(number)
  }

  /// `part` of `whole` as a percentage with one decimal, rounded half away from zero; `nil` if
  /// there is no whole.
  static func percent(_ part: Int, of whole: Int) -> String? {
    guard whole > 0 else { return nil }
    let (scaled, overflow) = part.magnitude.multipliedReportingOverflow(by: 2000)
    guard !overflow else { return nil }
    let tenths = (scaled / whole.magnitude + 1) / 2
    return (part < 0 ? "\u{2212}" : "") + grouped(Int(tenths / 10)) + ".\(tenths % 10)%"
  }

  /// Yuan with separators and two decimals: `12,000.00`.
  static func yuan(_ money: Money) -> String {
    let magnitude = money.fen.magnitude
    return (money.fen < 0 ? "\u{2212}" : "") + grouped(Int(magnitude / 100)) + "."
      + padded(Int(magnitude % 100), to: 2)
  }

  /// Ten thousands of yuan (万元) with one decimal, rounded half away from zero: `1,843.8`.
  static func tenThousands(_ money: Money) -> String {
    let tenths = Int((money.fen.magnitude / 50_000 + 1) / 2)
    let sign = money.fen < 0 && tenths > 0 ? "\u{2212}" : ""
    return sign + grouped(tenths / 10) + ".\(tenths % 10)"
  }

  /// Whole metres with separators; `nil` for what is no distance on earth.
  static func metres(_ distance: Double) -> String? {
    guard distance.isFinite, distance.magnitude < 100_000_000 else { return nil }
    return grouped(Int(distance.rounded()))
  }
}
