/// The id of an interned text; equal texts of one pool have equal ids.
package struct TextID: Hashable, Comparable, Sendable {
  package let number: UInt32

  /// The text's place in its pool, from 1; 0 is the missing text.
  package init(number: UInt32) { self.number = number }

  /// The empty text: a missing value.
  package static let missing = TextID(number: 0)

  package var isMissing: Bool { number == 0 }

  /// In the order of first appearance.
  package static func < (left: TextID, right: TextID) -> Bool { left.number < right.number }
}

/// Every distinct text of a run, once: everything after intake compares 32-bit ids.
///
/// UTF-8 bytes in one buffer. Memory grows with distinct texts, not with records. Interning costs
/// one hash of the bytes; ids count up in the order of first appearance.
package struct TextPool: Sendable {
  /// The bytes of all texts, one after the other.
  package private(set) var storage: [UInt8] = []
  /// Where each text ends in `storage`; text `n` starts where text `n - 1` ends.
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = [0]
  /// Open addressing: a text's number, or 0 for an empty slot.
  ///
  /// Always a power of two.
  private var slots: [UInt32]

  /// A pool of no text but the missing one.
  package init() { slots = Array(repeating: 0, count: 1024) }

  /// How many distinct texts there are, the missing one included.
  package var count: Int { ends.count }

  /// The id of that text, new or known; `missing` for no bytes.
  package mutating func intern(_ bytes: Span<UInt8>) -> TextID {
    guard !bytes.isEmpty else { return .missing }
    let hash = TextPool.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, holds(candidate, bytes) {
        return TextID(number: UInt32(candidate))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(ends.count)
    unsafe bytes.withUnsafeBufferPointer { unsafe storage.append(contentsOf: $0) }
    ends.append(storage.count)
    hashes.append(hash)
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return TextID(number: number)
  }

  /// The id of that text, new or known; texts are equal if their bytes are.
  package mutating func intern(_ text: String) -> TextID {
    let bytes = Array(text.utf8)
    return intern(bytes.span)
  }

  /// Where the text's bytes lie in `storage`.
  package func range(of id: TextID) -> Range<Int> {
    id.isMissing ? 0..<0 : ends[Int(id.number) - 1]..<ends[Int(id.number)]
  }

  /// The text's UTF-8 bytes.
  package func bytes(of id: TextID) -> ArraySlice<UInt8> { storage[range(of: id)] }

  /// The text; empty for `missing`.
  package func string(_ id: TextID) -> String {
    String(decoding: storage[range(of: id)], as: UTF8.self)
  }

  private func holds(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = ends[number - 1]
    guard ends[number] - start == bytes.count else { return false }
    let held = storage.span.extracting(start..<ends[number])
    return TextPool.areEqual(bytes, held)
  }

  private mutating func grow() {
    let size = slots.count * 2
    var larger = [UInt32](repeating: 0, count: size)
    for number in 1..<ends.count {
      var slot = Int(hashes[number]) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = UInt32(number)
    }
    slots = larger
  }

  /// FNV-1a over eight bytes at a time, finished by an avalanche; fixed, so that nothing differs
  /// between runs.
  private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    let raw = unsafe bytes.bytes
    var offset = 0
    while offset + 8 <= raw.byteCount {
      hash = (hash ^ word(raw, at: offset)) &* 0x100_0000_01b3
      hash ^= hash >> 29
      offset += 8
    }
    while offset < raw.byteCount {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01b3
      offset += 1
    }
    hash ^= hash >> 32
    hash = hash &* 0x9e37_79b9_7f4a_7c15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let (one, other) = unsafe (left.bytes, right.bytes)
    var offset = 0
    while offset + 8 <= one.byteCount {
      guard word(one, at: offset) == word(other, at: offset) else { return false }
      offset += 8
    }
    while offset < one.byteCount {
      guard left[offset] == right[offset] else { return false }
      offset += 1
    }
    return true
  }

  /// Eight bytes as one number; `offset + 8` must not exceed the span.
  private static func word(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
