internal import Geography
internal import Leads
internal import Reports
internal import Vocabulary

/// What a person must decide about the places of one lead, beside what sources declare of them.
struct PlaceQuestions {
  private let screening: Screening
  private let state: QuarterState
  private let assessment: LeadAssessment

  init(_ screening: Screening, _ state: QuarterState, _ assessment: LeadAssessment) {
    self.screening = screening
    self.state = state
    self.assessment = assessment
  }

  var all: [LeadReview.Question] { disagreements + versions + counties + shapes }

  /// Places of one lead on both sides of a boundary.
  private var disagreements: [LeadReview.Question] {
    firstOfEachLayer(assessment.zones.filter { $0.isDisagreement && $0.standing == .decides })
      .map { zone in
        let (role, layer) = (zone.role.wording, title(zone))
        return LeadReview.Question(
          kind: .placesDisagree,
          right: assessment.stated[Int(zone.role.rawValue)].rows.map { state.table.name($0) },
          words: Wording(
            zh: "各处位置对\(layer)的内外结论相反，\(role.zh)以哪一处为准",
            en: "places of the lead lie inside and outside of \(layer): which is the \(role.en)"),
          evidence: joined(zone.remarks(on: screening.layers[zone.layer].source.tag.wording)))
      }
  }

  /// One verdict a role and layer, whatever its versions.
  private func firstOfEachLayer(_ zones: [PlaceZone]) -> [PlaceZone] {
    var kept: [PlaceZone] = []
    for zone in zones
    where !kept.contains(where: { $0.role == zone.role && $0.series == zone.series }) {
      kept.append(zone)
    }
    return kept
  }

  /// The current version of a layer says otherwise than the one that decides.
  private var versions: [LeadReview.Question] {
    assessment.zones.filter { $0.standing == .current }.flatMap { now in
      assessment.zones.filter { zone in
        zone.role == now.role && zone.series == now.series && zone.standing == .decides
          && zone.value != now.value
      }.map { then in
        LeadReview.Question(
          kind: .layerVersion, right: [title(now)],
          words: Wording(
            zh: "\(now.role.wording.zh)按事发日版本和现行版本结论不同，是否按事发日版本",
            en: "the version on the event's day and the current one give different answers on the "
              + "\(now.role.wording.en): does the former stand"),
          evidence: Wording(
            zh: "\(title(then))：\(then.value.wording.zh)；\(title(now))：\(now.value.wording.zh)",
            en: "\(title(then)): \(then.value.wording.en); \(title(now)): \(now.value.wording.en)"))
      }
    }
  }

  private var counties: [LeadReview.Question] {
    assessment.countyConflicts.map { conflict in
      LeadReview.Question(
        kind: .countyConflict, right: [state.table.name(conflict.row)],
        words: Wording(
          zh: "坐标与所填县区不符，以哪一个为准",
          en: "the point lies outside the stated county; which of them is right"),
        evidence: conflict.check.wording)
    }
  }

  private var shapes: [LeadReview.Question] {
    assessment.stated.flatMap(\.shapes).compactMap { stated in
      stated.fault.map { fault in
        LeadReview.Question(
          kind: .unreadableShape, right: [state.table.name(stated.row)],
          words: Wording(
            zh: "损害范围坐标无法读取，请更正后再报", en: "the stated area cannot be read; please correct it"),
          evidence: fault)
      }
    }
  }

  private func title(_ zone: PlaceZone) -> String {
    screening.layers[zone.layer].source.entry.title
  }

  private func joined(_ words: [Wording]) -> Wording {
    Wording(
      zh: words.map(\.zh).joined(separator: "；"), en: words.map(\.en).joined(separator: "; "))
  }
}
