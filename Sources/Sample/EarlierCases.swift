import Vocabulary

/// 历史赔偿案件: the cases of 2023 to 2025, and among them those of the third quarter's obligors.
enum EarlierCases {
  private static let damaged = "造成生态环境损害"
  private static let undamaged = "未造成生态环境损害"

  static func sheet(cast: Cast, seed: UInt64) -> Sheet {
    var sequence = SeededSequence(seed: seed, part: "history")
    var sheet = Layouts.history
    func add(_ party: SampleParty, on day: Day?, _ outcome: String, _ kind: SampleCase? = nil) {
      guard let day else { return }
      var row = SheetRow(on: day, number: "")
      row[.party] = .text(party.name)
      row[.code] = .text(party.creditCode)
      row[.occurred] = .day(day)
      row[.outcome] = .text(outcome)
      if outcome == damaged {
        row[.damage] = .amount(fen: Int64(sequence.between(9, 4200)) * 10_000)
      }
      if let kind { row.cases = [kind] }
      sheet.rows.append(row)
    }
    let within = [(2025, 2, 7), (2024, 11, 20), (2025, 9, 12)]
    for (party, date) in zip(cast.repeating, within) {
      let day = Day(year: date.0, month: date.1, day: date.2)
      add(party, on: day, damaged, .repeatWithinTwoYears)
    }
    for (party, date) in zip(cast.longAgo, [(2023, 10, 28), (2024, 3, 15)]) {
      let day = Day(year: date.0, month: date.1, day: date.2)
      add(party, on: day, damaged, .repeatBeyondTwoYears)
    }
    for (party, date) in zip(cast.cleared, [(2025, 5, 24), (2025, 8, 3)]) {
      let day = Day(year: date.0, month: date.1, day: date.2)
      add(party, on: day, undamaged, .priorWithoutDamage)
    }
    let firstDay = Day(year: 2023, month: 1, day: 5)
    for _ in 0..<41 {
      let day = firstDay?.adding(days: sequence.below(1085))
      add(sequence.pick(cast.crowd), on: day, sequence.happens(70) ? damaged : undamaged)
    }
    sheet.order()
    var serials: [Int: Int] = [:]
    for index in sheet.rows.indices {
      let year = sheet.rows[index].sortDay.civil.year
      serials[year, default: 0] += 1
      sheet.rows[index][.number] = .text("忻环损赔〔\(year)〕\(serials[year, default: 0])号")
    }
    return sheet
  }
}
