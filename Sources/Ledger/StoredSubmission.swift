package import Vocabulary

/// A package that was made to be sent, as the ledger holds it.
package struct StoredSubmission: Sendable, Hashable {
  /// What a package is known by: who sends it, for which quarter, to whom, and which revision.
  package let submitter: DivisionCode
  package let quarter: Quarter
  package let audience: String
  package let revision: Int
  /// `original`, `revision` or `zero`; the last two have a reason.
  package let kind: String
  package let reason: String?
  package let asOf: Day
  package let key: String
  /// SHA-256 of the ZIP.
  package let sha256: String

  /// A package of those values; nothing is checked.
  package init(
    submitter: DivisionCode, quarter: Quarter, audience: String, revision: Int, kind: String,
    reason: String?, asOf: Day, key: String, sha256: String
  ) {
    self.submitter = submitter
    self.quarter = quarter
    self.audience = audience
    self.revision = revision
    self.kind = kind
    self.reason = reason
    self.asOf = asOf
    self.key = key
    self.sha256 = sha256
  }
}

/// A receiver's answer to a package, as the ledger holds it.
package struct StoredReceipt: Sendable, Hashable {
  /// Of the package that is answered, counted from 1.
  package let submission: Int64
  /// The receiver's number, verdict and time, as they stand in the answer.
  package let number: String
  package let status: String
  package let receivedAt: String
  /// SHA-256 of the answer.
  package let sha256: String
  /// The answer as it came.
  package let content: [UInt8]
  /// How much is to be corrected.
  package let toCorrect: Int
  /// The list of it as it was written; `nil` for nothing.
  package let corrections: [UInt8]?

  /// An answer of those values; nothing is checked.
  package init(
    submission: Int64, number: String, status: String, receivedAt: String, sha256: String,
    content: [UInt8], toCorrect: Int, corrections: [UInt8]?
  ) {
    self.submission = submission
    self.number = number
    self.status = status
    self.receivedAt = receivedAt
    self.sha256 = sha256
    self.content = content
    self.toCorrect = toCorrect
    self.corrections = corrections
  }
}
