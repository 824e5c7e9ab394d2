/// Numbers in names: 一厂, 1厂, 壹厂 and 第12号, 十二号.
enum NameNumerals {
  /// Appends the units with every Chinese number in Arabic digits; others as they are.
  ///
  /// 百 and 千 are numbers only behind a digit, 万 never: they begin many brands.
  static func append(_ units: ArraySlice<UInt16>, to body: inout [UInt16]) {
    var place = units.startIndex
    while place < units.endIndex {
      let unit = units[place]
      // Most characters are none of these.
      guard unit >= 0x3007, digit(unit) != nil || unit == ten || unit == formalTen else {
        body.append(unit)
        place += 1
        continue
      }
      let (value, end) = number(in: units, at: place)
      // 陆 and 伍 are surnames and begin brands: numbers among numbers, or before what is counted.
      if surnames.contains(unit), end == place + 1,
        end == units.endIndex || !counted.contains(units[end])
      {
        body.append(unit)
        place += 1
        continue
      }
      appendDecimal(value, to: &body)
      place = end
    }
  }

  /// The number that begins there and where it ends.
  ///
  /// Runs of digits without 十 or 百 are read one by one, as in a year. At most six characters, so that
  /// no number overflows.
  private static func number(
    in units: ArraySlice<UInt16>, at start: Int
  ) -> (value: Int, end: Int) {
    var total = 0
    var pending: Int?
    var place = start
    while place < units.endIndex, place - start < 6 {
      let unit = units[place]
      if let value = digit(unit) {
        pending = (pending ?? 0) * 10 + value
      } else if let scale = scale(unit), pending != nil || scale == 10 {
        total += (pending ?? 1) * scale
        pending = nil
      } else {
        break
      }
      place += 1
    }
    return (total + (pending ?? 0), place)
  }

  private static func appendDecimal(_ value: Int, to body: inout [UInt16]) {
    if value >= 10 { appendDecimal(value / 10, to: &body) }
    body.append(0x30 + UInt16(value % 10))
  }

  private static func scale(_ unit: UInt16) -> Int? {
    switch unit {
    case ten, formalTen: 10
    case 0x767E, 0x4F70: 100
    case 0x5343, 0x4EDF: 1000
    default: nil
    }
  }

  /// 〇 to 九 and 零, 壹 to 玖.
  private static func digit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x3007, 0x96F6: 0
    case 0x4E00, 0x58F9: 1
    case 0x4E8C, 0x8D30: 2
    case 0x4E09, 0x53C1: 3
    case 0x56DB, 0x8086: 4
    case 0x4E94, 0x4F0D: 5
    case 0x516D, 0x9646: 6
    case 0x4E03, 0x67D2: 7
    case 0x516B, 0x634C: 8
    case 0x4E5D, 0x7396: 9
    default: nil
    }
  }

  private static let surnames = UnitSet("陆伍")
  private static let counted = UnitSet("号厂矿井队部店期区组站场")
  private static let ten: UInt16 = 0x5341
  private static let formalTen: UInt16 = 0x62FE
}
