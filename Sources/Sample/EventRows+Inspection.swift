import Vocabulary

extension EventRows {
  /// 执法检查.
  mutating func inspection(_ event: SampleEvent) -> SheetRow {
    let county = SampleCounty.all[event.county]
    let inspected = day(sequence.below(4), after: event)
    let month = inspected.civil.month
    var row = SheetRow(
      on: inspected,
      number: "JC\(county.code)-\(quarter.year)\(padded(month, to: 2))-"
        + padded(serial(.inspection), to: 4))
    row[.inspected] = .day(inspected)
    row[.authority] = .text(SampleHarm.authority(event.harm.bureau, in: county))
    locate(&row, event, without: 8)
    identify(&row, event, withoutCode: 15)
    row[.datum] = .text(sequence.pick(["CGCS2000", "CGCS2000", "CGCS2000", "WGS84", "WGS-84", ""]))
    row[.violation] = .text(event.harm.violation)
    row[.facts] = .text("现场检查发现，" + event.facts + "。")
    row[.medium] = .text(media(event))
    if sequence.happens(90) || !event.cases.isEmpty { row[.occurred] = .day(event.occurred) }
    row[.rectified] = EventRows.word(event.rectified)
    if event.rectified == true {
      row[.rectifiedOn] = .day(day(sequence.between(6, 25), after: event))
    }
    row[.restored] = EventRows.word(event.restored)
    if event.restored == true {
      row[.restoredVia] = .text(sequence.pick(["义务人自行修复", "行政执法责令修复"]))
    }
    if event.sources.contains(.penalty) {
      row[.document] = .text(event.document)
      row[.fine] = .amount(fen: event.fineFen)
    }
    row[.damage] = amount(event.damageFen)
    row[.basis] = .text(event.basis)
    if event.basis == "鉴定评估报告" {
      row[.appraisalFee] = .amount(fen: Int64(sequence.between(8, 60)) * 100_000)
    }
    row[.inRedLine] = event.saysRedLine.isEmpty ? .empty : .text(event.saysRedLine)
    if sequence.happens(8) {
      row[.remark] = .text(sequence.pick(["已立案", "已拍照取证", "待复查", "双随机抽查", "与乡镇联合检查"]))
    }
    return row
  }
}
