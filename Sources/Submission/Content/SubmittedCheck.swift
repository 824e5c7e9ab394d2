/// The result of one check that a table's schema cannot express.
package struct SubmittedCheck: Sendable, Hashable {
  package let id: String
  package let title: String
  package let hasPassed: Bool
  /// How many rows or values were looked at.
  package let count: Int
  /// The two sides, or what was found.
  package let detail: String

  /// A result; `id` stands once in a package.
  package init(id: String, title: String, hasPassed: Bool, count: Int, detail: String) {
    self.id = id
    self.title = title
    self.hasPassed = hasPassed
    self.count = count
    self.detail = detail
  }
}
