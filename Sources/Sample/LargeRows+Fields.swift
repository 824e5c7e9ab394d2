import Vocabulary

/// The single fields of a large drop's rows; each ends with its comma.
extension LargeRows {
  mutating func field(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    endField()
  }

  mutating func field(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    endField()
  }

  mutating func endField() { bytes.append(UInt8(ascii: ",")) }

  /// A number in decimal, with leading zeros up to `width`.
  mutating func digits(_ number: Int, width: Int = 1) {
    var power = 1
    var written = 1
    while number / power >= 10 || written < width {
      power *= 10
      written += 1
    }
    while power > 0 {
      bytes.append(0x30 + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// The record's number: what kind, the quarter, the serial.
  mutating func number(_ prefix: String, _ row: LargeRecord) {
    bytes.append(contentsOf: prefix.utf8)
    digits(draws.quarter.year * 10 + draws.quarter.ordinal)
    digits(row.record + 1, width: 9)
    endField()
  }

  mutating func day(_ offset: Int) { field(days[min(offset, days.count - 1)]) }

  /// The row's own day, or one no calendar has.
  mutating func recordedDay(_ offset: Int, _ row: LargeRecord) {
    if row.fault == .impossibleDay { field("2026-02-30") } else { day(offset) }
  }

  mutating func name(_ row: LargeRecord) {
    defer { endField() }
    guard row.fault != .nameless else { return }
    let obligor = row.obligor
    guard !obligor.isPerson else {
      person(draws.draw(obligor: obligor.number, .person))
      return
    }
    let drawn = Int(row.name % 100)
    let isShort = (10..<13).contains(drawn)
    if !isShort, !(4..<10).contains(drawn) {
      bytes.append(contentsOf: LargeWords.counties[obligor.county])
    }
    let wrong = (13..<16).contains(drawn) ? Int(row.name >> 8 & 1) : -1
    syllable(obligor.brand.0, isWrong: wrong == 0, row.name)
    syllable(obligor.brand.1, isWrong: wrong == 1, row.name)
    if obligor.brand.2 >= 0 { bytes.append(contentsOf: LargeWords.brands[obligor.brand.2]) }
    bytes.append(contentsOf: LargeWords.trades[obligor.word])
    guard !isShort else { return }
    let isSwapped = drawn < 4 && obligor.form < 2
    bytes.append(contentsOf: LargeWords.forms[isSwapped ? 1 - obligor.form : obligor.form])
  }

  /// A syllable of a brand; wrongly typed, three times in four as one of the same sound.
  private mutating func syllable(_ index: Int, isWrong: Bool, _ drawn: UInt64) {
    let count = LargeWords.brands.count
    if !isWrong {
      bytes.append(contentsOf: LargeWords.brands[index])
    } else if drawn >> 16 % 100 < 76 {
      bytes.append(contentsOf: LargeWords.homophones[index])
    } else {
      bytes.append(contentsOf: LargeWords.brands[(index + 1 + Int(drawn >> 24 % 7)) % count])
    }
  }

  mutating func person(_ drawn: UInt64) {
    let given = LargeWords.given
    bytes.append(contentsOf: LargeWords.surnames[Int(drawn % UInt64(LargeWords.surnames.count))])
    bytes.append(contentsOf: given[Int(drawn >> 8 % UInt64(given.count))])
    if drawn >> 16 & 3 != 0 {
      bytes.append(contentsOf: given[Int(drawn >> 24 % UInt64(given.count))])
    }
  }

  /// The credit code: missing from 45 % of the rows, mistyped in 1 %, another's in 0.3 %.
  mutating func code(_ row: LargeRecord) {
    let drawn = row.code % 1000
    guard drawn >= 450, !row.obligor.isPerson else {
      endField()
      return
    }
    let serial = drawn < 453 ? row.obligor.number + 1 : row.obligor.number
    var code = CheckDigits.inventedCreditBytes(
      kind: "91", county: SampleCounty.all[row.obligor.county].code, serial: serial)
    if (453..<463).contains(drawn) {
      let place = 10 + Int(row.code >> 20 % 6)
      code[place] = code[place] == 0x39 ? 0x30 : code[place] + 1
    }
    field(code)
  }

  /// A person's number, in the penalties of persons.
  mutating func identity(_ row: LargeRecord) {
    guard row.obligor.isPerson else {
      endField()
      return
    }
    let drawn = draws.draw(obligor: row.obligor.number, .person)
    field(
      CheckDigits.inventedPerson(
        county: SampleCounty.all[row.obligor.county].code,
        birthday: Day(number: Int32(drawn % 11_000)), serial: Int(drawn >> 32 % 1000)))
  }

  /// The legal representative: missing from 35 % of the rows, changed in 5 %.
  mutating func representative(_ row: LargeRecord) {
    let drawn = row.code >> 32 % 100
    if drawn >= 35, !row.obligor.isPerson {
      person(draws.draw(obligor: row.obligor.number, .person) &+ (drawn < 40 ? 1 : 0))
    }
    endField()
  }

  /// The address: missing from 15 % of the rows, without the village in 30 %.
  mutating func place(_ row: LargeRecord) {
    let drawn = row.address >> 8 % 100
    if drawn >= 15 { appendPlace(row, isCut: drawn < 45) }
    endField()
  }

  private mutating func appendPlace(_ row: LargeRecord, isCut: Bool = false) {
    let county = row.obligor.county
    let drawn = draws.draw(row.event, .address)
    let towns = LargeWords.towns[county]
    bytes.append(contentsOf: LargeWords.counties[county])
    bytes.append(contentsOf: towns[Int(drawn % UInt64(towns.count))])
    guard !isCut else { return }
    bytes.append(
      contentsOf: LargeWords.villages[Int(drawn >> 8 % UInt64(LargeWords.villages.count))])
  }

  /// Longitude and latitude, exchanged in a few rows.
  mutating func point(_ row: LargeRecord) {
    guard let point = row.point else {
      endField()
      endField()
      return
    }
    let isExchanged = row.fault == .exchanged
    degrees(isExchanged ? point.latitude : point.longitude)
    degrees(isExchanged ? point.longitude : point.latitude)
  }

  private mutating func degrees(_ millionths: Int) {
    digits(millionths / 1_000_000)
    bytes.append(UInt8(ascii: "."))
    digits(millionths % 1_000_000, width: 6)
    endField()
  }

  /// What happened; one row in a hundred is quoted, with a comma and a line break inside.
  mutating func facts(_ row: LargeRecord, opening: [UInt8]) {
    let isQuoted = row.texts >> 20 % 100 == 0
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    bytes.append(contentsOf: opening)
    let rivers = LargeWords.rivers[row.obligor.county]
    for piece in LargeWords.facts[row.harm] {
      switch piece {
      case .words(let words): bytes.append(contentsOf: words)
      case .quantity: digits(row.quantity)
      case .river: bytes.append(contentsOf: rivers[row.event % rivers.count])
      case .place: appendPlace(row)
      }
    }
    if isQuoted { bytes.append(contentsOf: ",\"\"已拍照\"\"\n待复查\"".utf8) }
    endField()
  }

  /// The number of the penalty decision, where the event has one.
  mutating func document(_ row: LargeRecord) {
    if draws.isPenalised(row.event) {
      bytes.append(contentsOf: LargeWords.documentWords[row.obligor.county][row.harm])
      bytes.append(contentsOf: "〔".utf8)
      digits(draws.quarter.year)
      bytes.append(contentsOf: "〕".utf8)
      digits(draws.documentSerial(row.event))
      bytes.append(contentsOf: "号".utf8)
    }
    endField()
  }

  mutating func damage(_ row: LargeRecord) {
    if let damage = row.damage { digits(damage) }
    endField()
  }
}
