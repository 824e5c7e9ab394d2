internal import Matching
internal import Normalise
internal import Vocabulary

/// Which rejected rows have come back mended, as records of another file of the drop.
///
/// A row is replaced only by a record of its own key: the kind of source and the record's number; of
/// a penalty decision, whose document may name several parties, its number and the party; of an
/// emergency, which is reported more than once under one number, its number and the day of the
/// report. Where rows and records of one key do not pair off, nothing is taken for replaced.
struct MendedRows {
  /// What names a record among those of its kind.
  struct Key: Hashable {
    let kind: SourceKind
    /// Folded by `documentKey`.
    let number: [UInt8]
    /// The party folded by `nameKey`, or the day of the report; empty for the other kinds.
    let beside: [UInt8]

    /// The key of a number and what stands beside it; `nil` for one that names no record.
    init?(_ kind: SourceKind, number: String, party: String, report: Day?) {
      let bytes = Array(number.utf8)
      let folded = documentKey(bytes.span)
      guard !folded.isEmpty, !isSerialNumber(folded) else { return nil }
      self.kind = kind
      self.number = folded
      switch kind {
      case .penalty:
        let name = Array(party.utf8)
        beside = nameKey(name.span)
        if beside.isEmpty { return nil }
      case .emergency: beside = report.map { Array($0.description.utf8) } ?? []
      default: beside = []
      }
    }

    /// The key of a row of a table.
    init?(_ table: RecordTable, _ row: Int) {
      let kind = table.source[row]
      self.init(
        kind, number: table.string(kind == .penalty ? .documentNumber : .recordNumber, row),
        party: kind == .penalty ? table.string(.partyName, row) : "",
        report: kind == .emergency ? table.day(.discovery, row) : nil)
    }
  }

  /// A row that was rejected.
  struct Rejected {
    let file: Int
    /// The keys it may have, for each of the records it may hold: all must have come back.
    let keys: [[Key]]
  }

  /// A record that was taken in.
  struct Accepted {
    let file: Int
    let key: Key
    /// Its name in messages: `Inputs/2026Q3/督察.csv#12`.
    let name: String
  }

  /// By rejected row, the name of the record that replaces it, the first of several.
  let replacement: [String?]

  /// Pairs rejected rows with records; linear in both.
  init(_ rejected: [Rejected], accepted: [Accepted]) {
    var rows: [Key: Int] = [:]
    for row in rejected {
      for key in Set(row.keys.joined()) { rows[key, default: 0] += 1 }
    }
    var records: [Key: [Accepted]] = [:]
    for record in accepted where rows[record.key] != nil {
      records[record.key, default: []].append(record)
    }
    replacement = rejected.map { row in
      let found = row.keys.map { keys in
        keys.lazy.compactMap { key -> Accepted? in
          let others = records[key, default: []].filter { $0.file != row.file }
          return others.count == rows[key] ? others.first : nil
        }.first
      }
      return found.allSatisfy { $0 != nil } ? found.first??.name : nil
    }
  }
}
