import Vocabulary

/// Turns the cells of a file's rows into the typed values of the record table.
///
/// Made once a file, from what its profile says of each column. Where several columns answer to one
/// field the first that has a value counts.
package struct RecordNormaliser: Sendable {
  /// The columns of one field, `columns[first..<end]`.
  private struct Step: Sendable {
    let field: Field
    let first: Int
    var end: Int
    var isRequired: Bool
  }

  private struct Column: Sendable {
    let reading: ColumnReading
    let words: ColumnWords
  }

  /// What the coordinate columns of a row held, until the row is complete.
  private struct Place {
    var longitude: (column: Int, reading: Reading<AxisValue>)?
    var latitude: (column: Int, reading: Reading<AxisValue>)?
    var both: (column: Int, reading: Reading<Point>)?
    /// Whether the row names a datum that the program does not know.
    var isOfUnknownDatum = false
    var isRequired = false

    /// The place by the one cell, or else by the two, with the column to name in a problem; `nil` when
    /// the row has none.
    var decided: (column: Int, reading: Reading<Point>)? {
      if let both, both.reading.usable != nil { return both }
      let axes = readPoint(
        longitude: longitude?.reading ?? .missing, latitude: latitude?.reading ?? .missing)
      if axes != .missing, let column = longitude?.column ?? latitude?.column {
        return (column, axes)
      }
      return both?.reading == .missing ? nil : both
    }
  }

  private enum Outcome {
    case missing, stored
    /// Stored, but to be looked at.
    case flagged(ProblemCode, Wording?)
    case unreadable(ProblemCode, Wording)
    /// Judged when the row is complete.
    case deferred
  }

  private let steps: [Step]
  private let columns: [Column]
  private let gazetteer: Gazetteer
  private let datum: Datum?
  private let asOf: Day

  /// The normaliser of a file with those columns.
  ///
  /// `datum` is that of the file's coordinates unless a row says otherwise, `nil` if nobody knows;
  /// days after `asOf` are flagged.
  package init(columns: [ColumnReading], gazetteer: Gazetteer, datum: Datum?, asOf: Day) {
    var steps: [Step] = []
    var ordered: [Column] = []
    for field in Field.all {
      let ofField = columns.filter { $0.field == field }
      guard !ofField.isEmpty else { continue }
      steps.append(
        Step(
          field: field, first: ordered.count, end: ordered.count + ofField.count,
          isRequired: ofField.contains(where: \.isRequired)))
      ordered += ofField.map { Column(reading: $0, words: ColumnWords($0.words, for: field)) }
    }
    self.steps = steps
    self.columns = ordered
    self.gazetteer = gazetteer
    self.datum = datum
    self.asOf = asOf
  }

  /// Reads the fields of a row into its row of the table, to which it was appended before.
  ///
  /// The row is to be removed again when the result rejects it: a required column has no value or
  /// none that can be read. Costs one pass over each cell and allocates only for problems and texts
  /// not seen before.
  package func normalise(
    _ fields: RowFields, row: Int, into table: inout RecordTable
  ) -> RowProblems {
    var problems = RowProblems()
    var place = Place()
    for number in steps.indices {
      take(steps[number], fields, row, &table, &place, &problems)
    }
    settle(place, fields, row, &table, &problems)
    return problems
  }

  private func take(
    _ step: Step, _ fields: RowFields, _ row: Int, _ table: inout RecordTable,
    _ place: inout Place, _ problems: inout RowProblems
  ) {
    var unread: (column: Int, code: ProblemCode, why: Wording)?
    columns: for number in step.first..<step.end {
      let range = fields.range(of: columns[number].reading.index)
      let cell = fields.bytes.span.extracting(range)
      switch store(cell, of: number, step.field, row, &table, &place) {
      case .missing: continue
      case .stored: return
      case .flagged(let code, let detail):
        problems.add(problem(code, number, fields, detail), rejects: false)
        return
      case .unreadable(let code, let why):
        if unread == nil { unread = (number, code, why) }
      case .deferred:
        place.isRequired = place.isRequired || step.isRequired
        return
      }
    }
    if let unread {
      if step.field == .choice(.datum) { place.isOfUnknownDatum = true }
      problems.add(
        problem(unread.code, unread.column, fields, unread.why), rejects: step.isRequired)
    } else if step.isRequired {
      let title = columns[step.first].reading.title
      problems.add(Problem(.requiredValueMissing, column: title), rejects: true)
    }
  }

  /// Reads one cell and puts its value into the table.
  private func store(
    _ cell: Span<UInt8>, of number: Int, _ field: Field, _ row: Int, _ table: inout RecordTable,
    _ place: inout Place
  ) -> Outcome {
    if cell.isEmpty { return .missing }
    let words = columns[number].words
    if words.isUnknown(cell) { return .missing }
    switch field {
    case .text(let text) where text.kind == .identity:
      return storeIdentity(cell, text, row, &table)
    case .text(let text): return storeText(cell, text, row, &table)
    case .identityNumber: return storeIdentity(cell, nil, row, &table)
    case .day(let day):
      // A deadline may well lie ahead.
      let latest = day == .feedbackDue ? asOf.adding(years: 10) : asOf
      return finish(readDay(cell, asOf: latest)) { table.set(day, row, $0) }
    case .amount(let amount):
      let unit = columns[number].reading.fenPerUnit
      return finish(readAmount(cell, fenPerUnit: unit)) { table.set(amount, row, $0) }
    case .truth(let truth):
      return finish(readTruth(cell, words: words)) { table.set(truth, row, Truth($0)) }
    case .choice(let choice):
      return finish(readChoice(cell, of: choice, words: words)) { table.set(choice, row, $0) }
    case .county:
      return finish(gazetteer.code(for: cell, words: words)) { table.setDivision(row, $0) }
    case .media: return finish(readMedia(cell, words: words)) { table.setMedia(row, $0) }
    case .channel:
      return finish(readChannel(cell, words: words)) { found in
        var all = table.channels[row]
        all.formUnion(found)
        table.setChannels(row, all)
      }
    case .longitude:
      let reading = readAxis(cell)
      place.longitude = (number, reading)
      return reading == .missing ? .missing : .deferred
    case .latitude:
      let reading = readAxis(cell)
      place.latitude = (number, reading)
      return reading == .missing ? .missing : .deferred
    case .coordinates:
      let reading = readCoordinates(cell)
      place.both = (number, reading)
      return reading == .missing ? .missing : .deferred
    }
  }

  private func finish<Value>(_ reading: Reading<Value>, _ set: (Value) -> Void) -> Outcome {
    switch reading {
    case .missing: return .missing
    case .value(let value):
      set(value)
      return .stored
    case .flagged(let value, let code):
      set(value)
      return .flagged(code, code.flagDetail)
    case .unreadable(let code, let why): return .unreadable(code, why)
    }
  }

  private func storeText(
    _ cell: Span<UInt8>, _ field: TextField, _ row: Int, _ table: inout RecordTable
  ) -> Outcome {
    finish(readText(cell, kind: field.kind)) { range in
      table.set(field, row, table.texts.intern(cell.extracting(range)))
    }
  }

  /// Puts a number where its kind belongs; `declared` is the kind the column is meant for, if one.
  private func storeIdentity(
    _ cell: Span<UInt8>, _ declared: TextField?, _ row: Int, _ table: inout RecordTable
  ) -> Outcome {
    let reading = readIdentityNumber(cell)
    guard let number = reading.usable else { return finish(reading) { _ in } }
    // The register's older numbers have no check, so only those of 15 digits can fail it.
    let isOlderForm =
      declared == .registrationNumber && number.kind == .weak && number.folded.count != 15
    let target = isOlderForm ? .registrationNumber : number.field
    if table.text(target, row).isMissing {
      table.set(target, row, number.folded.interned(in: &table.texts))
    }
    guard case .flagged(_, let code) = reading, target != declared || target == .creditCode else {
      return .stored
    }
    return .flagged(code, number.detail)
  }

  /// Judges the coordinates of a complete row.
  private func settle(
    _ place: Place, _ fields: RowFields, _ row: Int, _ table: inout RecordTable,
    _ problems: inout RowProblems
  ) {
    guard let (column, reading) = place.decided else { return }
    if place.isOfUnknownDatum {
      // Coordinates of a datum that is named but not known could be hundreds of metres off. The
      // datum's own problem says so.
      if place.isRequired {
        let title = columns[column].reading.title
        problems.add(Problem(.requiredValueMissing, column: title), rejects: true)
      }
      return
    }
    if let datum, table.choice(.datum, row) == nil { table.set(.datum, row, datum.rawValue) }
    switch finish(reading, { table.setPoint(row, $0) }) {
    case .missing, .stored, .deferred: return
    case .flagged(let code, let detail):
      problems.add(problem(code, column, fields, detail), rejects: false)
    case .unreadable(let code, let why):
      problems.add(problem(code, column, fields, why), rejects: place.isRequired)
    }
  }

  private func problem(
    _ code: ProblemCode, _ number: Int, _ fields: RowFields, _ detail: Wording?
  ) -> Problem {
    let column = columns[number].reading
    let cell = fields.bytes.span.extracting(fields.range(of: column.index))
    return Problem(
      code, column: column.title, value: shownValue(cell, of: column.field), detail: detail)
  }
}
