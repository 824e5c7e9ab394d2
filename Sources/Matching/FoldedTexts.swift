internal import Normalise
internal import Vocabulary

/// Texts under a key that folds their spellings; each distinct text is folded once.
///
/// Keys lie in one buffer: a million numbers cost no allocation each but the folding's own.
struct FoldedTexts {
  /// By number of a text, its key's number plus one; 0 where it was not asked for.
  private var numberOfText: [Int32]
  private var storage: [UInt8] = []
  private var ends: [Int] = [0]
  private var numbers = NumberedHashes()
  /// By number, whether the key only counts the rows of a list.
  private var isSerial: [Bool] = []
  /// The key in hand.
  private var key: [UInt8] = []

  init(_ texts: TextPool) { numberOfText = Array(repeating: 0, count: texts.count) }

  /// The number of the text's key, -1 for a missing text.
  mutating func number(of text: TextID, in texts: TextPool) -> Int32 {
    guard !text.isMissing else { return -1 }
    let known = numberOfText[Int(text.number)]
    if known != 0 { return known - 1 }
    setDocumentKey(of: texts.storage.span.extracting(texts.range(of: text)), in: &key)
    let number = add()
    numberOfText[Int(text.number)] = number + 1
    return number
  }

  /// By row, the number of the field's key.
  mutating func numbers(of field: TextField, in table: RecordTable) -> [Int32] {
    let column = table.column(field)
    guard !column.isEmpty else { return Array(repeating: -1, count: table.count) }
    if numbers.count == 0 {
      numbers = NumberedHashes(count: FoldedTexts.distinctCount(column, of: table.texts.count))
    }
    return column.map { number(of: $0, in: table.texts) }
  }

  /// How many different texts of so many a column has.
  private static func distinctCount(_ column: [TextID], of texts: Int) -> Int {
    var seen = [UInt64](repeating: 0, count: texts / 64 + 1)
    for text in column { seen[Int(text.number >> 6)] |= 1 << UInt64(text.number & 63) }
    return seen.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// The hash of a number's key.
  func hash(_ number: Int32) -> UInt64 { numbers.hash(number) }

  /// The number of a key that a text was given; `nil` for an unknown one.
  func number(ofKey key: [UInt8]) -> Int32? {
    number(of: key, hash: FoldedTexts.hash(key))
  }

  /// The number of a text that was asked for before; -1 for another.
  func known(_ text: TextID) -> Int32 {
    text.isMissing ? -1 : numberOfText[Int(text.number)] - 1
  }

  /// How many bytes the key has: the more, the more it says.
  func length(_ number: Int32) -> Int { range(of: number).count }

  /// Whether the key only counts the rows of a list.
  func isSerial(_ number: Int32) -> Bool { isSerial[Int(number)] }

  /// Whether the ends of two keys agree: one is the other's tail (原平分局, 忻州市生态环境局原平分局).
  func agreesAtEnd(_ left: Int32, _ right: Int32) -> Bool {
    guard left != right else { return true }
    let (one, other) = (range(of: left), range(of: right))
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    return short.count >= 6
      ? storage[long.suffix(short.count)].elementsEqual(storage[short]) : false
  }

  private func range(of number: Int32) -> Range<Int> { ends[Int(number)]..<ends[Int(number) + 1] }

  private mutating func add() -> Int32 {
    let hash = FoldedTexts.hash(key)
    if let known = number(of: key, hash: hash) { return known }
    storage += key
    ends.append(storage.count)
    isSerial.append(isSerialNumber(key))
    return numbers.add(hash)
  }

  private func number(of key: [UInt8], hash: UInt64) -> Int32? {
    numbers.number(of: hash) { areEqual(key.span, storage.span.extracting(range(of: $0))) }
  }

  private static func hash(_ key: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0
    for byte in key { hash = TextPolynomial.appending(UInt16(byte), to: hash) }
    return TextPolynomial.finished(hash)
  }
}
