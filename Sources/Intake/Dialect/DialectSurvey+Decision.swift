internal import Vocabulary

extension DialectSurvey {
  /// The dialect of the text taken; to be asked for once all has been taken.
  ///
  /// A first line `sep=;` decides the delimiter. A text that nothing divides is a table of one column:
  /// its `usualWidth` is 1. Throws E110 when full-width commas stand where a delimiter should.
  func decision(shown: String) throws(Failure) -> Dialect {
    let (lines, segments) = finished()
    var readings = DialectSurvey.readings(lines, returnsEndRows: false)
    var best = DialectSurvey.choice(of: readings, given: beginning.separator)
    var tally = lines
    if let segments {
      let others = DialectSurvey.readings(segments, returnsEndRows: true)
      let other = DialectSurvey.choice(of: others, given: beginning.separator)
      let hasFeeds = lines.ends[0] + lines.ends[1] > 0
      if !hasFeeds || DialectSurvey.isBetter(other, than: best) {
        (readings, best, tally) = (others, other, segments)
      }
    }
    guard let chosen = best else {
      try refuseFullWidthCommas(shown: shown)
      return undivided(readings[0], tally)
    }
    return Dialect(
      delimiter: chosen.delimiter, quote: chosen.quote, escape: chosen.escape,
      lineEnding: DialectSurvey.lineEnding(tally, chosen),
      returnsEndRows: chosen.returnsEndRows,
      spacesFollowDelimiters: tally.spaced[chosen.index] * 10 >= tally.delimiters[chosen.index] * 9,
      usualWidth: chosen.width, reason: reason(chosen))
  }

  private static func readings(_ tally: RowTally, returnsEndRows: Bool) -> [DialectReading] {
    Delimiter.allCases.indices.map {
      DialectReading.best(tally, $0, returnsEndRows: returnsEndRows)
    }
  }

  /// The reading by which most rows agree; `nil` if none divides the text into a table.
  private static func choice(
    of readings: [DialectReading], given separator: Delimiter?
  ) -> DialectReading? {
    if let separator {
      return readings.first { $0.delimiter == separator && $0.agreeing > 0 }
    }
    let tables = readings.filter { $0.isTable && $0.delimiter != .space }
    guard var best = tables.first else {
      // Words are divided by spaces as well: only a table without any exception is believed.
      return readings.first {
        $0.delimiter == .space && $0.rows > 1 && $0.agreeing == $0.rows && $0.faults == 0
      }
    }
    for next in tables.dropFirst() where agrees(next, betterThan: best) { best = next }
    // A few damaged rows must not make another delimiter, which stands in each row once, the better.
    return tables.filter { $0.share >= best.share - 0.1 && $0.width >= 2 * best.width }
      .max { ($0.width, $0.agreeing) < ($1.width, $1.agreeing) } ?? best
  }

  private static func agrees(_ next: DialectReading, betterThan best: DialectReading) -> Bool {
    if next.agreeing * best.rows != best.agreeing * next.rows { return next.share > best.share }
    // Numbers with decimal commas put at most one more comma into a row than it has fields.
    if best.delimiter == .comma, best.rows > 1 { return best.width <= next.width + 1 }
    return next.width > best.width
  }

  /// Whether rows that end at bare carriage returns too make more of a table.
  private static func isBetter(_ other: DialectReading?, than best: DialectReading?) -> Bool {
    guard let other else { return false }
    guard let best else { return true }
    // A row that no other agrees with shows nothing: line feeds may stand in quoted fields only.
    return (other.agreeing, other.share) > (best.agreeing, best.share)
      && (best.agreeing == 1 || other.share >= 0.9 * best.share)
  }

  private static func lineEnding(_ tally: RowTally, _ reading: DialectReading) -> LineEnding {
    let quotes = tally.quotes.first {
      $0.quote == reading.quote && $0.escape == reading.escape
    }
    func count(_ kind: RowTally.End) -> Int {
      // The last line may lack its end within quotes.
      max(0, tally.ends[kind.rawValue] - Int(quotes?.insideEnds[kind.rawValue][reading.index] ?? 0))
    }
    let (feeds, pairs) = (count(.feed), count(.returnAndFeed))
    let returns = reading.returnsEndRows ? count(.carriageReturn) : 0
    if feeds == 0, pairs == 0, returns > 0 { return .cr }
    if pairs == 0, returns == 0 { return .lf }
    return feeds == 0 && returns == 0 ? .crlf : .mixed
  }

  private func undivided(_ reading: DialectReading, _ tally: RowTally) -> Dialect {
    Dialect(
      delimiter: beginning.separator ?? .comma, quote: reading.quote, escape: reading.escape,
      lineEnding: DialectSurvey.lineEnding(tally, reading),
      returnsEndRows: reading.returnsEndRows, usualWidth: 1,
      reason: Wording(
        zh: "没有分隔符能分开各行，按 1 栏读：\(reading.rows) 行",
        en: "no delimiter divides the rows, read as one column: \(reading.rows) rows"))
  }

  private func reason(_ chosen: DialectReading) -> Wording {
    let name = chosen.delimiter.wording
    let given =
      beginning.separator == nil
      ? Wording(zh: "", en: "") : Wording(zh: "首行指定", en: "given by the first line, ")
    return Wording(
      zh: "\(given.zh)\(name.zh)：\(chosen.rows) 行中 \(chosen.agreeing) 行为 \(chosen.width) 栏",
      en:
        "\(given.en)\(name.en): \(chosen.agreeing) of \(chosen.rows) rows have \(chosen.width) fields"
    )
  }

  private func refuseFullWidthCommas(shown: String) throws(Failure) {
    guard beginning.hasFullWidthCommas(in: encoding) else { return }
    throw Dialect.noDelimiter(
      shown: shown, line: 1, value: nil,
      detail: Wording(zh: "各行用全角逗号分隔", en: "the rows are divided by full-width commas"))
  }
}
