import Vocabulary

/// Reads an amount of money, exactly, in whole fen.
///
/// `12000`, `12,000.00`, `12 000`, `￥3000`, `3000元`, `1.2万元`, `1亿2000万元`, `叁仟元整`,
/// `3000元（叁仟元整）`, and `1.2E7` as Java writes a number. A unit in the cell goes before
/// `fenPerUnit`, that of the column (100 for 元, 1,000,000 for 万元); where the two differ and the
/// column's title states its own (`isUnitStated`; always so unless it is 元) the amount is flagged
/// `unreadableAmount`. Zero is zero; `/`, `无` and `待评估` are missing. Ranges, rough and negative
/// figures, other currencies, a spreadsheet's exponents (their last figures may be lost),
/// hexadecimal, NaN and misplaced separators are `unreadableAmount`, and so is what does not fit. A
/// figure with a part smaller than one fen is rounded up to whole fen and flagged `finerThanFen`:
/// thresholds are upper limits (以下, 不超过), and 3000.001 is not within 3000.
package func readAmount(
  _ bytes: Span<UInt8>, fenPerUnit: Int64, isUnitStated: Bool = false
) -> Reading<Money> {
  if let money = plainAmount(bytes, fenPerUnit: fenPerUnit) { return .value(money) }
  let cell = FoldedCell(bytes)
  if cell.isBlank { return .missing }
  guard !cell.overflows else { return .unreadable(.unreadableAmount, AmountFlaw.form) }
  var scanner = CellScanner(cell)
  switch scanner.amountToTheEnd(fenPerUnit) {
  case .failure(let flaw): return .unreadable(.unreadableAmount, flaw.wording)
  case .success(let amount):
    guard let fen = Int64(exactly: amount.fen) else {
      return .unreadable(.unreadableAmount, AmountFlaw.tooLarge)
    }
    let money = Money(fen: fen)
    if let unit = amount.unit, unit != Int128(fenPerUnit), isUnitStated || fenPerUnit != 100 {
      return .flagged(money, .unreadableAmount, AmountFlaw.otherUnit)
    }
    return amount.isRounded ? .flagged(money, .finerThanFen) : .value(money)
  }
}

/// Why an amount is unknown, or should be looked at.
enum AmountFlaw {
  static let form = Wording(zh: "不是一个数额", en: "not an amount")
  static let negative = Wording(zh: "数额为负", en: "the amount is negative")
  static let range = Wording(zh: "是区间，不是一个数额", en: "a range is not an amount")
  static let rough = Wording(zh: "是约数，不是确定数额", en: "a rough figure is not an amount")
  static let currency = Wording(zh: "不是人民币", en: "not in renminbi")
  static let separators = Wording(
    zh: "千分位的位置不对", en: "the thousands separators are misplaced")
  static let exponent = Wording(
    zh: "科学计数法可能已丢失末位，不是确定数额",
    en: "an exponent may have lost the last figures")
  static let tooLarge = Wording(zh: "数额过大", en: "the amount is too large")
  static let numeral = Wording(
    zh: "大写数额有误或缺“元”", en: "the Chinese numeral is wrong or lacks 元")
  static let contradiction = Wording(
    zh: "小写与大写不一致", en: "the figures and the Chinese numeral differ")
  static let otherUnit = Wording(
    zh: "格内单位与表头不同，按格内单位",
    en: "the unit in the cell is not the column's; that in the cell was taken")
}

/// What makes a cell no amount.
struct AmountFault: Error {
  let wording: Wording
}

/// The amount of a cell that holds nothing but ASCII figures; `nil` for every other cell and for
/// what is not a whole number of fen.
///
/// Most cells, read without folding.
func plainAmount(_ bytes: Span<UInt8>, fenPerUnit: Int64) -> Money? {
  guard bytes.count > 0, bytes.count <= 15 else { return nil }
  var mantissa: Int64 = 0
  var divisor: Int64 = 0
  for index in bytes.indices {
    let digit = bytes[index] &- 0x30
    if digit < 10 {
      mantissa = mantissa &* 10 &+ Int64(digit)
      divisor = divisor &* 10
    } else {
      guard bytes[index] == 0x2E, divisor == 0, index > 0, index + 1 < bytes.count else {
        return nil
      }
      divisor = 1
    }
  }
  let (fen, isTooLarge) = mantissa.multipliedReportingOverflow(by: fenPerUnit)
  if isTooLarge { return nil }
  if divisor == 0 { return Money(fen: fen) }
  let (whole, rest) = fen.quotientAndRemainder(dividingBy: divisor)
  return rest == 0 ? Money(fen: whole) : nil
}
