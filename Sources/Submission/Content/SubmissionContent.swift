package import Vocabulary

/// Everything a submission package is made of.
package struct SubmissionContent: Sendable {
  /// A file that goes along as it is: `data/documents/NAME`.
  package struct Document: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]

    /// A document; the name has no folders.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package let submitter: SubmissionParty
  package let receiver: SubmissionParty
  package let period: Quarter
  /// Counted from 1.
  package let revision: Int
  package let kind: SubmissionKind
  /// The public word of who may see it: `internal`, `share` or `public`.
  package let audience: String
  /// The day that stands for every date in the package; no clock is read.
  package let asOf: Day
  package let tables: [SubmittedTable]
  package let totals: [SubmittedTotal]
  package let checks: [SubmittedCheck]
  package let documents: [Document]

  /// Content as it will be written; `PackageBuilder` says what of it does not hold.
  package init(
    submitter: SubmissionParty, receiver: SubmissionParty, period: Quarter, revision: Int,
    kind: SubmissionKind, audience: String, asOf: Day, tables: [SubmittedTable],
    totals: [SubmittedTotal], checks: [SubmittedCheck], documents: [Document] = []
  ) {
    self.submitter = submitter
    self.receiver = receiver
    self.period = period
    self.revision = revision
    self.kind = kind
    self.audience = audience
    self.asOf = asOf
    self.tables = tables
    self.totals = totals
    self.checks = checks
    self.documents = documents
  }

  /// `140900-2026Q3-r1`.
  package var identifier: String { "\(submitter.code)-\(period)-r\(revision)" }

  /// `XZ-140900-2026Q3-r1`: the package's folder, and its ZIP without the ending.
  package var name: String { "XZ-\(identifier)" }
}
