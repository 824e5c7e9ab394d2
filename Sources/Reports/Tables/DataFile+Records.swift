internal import Vocabulary

/// The files about the drop's records.
extension DataFile {
  /// One row for every data record of every file of the drop, rejected ones too.
  static func records(_ report: QuarterReport) -> CSVTable {
    var table = CSVTable(
      columns: DataFile.records.columns, rows: report.records.count, bytesPerRow: 96)
    for entry in report.records {
      let account = entry.account
      table.text(path(account.file, report))
      table.number(Int(account.record))
      table.number(Int(account.line))
      table.text(account.status.rawValue)
      table.field(entry.lead) { $0.append($1) }
      table.field(entry.obligor) { $0.append($1) }
      if account.reasons.isEmpty {
        table.empty()
      } else {
        table.texts(account.reasons.lazy.map(\.rawValue))
      }
      table.endRow()
    }
    return table
  }

  static func rejects(_ report: QuarterReport) -> CSVTable {
    var table = CSVTable(
      columns: DataFile.rejects.columns, rows: report.rejects.count, bytesPerRow: 256)
    let mended = mendedRecords(report)
    for rejected in report.rejects {
      let problem = rejected.problem
      let isMended = mended[rejected.file]?.contains(problem.record ?? 0) ?? false
      table.text(path(of: rejected, report))
      table.number(problem.record)
      table.number(problem.line)
      table.text(problem.code.rawValue)
      table.text(problem.column ?? "")
      table.text(problem.value ?? "")
      table.text(hint(for: problem, isMended: isMended))
      table.text(rejected.raw)
      table.endRow()
    }
    return table
  }

  /// Rows that are no records: titles, notes, headers again, sums.
  ///
  /// Kinds that need no reason have no code.
  static func setAside(_ report: QuarterReport) -> CSVTable {
    var table = CSVTable(
      columns: DataFile.setAside.columns, rows: report.aside.count, bytesPerRow: 128)
    for row in report.aside {
      table.text(path(of: row, report))
      table.number(Int(row.line))
      table.text(row.kind.rawValue)
      table.text(row.kind.asideCode?.rawValue ?? "")
      table.text(row.text)
      table.endRow()
    }
    return table
  }

  /// The file of a row set aside, of the drop or of earlier cases.
  static func path(of row: AsideRow, _ report: QuarterReport) -> String {
    let place = Int(row.file) - report.files.count
    return report.history.indices.contains(place)
      ? report.history[place].path : path(row.file, report)
  }

  /// What is wrong in particular, if more than the code says, and what to do about it: nothing where
  /// the record came back mended.
  static func hint(for problem: Problem, isMended: Bool) -> String {
    let remedy = (isMended ? .mendedElsewhere : problem.code).remedy.zh
    return problem.detail.map { "\($0.zh)；\(remedy)" } ?? remedy
  }

  /// The numbers of rejected records that came back mended, by file.
  static func mendedRecords(_ report: QuarterReport) -> [Int32: Set<Int>] {
    var mended: [Int32: Set<Int>] = [:]
    for record in report.records where record.account.reasons.contains(.mendedElsewhere) {
      mended[record.account.file, default: []].insert(Int(record.account.record))
    }
    return mended
  }

  /// The file of a rejected row; earlier cases and files that were passed over are in no file of the
  /// drop and are named by their problem.
  static func path(of rejected: RejectedRecord, _ report: QuarterReport) -> String {
    report.files.indices.contains(Int(rejected.file))
      ? path(rejected.file, report) : rejected.problem.file ?? ""
  }

  /// The path of the drop's file of that number; empty for a number that names none.
  static func path(_ file: Int32, _ report: QuarterReport) -> String {
    report.files.indices.contains(Int(file)) ? report.files[Int(file)].path : ""
  }
}
