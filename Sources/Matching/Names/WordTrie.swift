/// Words of UTF-16 units with a value each, found at a place of a text by walking along it.
///
/// Open addressing over (node, unit): a step costs one look-up and allocates nothing. With
/// `isBackward` words are found by their ends.
struct WordTrie: Sendable {
  private let isBackward: Bool
  /// Node and unit of a step above the node it leads to, 24 bits each; 0 is an empty slot.
  private var slots: [UInt64] = Array(repeating: 0, count: 256)
  private var steps = 0
  /// By node, of which 0 is the start; `none` where no word ends.
  private var values: [Int32] = [WordTrie.none]
  /// One bit for each unit that a word begins with: most places of a text are no word's.
  private var firstUnits: [UInt64] = Array(repeating: 0, count: 1024)

  private static let none = Int32.min

  init(isBackward: Bool = false) { self.isBackward = isBackward }

  /// A trie of words that stand for numbers; blanks separate the words of one number.
  init(isBackward: Bool = false, _ meanings: [(Int32, String)]) {
    self.init(isBackward: isBackward)
    for (value, words) in meanings {
      for word in words.split(separator: " ") { insert(Array(word.utf16), value) }
    }
  }

  /// Adds a word, at least one unit long; of equal words the first keeps its value.
  mutating func insert(_ word: [UInt16], _ value: Int32) {
    var node = 0
    let walked = isBackward ? word.reversed() : word
    guard let first = walked.first else { return }
    firstUnits[Int(first >> 6)] |= 1 << UInt64(first & 63)
    for unit in walked {
      if let next = step(from: node, unit) {
        node = next
        continue
      }
      values.append(WordTrie.none)
      add(node, unit, values.count - 1)
      node = values.count - 1
    }
    if values[node] == WordTrie.none { values[node] = value }
  }

  /// The value of a whole word.
  func value(of word: ArraySlice<UInt16>) -> Int32? {
    var result: Int32?
    forEachWord(in: word, at: isBackward ? word.endIndex : word.startIndex) { count, value in
      if count == word.count { result = value }
    }
    return result
  }

  /// Gives every word that begins at `place`, or ends before it if backward, the shortest first.
  @inline(__always)
  func forEachWord(
    in units: ArraySlice<UInt16>, at place: Int, _ body: (_ count: Int, _ value: Int32) -> Void
  ) {
    var node = 0
    var place = place
    var count = 0
    while isBackward ? place > units.startIndex : place < units.endIndex {
      let unit = units[isBackward ? place - 1 : place]
      if count == 0, firstUnits[Int(unit >> 6)] & (1 << UInt64(unit & 63)) == 0 { return }
      guard let next = step(from: node, unit) else { return }
      node = next
      count += 1
      place += isBackward ? -1 : 1
      if values[node] != WordTrie.none { body(count, values[node]) }
    }
  }

  /// The longest word at `place`; `nil` if none is there.
  func longest(
    in units: ArraySlice<UInt16>, at place: Int
  ) -> (count: Int, value: Int32)? {
    var found: (count: Int, value: Int32)?
    forEachWord(in: units, at: place) { found = ($0, $1) }
    return found
  }

  /// The first place where a word begins, with the longest word there; linear for short words.
  func first(
    in units: ArraySlice<UInt16>
  ) -> (place: Int, count: Int, value: Int32)? {
    for place in units.indices {
      if let found = longest(in: units, at: place) { return (place, found.count, found.value) }
    }
    return nil
  }

  @inline(__always)
  private func step(from node: Int, _ unit: UInt16) -> Int? {
    let key = UInt64(node) << 16 | UInt64(unit)
    let mask = slots.count - 1
    var slot = WordTrie.place(of: key) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 24 == key { return Int(slots[slot] & 0xFF_FFFF) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func add(_ node: Int, _ unit: UInt16, _ next: Int) {
    steps += 1
    if steps * 2 > slots.count { grow() }
    put((UInt64(node) << 16 | UInt64(unit)) << 24 | UInt64(next))
  }

  private mutating func put(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = WordTrie.place(of: entry >> 24) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for entry in old where entry != 0 { put(entry) }
  }

  @inline(__always)
  private static func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }
}
