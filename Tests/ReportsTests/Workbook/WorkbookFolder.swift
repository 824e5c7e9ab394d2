import Foundation

@testable import Reports

/// A folder of its own for the workbook of a test, removed with it.
final class WorkbookFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the workbook is written to.
  var workbook: String { path + "/ledger.xlsx" }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
  }

  /// The report's workbook, written and read again.
  func workbook(
    _ report: QuarterReport, limits: LedgerWorkbook.Limits = LedgerWorkbook.Limits()
  ) throws -> ReadWorkbook {
    try LedgerWorkbook.write(report, to: workbook, shown: "ledger.xlsx", limits: limits)
    return try ReadWorkbook(path: workbook)
  }
}
