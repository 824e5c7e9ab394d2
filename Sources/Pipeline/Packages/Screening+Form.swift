internal import Files
internal import Ledger
package import Reports
package import Submission
package import Vocabulary
internal import Workspace

/// What a form is asked to be.
package struct FormRequest: Sendable {
  package var quarter: Quarter
  /// The mapping's file.
  package var mapping: String
  /// The folder of reports, where that is not Reports.
  package var reports: String?
  /// Whether the form is written although something is missing.
  package var isDraft = false
  package var isDryRun = false

  package init(quarter: Quarter, mapping: String) {
    self.quarter = quarter
    self.mapping = mapping
  }
}

/// What came of it.
package struct FormOutcome: Sendable {
  package let mapped: MappedTable
  /// What is missing, as problems of the mapping's file.
  package let problems: [Problem]
  /// The form, unless something is missing and no draft was asked for, or nothing was to be written.
  package var form: OutputFile?
  /// The list of what is missing, where something is.
  package var list: OutputFile?
  /// An earlier form of that name that was kept aside.
  package var notices: [Problem] = []
}

extension Screening {
  /// Fills somebody's own form with the leads of a quarter's latest run, and lists what is missing.
  ///
  /// The form comes to lie in Reports/packages, as does the list. What lies there under its name and
  /// says otherwise is kept aside: people fill in what the program does not know. Fails as `writeReport`
  /// does, and with 78 for a mapping that is not valid.
  package func fillForm(
    _ request: FormRequest, times: inout StageTimes
  ) throws(Failure) -> FormOutcome {
    let shown = workspace.shown(request.mapping)
    let mapping = try ColumnMapping(
      try RegularFile.read(request.mapping, shown: shown, limit: 256 * 1024), file: shown,
      known: DataFile.leads.columns)
    let ledger = try openLedger()
    let lock = try lock(waitSeconds: 10)
    defer { withExtendedLifetime(lock) {} }
    let report = try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.lastRun(of: request.quarter) else {
        throw Failure(.missingInput, .noSuchRun, value: request.quarter.description)
      }
      return try self.recorded(run, in: contents, &times).report
    }
    let mapped = mapping.mapped(try QuarterTables(report: report).leads())
    var outcome = FormOutcome(mapped: mapped, problems: mapped.problems(file: shown))
    guard !request.isDryRun else { return outcome }
    let shelf = shelf(request.reports, .inHouse)
    let isComplete = outcome.problems.isEmpty
    let stem = "form-\(home)-\(request.quarter)-\(mapping.name)"
    if !isComplete {
      let list = PeopleCSV(mapped.lacksTable).bytes
      outcome.list = try shelf.put(list, named: stem + "-missing.csv", &outcome.notices)
    }
    if isComplete || request.isDraft {
      let name = "\(stem)\(isComplete ? "" : "-draft").\(mapping.output)"
      let bytes = try formBytes(mapping, mapped, of: report, shelf)
      outcome.form = try shelf.put(bytes, named: name, &outcome.notices)
    }
    return outcome
  }

  private func formBytes(
    _ mapping: ColumnMapping, _ mapped: MappedTable, of report: QuarterReport,
    _ shelf: PackageShelf
  ) throws(Failure) -> [UInt8] {
    guard mapping.output == .xlsx else { return PeopleCSV(mapped.table).bytes }
    let columns = mapped.table.titles.enumerated().map { place, title in
      FormWorkbook.Column(title, isNumber: mapped.numbers.contains(place))
    }
    let workbook = FormWorkbook(
      mapping.name, columns: columns,
      footer: "&L\(report.quarter.chinese)&C\(report.audience.banner)&R第 &P 页　共 &N 页",
      day: report.asOf)
    return try shelf.written { (path) throws(Failure) in
      try workbook.write(mapped.table.rows, to: path, shown: "\(shelf.shown)/\(mapping.name)")
    }
  }
}
