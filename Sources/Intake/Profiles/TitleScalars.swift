/// The characters of a title, and what is taken off its ends.
enum TitleScalars {
  /// The title without invisible characters and quotes, and without differences of width, case,
  /// bracket, dash and space; a run of white space becomes one space, a line break one line feed.
  static func plain(_ title: String) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    for scalar in title.unicodeScalars {
      guard let folded = folded(scalar) else { continue }
      if folded == " " || folded == "\n", let last = plain.last, last == " " || last == "\n" {
        if folded == "\n" { plain[plain.count - 1] = "\n" }
        continue
      }
      plain.append(folded)
    }
    return trimmed(plain, of: " \n")
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return "\n"
    // Zero-width and directional marks, soft hyphen, variation selectors, other controls.
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD, 0xFE00...0xFE0F,
      0...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F:
      return nil
    case 0x41...0x5A: return Unicode.Scalar(scalar.value | 0x20)
    case 0xFF21...0xFF3A: return Unicode.Scalar(scalar.value - 0xFEE0 | 0x20)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return "-"
    case 0xFFE5: return "¥"
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).flatMap { asciiFolded($0) }
    case 0..<0x80: return asciiFolded(scalar)
    default: break
    }
    switch scalar {
    case "【", "〔", "〈", "﹙", "〖", "❨", "⟨": return "("
    case "】", "〕", "〉", "﹚", "〗", "❩", "⟩": return ")"
    case "“", "”", "‘", "’", "「", "」", "『", "』", "《", "》", "〝", "〞", "′", "″": return nil
    default: return scalar.properties.isWhitespace ? " " : scalar
    }
  }

  private static func asciiFolded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "[", "{": "("
    case "]", "}": ")"
    case "\"", "'", "`": nil
    case "\t", "\u{0B}", "\u{0C}": " "
    default: scalar
    }
  }

  private static let marks: Set<Unicode.Scalar> = [
    "*", "※", "★", "☆", "▲", "△", "■", "□", "●", "○", "◆", "◇", "•", "·", "#", "√",
    ":", ".", "。", ",", ";", "、", "-", "_", "/", "|", "=", " ", "\n",
  ]

  /// The scalars without marks and punctuation at both ends; as they are if nothing else is there.
  static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let inner = trimmed(scalars) { marks.contains($0) }
    return inner.isEmpty ? scalars : inner
  }

  private static func trimmed(_ scalars: [Unicode.Scalar], of unwanted: String)
    -> [Unicode.Scalar]
  {
    trimmed(scalars) { unwanted.unicodeScalars.contains($0) }
  }

  private static func trimmed(
    _ scalars: [Unicode.Scalar], where isUnwanted: (Unicode.Scalar) -> Bool
  ) -> [Unicode.Scalar] {
    guard let first = scalars.firstIndex(where: { !isUnwanted($0) }),
      let last = scalars.lastIndex(where: { !isUnwanted($0) })
    else { return [] }
    return Array(scalars[first...last])
  }

  /// The scalars without one bracket around all of them.
  static func unwrapped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.count > 2, scalars.first == "(", scalars.firstIndex(of: ")") == scalars.count - 1,
      scalars.lastIndex(of: "(") == 0
    else { return scalars }
    return Array(scalars[1..<(scalars.count - 1)])
  }

  private static let numerals: Set<Unicode.Scalar> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  /// The title without marks and an order word before it, if something is left.
  static func withoutOrder(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let title = trimmed(scalars)
    let rest = trimmed(Array(title.dropFirst(orderLength(title)))) { marks.contains($0) }
    return rest.isEmpty ? title : rest
  }

  /// How many scalars an order word takes up: `①`, `(1)`, `(一)`, `第1列`, `1.`, `1、`, `1:`, `一、`.
  ///
  /// A digit after the point is a decimal's or a chemical's (`1.5倍`, `2,4-滴`), so neither goes.
  private static func orderLength(_ title: [Unicode.Scalar]) -> Int {
    guard let first = title.first else { return 0 }
    switch first.value {
    case 0x2460...0x249B, 0x24F5...0x24FE, 0x2776...0x2793, 0x3220...0x3229, 0x3280...0x3289:
      return 1
    default: break
    }
    let isWrapped = first == "(" || first == "第"
    let number = title.dropFirst(isWrapped ? 1 : 0)
      .prefix { isDigit($0) || numerals.contains($0) }
    let end = number.endIndex
    guard (1...3).contains(number.count), end < title.count else { return 0 }
    switch (first, title[end]) {
    case ("(", ")"), ("第", "列"), ("第", "栏"), ("第", "项"): return end + 1
    case ("(", _), ("第", _): return 0
    case (_, "、"), (_, "."): break
    case (_, ")"), (_, ":"): guard number.allSatisfy(isDigit) else { return 0 }
    default: return 0
    }
    return end + 1 < title.count && !isDigit(title[end + 1]) ? end + 1 : 0
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The 双公示 code at either end of a title, and the rest without it.
  ///
  /// A title that is nothing but a code has no other.
  static func code(in scalars: [Unicode.Scalar]) -> (code: String?, rest: [Unicode.Scalar]) {
    let title = scalars.filter { $0 != " " && $0 != "\n" }
    let head = scalars.prefix { isCodeScalar($0) }
    let tail = scalars.suffix(from: scalars.lastIndex { !isCodeScalar($0) }.map { $0 + 1 } ?? 0)
      .drop { $0 == "_" }
    for part in [head, tail] where part.count < scalars.count && isCode(part) {
      let rest = part.startIndex == 0 ? scalars.dropFirst(part.count) : scalars.dropLast(part.count)
      let kept = trimmed(Array(rest)) { marks.contains($0) }
      guard !kept.isEmpty else { continue }
      return (
        String(String.UnicodeScalarView(part)), unwrapped(kept).filter { $0 != " " && $0 != "\n" }
      )
    }
    return (nil, title)
  }

  /// Whether these are a code of the 双公示 forms (CF_ penalties, XK_ permits, BZ, DFBM, SJC).
  static func isCode(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
    guard scalars.allSatisfy(isCodeScalar) else { return false }
    let text = String(String.UnicodeScalarView(scalars))
    return ["bz", "dfbm", "sjc"].contains(text)
      || scalars.count > 3 && (text.hasPrefix("cf_") || text.hasPrefix("xk_"))
  }

  private static func isCodeScalar(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || isDigit(scalar) || scalar == "_"
  }
}
