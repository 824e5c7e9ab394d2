import Vocabulary

/// What a spreadsheet makes of a long number that it takes for a quantity: 15 figures are kept, the
/// rest become zeros or an exponent.
enum RuinedNumber {
  static let exponent = Wording(
    zh: "号码已变成科学计数法，原号丢失", en: "a spreadsheet lost the number to an exponent")
}

extension FoldedCell {
  /// Whether the text is a number with an exponent: `1.4E+17`, `1E+17`, `1.4E17`.
  var isScientific: Bool {
    var scanner = CellScanner(self)
    let whole = scanner.digitCount
    scanner.skip(whole)
    let hasPoint = scanner.accept(".")
    if hasPoint { scanner.skip(scanner.digitCount) }
    guard whole == 1, scanner.accept("E") else { return false }
    let hasSign = scanner.accept("+")
    let exponent = scanner.digitCount
    scanner.skip(exponent)
    return hasPoint || hasSign ? (1...3).contains(exponent) && scanner.isAtEnd : false
  }

  /// Whether 17 to 20 digits have nothing but zeros from the 16th on, or a `.0` behind: 15 figures are
  /// what a spreadsheet keeps.
  var endsRounded: Bool {
    var scanner = CellScanner(self)
    let digits = scanner.digitCount
    guard (17...20).contains(digits) else { return false }
    scanner.skip(digits)
    if scanner.accept(".") {
      // A number that has been a fraction has been a quantity, whatever its end.
      let decimals = scanner.digitCount
      scanner.skip(decimals)
      return decimals > 0 && scanner.isAtEnd
    }
    guard scanner.isAtEnd else { return false }
    for index in 15..<digits where !has("0", at: index) { return false }
    return true
  }
}
