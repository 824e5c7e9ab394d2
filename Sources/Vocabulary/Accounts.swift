/// What became of one input file: how it was understood, and the balance of its records.
///
/// For every file, `records == opened + merged + repeats + rejected`.
package struct IntakeAccount: Sendable, Hashable {
  /// Path relative to the workspace.
  package var path: String
  /// SHA-256 of the bytes that were read: 64 lower-case hexadecimal digits.
  package var sha256: String
  package var bytes: Int
  /// The encoding as messages name it, `UTF-8` or `GB18030`.
  package var encoding: String
  package var delimiter: String
  /// The mark that encloses fields, `"` or `'`; empty if marks are text.
  package var quote: String
  package var lineEnding: String
  /// The name of the source profile the file was read by.
  package var profile: String
  package var kind: SourceKind
  /// Whether the file holds earlier cases rather than a part of the quarter's drop.
  package var isHistory: Bool
  /// Data records, rejected ones included.
  package var records: Int
  package var opened: Int
  package var merged: Int
  package var repeats: Int
  package var rejected: Int
  /// Records kept with something about them to look at; counted among the others.
  package var flagged: Int
  /// Records of decisions that were withdrawn later; counted among the others.
  package var withdrawn: Int
  /// The columns as understood, in the file's order: `title=field`.
  package var columns: [String]
  /// Titles of the columns that answer to no field, in the file's order.
  package var unmapped: [String]
  /// The byte order mark and the header as the file has them, so that its rejected rows can be
  /// written in its own form.
  package var header: [UInt8]
  /// Records in which empty columns missing at the row's end were filled in; counted among the others.
  package var repaired: Int
  /// All lines and bytes of the file by kinds of rows.
  package var balance: RowBalance
  /// Why the encoding and the delimiter were taken, in Chinese, one sentence each.
  package var reasons: [String]

  /// The account of a file that was understood, its balance still to be counted.
  package init(
    path: String, sha256: String, bytes: Int, encoding: String, delimiter: String,
    quote: String = "\"", lineEnding: String, profile: String, kind: SourceKind, isHistory: Bool,
    records: Int = 0,
    opened: Int = 0, merged: Int = 0, repeats: Int = 0, rejected: Int = 0, flagged: Int = 0,
    withdrawn: Int = 0, columns: [String] = [], unmapped: [String] = [],
    header: [UInt8] = [], repaired: Int = 0, balance: RowBalance = RowBalance(),
    reasons: [String] = []
  ) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.lineEnding = lineEnding
    self.profile = profile
    self.kind = kind
    self.isHistory = isHistory
    self.records = records
    self.opened = opened
    self.merged = merged
    self.repeats = repeats
    self.rejected = rejected
    self.flagged = flagged
    self.withdrawn = withdrawn
    self.columns = columns
    self.unmapped = unmapped
    self.header = header
    self.repaired = repaired
    self.balance = balance
    self.reasons = reasons
  }

  /// Whether every data record of the file is accounted for, and where its rows were counted by
  /// kinds, every byte, with no fewer lines than rows; a byte order mark is on no line of its own.
  package var isBalanced: Bool {
    guard records == opened + merged + repeats + rejected else { return false }
    guard balance != RowBalance() else { return true }
    return balance.bytes == bytes && balance[.record].rows == records
      && RowKind.allCases.allSatisfy { $0 == .mark || balance[$0].lines >= balance[$0].rows }
  }
}

/// What became of one data record of a file: one row of records.csv.
package struct RecordAccount: Sendable, Hashable {
  /// The file's place among the run's intake accounts, from 0.
  package var file: Int32
  /// The data record in its file, counted from 1, rejected ones included.
  package var record: Int32
  /// The physical line where the record starts, counted from 1.
  package var line: Int32
  package var status: RecordStatus
  /// The ledger's id of the source record: its own, or for a repeat the one taken in before.
  ///
  /// `nil` for a rejected record.
  package var sourceRecord: Int64?
  /// Why it was rejected or flagged; empty for a record without problems.
  package var reasons: [ProblemCode]

  /// The account of one data record.
  package init(
    file: Int32, record: Int32, line: Int32, status: RecordStatus, sourceRecord: Int64? = nil,
    reasons: [ProblemCode] = []
  ) {
    self.file = file
    self.record = record
    self.line = line
    self.status = status
    self.sourceRecord = sourceRecord
    self.reasons = reasons
  }
}

/// A data record that could not be taken in: one row of rejects.csv.
package struct RejectedRecord: Sendable, Hashable {
  /// The file's place among the run's intake accounts, from 0.
  package var file: Int32
  /// What is wrong and where; its `record` and `line` are those of the row.
  package var problem: Problem
  /// The row as text, for display.
  package var raw: String
  /// The row's bytes as they stand in the file, line end excluded, to be mended and dropped again.
  package var verbatim: [UInt8]

  /// A record set aside for its problem.
  package init(file: Int32, problem: Problem, raw: String, verbatim: [UInt8] = []) {
    self.file = file
    self.problem = problem
    self.raw = raw
    self.verbatim = verbatim
  }
}
