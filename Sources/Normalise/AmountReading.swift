import Vocabulary

/// Reads an amount of money, exactly, in whole fen.
///
/// `12000`, `12,000.00`, `￥3000`, `3000元`, `1.2万元`, `1亿2000万元`, `叁仟元整`. A unit in the cell
/// goes before `fenPerUnit`, that of the column (100 for 元, 1,000,000 for 万元). Zero is zero; `/`,
/// `无` and `待评估` are missing. Ranges, rough figures, negative figures, exponents, hexadecimal,
/// NaN and misplaced separators are `unreadableAmount`, and so is what does not fit. A figure with a
/// part smaller than one fen is rounded up to whole fen and flagged `unreadableAmount`: thresholds
/// are upper limits (以下, 不超过), and 3000.001 is not within 3000.
package func readAmount(_ bytes: Span<UInt8>, fenPerUnit: Int64) -> Reading<Money> {
  let cell = FoldedCell(bytes)
  if cell.isBlank { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableAmount, AmountFlaw.form) }
  var scanner = CellScanner(cell)
  scanner.skipCurrency()
  if ChineseNumeral.begins(scanner) {
    guard let fen = ChineseNumeral.fen(&scanner) else {
      return .unreadable(.unreadableAmount, AmountFlaw.numeral)
    }
    return .value(Money(fen: fen))
  }
  if scanner.accept("-") { return .unreadable(.unreadableAmount, AmountFlaw.negative) }
  return amountInFigures(&scanner, fenPerUnit)
}

/// Why an amount is unknown.
enum AmountFlaw {
  static let form = Wording(zh: "不是一个数额", en: "not an amount")
  static let negative = Wording(zh: "数额为负", en: "the amount is negative")
  static let range = Wording(zh: "是区间，不是一个数额", en: "a range is not an amount")
  static let rough = Wording(zh: "是约数，不是确定数额", en: "a rough figure is not an amount")
  static let separators = Wording(
    zh: "千分位的位置不对", en: "the thousands separators are misplaced")
  static let tooLarge = Wording(zh: "数额过大", en: "the amount is too large")
  static let numeral = Wording(
    zh: "大写数额有误或缺“元”", en: "the Chinese numeral is wrong or lacks 元")
}

/// One or more figures with their units, each unit smaller than the one before.
private func amountInFigures(
  _ scanner: inout CellScanner, _ fenPerUnit: Int64
) -> Reading<Money> {
  var total: Int128 = 0
  var isRounded = false
  var previous = Int128.max
  var terms = 0
  var hasDecimals = false
  while true {
    scanner.skipSpaces()
    let figure: Figure
    switch scanner.figure() {
    case .success(let found): figure = found
    case .failure(let flaw): return .unreadable(.unreadableAmount, flaw.wording)
    }
    scanner.skipSpaces()
    let unit = scanner.unitInFen()
    terms += 1
    // `3元5` and `1万2` can be read in more than one way.
    if unit == nil && terms > 1 { return .unreadable(.unreadableAmount, AmountFlaw.form) }
    let factor = unit ?? Int128(fenPerUnit)
    hasDecimals = hasDecimals || figure.scale > 0
    guard factor < previous, terms == 1 || !hasDecimals else {
      return .unreadable(.unreadableAmount, AmountFlaw.form)
    }
    previous = factor
    let (fen, remainder) = (figure.digits * factor).quotientAndRemainder(
      dividingBy: figure.divisor)
    isRounded = isRounded || remainder != 0
    total += remainder == 0 ? fen : fen + 1
    if unit == nil || scanner.digitCount == 0 { break }
  }
  _ = scanner.acceptOne(of: "整正")
  scanner.skipCurrency()
  guard scanner.isAtEnd else { return .unreadable(.unreadableAmount, scanner.flawOfRest) }
  guard let fen = Int64(exactly: total) else {
    return .unreadable(.unreadableAmount, AmountFlaw.tooLarge)
  }
  return isRounded ? .flagged(Money(fen: fen), .unreadableAmount) : .value(Money(fen: fen))
}

/// A decimal number as written: `digits` over ten to the power of `scale`.
private struct Figure {
  var digits: Int128 = 0
  var scale = 0

  var divisor: Int128 { (0..<scale).reduce(1) { power, _ in power * 10 } }
}

private struct FigureFlaw: Error {
  let wording: Wording
}

extension CellScanner {
  /// More digits than any amount has; 10 to this power times the largest unit fits 128 bits.
  private static var digitLimit: Int { 24 }

  fileprivate mutating func skipCurrency() {
    skipSpaces()
    // Most cells are figures only.
    guard digitCount == 0, !isAtEnd else { return }
    _ =
      accept("¥") || accept(word: "人民币") || accept(word: "RMB") || accept(word: "CNY")
    skipSpaces()
    _ = accept("¥")
    skipSpaces()
  }

  fileprivate mutating func figure() -> Result<Figure, FigureFlaw> {
    var figure = Figure()
    var digits = digitCount
    guard digits > 0 else { return .failure(FigureFlaw(wording: flawOfRest)) }
    guard take(digits, into: &figure) else {
      return .failure(FigureFlaw(wording: AmountFlaw.tooLarge))
    }
    if next == 0x2C {
      guard digits <= 3 else { return .failure(FigureFlaw(wording: AmountFlaw.separators)) }
      while accept(",") {
        guard digitCount == 3 else {
          return .failure(FigureFlaw(wording: AmountFlaw.separators))
        }
        digits += 3
        guard digits <= CellScanner.digitLimit, take(3, into: &figure) else {
          return .failure(FigureFlaw(wording: AmountFlaw.tooLarge))
        }
      }
    }
    guard accept(".") else { return .success(figure) }
    let decimals = digitCount
    guard decimals > 0 else { return .failure(FigureFlaw(wording: AmountFlaw.form)) }
    // Zeros at the end say nothing and need no room.
    var significant = decimals
    while significant > 0, cell.digit(at: position + significant - 1) == 0 { significant -= 1 }
    guard digits + significant <= CellScanner.digitLimit, take(significant, into: &figure) else {
      return .failure(FigureFlaw(wording: AmountFlaw.tooLarge))
    }
    skip(decimals - significant)
    figure.scale = significant
    return .success(figure)
  }

  /// Moves that many digits to the end of the figure; `false` if they are too many.
  private mutating func take(_ count: Int, into figure: inout Figure) -> Bool {
    guard count <= CellScanner.digitLimit else { return false }
    for _ in 0..<count {
      guard let digit = cell.digit(at: position) else { return false }
      figure.digits = figure.digits * 10 + Int128(digit)
      skip()
    }
    return true
  }

  /// Fen in one of the unit that stands here, `nil` and no move if none does.
  fileprivate mutating func unitInFen() -> Int128? {
    guard !isAtEnd else { return nil }
    let start = position
    var tens: Int128 = 1
    if acceptOne(of: "十拾") {
      tens = 10
    } else if acceptOne(of: "百佰") {
      tens = 100
    } else if acceptOne(of: "千仟") {
      tens = 1000
    }
    var large: Int128 = 1
    if acceptOne(of: "万萬") { large = 10_000 }
    if acceptOne(of: "亿億") { large *= 100_000_000 }
    let isYuan = acceptOne(of: "元圆圓")
    if isYuan || large > 1 { return tens * large * 100 }
    back(to: start)
    if accept("角") { return 10 }
    return accept("分") ? 1 : nil
  }

  /// What is wrong with the rest of a cell where an amount should have ended.
  fileprivate var flawOfRest: Wording {
    var rest = self
    rest.skipSpaces()
    if rest.acceptOne(of: "-~〜至到") { return AmountFlaw.range }
    return rest.acceptOne(of: "约近超逾余多左以不几") ? AmountFlaw.rough : AmountFlaw.form
  }
}
