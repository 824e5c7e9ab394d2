/// Texts that lie in one buffer, until they are interned together.
///
/// Where a text is kept can be anywhere in memory; together the places of all texts are asked for
/// before the first is waited for.
package struct PendingTexts: Sendable {
  /// One text, and what looking for it has shown so far.
  struct Text: Sendable {
    let field: TextField
    let range: Range<Int>
    var hash: UInt64 = 0
    /// The pool's entry where the text should be: the hash of a text above its number.
    var entry: UInt64 = 0
    /// Where that text lies in the pool, and how it begins.
    var place = 0..<0
    var firstByte: UInt8 = 0

    var number: Int { Int(entry & 0xFFFF_FFFF) }
    /// Whether the text found there has the same hash.
    var isLikely: Bool { entry >> 32 == hash && entry != 0 }
  }

  /// Room that is used again; `count` says how much of it.
  var texts: [Text] = []
  /// How many texts there are.
  package private(set) var count = 0

  /// No texts.
  package init() {}

  /// Adds the text of a field, which must not be empty, by where it lies in the buffer.
  package mutating func add(_ field: TextField, _ range: Range<Int>) {
    let text = Text(field: field, range: range)
    if count < texts.count { texts[count] = text } else { texts.append(text) }
    count += 1
  }

  /// Forgets the texts but keeps the room.
  mutating func removeAll() { count = 0 }
}

extension RecordTable {
  /// Puts texts of a row's buffer into the row, in the order in which they were added, and forgets
  /// them; a code does not take the place of one that is there.
  package mutating func set(
    _ row: Int, _ pending: inout PendingTexts, in bytes: Span<UInt8>
  ) {
    guard pending.count > 0 else { return }
    texts.lookUp(&pending, in: bytes)
    for index in 0..<pending.count {
      let text = pending.texts[index]
      let id = texts.intern(text, in: bytes)
      if case .creditCode = text.field, !self.text(.creditCode, row).isMissing { continue }
      set(text.field, row, id)
    }
    pending.removeAll()
  }
}
