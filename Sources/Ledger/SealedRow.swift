internal import Files
internal import Vocabulary

/// One row of the ledger as bytes: what is bound to an insertion and what its seal is taken over.
///
/// Values are put in the order of the table's columns. A column without a value adds no bytes, so a
/// column added by a later migration changes no seal. Each value is the column's number, a kind
/// (1 integer, 2 real, 3 text, 4 blob), and the value: integers as zigzag LEB128, reals as eight
/// bytes of IEEE 754, lowest first, texts and blobs with their length before them.
struct SealedRow {
  enum Kind: UInt8 { case integer = 1, real, text, blob }

  /// A value: its column, and where it lies in `bytes`.
  struct Cell {
    let column: Int32
    let kind: Kind
    let start: Int
    let count: Int
    /// The integer, or the bits of the real.
    let number: Int64
  }

  private(set) var bytes: [UInt8] = []
  private(set) var cells: [Cell] = []
  private var column: Int32 = 0

  /// Forgets the values but keeps the buffers.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    column = 0
  }

  /// Leaves the next column without a value.
  mutating func skip() { column += 1 }

  mutating func put(_ value: Int64?) {
    guard let value else { return skip() }
    open(.integer)
    append(number: UInt64(bitPattern: value << 1 ^ value >> 63))
    close(.integer, start: bytes.count, number: value)
  }

  mutating func put(real value: Double?) {
    // SQLite keeps no negative zero and takes NaN for no value.
    guard let value, !value.isNaN else { return skip() }
    let bits = (value + 0).bitPattern
    open(.real)
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    close(.real, start: bytes.count, number: Int64(bitPattern: bits))
  }

  mutating func put(_ value: String?) {
    guard let value else { return skip() }
    put(.text, value.utf8.count, value.utf8)
  }

  mutating func put(text: some Collection<UInt8>) { put(.text, text.count, text) }

  mutating func put(blob: some Collection<UInt8>) { put(.blob, blob.count, blob) }

  private mutating func put(_ kind: Kind, _ count: Int, _ value: some Collection<UInt8>) {
    open(kind)
    append(number: UInt64(count))
    let start = bytes.count
    bytes.append(contentsOf: value)
    close(kind, start: start, number: 0)
  }

  private mutating func open(_ kind: Kind) {
    append(number: UInt64(column))
    bytes.append(kind.rawValue)
  }

  private mutating func close(_ kind: Kind, start: Int, number: Int64) {
    cells.append(
      Cell(column: column, kind: kind, start: start, count: bytes.count - start, number: number))
    column += 1
  }

  private mutating func append(number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// A SHA-256 over any number of rows in their order, taken in blocks.
///
/// Each block but the first begins with the digest of the one before it; the first with the table's
/// name. A row that was edited, deleted, added or moved gives another digest.
struct SealChain {
  private static let blockSize = 1 << 16

  private var block: [UInt8]
  private(set) var rowCount = 0

  init(_ table: SealedTable) { block = Array(table.rawValue.utf8) }

  mutating func append(_ row: [UInt8]) {
    block.append(contentsOf: row)
    rowCount += 1
    if block.count >= SealChain.blockSize {
      let digest = SHA256Digest.hex(of: block)
      block.removeAll(keepingCapacity: true)
      block.append(contentsOf: digest.utf8)
    }
  }

  /// 64 hexadecimal digits.
  var digest: String { SHA256Digest.hex(of: block) }

  /// The row of `seal` that keeps this chain's end: run, table, number of rows, digest.
  func row(of run: Int64, _ table: SealedTable) -> SealedRow {
    var row = SealedRow()
    row.put(run)
    row.put(table.rawValue)
    row.put(Int64(rowCount))
    row.put(digest)
    return row
  }
}
