import Vocabulary

/// The sheets of one quarter: its events, and what each source wrote of them.
struct QuarterDrop {
  /// Which sources speak of an event together, and how many such events a quarter has.
  private static let mix: [(sources: [SourceKind], earlier: Int, later: Int)] = [
    ([.inspection], 66, 86),
    ([.inspection, .penalty], 40, 52),
    ([.inspection, .penalty, .complaint], 6, 9),
    ([.inspection, .penalty, .complaint, .transfer], 2, 3),
    ([.inspection, .complaint], 9, 12),
    ([.penalty], 28, 34),
    ([.complaint], 82, 108),
    ([.inspectorate], 26, 35),
    ([.inspectorate, .inspection], 5, 7),
    ([.emergency], 8, 12),
    ([.emergency, .penalty], 2, 3),
    ([.transfer], 21, 32),
    ([.transfer, .penalty], 3, 4),
  ]

  /// The sources in the order the sheets come in.
  static let kinds: [SourceKind] = [
    .inspection, .inspectorate, .emergency, .transfer, .penalty, .complaint,
  ]

  /// The quarter's sheets in the order of `kinds`, rows by day.
  static func sheets(
    _ quarter: Quarter, scale: Int, cast: inout Cast, seed: UInt64
  ) -> [Sheet] {
    var sequence = SeededSequence(seed: seed, part: "events \(quarter)")
    var events = Scenes.events(quarter, cast: &cast, seed: seed)
    for (sources, earlier, later) in mix {
      for _ in 0..<(quarter.ordinal == 2 ? earlier : later) * scale {
        var event = SampleEvent.invented(
          party: sequence.pick(cast.crowd), quarter: quarter, sources: sources, &sequence)
        let isNameless = sources == [.complaint] && sequence.happens(30)
        if isNameless { event.party = nil }
        events.append(event)
      }
    }
    number(&events, quarter)
    var rows = EventRows(quarter: quarter, seed: seed)
    return kinds.map { kind in
      var sheet = Layouts.sheet(kind, quarter)
      for event in events where event.sources.contains(kind) {
        sheet.rows += rows.rows(of: event, in: kind)
      }
      sheet.order()
      return sheet
    }
  }

  /// Puts the events in order of their days and gives each penalised one its decision's number.
  private static func number(_ events: inout [SampleEvent], _ quarter: Quarter) {
    events = events.enumerated().sorted {
      ($0.element.occurred, $0.offset) < ($1.element.occurred, $1.offset)
    }.map(\.element)
    var serial = quarter.ordinal == 2 ? 100 : 500
    for index in events.indices where events[index].sources.contains(.penalty) {
      serial += 1
      let county = SampleCounty.all[events[index].county]
      let word = SampleHarm.documentWord(events[index].harm.bureau, in: county)
      events[index].document = "\(word)〔\(quarter.year)〕\(padded(serial, to: 3))号"
    }
  }
}

extension Sheet {
  /// Puts the rows in order of their days, equal days as they came, and fixes their spelling.
  mutating func order() {
    rows = rows.enumerated().sorted {
      ($0.element.sortDay, $0.offset) < ($1.element.sortDay, $1.offset)
    }.map(\.element)
    for index in rows.indices { rows[index].spelling = index }
  }
}
