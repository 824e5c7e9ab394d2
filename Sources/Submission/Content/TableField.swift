/// A column of a submitted table: what its cells may be.
package struct TableField: Sendable, Hashable {
  /// The types of Data Package that are used; raw values are those of the standard.
  package enum Kind: String, Sendable, CaseIterable {
    case text = "string"
    /// Plain decimal digits with an optional minus.
    case integer
    /// The same with an optional point and decimals: `-3000.00`.
    case number
    /// `2026-07-03`.
    case date
  }

  package let name: String
  /// What officials call the column.
  package let title: String
  package let kind: Kind
  /// Whether a cell may not be empty.
  package let isRequired: Bool
  /// Whether no two cells that are not empty may be equal.
  package let isUnique: Bool
  /// The words a cell may be; any if `nil`.
  package let allowed: [String]?
  /// In the form of a cell; inclusive; not for texts.
  package let minimum: String?
  package let maximum: String?

  /// A column; without constraints unless they are given.
  package init(
    _ name: String, title: String, kind: Kind = .text, isRequired: Bool = false,
    isUnique: Bool = false, allowed: [String]? = nil, minimum: String? = nil,
    maximum: String? = nil
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.isRequired = isRequired
    self.isUnique = isUnique
    self.allowed = allowed
    self.minimum = minimum
    self.maximum = maximum
  }
}
