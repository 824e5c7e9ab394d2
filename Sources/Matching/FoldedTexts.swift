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

  init(_ texts: TextPool) { numberOfText = Array(repeating: 0, count: texts.count) }

  /// By row, the number of the field's key; -1 for a missing text.
  mutating func numbers(of field: TextField, in table: RecordTable) -> [Int32] {
    let column = table.column(field)
    guard !column.isEmpty else { return Array(repeating: -1, count: table.count) }
    if numbers.count == 0 { reserve(table.texts.distinctCount(column)) }
    var result: [Int32] = []
    result.reserveCapacity(column.count)
    var new = NewTexts()
    for first in stride(from: 0, to: column.count, by: 32) {
      let few = column[first..<min(first + 32, column.count)]
      fold(few, table.texts, &new)
      for text in few { result.append(known(text)) }
    }
    return result
  }

  private mutating func reserve(_ count: Int) {
    numbers = NumberedHashes(count: count)
    // More than most need: what is not written takes no memory.
    storage.reserveCapacity(count * 40)
    ends.reserveCapacity(count + 1)
    isSerial.reserveCapacity(count)
  }

  /// Texts that were folded and are about to be numbered.
  private struct NewTexts {
    var texts: [TextID] = []
    /// The keys behind one another, and where each ends.
    var keys: [UInt8] = []
    var ends: [Int] = []
    var hashes: [UInt64] = []
    /// The key in hand.
    var key: [UInt8] = []

    mutating func removeAll() {
      texts.removeAll(keepingCapacity: true)
      keys.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      hashes.removeAll(keepingCapacity: true)
    }

    mutating func add(_ text: TextID, in pool: TextPool) {
      setDocumentKey(of: pool.storage.span.extracting(pool.range(of: text)), in: &key)
      texts.append(text)
      keys += key
      ends.append(keys.count)
      hashes.append(FoldedTexts.hash(key.span))
    }
  }

  /// Folds those of up to 32 texts that are new, then numbers them: where they are looked for lies far
  /// away, and is asked for at once.
  private mutating func fold(
    _ few: ArraySlice<TextID>, _ texts: TextPool, _ new: inout NewTexts
  ) {
    new.removeAll()
    for text in few where !text.isMissing && numberOfText[Int(text.number)] == 0 {
      new.add(text, in: texts)
    }
    numbers.bringNear(new.hashes[...])
    var start = 0
    for (place, text) in new.texts.enumerated() {
      numberOfText[Int(text.number)] = add(new.keys[start..<new.ends[place]], new.hashes[place]) + 1
      start = new.ends[place]
    }
  }

  /// Forgets which texts were asked for: nobody asks for a text any more, only for keys.
  mutating func forgetTexts() { numberOfText = [] }

  /// The hash of a number's key.
  func hash(_ number: Int32) -> UInt64 { numbers.hash(number) }

  /// The number of a key that a text was given; `nil` for an unknown one.
  func number(ofKey key: [UInt8]) -> Int32? {
    number(of: key.span, hash: FoldedTexts.hash(key.span))
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

  /// Whether one key is the other's head (忻州市生态环境局, 忻州市生态环境局原平分局).
  func agreesAtStart(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (range(of: left), range(of: right))
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    return short.count >= 6 && storage[long.prefix(short.count)].elementsEqual(storage[short])
  }

  private func range(of number: Int32) -> Range<Int> { ends[Int(number)]..<ends[Int(number) + 1] }

  private mutating func add(_ key: ArraySlice<UInt8>, _ hash: UInt64) -> Int32 {
    if let known = number(of: key.span, hash: hash) { return known }
    storage += key
    ends.append(storage.count)
    isSerial.append(isSerialNumber(key))
    return numbers.add(hash)
  }

  private func number(of key: Span<UInt8>, hash: UInt64) -> Int32? {
    numbers.number(of: hash) { areEqual(key, storage.span.extracting(range(of: $0))) }
  }

  private static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0
    for place in key.indices { hash = TextPolynomial.appending(UInt16(key[place]), to: hash) }
    return TextPolynomial.finished(hash)
  }
}
