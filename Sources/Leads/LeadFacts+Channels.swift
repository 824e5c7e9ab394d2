internal import Law
internal import Vocabulary

extension LeadFacts {
  /// The channels a lead came through, all at once, and what they say of inspectorates.
  ///
  /// A source is of a channel by its kind, and of more where a column says so. That an inspectorate
  /// found it without saying which one leaves both open: it may be either's.
  static func setOrigins(_ lead: Lead, _ table: RecordTable, _ facts: inout FactSet) {
    // Of an inspectorate's finding the newest version that names the level tells which it is.
    let levelled = lead.speaking { table.inspectorateLevel($0) != nil }
    for row in lead.speaking({ !table.channels[$0].isEmpty }) {
      for channel in table.channels[row].cases {
        guard let origin = origin(channel) else { continue }
        facts.insert(origin)
        facts.note(.channel, fromRow: row)
      }
    }
    for row in levelled {
      guard let level = table.inspectorateLevel(row) else { continue }
      facts.insert(level == .central ? .centralInspection : .provincialInspection)
      facts.note(.channel, fromRow: row)
      facts.set(level.finding, .true, saidBy: [row])
    }
    let unnamed = lead.silentRows(besides: levelled).filter {
      table.channels[$0].contains(.inspectorate)
    }
    let fields: [(Fact, TruthField)] = [
      (.centralInspectionFinding, .centralFinding),
      (.provincialInspectionFinding, .provincialFinding),
    ]
    for (fact, field) in fields where facts.truth(fact) != .true {
      setStated(fact, field, lead, &facts)
      guard !facts.isKnown(fact), !unnamed.isEmpty else { continue }
      facts.setUndetermined(fact)
      facts.note(fact, fromRows: unnamed)
    }
  }

  /// What a superior body assigned: as stated, and open where the channel says 上级机关交办 and nothing
  /// says whether compensation, or a major matter, was assigned.
  static func setAssignments(_ lead: Lead, _ facts: inout FactSet) {
    let fields: [(Fact, TruthField)] = [
      (.explicitlyAssigned, .explicitlyAssigned),
      (.superiorAssignedMajorMatter, .assignedMajorMatter),
    ]
    for (fact, field) in fields {
      setStated(fact, field, lead, &facts)
      if lead.rows(of: field).isEmpty, lead.channels.contains(.assigned) {
        facts.setUndetermined(fact)
      }
    }
  }

  /// The source that the rules know for a channel; `nil` for one that is a property of the place, and
  /// for the inspectorates, which rules tell apart.
  private static func origin(_ channel: Channel) -> LeadOrigin? {
    switch channel {
    case .inspectorate, .protectedPlace: nil
    case .emergency: .emergency
    case .penalty: .adminPenalty
    case .crime: .criminal
    case .routineInspection: .dailyInspection
    case .complaint: .petition
    case .assigned: .superiorAssigned
    case .procuratorate: .procuratorate
    case .other: .other
    }
  }
}

extension InspectorateLevel {
  fileprivate var finding: Fact {
    switch self {
    case .central: .centralInspectionFinding
    case .provincial: .provincialInspectionFinding
    }
  }
}
