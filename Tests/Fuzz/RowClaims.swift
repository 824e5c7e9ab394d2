import Intake
import Normalise
import Vocabulary

/// What holds of every row that is read by a profile.
enum RowClaims {
  private static let normalisers = Known.profiles.profiles.map { profile in
    let columns = profile.entries.enumerated().map { index, entry in
      ColumnReading(
        index: index, title: entry.titles.first ?? entry.field.name, field: entry.field,
        isRequired: profile.required.contains(entry.field), fenPerUnit: entry.fenPerUnit,
        words: entry.words)
    }
    return RecordNormaliser(
      columns: columns, gazetteer: Known.gazetteer, datum: profile.datum, asOf: Known.asOf)
  }

  /// The first byte picks the profile; each line is a cell, in the order of the profile's fields.
  static func check(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let number = Int(first) % normalisers.count
    let profile = Known.profiles.profiles[number]
    let cells = input.dropFirst().split(separator: 0x0A, omittingEmptySubsequences: false)
      .prefix(4 * profile.entries.count).map { Array($0).repaired }
    let rows = stride(from: 0, to: cells.count, by: profile.entries.count).map {
      Array(cells[$0..<min(cells.count, $0 + profile.entries.count)])
    }
    check(rows, normalisers[number], kind: profile.kind)
  }

  /// Claims that rows are read the same alone as after others and a second time, and that what is
  /// stored is sound.
  static func check(_ rows: [[[UInt8]]], _ normaliser: RecordNormaliser, kind: SourceKind) {
    var remembering = normaliser
    var table = RecordTable()
    var alone: [(stored: StoredRow, problems: RowProblems)] = []
    for row in rows {
      let found = read(row, normaliser, kind: kind)
      check(found.stored)
      for problem in found.problems.flags + [found.problems.rejecting].compactMap({ $0 }) {
        ProblemClaims.check(problem)
        let value = problem.value ?? ""
        claim(PersonalNumbers.masked(value) == value, "a person's number in a message: \(value)")
      }
      alone.append(found)
    }
    for _ in 0..<2 {
      for (row, expected) in zip(rows, alone) {
        let number = append(to: &table, kind: kind)
        let problems = remembering.normalise(RowFields(row), row: number, into: &table)
        claim(problems == expected.problems, "problems depend on what came before")
        claim(StoredRow(table, number) == expected.stored, "values depend on what came before")
      }
    }
  }

  /// What a row is read as by a normaliser that has read nothing before.
  static func read(
    _ row: [[UInt8]], _ normaliser: RecordNormaliser, kind: SourceKind
  ) -> (stored: StoredRow, problems: RowProblems) {
    var fresh = normaliser
    var table = RecordTable()
    let number = append(to: &table, kind: kind)
    let problems = fresh.normalise(RowFields(row), row: number, into: &table)
    return (StoredRow(table, number), problems)
  }

  private static func append(to table: inout RecordTable, kind: SourceKind) -> Int {
    table.append(
      file: 0, record: 1, line: 1, source: kind, content: ContentHash(high: 0, low: 0))
  }

  private static func check(_ stored: StoredRow) {
    for text in stored.texts.values {
      claim(text.isUTF8 && !text.isEmpty, "a text that is no text")
      let isClean = text.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [9, 10, 13].contains($0) }
      claim(isClean, "a control character in a text")
    }
    for amount in stored.amounts.values { claim(amount.fen >= 0, "a negative amount") }
    for day in stored.days.values { claim((1...9999).contains(day.civil.year), "no such year") }
    if let point = stored.point { check(point) }
  }

  /// A place lies in China, or next to it in metres of a zone, and it is known how well.
  static func check(_ point: Point) {
    claim((70...140).contains(point.longitude), "longitude \(point.longitude)")
    claim((0...60).contains(point.latitude), "latitude \(point.latitude)")
    claim(
      point.uncertaintyMetres.isFinite && point.uncertaintyMetres > 0, "a place of no certainty")
  }
}
