package import Vocabulary

/// The receiver's answer to one package: how much was accepted, and what is wrong with the rest.
package struct Receipt: Sendable, Hashable {
  /// The receiver's verdict; raw values are those of the file.
  package enum Status: String, Sendable, CaseIterable {
    case accepted
    case acceptedWithWarnings = "accepted_with_warnings"
    case rejected
    /// The receiver had the same package before.
    case duplicate
    /// The receiver has another package of this revision: the next one must have a higher number.
    case conflict
  }

  /// How many rows of a table were submitted, and what became of them.
  package struct Count: Sendable, Hashable {
    package let table: String
    package let submitted: Int
    package let accepted: Int
    package let rejected: Int
  }

  /// What the receiver says of one row.
  package struct Issue: Sendable, Hashable {
    /// The receiver's own code.
    package let code: String
    package let table: String
    /// Data row of our table, counted from 1, the header not counted.
    package let row: Int
    package let field: String?
    package let reason: String
    /// Where the receipt says so, counted from 1.
    package let line: Int
  }

  /// The receiver's signature, kept as it is and not checked.
  package struct Signature: Sendable, Hashable {
    package let algorithm: String
    package let value: String
  }

  /// The path of the receipt, for messages.
  package let file: String
  package let number: String
  /// SHA-256 of the ZIP that is answered.
  package let packageHash: String
  package let key: String
  package let status: Status
  /// As the receiver wrote it: `2026-10-10T09:12:00+08:00`.
  package let receivedAt: String
  package let counts: [Count]
  package let issues: [Issue]
  package let signature: Signature?
}

/// What a package is known by when its receipt comes in.
package struct SentPackage: Sendable {
  /// SHA-256 of the ZIP.
  package let zipHash: String
  package let key: String
  /// As they were sent.
  package let tables: [SubmittedTable]

  /// A package that was sent.
  package init(zipHash: String, key: String, tables: [SubmittedTable]) {
    self.zipHash = zipHash
    self.key = key
    self.tables = tables
  }
}

/// One thing that the receiver wants corrected.
package struct Correction: Sendable, Hashable {
  /// The lead that the row belongs to; `nil` where the table has no leads.
  package let leadID: LeadID?
  package let table: String
  /// Data row, counted from 1.
  package let row: Int
  /// The row's primary key, its cells with `;` between them.
  package let key: String
  package let field: String?
  /// What was sent in that field.
  package let value: String?
  package let code: String
  package let reason: String
}
