/// Amounts in Chinese numerals, as cheques and decisions write them: `叁仟元整`, `壹万贰仟元伍角`.
///
/// Formal (壹贰叁) and plain (一二三) numerals. The word 元 is part of the form: without it a numeral
/// has no unit and is not an amount of money.
enum ChineseNumeral {
  static func begins(_ scanner: CellScanner) -> Bool {
    digit(scanner.next) != nil || place(scanner.next) == 10
  }

  /// Fen of the amount that fills the rest of the cell, but for brackets behind it; `nil` for every
  /// other text.
  static func fen(_ scanner: inout CellScanner) -> Int64? {
    var fen: Int64 = 0
    let start = scanner.position
    if let yuan = wholeNumber(&scanner), scanner.acceptOne(of: "元圆圓") {
      fen = yuan * 100
      if ends(&scanner) { return fen }
      while digit(scanner.next) == 0 { scanner.skip() }
    } else {
      scanner.back(to: start)
    }
    if let tenths = digit(scanner.next), scanner.cell.has("角", at: scanner.position + 1) {
      fen += Int64(tenths) * 10
      scanner.skip(2)
      if ends(&scanner) { return fen }
      while digit(scanner.next) == 0, !scanner.cell.has("分", at: scanner.position + 1) {
        scanner.skip()
      }
    }
    if let hundredths = digit(scanner.next), scanner.cell.has("分", at: scanner.position + 1) {
      fen += Int64(hundredths)
      scanner.skip(2)
      return ends(&scanner) ? fen : nil
    }
    return nil
  }

  private static func ends(_ scanner: inout CellScanner) -> Bool {
    _ = scanner.acceptOne(of: "整正")
    scanner.skipSpaces()
    return scanner.isAtEnd || scanner.has("(") || scanner.has(")")
  }

  /// A number below ten thousand hundred-millions, in sections of four places.
  private static func wholeNumber(_ scanner: inout CellScanner) -> Int64? {
    var total: Int64 = 0
    var seenAny = false
    for factor in [100_000_000, 10_000, 1] as [Int64] {
      let start = scanner.position
      let value = section(&scanner)
      let isMarked =
        switch factor {
        case 100_000_000: scanner.acceptOne(of: "亿億")
        case 10_000: scanner.acceptOne(of: "万萬")
        default: true
        }
      guard let value, isMarked else {
        scanner.back(to: start)
        continue
      }
      total += value * factor
      seenAny = true
    }
    return seenAny ? total : nil
  }

  /// 0 to 9999: digits each with its place word, places falling, zeros in between.
  private static func section(_ scanner: inout CellScanner) -> Int64? {
    let start = scanner.position
    var total: Int64 = 0
    var ceiling: Int64 = 10_000
    var seenZero = false
    while ceiling > 1 {
      if digit(scanner.next) == 0 {
        scanner.skip()
        seenZero = true
        continue
      }
      // 十五: a ten may stand without its one.
      let figure = digit(scanner.next).map(Int64.init)
      let isBareTen = figure == nil && place(scanner.next) == 10 && total == 0
      guard let count = figure ?? (isBareTen ? 1 : nil) else { break }
      if figure != nil { scanner.skip() }
      let unit = place(scanner.next) ?? 1
      guard unit < ceiling else { return nil }
      if unit > 1 { scanner.skip() }
      total += count * unit
      ceiling = unit
    }
    guard scanner.position > start, total > 0 || seenZero else { return nil }
    return total
  }

  /// What the place word multiplies by.
  private static func place(_ scalar: UInt32) -> Int64? {
    switch Unicode.Scalar(scalar) {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    default: nil
    }
  }

  /// The digit a character stands for; a zero may be typed as a circle.
  static func digit(_ scalar: UInt32) -> Int? {
    switch Unicode.Scalar(scalar) {
    case "零", "〇", "○", "◯": 0
    case "一", "壹": 1
    case "二", "两", "兩", "贰", "貳", "貮": 2
    case "三", "叁", "叄", "參": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆", "陸": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }
}
