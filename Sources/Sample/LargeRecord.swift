import Vocabulary

/// A record of a large drop before it is written: numbers only.
struct LargeRecord {
  /// What is wrong with a few records in a thousand.
  enum Fault { case none, impossibleDay, fieldTooMany, nameless, exchanged, otherDatum }

  let record: Int
  let event: Int
  let obligor: LargeObligor
  /// Index in `SampleHarm.all`.
  let harm: Int
  /// Days after the quarter's first.
  let occurred: Int
  let discovered: Int
  /// Millionths of a degree; `nil` when the record has none.
  let point: Coordinate?
  /// How much of it there was, in the unit of the harm's facts.
  let quantity: Int
  /// Whole yuan; `nil` when unknown.
  let damage: Int?
  let fault: Fault
  /// Draws for the name, the code, the address and small words of this record.
  let name: UInt64
  let code: UInt64
  let address: UInt64
  let texts: UInt64

  init(_ record: Int, _ draws: LargeDraws) {
    self.record = record
    event = draws.event(record)
    obligor = LargeObligor(draws.obligor(ofEvent: event), draws)
    let kinds = LargeWords.harms[obligor.word]
    harm = kinds[Int(draws.draw(event, .harm) % UInt64(kinds.count))]
    let length = draws.quarter.lastDay.days(since: draws.quarter.firstDay)
    occurred = Int(draws.draw(event, .day) % UInt64(length - 10))
    name = draws.draw(record: record, .name)
    code = draws.draw(record: record, .code)
    address = draws.draw(record: record, .address)
    texts = draws.draw(record: record, .texts) >> 1
    discovered = occurred + Int(texts >> 40 % 4)
    let place = draws.draw(event, .place)
    let seat = SampleCounty.all[obligor.county].seat
    let isSilent = address % 100 < (draws.source == .complaint ? 55 : 8)
    point =
      isSilent
      ? nil
      : Coordinate(
        seat.longitude + Int(place & 0xFFFF) * 5 - 163_000,
        seat.latitude + Int(place >> 16 & 0xFFFF) * 4 - 131_000)
    let range = SampleHarm.all[harm].quantity
    quantity = range.lowerBound + Int(draws.draw(event, .harm) >> 16 % UInt64(range.count))
    let money = draws.draw(event, .damage)
    damage = money % 100 < 40 ? Int((money >> 8) % (money % 100 < 20 ? 3000 : 260_000)) + 100 : nil
    fault =
      switch draws.draw(record: record, .fault) % 1000 {
      case 0, 1: .impossibleDay
      case 2: .fieldTooMany
      case 3, 4, 5: .nameless
      case 6, 7: .exchanged
      case 8, 9: .otherDatum
      default: .none
      }
  }
}
