/// The fields of one row as UTF-8 bytes, in one buffer that is used again for the next row.
///
/// Field `n` is `bytes[range(of: n)]`. Filled by Intake (decoded, unquoted), read by Normalise.
package struct RowFields: Sendable {
  /// The fields in their order; between them may lie bytes that belong to none.
  package private(set) var bytes: [UInt8] = []
  /// Where each field begins and ends, two places a field; those beyond `count` fields are old.
  private var bounds = [Int](repeating: 0, count: 64)
  /// How many fields have ended.
  package private(set) var count = 0
  /// Where the field under way begins.
  private var start = 0

  /// A row without fields.
  package init() {}

  /// Forgets the fields but keeps the buffers.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
    start = 0
  }

  /// Adds a byte to the field under way.
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds bytes to the field under way.
  package mutating func append(_ more: Span<UInt8>) {
    unsafe more.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Ends the field under way.
  package mutating func endField() {
    if 2 * count + 2 > bounds.count { grow() }
    bounds[2 * count] = start
    bounds[2 * count + 1] = bytes.count
    count += 1
    start = bytes.count
  }

  private mutating func grow() { bounds += [Int](repeating: 0, count: bounds.count) }

  /// Takes a line that holds no quotes in place of all fields: split at every `delimiter`, without the
  /// spaces and tabs at the ends of fields.
  ///
  /// Whether the line has at most `limit` fields; those beyond are left out. Costs one pass, eight
  /// bytes at a time.
  package mutating func split(_ line: Span<UInt8>, at delimiter: UInt8, limit: Int) -> Bool {
    removeAll()
    append(line)
    return splitBytes(at: delimiter, limit: limit)
  }

  /// The same for a line that is handed over: its buffer becomes the row's, and the row's the caller's.
  package mutating func split(
    exchanging line: inout [UInt8], at delimiter: UInt8, limit: Int
  ) -> Bool {
    removeAll()
    swap(&bytes, &line)
    return splitBytes(at: delimiter, limit: limit)
  }

  private mutating func splitBytes(at delimiter: UInt8, limit: Int) -> Bool {
    let line = bytes
    var splitting = Splitting(delimiter: delimiter)
    while true {
      let isWhole = splitting.run(line.span, &bounds)
      if isWhole || splitting.count >= limit { break }
      grow()
    }
    guard splitting.count < limit else {
      count = limit
      return false
    }
    splitting.endField(at: line.count, line.span, &bounds)
    count = splitting.count
    return true
  }

  /// Whether no field holds anything.
  package var isBlank: Bool {
    for field in 0..<count where bounds[2 * field] < bounds[2 * field + 1] { return false }
    return true
  }

  /// Where the field lies in `bytes`; empty for a field the row does not have.
  package func range(of field: Int) -> Range<Int> {
    guard field >= 0, field < count else { return bytes.count..<bytes.count }
    return bounds[2 * field]..<bounds[2 * field + 1]
  }

  /// The field as text, for messages.
  package func string(_ field: Int) -> String {
    String(decoding: bytes[range(of: field)], as: UTF8.self)
  }
}

/// The splitting of a line at its delimiters, which can be taken up again when there is more room.
private struct Splitting {
  private let pattern: UInt64
  private let delimiter: UInt8
  private var offset = 0
  private var start = 0
  private(set) var count = 0

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    pattern = UInt64(delimiter) &* 0x0101_0101_0101_0101
  }

  /// Goes on to the end of the line, or until `bounds` has no room for another eight fields and the
  /// last; whether the end was reached.
  mutating func run(_ line: Span<UInt8>, _ bounds: inout [Int]) -> Bool {
    let words = unsafe line.bytes
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let room = bounds.count / 2 - 9
    var places = bounds.mutableSpan
    while offset + 8 <= line.count {
      guard count <= room else { return false }
      let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ pattern
      // The high bit of every byte that is zero, and of no other.
      var hits = ~((word & low) &+ low | word | low)
      while hits != 0 {
        endField(at: offset + hits.trailingZeroBitCount >> 3, line, &places)
        hits &= hits &- 1
      }
      offset += 8
    }
    guard count <= room else { return false }
    while offset < line.count {
      if line[offset] == delimiter { endField(at: offset, line, &places) }
      offset += 1
    }
    return true
  }

  mutating func endField(at end: Int, _ line: Span<UInt8>, _ bounds: inout [Int]) {
    var places = bounds.mutableSpan
    endField(at: end, line, &places)
  }

  @inline(__always)
  private mutating func endField(
    at end: Int, _ line: Span<UInt8>, _ places: inout MutableSpan<Int>
  ) {
    var first = start
    var last = end
    // Hardly any field has blanks at its ends.
    if first < last, min(line[first], line[last - 1]) <= 0x20 {
      while first < last, Splitting.isBlank(line[first]) { first += 1 }
      while first < last, Splitting.isBlank(line[last - 1]) { last -= 1 }
    }
    places[2 * count] = first
    places[2 * count + 1] = last
    count += 1
    start = end + 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
