/// The id of an interned text; equal texts of one pool have equal ids.
package struct TextID: Hashable, Comparable, Sendable {
  package let number: UInt32

  /// The text's place in its pool, from 1; 0 is the missing text.
  package init(number: UInt32) { self.number = number }

  /// The empty text: a missing value.
  package static let missing = TextID(number: 0)

  @inlinable package var isMissing: Bool { number == 0 }

  /// In the order of first appearance.
  package static func < (left: TextID, right: TextID) -> Bool { left.number < right.number }
}

/// Every distinct text of a run, once: everything after intake compares 32-bit ids.
///
/// UTF-8 bytes in one buffer. Memory grows with distinct texts, not with records. Interning costs
/// one hash of the bytes; ids count up in the order of first appearance.
package struct TextPool: Sendable {
  /// The bytes of all texts, one after the other, and room for more.
  package private(set) var storage: [UInt8] = []
  /// Where each text ends in `storage`; text `n` starts where text `n - 1` ends.
  @usableFromInline package private(set) var ends: [Int] = [0]
  /// Open addressing: a text's hash above its number, or 0 for an empty slot.
  ///
  /// Always a power of two. The hash tells most other texts from this one without a look at their
  /// bytes, which lie far away.
  private var slots: [UInt64]

  /// A pool of no text but the missing one.
  package init() { slots = Array(repeating: 0, count: 1024) }

  /// How many distinct texts there are, the missing one included.
  package var count: Int { ends.count }

  /// Forgets all texts but keeps the buffers.
  mutating func removeAll() {
    storage.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
    for slot in slots.indices { slots[slot] = 0 }
  }

  /// The id of that text, new or known; `missing` for no bytes.
  package mutating func intern(_ bytes: Span<UInt8>) -> TextID {
    guard !bytes.isEmpty else { return .missing }
    return intern(bytes, hash: TextHash.of(bytes))
  }

  /// The id of that text, new or known; texts are equal if their bytes are.
  package mutating func intern(_ text: String) -> TextID {
    let bytes = Array(text.utf8)
    return intern(bytes.span)
  }

  /// Finds for each text the one that most likely equals it.
  ///
  /// In short loops that do one thing each, so that a processor asks for the places of all texts
  /// before it waits for the first.
  func lookUp(_ pending: inout PendingTexts, in bytes: Span<UInt8>) {
    let count = pending.count
    let mask = slots.count - 1
    for index in 0..<count {
      pending.texts[index].hash = TextHash.of(bytes.extracting(pending.texts[index].range))
    }
    for index in 0..<count {
      pending.texts[index].entry = slots[Int(pending.texts[index].hash) & mask]
    }
    for index in 0..<count where pending.texts[index].isLikely {
      let number = pending.texts[index].number
      pending.texts[index].place = ends[number - 1]..<ends[number]
    }
    for index in 0..<count where pending.texts[index].isLikely {
      pending.texts[index].firstByte = storage[pending.texts[index].place.lowerBound]
    }
  }

  /// The id of a text that was looked up, new or known.
  mutating func intern(_ text: PendingTexts.Text, in bytes: Span<UInt8>) -> TextID {
    let typed = bytes.extracting(text.range)
    if text.isLikely, text.place.count == text.range.count, text.firstByte == typed[0],
      TextHash.areEqual(typed, storage.span.extracting(text.place))
    {
      return TextID(number: UInt32(truncatingIfNeeded: text.number))
    }
    return intern(typed, hash: text.hash)
  }

  /// Where the text's bytes lie in `storage`.
  @inlinable
  package func range(of id: TextID) -> Range<Int> {
    id.isMissing ? 0..<0 : ends[Int(id.number) - 1]..<ends[Int(id.number)]
  }

  /// The text's UTF-8 bytes.
  package func bytes(of id: TextID) -> ArraySlice<UInt8> { storage[range(of: id)] }

  /// Brings the first bytes of up to 32 texts near, for who is about to read them one by one.
  ///
  /// In short loops that do one thing each, so that a processor asks for the places of all texts
  /// before it waits for the first. Gives the sum of these bytes, so that no look is left out.
  @discardableResult
  @inline(never)
  package func bringNear(_ texts: ArraySlice<TextID>) -> Int {
    var places = InlineArray<32, Int>(repeating: 0)
    var count = 0
    for text in texts.prefix(32) where !text.isMissing {
      places[count] = ends[Int(text.number) - 1]
      count += 1
    }
    var sum = 0
    for place in 0..<count { sum &+= Int(storage[places[place]]) }
    return sum
  }

  /// A number that only depends on the text's bytes, the same in every run; 0 for `missing`.
  package func hash(of id: TextID) -> UInt64 {
    id.isMissing ? 0 : TextHash.of(storage.span.extracting(range(of: id)))
  }

  /// The text; empty for `missing`.
  package func string(_ id: TextID) -> String {
    String(decoding: storage[range(of: id)], as: UTF8.self)
  }

  private mutating func intern(_ bytes: Span<UInt8>, hash: UInt64) -> TextID {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry >> 32 == hash, holds(Int(entry & 0xFFFF_FFFF), bytes) {
        return TextID(number: UInt32(truncatingIfNeeded: entry))
      }
      slot = (slot + 1) & mask
    }
    let number = UInt32(ends.count)
    let start = ends[ends.count - 1]
    let end = start + bytes.count
    if end > storage.count { makeRoom(for: end) }
    unsafe storage.withUnsafeMutableBytes { room in
      unsafe TextHash.copy(bytes, to: UnsafeMutableRawBufferPointer(rebasing: room[start..<end]))
    }
    ends.append(end)
    slots[slot] = hash << 32 | UInt64(number)
    // Five eighths full: four slots are looked at for a new text.
    if ends.count * 8 > slots.count * 5 { grow() }
    return TextID(number: number)
  }

  private func holds(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = ends[number - 1]
    let end = ends[number]
    guard end - start == bytes.count else { return false }
    return TextHash.areEqual(bytes, storage.span.extracting(start..<end))
  }

  private mutating func makeRoom(for end: Int) {
    let larger = max(end, storage.count * 2, 4096)
    storage.reserveCapacity(larger)
    storage.append(contentsOf: repeatElement(0, count: larger - storage.count))
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [UInt64](repeating: 0, count: mask + 1)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}
