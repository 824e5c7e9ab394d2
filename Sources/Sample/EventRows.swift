import Vocabulary

/// Writes the records the sources of one quarter keep of an event.
struct EventRows {
  let quarter: Quarter
  var sequence: SeededSequence
  private var serials: [SourceKind: Int] = [:]

  init(quarter: Quarter, seed: UInt64) {
    self.quarter = quarter
    sequence = SeededSequence(seed: seed, part: "rows \(quarter)")
  }

  /// The rows of `source` about the event: one, or for an emergency one a report.
  mutating func rows(of event: SampleEvent, in source: SourceKind) -> [SheetRow] {
    var rows =
      switch source {
      case .inspection: [inspection(event)]
      case .inspectorate: [inspectorate(event)]
      case .emergency: emergency(event)
      case .transfer: [transfer(event)]
      case .penalty: [penalty(event)]
      case .complaint: [complaint(event)]
      case .history: [SheetRow]()
      }
    for index in rows.indices {
      rows[index].cells.merge(event.overrides) { $1 }
      rows[index].cases += event.cases
    }
    return rows
  }

  /// The next serial number of a source within the quarter, from 1.
  mutating func serial(_ source: SourceKind) -> Int {
    serials[source, default: 0] += 1
    return serials[source, default: 0]
  }

  /// That many days after the event, but not beyond the quarter.
  func day(_ days: Int, after event: SampleEvent) -> Day {
    min(event.occurred.adding(days: days), quarter.lastDay)
  }

  /// Fills in where it happened; a share of the rows, in percent, has no coordinates.
  mutating func locate(_ row: inout SheetRow, _ event: SampleEvent, without: Int) {
    let county = SampleCounty.all[event.county]
    row[.county] = .text(
      sequence.happens(15) && county.short != county.name ? county.short : county.name)
    row[.countyCode] = .text(sequence.happens(70) ? String(county.code) : county.name)
    row[.place] = .text(event.place)
    guard !sequence.happens(without) || !event.cases.isEmpty else { return }
    let decimals = event.cases.isEmpty ? sequence.pick([6, 6, 6, 6, 5, 5, 4]) : 6
    row[.longitude] = .text(Coordinate.degrees(event.point.longitude, decimals: decimals))
    row[.latitude] = .text(Coordinate.degrees(event.point.latitude, decimals: decimals))
  }

  /// Fills in who did it; a share of the rows, in percent, has no code.
  mutating func identify(_ row: inout SheetRow, _ event: SampleEvent, withoutCode: Int) {
    guard let party = event.party else { return }
    row[.party] = .text(party.name)
    row[.representative] = .text(party.representative)
    row[.personID] = .text(SampleParty.masked(party.personID))
    guard !sequence.happens(withoutCode) || !event.cases.isEmpty else { return }
    row[.code] = .text(party.creditCode)
    row[.identity] = .text(
      party.creditCode.isEmpty ? SampleParty.masked(party.personID) : party.creditCode)
  }

  /// The amount if there is one; otherwise now and then a sign that stands for none.
  mutating func amount(_ fen: Int64?) -> Cell {
    guard let fen else { return sequence.happens(12) ? .text(sequence.pick(["/", "—"])) : .empty }
    return .amount(fen: fen)
  }

  func media(_ event: SampleEvent) -> String {
    event.harm.media.joined(separator: "、")
  }

  static func word(_ claim: Bool?) -> Cell {
    claim.map { .text($0 ? "是" : "否") } ?? .empty
  }
}
