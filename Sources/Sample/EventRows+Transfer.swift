import Vocabulary

extension EventRows {
  /// 检察移送.
  mutating func transfer(_ event: SampleEvent) -> SheetRow {
    let county = SampleCounty.all[event.county]
    let received = day(sequence.between(6, 40), after: event)
    var row = SheetRow(
      on: received,
      number: "\(county.short)检公移〔\(quarter.year)〕\(quarter.ordinal * 100 + serial(.transfer))号")
    row[.procuratorate] = .text("\(county.name)人民检察院")
    row[.transferred] = .day(received.adding(days: -sequence.between(1, 5)))
    row[.received] = .day(received)
    row[.receiver] = .text(SampleHarm.authority(event.harm.bureau, in: county))
    locate(&row, event, without: 25)
    identify(&row, event, withoutCode: 20)
    row[.occurred] = .day(event.occurred)
    row[.charge] = .text(event.harm.violation)
    row[.facts] = .text("经查，" + (event.party?.name ?? "当事人不详") + event.facts + "，损害社会公共利益。")
    row[.medium] = .text(media(event))
    row[.damage] = amount(event.damageFen)
    let due = received.adding(days: 60)
    row[.rectified] = EventRows.word(event.rectified)
    row[.feedbackDue] = .day(due)
    let hasAnswered = sequence.happens(35)
    row[.fedBack] = .text(hasAnswered ? "是" : "否")
    if hasAnswered { row[.feedbackOn] = .day(min(received.adding(days: 30), quarter.lastDay)) }
    return row
  }
}
