import Vocabulary

/// How a file writes days, times and amounts; a file may mix several ways.
struct Spelling {
  enum DayForm { case dashes, slashes, dots, chinese, chinesePadded, compact, serial }
  enum AmountForm { case plain, grouped, whole, withUnit }

  let days: [DayForm]
  let amounts: [AmountForm]

  /// The cell as the file has it; `number` chooses among its ways of writing.
  func text(_ cell: Cell, fenPerUnit: Int64, number: Int) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .day(let day): Spelling.text(day, days[number % days.count])
    case .moment(let day, let minute):
      Spelling.text(day, days[number % days.count]) + " " + padded(minute / 60, to: 2) + ":"
        + padded(minute % 60, to: 2)
    case .amount(let fen):
      fenPerUnit == 100
        ? Spelling.text(yuan: fen, amounts[number % amounts.count])
        : Spelling.decimal(fen, perUnit: fenPerUnit)
    }
  }

  static func text(_ day: Day, _ form: DayForm) -> String {
    let (year, month, date) = day.civil
    switch form {
    case .dashes: return day.description
    case .slashes: return "\(year)/\(month)/\(date)"
    case .dots: return "\(year).\(month).\(date)"
    case .chinese: return day.chinese
    case .chinesePadded: return "\(year)年\(padded(month, to: 2))月\(padded(date, to: 2))日"
    case .compact: return "\(year)\(padded(month, to: 2))\(padded(date, to: 2))"
    // Excel counts from 1899-12-30, 25,569 days before 1970-01-01.
    case .serial: return String(Int(day.number) + 25_569)
    }
  }

  static func text(yuan fen: Int64, _ form: AmountForm) -> String {
    let exact = Money(fen: fen).description
    switch form {
    case .plain: return exact
    case .whole: return fen % 100 == 0 ? String(fen / 100) : exact
    case .withUnit: return (fen % 100 == 0 ? String(fen / 100) : exact) + "元"
    case .grouped:
      let digits = Array(String(fen / 100))
      var grouped = ""
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
        grouped.append(digit)
      }
      return grouped + exact.suffix(3)
    }
  }

  /// The amount in its unit, without trailing zeros: 1.25 for 12,500 yuan in 万元.
  static func decimal(_ fen: Int64, perUnit: Int64) -> String {
    var fraction = fen % perUnit
    guard fraction != 0 else { return String(fen / perUnit) }
    var digits = ""
    while fraction != 0 {
      fraction *= 10
      digits += String(fraction / perUnit)
      fraction %= perUnit
    }
    return "\(fen / perUnit).\(digits)"
  }
}
