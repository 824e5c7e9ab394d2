internal import Normalise
internal import Vocabulary

/// Texts under a key that folds their spellings; each distinct text is folded once.
struct FoldedTexts {
  private var byText: [TextID: Int32] = [:]
  private var byKey: [[UInt8]: Int32] = [:]
  private var keys: [[UInt8]] = []

  /// The number of the text's key, counted up in the order of asking; -1 for a missing text.
  mutating func number(of text: TextID, in texts: TextPool) -> Int32 {
    guard !text.isMissing else { return -1 }
    if let known = byText[text] { return known }
    let bytes = Array(texts.bytes(of: text))
    let key = documentKey(bytes.span)
    let number = byKey[key] ?? Int32(keys.count)
    if byKey[key] == nil {
      byKey[key] = number
      keys.append(key)
    }
    byText[text] = number
    return number
  }

  /// The number of a key that a text was given; `nil` for an unknown one.
  func number(ofKey key: [UInt8]) -> Int32? { byKey[key] }

  /// The number of a text that was asked for before; -1 for another.
  func known(_ text: TextID) -> Int32 { byText[text] ?? -1 }

  /// How many bytes the key has: the more, the more it says.
  func length(_ number: Int32) -> Int { keys[Int(number)].count }

  /// Whether the key only counts the rows of a list.
  func isSerial(_ number: Int32) -> Bool { isSerialNumber(keys[Int(number)]) }

  /// Whether the ends of two keys agree: one is the other's tail (原平分局, 忻州市生态环境局原平分局).
  func agreesAtEnd(_ left: Int32, _ right: Int32) -> Bool {
    guard left != right else { return true }
    let (one, other) = (keys[Int(left)], keys[Int(right)])
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    return short.count >= 6 ? long.suffix(short.count).elementsEqual(short) : false
  }
}
