import Vocabulary

extension EventRows {
  /// 信访举报: the party named loosely or not at all, seldom a place on the map.
  mutating func complaint(_ event: SampleEvent) -> SheetRow {
    let reported = day(sequence.below(5), after: event)
    var row = SheetRow(
      on: reported,
      number: "XF" + Spelling.text(reported, .compact) + padded(serial(.complaint), to: 3))
    row[.reported] = .day(reported)
    row[.accepted] = .day(day(reported.days(since: event.occurred) + 1, after: event))
    locate(&row, event, without: 55)
    if let party = event.party {
      switch sequence.below(100) {
      case ..<45: row[.party] = .text(party.name)
      case ..<75: row[.party] = .text(party.shortName)
      case ..<85: row[.party] = .text(sequence.pick(["附近一家工厂", "不详", "村边的厂子", "无"]))
      default: break
      }
      if event.sources.count > 1 { row[.party] = .text(party.name) }
    }
    row[.facts] = .text(
      sequence.pick(["来电反映，", "群众举报，", "网上投诉，", "来信反映，"]) + event.facts
        + sequence.pick(["，请尽快处理。", "，多次反映未解决。", "，味道很大，影响生活。", "。"]))
    row[.medium] = .text(media(event))
    row[.claims] = .text(sequence.happens(8) ? "是" : "否")
    row[.outcome] = .text(sequence.pick(["属实", "部分属实", "不属实", "不属实", "", ""]))
    if sequence.happens(55) {
      row[.reporter] = .text(SampleParty.personName(&sequence))
      // 154 is given to no operator, so that no number rings anywhere.
      row[.phone] = .text("154" + padded(sequence.below(100_000_000), to: 8))
    } else {
      row[.reporter] = .text("匿名")
    }
    row[.rectified] = EventRows.word(event.rectified)
    row[.progress] = .text(sequence.pick(["已办结", "已办结", "办理中", "待办理"]))
    return row
  }
}
