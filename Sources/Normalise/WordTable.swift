/// Words and what each stands for, found by the folded text of a cell or of a part of it.
///
/// Open addressing over scalars: a look-up allocates nothing and compares no `String`. Of words that
/// fold to one text the first stays.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let start: Int
    let count: Int
    let hash: UInt32
    var value: Value
  }

  private var scalars: [UInt32] = []
  private var entries: [Entry] = []
  /// An entry's number plus one, or 0 for an empty slot; always a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 64)

  init() {}

  /// The table of those words; spaces separate the words that stand for one value.
  init(_ meanings: [(Value, String)]) {
    for (value, words) in meanings {
      for word in words.split(separator: " ") { insert(FoldedCell(String(word)), value) }
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func insert(_ word: FoldedCell, _ value: Value) {
    update(word) { $0 = $0 ?? value }
  }

  /// Changes what the word stands for; `nil` is a word not yet in the table and adds nothing.
  mutating func update(_ word: FoldedCell, _ change: (inout Value?) -> Void) {
    guard !word.isEmpty, !word.overflows else { return }
    let hash = WordTable.hash(word, 0..<word.count)
    let slot = slot(of: word, 0..<word.count, hash)
    if slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      var value: Value? = entries[number].value
      change(&value)
      if let value { entries[number].value = value }
      return
    }
    var value: Value?
    change(&value)
    guard let value else { return }
    let start = scalars.count
    for index in 0..<word.count { scalars.append(word[index]) }
    entries.append(Entry(start: start, count: word.count, hash: hash, value: value))
    slots[slot] = Int32(entries.count)
    if entries.count * 2 > slots.count { grow() }
  }

  /// What the whole cell stands for.
  subscript(cell: FoldedCell) -> Value? { cell.overflows ? nil : self[cell, 0..<cell.count] }

  /// What that part of the cell stands for.
  subscript(cell: FoldedCell, range: Range<Int>) -> Value? {
    guard !range.isEmpty, !entries.isEmpty else { return nil }
    let number = slots[slot(of: cell, range, WordTable.hash(cell, range))]
    return number == 0 ? nil : entries[Int(number) - 1].value
  }

  /// The slot of that word, or the empty one where it would go.
  private func slot(of cell: FoldedCell, _ range: Range<Int>, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0, !holds(entries[Int(slots[slot]) - 1], cell, range, hash) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func holds(
    _ entry: Entry, _ cell: FoldedCell, _ range: Range<Int>, _ hash: UInt32
  ) -> Bool {
    guard entry.hash == hash, entry.count == range.count else { return false }
    for offset in 0..<entry.count
    where scalars[entry.start + offset] != cell[range.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  private static func hash(_ cell: FoldedCell, _ range: Range<Int>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(cell[index])) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
