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
