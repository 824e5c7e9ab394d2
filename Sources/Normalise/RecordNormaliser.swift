import Vocabulary

/// Turns the cells of a file's rows into the typed values of the record table.
///
/// Made once a file, from what its profile says of each column. Where several columns answer to one
/// field the first that has a value counts. It remembers words it has read, so that it is a variable;
/// what it reads does not depend on what came before.
package struct RecordNormaliser: Sendable {
  /// What is known of a column, in the order of fields.
  struct Column: Sendable {
    let reading: ColumnReading
    let words: ColumnWords
    /// The latest day that is not flagged.
    let latest: Day
    /// Whether one of the columns of the field is required.
    let isRequired: Bool
    /// The datum of coordinates that the title names.
    let datum: Datum?
    /// Whether the title of coordinates names a datum or a system that needs local parameters.
    let isOfEarlierSystem: Bool

    var field: Field { reading.field }
  }

  /// What became of a cell that is written as most are.
  private enum Outcome { case missing, stored, unclear }

  let columns: [Column]
  let gazetteer: Gazetteer
  let datum: Datum?
  let zone: ProjectionZone?
  let rules: CoordinateRules
  private let steps: [ColumnStep]
  private var memory: WordMemory
  private var texts = PendingTexts()

  /// The normaliser of a file with those columns.
  ///
  /// `datum` is that of the file's coordinates unless a title or a row says otherwise, `nil` if nobody
  /// knows, and `zone` that of its metres; days after `asOf` are flagged. Places in GCJ-02 and BD-09
  /// are left as stated.
  package init(
    columns readings: [ColumnReading], gazetteer: Gazetteer, datum: Datum?,
    zone: ProjectionZone? = nil, coordinates rules: CoordinateRules = CoordinateRules(), asOf: Day
  ) {
    columns = Field.all.flatMap { field in
      let ofField = readings.filter { $0.field == field }
      return ofField.map { reading in
        Column(
          reading: reading, words: ColumnWords(reading.words, for: field),
          // A deadline may well lie ahead.
          latest: field == .day(.feedbackDue) ? asOf.adding(years: 10) : asOf,
          isRequired: ofField.contains(where: \.isRequired),
          datum: field.isOfPlace ? datumNamed(in: reading.title) : nil,
          isOfEarlierSystem: field.isOfPlace && namesEarlierSystem(reading.title))
      }
    }
    steps = ColumnStep.steps(of: columns)
    self.gazetteer = gazetteer
    self.datum = datum
    self.zone = zone
    self.rules = rules
    memory = WordMemory(columns: columns.count)
  }

  /// Reads the fields of a row into its row of the table, to which it was appended before.
  ///
  /// The row is to be removed again when the result rejects it: a required column has no value or
  /// none that can be read. Costs one pass over each cell and allocates only for problems and texts
  /// not seen before.
  package mutating func normalise(
    _ fields: RowFields, row: Int, into table: inout RecordTable
  ) -> RowProblems {
    var problems = RowProblems()
    var place = PlaceInRow()
    var unread: UnreadCell?
    let bytes = fields.bytes
    let steps = steps
    var number = 0
    while number < steps.count {
      let step = steps[number]
      let range = fields.range(of: Int(step.index))
      if !range.isEmpty {
        let cell = bytes.span.extracting(range)
        switch quick(cell, range, step, number, row, &table, &place) {
        case .stored:
          number = Int(step.next)
          continue
        case .missing: break
        case .unclear:
          table.set(row, &texts, in: bytes.span)
          if take(cell, number, fields, row, &table, &place, &problems, &unread) {
            number = Int(step.next)
            continue
          }
        }
      }
      number += 1
      if number == Int(step.next), step.isRequired || unread != nil {
        noteMissing(number - 1, fields, unread, &place, &problems)
        unread = nil
      }
    }
    table.set(row, &texts, in: bytes.span)
    if place.isNamed {
      settle(place, fields, row, &table, &problems)
    } else if let column = place.zeroColumn {
      settleZero(place, column, fields, row, &table, &problems)
    }
    if !table.text(.placeShape, row).isMissing { settleShape(place, row, &table) }
    return problems
  }

  /// Judges the area that a complete row states by what the row and the file say of its datum.
  private func settleShape(_ place: PlaceInRow, _ row: Int, _ table: inout RecordTable) {
    if place.isOfUnknownMeaning {
      // An area in such a datum, or of such a place, is no more use than a point.
      table.set(.placeShape, row, .missing)
      if !place.isOfUnknownRole { table.setUnusablePlace(row) }
    } else if table.choice(.datum, row) == nil, let datum {
      table.set(.datum, row, datum.rawValue)
    }
  }

  /// Stores a cell that is written as most are; what is not, and everything that is to be looked at,
  /// is unclear and left to the grammars.
  private mutating func quick(
    _ cell: Span<UInt8>, _ range: Range<Int>, _ step: ColumnStep, _ number: Int, _ row: Int,
    _ table: inout RecordTable, _ place: inout PlaceInRow
  ) -> Outcome {
    switch step.kind {
    case .name(let field):
      guard isPlainText(cell, kind: .name) else { return .unclear }
      texts.add(field, range)
    case .running(let field):
      guard isPlainText(cell, kind: .free) else { return .unclear }
      texts.add(field, range)
    case .code:
      guard isPlainCreditCode(cell) else { return .unclear }
      texts.add(.creditCode, range)
    case .day(let field):
      guard let day = plainDay(cell), isPlausible(day, Day(number: step.latest)) else {
        return .unclear
      }
      table.set(field, row, day)
    case .amount(let field):
      guard let amount = plainAmount(cell, fenPerUnit: step.fenPerUnit) else { return .unclear }
      table.set(field, row, amount)
    case .longitude:
      guard let axis = plainAxis(cell) else { return .unclear }
      place.take(longitude: number, axis, step.isRequired)
    case .latitude:
      guard let axis = plainAxis(cell) else { return .unclear }
      place.take(latitude: number, axis, step.isRequired)
    case .word: return recall(cell, number, row, &table, &place)
    case .other: return .unclear
    }
    return .stored
  }

  /// Stores a word as it was read before, or reads it and remembers it if there is nothing to say.
  private mutating func recall(
    _ cell: Span<UInt8>, _ number: Int, _ row: Int, _ table: inout RecordTable,
    _ place: inout PlaceInRow
  ) -> Outcome {
    guard let key = WordMemory.Key(cell) else { return .unclear }
    let known = memory.value(of: key, column: number)
    guard let value = known ?? word(cell, columns[number]) else { return .unclear }
    if known == nil { memory.remember(value, of: key, column: number) }
    if value == WordMemory.missing { return .missing }
    let field = columns[number].field
    table.set(field, row, word: value)
    if field == .choice(.datum) { place.zone = ReferenceSystem.zone(ofPacked: value) }
    return .stored
  }

  /// What a word stands for, as a number that `set(_:_:word:)` takes; `nil` if it is to be looked at.
  private func word(_ cell: Span<UInt8>, _ column: Column) -> UInt32? {
    let words = column.words
    switch column.field {
    case .truth: return plain(readTruth(cell, words: words)) { $0 ? 1 : 0 }
    case .choice(.datum): return plain(readReferenceSystem(cell, words: words), \.packed)
    case .choice(let choice):
      return plain(readChoice(cell, of: choice, words: words)) { UInt32($0) }
    case .county: return plain(gazetteer.code(for: cell, words: words)) { UInt32($0.number) }
    case .media: return plain(readMedia(cell, words: words), \.bits)
    case .channel: return plain(readChannel(cell, words: words), \.bits)
    default: return nil
    }
  }

  private func plain<Value>(_ reading: Reading<Value>, _ number: (Value) -> UInt32) -> UInt32? {
    switch reading {
    case .missing: WordMemory.missing
    case .value(let value): number(value)
    case .flagged, .unreadable: nil
    }
  }
}

extension RecordTable {
  /// Sets a field of words from what the word stands for.
  fileprivate mutating func set(_ field: Field, _ row: Int, word: UInt32) {
    switch field {
    case .truth(let truth): set(truth, row, word != 0 ? .true : .false)
    case .choice(let choice): set(choice, row, UInt8(truncatingIfNeeded: word))
    case .county:
      if let code = DivisionCode(number: Int(word)) { setDivision(row, code) }
    case .media: setMedia(row, MediumSet(bits: word))
    case .channel:
      var all = channels[row]
      all.formUnion(ChannelSet(bits: word))
      setChannels(row, all)
    default: break
    }
  }
}

extension Field {
  /// Whether its columns hold coordinates.
  fileprivate var isOfPlace: Bool {
    switch self {
    case .longitude, .latitude, .coordinates: true
    default: false
    }
  }
}
