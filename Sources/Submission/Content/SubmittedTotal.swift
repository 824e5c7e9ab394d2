/// A named number of a package, with the way to count it again from the tables.
package struct SubmittedTotal: Sendable, Hashable {
  /// What is counted of the rows.
  package enum Measure: Sendable, Hashable {
    case rows
    /// Different values of a column, empty cells left out.
    case distinct(String)
    /// The sum of a column, empty cells left out: of whole numbers, or of yuan with two decimals.
    case sum(String)
  }

  /// The rows of a table that are counted.
  package struct Basis: Sendable, Hashable {
    package let table: String
    package let measure: Measure
    /// All must hold.
    package let conditions: [Condition]

    /// `measure` over the rows of a table for which the conditions hold.
    package init(table: String, measure: Measure = .rows, conditions: [Condition] = []) {
      self.table = table
      self.measure = measure
      self.conditions = conditions
    }
  }

  /// That a cell is one of some words; the empty word is an empty cell.
  package struct Condition: Sendable, Hashable {
    package let field: String
    package let words: [String]

    /// The cell of `field` is one of `words`.
    package init(field: String, words: [String]) {
      self.field = field
      self.words = words
    }
  }

  package let name: String
  /// A whole number, or an amount in yuan with two decimals; `nil` is unknown.
  package let value: String?
  /// `nil` where the tables of the package do not hold what was counted.
  package let basis: Basis?

  /// A total as it is said, and how it is counted.
  package init(_ name: String, value: String?, basis: Basis?) {
    self.name = name
    self.value = value
    self.basis = basis
  }
}
