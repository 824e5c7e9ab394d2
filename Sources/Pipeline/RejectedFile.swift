internal import Vocabulary

/// Rejected rows in their file's own form and encoding with its header, ready to be mended and
/// dropped again; those that came back mended are not among them.
struct RejectedFile {
  /// The path below the quarter's folder of reports.
  let name: String
  let bytes: [UInt8]

  /// One for each file of the accounts that has rejected rows.
  static func all(of accounts: DropAccounts) -> [RejectedFile] {
    var mended: [Int32: Set<Int>] = [:]
    for record in accounts.records where record.reasons.contains(.mendedElsewhere) {
      mended[record.file, default: []].insert(Int(record.record))
    }
    var rows: [Int32: [[UInt8]]] = [:]
    for reject in accounts.rejects where reject.file >= 0 && !reject.verbatim.isEmpty {
      if let record = reject.problem.record, mended[reject.file]?.contains(record) == true {
        continue
      }
      rows[reject.file, default: []].append(reject.verbatim)
    }
    return rows.keys.sorted().map { number in
      let account = accounts.files[Int(number)]
      let name = account.path.split(separator: "/").last.map(String.init) ?? account.path
      return RejectedFile(
        name: "data/rejects/\(account.isHistory ? "history/" : "")\(name)",
        bytes: account.header + (rows[number] ?? []).joined())
    }
  }
}
