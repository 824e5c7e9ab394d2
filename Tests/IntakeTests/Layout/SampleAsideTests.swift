import Foundation
import Testing
import Vocabulary

@testable import Intake

@Suite("The sample's records")
struct SampleAsideTests {
  private static let inputs = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../Inputs").standardizedFileURL

  /// The sample's files with commas, as rows of fields; quoted fields may hold line breaks.
  private static func tables() throws -> [[[String]]] {
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    let folders = ["2026Q2", "2026Q3", "history"].map { inputs.appending(path: $0) }
    return try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .sorted { $0.path < $1.path }
        .compactMap { file in
          let bytes = try Data(contentsOf: file)
          guard
            let text = String(data: bytes, encoding: .utf8)
              ?? String(data: bytes, encoding: gb18030)
          else { return nil }
          let rows = rows(of: text)
          return rows.first.map(\.count).map { $0 > 3 } == true ? rows : nil
        }
    }
  }

  private static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars where scalar.value != 0xFEFF && scalar != "\r" {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted, "\n" where !isQuoted:
        row.append(String(field))
        field = String.UnicodeScalarView()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      default: field.append(scalar)
      }
    }
    return rows
  }

  @Test("every row is one, by whichever profile or none it is read")
  func none() throws {
    let library = builtIn
    let tables = try Self.tables()
    #expect(tables.count >= 8)
    for rows in tables {
      let layout = TableLayout.finding(
        in: Array(rows.prefix(60)), usualWidth: rows[0].count, profiles: library)
      #expect(layout.kinds.last == .header)
      let fit = try ProfileFit.choosing(
        from: library, titles: layout.titles, shown: "x.csv", line: 1)
      let columns = fit.entries.enumerated().compactMap { index, entry in
        entry.map { ColumnReading(index: index, title: layout.titles[index], field: $0.field) }
      }
      for aside in [AsideRows(layout, columns: columns), AsideRows(layout, columns: [])] {
        for row in rows.dropFirst(layout.kinds.count) {
          var fields = RowFields()
          for field in row {
            fields.append(Array(field.utf8).span)
            fields.endField()
          }
          #expect(aside.kind(of: fields) == nil, "\(row)")
        }
        var header = RowFields()
        for field in rows[layout.kinds.count - 1] {
          header.append(Array(field.utf8).span)
          header.endField()
        }
        #expect(aside.kind(of: header) == .repeatedHeader)
      }
    }
  }
}
