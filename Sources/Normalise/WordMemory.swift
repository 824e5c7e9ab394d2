/// What the cells of columns with few different words were last read as, so that a word costs its
/// grammar once and not in every row.
///
/// Each column has its slots, found by a hash of the whole cell; a newer cell takes the slot of an
/// older one. A cell is recognised by all its bytes, so that what is remembered is what would be
/// read. Cells above 32 bytes are not remembered.
struct WordMemory: Sendable {
  /// The bytes of a cell of 1 to 32 bytes, packed so that of two cells of one length no two are equal.
  struct Key {
    fileprivate var first: UInt64 = 0
    fileprivate var second: UInt64 = 0
    fileprivate var third: UInt64 = 0
    fileprivate var last: UInt64 = 0
    fileprivate let length: UInt32

    /// `nil` for a cell that is empty or too long.
    init?(_ cell: Span<UInt8>) {
      let count = cell.count
      guard count > 0, count <= 32 else { return nil }
      length = UInt32(truncatingIfNeeded: count)
      let bytes = unsafe cell.bytes
      if count >= 8 {
        first = word(bytes, at: 0)
        if count > 16 { second = word(bytes, at: 8) }
        if count > 24 { third = word(bytes, at: 16) }
        last = word(bytes, at: count - 8)
      } else {
        for offset in 0..<count { first = first << 8 | UInt64(cell[offset]) }
      }
    }

    /// Below the number of slots of a column.
    fileprivate var slot: Int {
      let mixed =
        (first ^ second &* 0x9e37_79b9_7f4a_7c15 ^ third &* 0xc2b2_ae3d_27d4_eb4f)
        &* 0x9fb2_1c65_1e98_df25 ^ last &* 0xd6e8_feb8_6659_fd93 ^ UInt64(length)
      return Int(truncatingIfNeeded: (mixed &* 0x2545_f491_4f6c_dd1d) >> 55)
    }
  }

  private struct Entry: Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var last: UInt64 = 0
    /// Of the cell; 0 in a slot not used yet.
    var length: UInt32 = 0
    var value: UInt32 = 0
  }

  /// What is remembered of a cell that says nothing.
  static let missing = UInt32.max

  private static let slotsPerColumn = 512
  private var entries: [Entry]

  /// A memory of that many columns.
  init(columns: Int) {
    entries = Array(repeating: Entry(), count: columns * WordMemory.slotsPerColumn)
  }

  /// What that cell of that column was read as; `nil` if nobody remembers.
  func value(of key: Key, column: Int) -> UInt32? {
    let entry = entries[column * WordMemory.slotsPerColumn + key.slot]
    guard entry.length == key.length, entry.first == key.first, entry.last == key.last,
      entry.second == key.second, entry.third == key.third
    else { return nil }
    return entry.value
  }

  mutating func remember(_ value: UInt32, of key: Key, column: Int) {
    entries[column * WordMemory.slotsPerColumn + key.slot] = Entry(
      first: key.first, second: key.second, third: key.third, last: key.last,
      length: key.length, value: value)
  }
}

/// Eight bytes as one number; `offset + 8` must not exceed the span.
func word(_ bytes: RawSpan, at offset: Int) -> UInt64 {
  unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
}
