internal import Normalise
internal import Vocabulary

/// Which documents and records a row names in its words, as far as other rows bear those numbers.
///
/// A transfer that cites the decision, a complaint that says what it repeats. A number is only taken
/// for a citation where a record has exactly it; linear in the texts.
struct CitedNumbers {
  /// By row, the number of the cited document in `StatedNumbers.document`; -1 for none.
  private(set) var document: [Int32]
  /// By row, the number of the cited record in `StatedNumbers.record`; -1 for none.
  private(set) var record: [Int32]

  /// How many characters of a document's number stand before its year at most.
  private static let wordLimit = 14
  /// A record's number is at least so long, or it may be anything.
  private static let shortest = 8

  /// Goes through the records as they were taken in, for that is how their texts lie in memory.
  init(_ ranked: RankedRecords, _ documents: FoldedTexts, _ records: FoldedTexts) {
    let table = ranked.records
    document = Array(repeating: -1, count: table.count)
    record = document
    for row in 0..<table.count where table.source[row] != .history {
      let own = table.text(.recordNumber, row)
      for field in [TextField.remarks, .facts] {
        let text = table.text(field, row)
        guard !text.isMissing else { continue }
        let bytes = table.texts.storage.span.extracting(table.texts.range(of: text))
        if document[row] < 0, table.text(.documentNumber, row).isMissing {
          document[row] = CitedNumbers.citedDocument(in: bytes, documents)
        }
        if record[row] < 0 {
          record[row] = CitedNumbers.citedRecord(
            in: bytes, records, but: own.isMissing ? -1 : records.known(own))
        }
      }
    }
    document = ranked.gathered(document)
    record = ranked.gathered(record)
  }

  /// The first number of the form 某字〔2026〕12号 that a record has as its document's.
  private static func citedDocument(in text: Span<UInt8>, _ documents: FoldedTexts) -> Int32 {
    var place = 4
    while place + 6 < text.count {
      // Nothing of a hanzi is a year.
      if text[place] >= 0xE0 {
        place += 3
        continue
      }
      guard isYear(text, at: place), let end = numberEnd(text, after: place + 4),
        let bracket = bracketStart(text, before: place)
      else {
        place += 1
        continue
      }
      if let known = longest(in: text, before: bracket, to: end, documents) { return known }
      place = end
    }
    return -1
  }

  /// The longest text that ends there, begins at most a few characters before the bracket, and is a
  /// known number.
  private static func longest(
    in text: Span<UInt8>, before bracket: Int, to end: Int, _ documents: FoldedTexts
  ) -> Int32? {
    var starts: [Int] = []
    var place = bracket
    while place > 0, starts.count < wordLimit {
      place -= 1
      while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
      // Numbers begin with the short name of a place or an office: a hanzi.
      guard text[place] >= 0xE4, text[place] <= 0xE9 else { break }
      starts.append(place)
    }
    var key: [UInt8] = []
    for start in starts.reversed() {
      setDocumentKey(of: text.extracting(start..<end), in: &key)
      if let known = documents.number(ofKey: key) { return known }
    }
    return nil
  }

  /// Four digits of a year of our days.
  private static func isYear(_ text: Span<UInt8>, at place: Int) -> Bool {
    guard text[place] == 0x32, text[place + 1] == 0x30 else { return false }
    return isDigit(text[place + 2]) && isDigit(text[place + 3])
  }

  /// Behind the 号 of the digits that follow the closing bracket; `nil` if it is none.
  private static func numberEnd(_ text: Span<UInt8>, after year: Int) -> Int? {
    var place = year
    while place < text.count, place < year + 7, !isDigit(text[place]) { place += 1 }
    guard place > year else { return nil }
    let first = place
    while place < text.count, isDigit(text[place]) { place += 1 }
    guard place > first, place + 3 <= text.count, text[place] == 0xE5, text[place + 1] == 0x8F,
      text[place + 2] == 0xB7
    else { return nil }
    return place + 3
  }

  /// Where the bracket before the year begins: ( [ 〔 （ 【 ﹝.
  private static func bracketStart(_ text: Span<UInt8>, before year: Int) -> Int? {
    if text[year - 1] == 0x28 || text[year - 1] == 0x5B { return year - 1 }
    guard year >= 3, text[year - 3] == 0xE3 || text[year - 3] == 0xEF else { return nil }
    return year - 3
  }

  /// The first run of letters and digits that is the number of another record.
  private static func citedRecord(
    in text: Span<UInt8>, _ records: FoldedTexts, but own: Int32
  ) -> Int32 {
    var key: [UInt8] = []
    var place = 0
    while place + shortest <= text.count {
      // Nothing of a hanzi is a letter.
      if text[place] >= 0xE0 {
        place += 3
        continue
      }
      var end = place
      while end < text.count, isCodeByte(text[end]) { end += 1 }
      if end - place >= shortest {
        setDocumentKey(of: text.extracting(place..<end), in: &key)
        if let known = records.number(ofKey: key), known != own { return known }
      }
      place = max(end, place + 1)
    }
    return -1
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
