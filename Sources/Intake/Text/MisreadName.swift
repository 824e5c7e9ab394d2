package import Vocabulary

/// Tells names that were read in an encoding they were not written in.
package enum MisreadName {
  /// What happened to the name: its first damage, in the words for an official; `nil` for a sound one.
  ///
  /// A replacement character (U+FFFD), a control character, or a run of characters beyond ASCII that
  /// turns back into text in UTF-8 or GBK. A single hanzi in GBK, two Latin letters, cannot be told.
  package static func damage(to name: String) -> Wording? {
    var reversal: Reversal?
    var count = 0
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F: return Wording(zh: "含控制字符", en: "holds a control character")
      case ..<0x80:
        if let damage = reversal?.damage(characters: count) { return damage }
        reversal = nil
        count = 0
      default:
        var run = reversal ?? Reversal()
        run.take(scalar: scalar.value)
        reversal = run
        count += 1
      }
    }
    if let damage = reversal?.damage(characters: count) { return damage }
    if name.unicodeScalars.contains("\u{FFFD}") {
      return Wording(zh: "含替换符 U+FFFD，有字已丢失", en: "holds U+FFFD: characters are lost")
    }
    if name.unicodeScalars.contains(where: { (0x80..<0xA0).contains($0.value) }) {
      return Wording(zh: "含控制字符", en: "holds a control character")
    }
    return nil
  }
}

extension Reversal {
  /// How a whole run of so many characters was misread; `nil` if it is what it seems.
  fileprivate func damage(characters: Int) -> Wording? {
    if throughGBK.isRestored, throughGBK.restored >= 2 || characters >= 3 {
      return Wording(zh: "UTF-8 误按 GBK 读取", en: "UTF-8 read as GBK")
    }
    if throughLatin.isRestored {
      return Wording(zh: "UTF-8 误按西文编码读取", en: "UTF-8 read in a Western encoding")
    }
    // Letters with accents side by side are Latin too, but no hanzi of everyday use.
    if isLatin, pairs >= 2, usualHanzi * 2 > pairs {
      return Wording(zh: "GBK 误按西文编码读取", en: "GBK read in a Western encoding")
    }
    return nil
  }
}
