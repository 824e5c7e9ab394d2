package import Vocabulary

/// What was understood of one file, for people to look at before a run.
package struct FileReport: Sendable, Hashable {
  /// One column as it was understood.
  package struct Column: Sendable, Hashable {
    /// As the file has it.
    package let title: String
    /// What it holds; `nil` if nothing reads it.
    package let field: Field?
    package let isRequired: Bool
    /// Fen per unit of an amount column.
    package let fenPerUnit: Int64
    /// The first three different values; none where they would name a person.
    package let samples: [String]
  }

  package let shown: String
  package let sha256: String
  package let byteCount: Int
  package let lineCount: Int
  package let encoding: TextEncoding
  package let delimiter: Delimiter
  package let lineEnding: LineEnding
  /// The physical line of the header.
  package let headerLine: Int
  /// The profile that fits; `nil` if none was found, and `columns` then have no fields.
  package let profile: SourceProfile?
  /// In the file's order.
  package let columns: [Column]
  package let counts: RowCounts
  /// The first rows of broken structure, in the file's order; `counts` has how many there are.
  package let problems: [Problem]

  /// Reads a file through once.
  package init(of file: SourceFile, problemLimit: Int = 100) {
    self.init(file.table, profile: file.profile, readings: file.columns, problemLimit: problemLimit)
  }

  /// Reads a table through once whose profile could not be found.
  package init(of table: TextTable, problemLimit: Int = 100) {
    self.init(table, profile: nil, readings: [], problemLimit: problemLimit)
  }

  private init(
    _ table: TextTable, profile: SourceProfile?, readings: [ColumnReading], problemLimit: Int
  ) {
    var samples = [[[UInt8]]](repeating: [], count: table.titles.count)
    var problems: [Problem] = []
    let readingByIndex = table.titles.indices.map { index in
      readings.first { $0.index == index }
    }
    let isShown = table.titles.indices.map { index in
      !FileReport.mayNameAPerson(readingByIndex[index]?.field, title: table.titles[index])
    }
    counts = table.rows { row, _, problem in
      if let problem {
        if problems.count < problemLimit { problems.append(problem) }
        return
      }
      for column in samples.indices where samples[column].count < 3 && isShown[column] {
        let value = row.bytes[row.trimmedRange(of: column)]
        guard !value.isEmpty, !samples[column].contains(where: { $0.elementsEqual(value) }) else {
          continue
        }
        samples[column].append(Array(value))
      }
    }
    self.problems = problems
    self.profile = profile
    shown = table.shown
    sha256 = table.sha256
    byteCount = table.bytes.count
    lineCount = table.lineCount
    encoding = table.encoding
    delimiter = table.delimiter
    lineEnding = table.lineEnding
    headerLine = table.header.line
    columns = table.titles.indices.map { index in
      let reading = readingByIndex[index]
      return Column(
        title: table.titles[index], field: reading?.field,
        isRequired: reading?.isRequired ?? false, fenPerUnit: reading?.fenPerUnit ?? 100,
        samples: samples[index].map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// Columns that no profile reads can hold identity numbers too (法定代表人证件号码).
  private static func mayNameAPerson(_ field: Field?, title: String) -> Bool {
    switch field {
    case .text(let text): return text.isRestricted
    case .identityNumber: return true
    case .some: return false
    case nil:
      let words = ["证件号", "身份证", "电话", "手机", "联系方式", "举报人", "信访人", "姓名", "zjhm", "sfz"]
      let folded = FoldedTitle(title).text
      return words.contains { folded.contains($0) }
    }
  }
}
