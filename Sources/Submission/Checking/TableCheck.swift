internal import Vocabulary

/// Checks the rows of a table against its schema and reads them.
struct TableCheck {
  let table: SubmittedTable
  let path: String
  /// Physical line of each row, counted from 1.
  let lines: [Int]
  let findings: [PackageFinding]

  /// Reads the file of a resource; `nil` with the findings if it cannot be read as that table.
  static func read(
    _ resource: DescribedPackage.Resource, _ bytes: [UInt8], _ findings: inout [PackageFinding]
  ) -> TableCheck? {
    do throws(ExactCSVReading.Fault) {
      let rows = try ExactCSVReading.rows(bytes)
      let names = resource.table.fields.map(\.name)
      let header = rows.first?.cells ?? []
      guard header.elementsEqual(names, by: { $0.utf8.elementsEqual($1.utf8) }) else {
        findings.append(
          PackageFinding(
            .wrongHeader, path: resource.path, line: 1, value: header.joined(separator: ","),
            detail: Wording(verbatim: names.joined(separator: ","))))
        return nil
      }
      return TableCheck(resource, Array(rows.dropFirst()))
    } catch {
      findings.append(
        PackageFinding(.badTable, path: resource.path, line: error.line, detail: error.reason))
      return nil
    }
  }

  private init(_ resource: DescribedPackage.Resource, _ rows: [ExactCSVReading.Row]) {
    let described = resource.table
    table = SubmittedTable(
      described.name, title: described.title, fields: described.fields,
      primaryKey: described.primaryKey, foreignKeys: described.foreignKeys,
      rows: rows.map { $0.cells.map { $0.isEmpty ? nil : $0 } })
    path = resource.path
    lines = rows.map(\.line)
    var found = RowFindings(path: resource.path)
    for (place, field) in described.fields.enumerated() {
      var check = FieldCheck(field)
      for (row, line) in zip(table.rows, lines) { check.run(row[place], line: line, &found) }
    }
    KeyCheck.checkPrimaryKey(of: table, lines: lines, &found)
    findings = found.all
  }
}

/// Checks the cells of one column.
private struct FieldCheck {
  private let field: TableField
  private let allowed: Set<[UInt8]>?
  private let minimum: CellValue?
  private let maximum: CellValue?
  private var seen: Set<[UInt8]> = []

  init(_ field: TableField) {
    self.field = field
    allowed = field.allowed.map { Set($0.map { Array($0.utf8) }) }
    minimum = field.minimum.flatMap { CellValue($0, field.kind) }
    maximum = field.maximum.flatMap { CellValue($0, field.kind) }
  }

  mutating func run(_ cell: String?, line: Int, _ found: inout RowFindings) {
    guard let cell else {
      if field.isRequired { found.add(.missingValue, line: line, field: field.name, value: nil) }
      return
    }
    if let allowed, !allowed.contains(Array(cell.utf8)) {
      found.add(.unknownWord, line: line, field: field.name, value: cell)
    }
    if field.isUnique, !seen.insert(Array(cell.utf8)).inserted {
      found.add(.repeatedValue, line: line, field: field.name, value: cell)
    }
    guard field.kind != .text else { return }
    guard let value = CellValue(cell, field.kind) else {
      found.add(
        .wrongType, line: line, field: field.name, value: cell,
        detail: Wording(verbatim: field.kind.rawValue))
      return
    }
    let isBelow = minimum.map { value < $0 } ?? false
    let isAbove = maximum.map { $0 < value } ?? false
    if isBelow || isAbove {
      let range = "\(field.minimum ?? "") .. \(field.maximum ?? "")"
      found.add(
        .outOfRange, line: line, field: field.name, value: cell, detail: Wording(verbatim: range))
    }
  }
}
