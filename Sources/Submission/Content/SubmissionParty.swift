/// Who submits a package or receives it.
package struct SubmissionParty: Sendable, Hashable {
  /// Six digits of GB/T 2260.
  package let code: String
  package let name: String

  /// A party with its division's code and its name.
  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
