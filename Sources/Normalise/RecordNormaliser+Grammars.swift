import Vocabulary

/// A cell with a value that cannot be read, until it shows whether another column has one.
struct UnreadCell {
  let number: Int
  let code: ProblemCode
  let why: Wording
}

extension RecordNormaliser {
  private enum Outcome {
    case missing, stored
    /// Stored, but to be looked at.
    case flagged(ProblemCode, Wording?)
    case unreadable(ProblemCode, Wording)
  }

  /// Reads a cell by its grammar; whether its field is done with, by a value or by a place to be
  /// judged when the row is complete.
  func take(
    _ cell: Span<UInt8>, _ number: Int, _ fields: RowFields, _ row: Int,
    _ table: inout RecordTable, _ place: inout PlaceInRow, _ problems: inout RowProblems,
    _ unread: inout UnreadCell?
  ) -> Bool {
    switch store(cell, number, row, &table, &place) {
    case .missing: return false
    case .stored: return true
    case .flagged(let code, let detail):
      problems.add(problem(code, number, fields, detail), rejects: false)
      return true
    case .unreadable(let code, let why):
      if unread == nil { unread = UnreadCell(number: number, code: code, why: why) }
      return false
    }
  }

  /// Notes that no column of a field has a value, `last` being the last of them.
  func noteMissing(
    _ last: Int, _ fields: RowFields, _ unread: UnreadCell?, _ place: inout PlaceInRow,
    _ problems: inout RowProblems
  ) {
    let column = columns[last]
    if let unread {
      switch column.field {
      case .choice(.datum): place.isOfUnknownDatum = true
      case .choice(.placeRole): place.isOfUnknownRole = true
      default: break
      }
      problems.add(
        problem(unread.code, unread.number, fields, unread.why), rejects: column.isRequired)
    } else if column.isRequired {
      let first = columns.first { $0.field == column.field } ?? column
      problems.add(Problem(.requiredValueMissing, column: first.reading.title), rejects: true)
    }
  }

  /// The problem of a cell, with what it holds.
  func problem(
    _ code: ProblemCode, _ number: Int, _ fields: RowFields, _ detail: Wording?
  ) -> Problem {
    let column = columns[number].reading
    let cell = fields.bytes.span.extracting(fields.range(of: column.index))
    return Problem(
      code, column: column.title, value: shownValue(cell, of: column.field), detail: detail)
  }

  /// Reads one cell and puts its value into the table.
  private func store(
    _ cell: Span<UInt8>, _ number: Int, _ row: Int, _ table: inout RecordTable,
    _ place: inout PlaceInRow
  ) -> Outcome {
    let column = columns[number]
    let words = column.words
    if words.isUnknown(cell) { return .missing }
    switch column.field {
    case .text(let text) where text.kind == .identity:
      return storeIdentity(cell, text, row, &table)
    case .text(let text): return storeText(cell, text, row, &table)
    case .identityNumber: return storeIdentity(cell, nil, row, &table)
    case .day(let day):
      return finish(readDay(cell, asOf: column.latest)) { table.set(day, row, $0) }
    case .amount(let amount):
      let reading = readAmount(
        cell, fenPerUnit: column.reading.fenPerUnit,
        isUnitStated: column.reading.title.unicodeScalars.contains("元"))
      return finish(reading) { table.set(amount, row, $0) }
    case .truth(let truth):
      return finish(readTruth(cell, words: words)) { table.set(truth, row, Truth($0)) }
    case .choice(.datum):
      return finish(readReferenceSystem(cell, words: words)) { system in
        if let datum = system.datum { table.set(.datum, row, datum.rawValue) }
        place.zone = system.zone
      }
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
      if readAxis(cell) == .missing {
        place.note(isZero: saysZero(cell), longitude: number)
        return .missing
      }
      place.take(longitude: number, nil, column.isRequired)
    case .latitude:
      if readAxis(cell) == .missing {
        place.note(isZero: saysZero(cell), latitude: number)
        return .missing
      }
      place.take(latitude: number, nil, column.isRequired)
    case .coordinates:
      if readCoordinates(cell) == .missing {
        place.note(isZero: saysZero(cell), both: number)
        return .missing
      }
      place.take(both: number, column.isRequired)
    }
    return .stored
  }

  private func finish<Value>(_ reading: Reading<Value>, _ set: (Value) -> Void) -> Outcome {
    switch reading {
    case .missing: return .missing
    case .value(let value):
      set(value)
      return .stored
    case .flagged(let value, let code, let detail):
      set(value)
      return .flagged(code, detail ?? code.flagDetail)
    case .unreadable(let code, let why): return .unreadable(code, why)
    }
  }

  private func storeText(
    _ cell: Span<UInt8>, _ field: TextField, _ row: Int, _ table: inout RecordTable
  ) -> Outcome {
    let reading: Reading<Range<Int>>
    switch field {
    case .reporterPhone: reading = readPhone(cell)
    case .recordNumber, .documentNumber, .permitNumber: reading = readNumberText(cell)
    default: reading = readText(cell, kind: field.kind)
    }
    return finish(reading) { range in
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
      && number.flaw != .roundedTail
    let target = isOlderForm ? .registrationNumber : number.field
    if table.text(target, row).isMissing {
      table.set(target, row, number.folded.interned(in: &table.texts))
    }
    guard case .flagged(_, let code, _) = reading else { return .stored }
    // Nobody promised a check for numbers of these columns.
    let isFreeForm = target == .weakCode || target == .registrationNumber
    if target == declared, isFreeForm, code != .ruinedNumber { return .stored }
    return .flagged(code, number.detail)
  }
}
