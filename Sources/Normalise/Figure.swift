import Vocabulary

/// A decimal number as written: `digits` over ten to the power of `scale`.
struct Figure {
  var digits: Int128 = 0
  var scale = 0

  var divisor: Int128 { (0..<scale).reduce(1) { power, _ in power * 10 } }
}

extension CellScanner {
  /// More digits than any amount has; 10 to this power times 千万亿元 in fen (10 to the 17th) fits 128
  /// bits.
  private static var digitLimit: Int { 20 }

  /// Reads a number, its thousands set apart by commas, apostrophes or spaces or not at all.
  mutating func figure() -> Result<Figure, AmountFault> {
    var figure = Figure()
    let whole = digitCount
    guard whole > 0 else { return .failure(AmountFault(wording: flawOfRest)) }
    guard take(whole, into: &figure) else {
      return .failure(AmountFault(wording: AmountFlaw.tooLarge))
    }
    let grouped: Int
    switch groups(after: whole, into: &figure) {
    case .success(let digits): grouped = digits
    case .failure(let fault): return .failure(fault)
    }
    if cell.has("E", at: position), cell.digit(at: position + 1) != nil || has("+", after: 1) {
      return .failure(AmountFault(wording: AmountFlaw.exponent))
    }
    guard accept(".") else { return .success(figure) }
    let decimals = digitCount
    guard decimals > 0 else { return .failure(AmountFault(wording: AmountFlaw.form)) }
    // Zeros at the end say nothing and need no room.
    var significant = decimals
    while significant > 0, cell.digit(at: position + significant - 1) == 0 { significant -= 1 }
    guard grouped + significant <= CellScanner.digitLimit, take(significant, into: &figure) else {
      return .failure(AmountFault(wording: AmountFlaw.tooLarge))
    }
    skip(decimals - significant)
    figure.scale = significant
    guard accept("E") else { return .success(figure) }
    return whole == 1 && exponent(of: &figure)
      ? .success(figure) : .failure(AmountFault(wording: AmountFlaw.exponent))
  }

  /// Moves past the groups of three behind the first digits; how many digits there are in all.
  private mutating func groups(
    after whole: Int, into figure: inout Figure
  ) -> Result<Int, AmountFault> {
    var digits = whole
    guard let separator = Unicode.Scalar(next), [",", "'", "’", " "].contains(separator) else {
      return .success(digits)
    }
    while cell.has(separator, at: position) {
      let isGroup = (0..<3).allSatisfy { cell.digit(at: position + 1 + $0) != nil }
      let isThree = isGroup && cell.digit(at: position + 4) == nil
      // A space may as well stand before a unit.
      if separator == " ", !isThree || whole > 3 { return .success(digits) }
      guard isThree, whole <= 3 else {
        return .failure(AmountFault(wording: AmountFlaw.separators))
      }
      skip()
      digits += 3
      guard digits <= CellScanner.digitLimit, take(3, into: &figure) else {
        return .failure(AmountFault(wording: AmountFlaw.tooLarge))
      }
    }
    return .success(digits)
  }

  /// Reads the exponent of `1.2E7`, the shortest exact form in which Java writes a number from ten
  /// million on; `false` for a spreadsheet's `E+07`, which shows only so many figures.
  private mutating func exponent(of figure: inout Figure) -> Bool {
    let count = digitCount
    guard count == 1 || count == 2, let exponent = number(digits: count),
      (7...15).contains(exponent)
    else { return false }
    for _ in 0..<exponent {
      if figure.scale > 0 { figure.scale -= 1 } else { figure.digits *= 10 }
    }
    return true
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
}
