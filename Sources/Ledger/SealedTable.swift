internal import Vocabulary

/// The tables whose rows are sealed by the run that appended them, in the order they are checked.
enum SealedTable: String, CaseIterable {
  case sourceFile, lead, obligor, sourceRecord, joining, merging
  case intakeFile, intakeColumn, dropRecord, reject, review, assessment
  case rowExtent, asideRow
  case moving, replay
  case refusal, weighing, blocking, masking

  /// Whether the rows stay for ever; those of a detail go when the quarter is run again.
  var isPermanent: Bool {
    switch self {
    case .sourceFile, .lead, .obligor, .sourceRecord, .joining, .merging, .moving, .replay,
      .refusal:
      true
    case .intakeFile, .intakeColumn, .dropRecord, .reject, .review, .assessment: false
    case .rowExtent, .asideRow, .weighing, .blocking, .masking: false
    }
  }

  /// Whether each row carries its own seal in the column `seal`, so that a broken one is named.
  var sealsRows: Bool { self == .sourceRecord }

  /// The table's columns in their stored order, `id` and `run` first, the seal left out.
  ///
  /// Read from the database, so that the numbers in a seal never change: a migration can only add
  /// columns at the end.
  func columns(on connection: LedgerConnection) throws(Failure) -> [String] {
    try SealedTable.columns(of: rawValue, without: "seal", on: connection)
  }

  /// The columns of `run`, but its digest.
  static func runColumns(on connection: LedgerConnection) throws(Failure) -> [String] {
    try columns(of: "run", without: "digest", on: connection)
  }

  static func columns(
    of table: String, without excluded: String, on connection: LedgerConnection
  ) throws(Failure) -> [String] {
    var query = try connection.query(
      "SELECT name FROM pragma_table_info(?) ORDER BY cid", [.text(table)])
    var names: [String] = []
    while try query.step() {
      let name = query.text()
      if name != excluded { names.append(name) }
    }
    return names
  }
}
