/// The fields of one row as UTF-8 bytes, in one buffer that is used again for the next row.
///
/// Field `n` is `bytes[range(of: n)]`. Filled by Intake (decoded, unquoted, untrimmed), read by
/// Normalise.
package struct RowFields: Sendable {
  /// The fields one after the other, the one under way last.
  package private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// A row without fields.
  package init() {}

  /// How many fields have ended.
  package var count: Int { ends.count }

  /// Forgets the fields but keeps the buffer.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds a byte to the field under way.
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds bytes to the field under way.
  package mutating func append(_ more: Span<UInt8>) {
    unsafe more.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Ends the field under way.
  package mutating func endField() { ends.append(bytes.count) }

  /// Where the field lies in `bytes`; empty for a field the row does not have.
  package func range(of field: Int) -> Range<Int> {
    guard ends.indices.contains(field) else { return bytes.count..<bytes.count }
    return (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  /// The field as text, for messages.
  package func string(_ field: Int) -> String {
    String(decoding: bytes[range(of: field)], as: UTF8.self)
  }
}

/// How the values of one column are read: what a profile says of it once its title was found.
package struct ColumnReading: Sendable, Hashable {
  /// The column's place in the row, from 0.
  package let index: Int
  /// The title as the file has it.
  package let title: String
  package let field: Field
  /// Whether a record without a readable value here is rejected.
  package let isRequired: Bool
  /// Fen per unit of an amount column: 100 for 元, 1,000,000 for 万元.
  package let fenPerUnit: Int64
  /// Words of this column beyond the built-in lists, and the canonical word each stands for
  /// (`true`, `false`, `unknown`, or a case's `name`); compared after trimming.
  package let words: [String: String]

  /// A reading by the built-in word lists, in yuan and not required unless said otherwise.
  package init(
    index: Int, title: String, field: Field, isRequired: Bool = false, fenPerUnit: Int64 = 100,
    words: [String: String] = [:]
  ) {
    self.index = index
    self.title = title
    self.field = field
    self.isRequired = isRequired
    self.fenPerUnit = fenPerUnit
    self.words = words
  }
}
