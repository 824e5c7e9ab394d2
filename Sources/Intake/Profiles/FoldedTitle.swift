/// A column title reduced to what is compared.
///
/// Full-width forms become ASCII, white space and a mark of obligation (`*`) go, ASCII letters
/// become lower case, and a bracket that names a unit of money or says how to fill the column in
/// goes: `＊罚款金额（万元）` gives `罚款金额` and 1,000,000 fen per unit.
package struct FoldedTitle: Sendable, Hashable {
  package let text: String
  /// Fen per unit if the title names one.
  package let fenPerUnit: Int64?

  private static let units: [String: Int64] = [
    "元": 100, "人民币元": 100, "单位:元": 100, "千元": 100_000,
    "万元": 1_000_000, "人民币万元": 1_000_000, "单位:万元": 1_000_000,
    "亿元": 10_000_000_000,
  ]

  /// What brackets say besides units without changing the column's meaning.
  private static let notes: Set<String> = [
    "必填", "选填", "可选", "必填项", "选填项", "度", "°", "十进制度", "年月日", "年/月/日",
    "yyyy-mm-dd", "yyyy/mm/dd", "yyyymmdd",
  ]

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "【": "】", "〔": "〕", "〈": "〉",
  ]

  /// Folds a title as the file has it.
  package init(_ title: String) {
    var kept = String.UnicodeScalarView()
    var unit: Int64?
    let scalars = FoldedTitle.plain(title)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if let close = FoldedTitle.closing[scalars[index]],
        let end = scalars[index...].firstIndex(of: close)
      {
        let inside = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
        if let named = FoldedTitle.units[inside] {
          unit = named
          index = end + 1
          continue
        }
        if FoldedTitle.notes.contains(inside) {
          index = end + 1
          continue
        }
      }
      kept.append(scalars[index])
      index += 1
    }
    text = String(kept)
    fenPerUnit = unit
  }

  /// The title without white space, marks of obligation and differences of width and case.
  private static func plain(_ title: String) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    for scalar in title.unicodeScalars {
      guard !scalar.properties.isWhitespace, !isInvisible(scalar) else { continue }
      var folded = scalar
      if (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        folded = narrow
      }
      if folded.value >= 0x41, folded.value <= 0x5A, let lower = Unicode.Scalar(folded.value | 0x20)
      {
        folded = lower
      }
      plain.append(folded)
    }
    while plain.first == "*" { plain.removeFirst() }
    while plain.last == "*" { plain.removeLast() }
    return plain
  }

  /// Zero-width marks that exports leave in titles.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
