import Vocabulary

/// An amount as a cell states it.
struct StatedAmount {
  var fen: Int128 = 0
  var isRounded = false
  /// Fen in the unit behind the first figure; `nil` for a figure alone and for Chinese numerals,
  /// whose unit is always 元.
  var unit: Int128?
}

extension CellScanner {
  /// The amount that fills the cell, in figures, in Chinese numerals, or in one and in brackets the
  /// other.
  mutating func amountToTheEnd(_ fenPerUnit: Int64) -> Result<StatedAmount, AmountFault> {
    _ = accept("'")
    var amount: StatedAmount
    switch statedAmount(fenPerUnit) {
    case .success(let stated): amount = stated
    case .failure(let fault): return .failure(fault)
    }
    skipSpaces()
    if accept("(") {
      guard case .success(let other) = statedAmount(fenPerUnit), accept(")") else {
        return .failure(AmountFault(wording: AmountFlaw.form))
      }
      guard other.fen == amount.fen, !other.isRounded else {
        return .failure(AmountFault(wording: AmountFlaw.contradiction))
      }
      // The numeral settles what the figure's unit is.
      amount.unit = amount.unit == nil || other.unit == nil ? nil : amount.unit
    }
    skipCurrency()
    return isAtEnd ? .success(amount) : .failure(AmountFault(wording: flawOfRest))
  }

  private mutating func statedAmount(_ fenPerUnit: Int64) -> Result<StatedAmount, AmountFault> {
    skipCurrency()
    if ChineseNumeral.begins(self) {
      guard let fen = ChineseNumeral.fen(&self) else {
        return .failure(AmountFault(wording: AmountFlaw.numeral))
      }
      return .success(StatedAmount(fen: Int128(fen)))
    }
    if accept("-") || accept("负") || (has("(") && cell.digit(at: position + 1) != nil) {
      return .failure(AmountFault(wording: AmountFlaw.negative))
    }
    return amountInFigures(fenPerUnit)
  }

  /// One or more figures with their units, each unit smaller than the one before.
  private mutating func amountInFigures(
    _ fenPerUnit: Int64
  ) -> Result<StatedAmount, AmountFault> {
    var amount = StatedAmount()
    var previous = Int128.max
    var terms = 0
    var hasDecimals = false
    while true {
      skipSpaces()
      let figure: Figure
      switch self.figure() {
      case .success(let found): figure = found
      case .failure(let fault): return .failure(fault)
      }
      skipSpaces()
      let unit = unitInFen()
      terms += 1
      if terms == 1 { amount.unit = unit }
      // `3元5` and `1万2` can be read in more than one way.
      if unit == nil && terms > 1 { return .failure(AmountFault(wording: AmountFlaw.form)) }
      let factor = unit ?? Int128(fenPerUnit)
      hasDecimals = hasDecimals || figure.scale > 0
      guard factor < previous, terms == 1 || !hasDecimals else {
        return .failure(AmountFault(wording: AmountFlaw.form))
      }
      previous = factor
      let (product, isTooLarge) = figure.digits.multipliedReportingOverflow(by: factor)
      if isTooLarge { return .failure(AmountFault(wording: AmountFlaw.tooLarge)) }
      let (fen, remainder) = product.quotientAndRemainder(dividingBy: figure.divisor)
      amount.isRounded = amount.isRounded || remainder != 0
      amount.fen += remainder == 0 ? fen : fen + 1
      if unit == nil || digitCount == 0 { break }
    }
    _ = acceptOne(of: "整正")
    return .success(amount)
  }

  private mutating func skipCurrency() {
    skipSpaces()
    // Most cells are figures only.
    guard digitCount == 0, !isAtEnd else { return }
    _ =
      accept("¥") || accept(word: "人民币") || accept(word: "RMB") || accept(word: "CNY")
    skipSpaces()
    _ = accept(word: "(大写)") || accept(word: "大写") || accept(word: "(小写)")
    skipSpaces()
    _ = accept(":")
    skipSpaces()
    _ = accept("¥")
    skipSpaces()
  }

  /// Fen in one of the unit that stands here, in brackets or not; `nil` and no move if none does.
  private mutating func unitInFen() -> Int128? {
    guard !isAtEnd else { return nil }
    let start = position
    let isBracketed = accept("(")
    if let unit = wordOfUnit(), !isBracketed || accept(")") { return unit }
    back(to: start)
    return nil
  }

  private mutating func wordOfUnit() -> Int128? {
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

  /// What is wrong with the rest of a cell where an amount should have begun or ended.
  var flawOfRest: Wording {
    var rest = self
    rest.skipSpaces()
    if rest.acceptOne(of: "-~〜至到") { return AmountFlaw.range }
    for word in ["$", "€", "£", "US", "HK", "美元", "港元", "港币", "欧元", "日元", "英镑", "新台币", "台币"]
    where rest.accept(word: word) { return AmountFlaw.currency }
    return rest.acceptOne(of: "约近超逾余多左以不几大估预最可每高低≥≤≈><±上下内") ? AmountFlaw.rough : AmountFlaw.form
  }
}
