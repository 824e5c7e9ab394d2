import Vocabulary

extension EventRows {
  /// 突发环境事件: a first report, and for most a later one and an outcome under the same number.
  mutating func emergency(_ event: SampleEvent) -> [SheetRow] {
    let county = SampleCounty.all[event.county]
    let number = "TF1409-\(quarter.year)-\(quarter.ordinal)\(padded(serial(.emergency), to: 2))"
    let minute = sequence.between(200, 1300)
    let (_, month, date) = event.occurred.civil
    let name = "\(county.name)“\(month)·\(date)”\(event.harm.violation)事件"
    let level = sequence.happens(4) ? "较大" : "一般"
    let reports = sequence.happens(75) ? ["初报", "续报", "处理结果"] : ["初报", "处理结果"]
    let cost = Int64(sequence.between(3, 240)) * 100_000
    return reports.prefix(event.cases.isEmpty ? sequence.between(1, 3) : 3).enumerated().map {
      index, report in
      var row = SheetRow(on: day([0, 2, 9][index], after: event), number: number)
      row[.eventName] = .text(name)
      row[.eventLevel] = .text(level)
      row[.reportKind] = .text(report)
      row[.occurredAt] = .moment(event.occurred, minute: minute)
      row[.reportedAt] = .moment(
        day([0, 2, 9][index], after: event), minute: min(minute + 35 + index * 60, 1439))
      locate(&row, event, without: 5)
      identify(&row, event, withoutCode: index == 0 ? 60 : 10)
      row[.cause] = .text(event.facts)
      row[.medium] = .text(media(event))
      if index > 0 {
        row[.responseCost] = .amount(fen: cost)
        row[.directLoss] = .amount(fen: cost / 2)
      }
      if index == reports.count - 1 { row[.damage] = amount(event.damageFen) }
      return row
    }
  }
}
