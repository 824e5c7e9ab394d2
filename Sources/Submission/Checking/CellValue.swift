internal import Vocabulary

/// A cell that is of its type and can be compared with a bound; numbers are exact.
struct CellValue: Comparable {
  /// Digits without leading zeros, and decimals without trailing ones.
  private struct Decimal: Hashable {
    let isNegative: Bool
    let whole: [UInt8]
    let decimals: [UInt8]
  }

  private enum Content: Hashable {
    case day(Day)
    case decimal(Decimal)
  }

  private let content: Content

  /// The value of a cell; `nil` if it is not of that type, and for every text, which has no order.
  init?(_ cell: String, _ kind: TableField.Kind) {
    switch kind {
    case .text: return nil
    case .date:
      guard let day = Day(iso: cell) else { return nil }
      content = .day(day)
    case .integer, .number:
      guard let decimal = CellValue.decimal(cell, hasDecimals: kind == .number) else { return nil }
      content = .decimal(decimal)
    }
  }

  private static func decimal(_ cell: String, hasDecimals: Bool) -> Decimal? {
    var digits = Array(cell.utf8)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= (hasDecimals ? 2 : 1), digits.count <= 40 else { return nil }
    for part in parts {
      guard !part.isEmpty, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    }
    let whole = parts[0].drop { $0 == 0x30 }
    var decimals = parts.count == 2 ? parts[1] : []
    while decimals.last == 0x30 { decimals.removeLast() }
    let isZero = whole.isEmpty && decimals.isEmpty
    return Decimal(
      isNegative: isNegative && !isZero, whole: Array(whole), decimals: Array(decimals))
  }

  static func < (left: CellValue, right: CellValue) -> Bool {
    switch (left.content, right.content) {
    case (.day(let one), .day(let other)): return one < other
    case (.decimal(let one), .decimal(let other)):
      guard one.isNegative == other.isNegative else { return one.isNegative }
      return one.isNegative ? isLess(other, one) : isLess(one, other)
    default: return false
    }
  }

  /// By size without the sign.
  private static func isLess(_ one: Decimal, _ other: Decimal) -> Bool {
    guard one.whole.count == other.whole.count else {
      return one.whole.count < other.whole.count
    }
    if one.whole != other.whole { return one.whole.lexicographicallyPrecedes(other.whole) }
    return one.decimals.lexicographicallyPrecedes(other.decimals)
  }
}
