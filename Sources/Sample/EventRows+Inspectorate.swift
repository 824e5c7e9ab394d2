import Vocabulary

extension EventRows {
  /// 督察问题, with numbers of the form D3SX202505280018: channel, round, province, day, serial.
  mutating func inspectorate(_ event: SampleEvent) -> SheetRow {
    let assigned = day(sequence.between(1, 9), after: event)
    let isCentral = sequence.happens(30)
    let number = Spelling.text(assigned, .compact) + padded(serial(.inspectorate), to: 4)
    var row = SheetRow(on: assigned, number: (isCentral ? "D3SX" : "X2SX") + number)
    row[.round] = .text(isCentral ? "第三轮第五批" : "第二轮第三批")
    row[.level] = .text(isCentral ? "中央" : "省级")
    row[.assigned] = .day(assigned)
    locate(&row, event, without: 20)
    identify(&row, event, withoutCode: 35)
    row[.facts] = .text(
      SampleCounty.all[event.county].name + "反映问题：" + event.facts + "，群众反映强烈。")
    row[.medium] = .text(media(event))
    row[.important] = .text(sequence.happens(6) ? "是" : "否")
    row[.assignedClaim] = .text(sequence.happens(5) ? "是" : "否")
    row[.film] = .text(sequence.happens(3) ? "是" : "否")
    if sequence.happens(70) { row[.occurred] = .day(event.occurred) }
    row[.rectification] = .text(
      event.rectified == true ? "已完成整改" : sequence.pick(["正在整改", "正在整改", "持续推进"]))
    row[.restored] = EventRows.word(event.restored)
    row[.substantiated] = .text(sequence.pick(["属实", "属实", "部分属实", "不属实"]))
    row[.closed] = .text(sequence.pick(["已办结", "阶段性办结", "未办结"]))
    row[.damage] = amount(event.damageFen)
    return row
  }
}
