import Vocabulary

@testable import Reports

/// A quarter in which every text is a mark of its own, so that it can be found again in any file.
///
/// Marks are `q` + field + `z`; leads of an organisation, of a person and of nobody known have their own.
struct MarkedReport {
  static let quarter = HostileReport.quarter

  static func report() -> QuarterReport {
    let leads = [
      lead(1, .organisation), lead(2, .person), lead(3, .unknown),
    ]
    var report = QuarterReport(
      quarter: quarter, asOf: HostileReport.asOf, jurisdiction: HostileReport.jurisdiction,
      jurisdictionName: mark("jurisdiction"), organisation: mark("house"),
      programVersion: mark("version"), run: 7, ledgerDigest: mark("ledgerDigest"),
      configurationHash: mark("configuration"),
      packs: [
        PackEntry(
          id: mark("packID"), version: mark("packVersion"), title: mark("packTitle"),
          sha256: mark("packHash"), isReleased: true)
      ],
      layers: [
        LayerEntry(
          name: mark("layerName"), tag: "red_line", tagTerm: mark("layerTag"),
          version: mark("layerVersion"), system: mark("layerSystem"), sha256: mark("layerHash"),
          features: 3)
      ],
      files: [account("file", isHistory: false)], history: [account("history", isHistory: true)],
      records: leads.enumerated().map { place, lead in
        RecordEntry(
          account: RecordAccount(
            file: 0, record: Int32(place + 1), line: Int32(place + 2), status: .opened),
          lead: lead.id, obligor: lead.obligor)
      },
      rejects: [
        RejectedRecord(
          file: 0,
          problem: Problem(
            .unreadableDate, file: path("file"), record: 4, line: 5, column: mark("rejectColumn"),
            value: mark("rejectValue"),
            detail: Wording(zh: mark("rejectDetail"), en: mark("rejectDetailEn"))),
          raw: mark("rejectRaw"), verbatim: Array(mark("rejectVerbatim").utf8)),
        RejectedRecord(
          file: -1, problem: Problem(.skippedFile, file: path("passedOver")), raw: mark("passedRaw")
        ),
      ],
      aside: [AsideRow(file: 0, kind: .caption, line: 1, text: mark("aside"))], leads: leads,
      matches: [
        MatchEntry(
          lead: leads[0].id, recordA: path("file") + "#1", recordB: path("matchFile") + "#2",
          rule: .weighedEvidence, evidence: mark("matchEvidence"), weight: 9000,
          waterfall: [.init(words: mark("matchStep"), weight: 9000)], decidedBy: mark("matchPerson")
        )
      ],
      refused: [
        RefusalEntry(
          leads: [leads[0].id], recordA: path("file") + "#1", recordB: path("refusedFile") + "#3",
          evidence: mark("refusedEvidence"), weight: 7000)
      ],
      review: [
        ReviewItem(
          kind: .ambiguousObligor, left: mark("reviewLeft"), right: path("file") + "#1",
          question: mark("reviewQuestion"), evidence: mark("reviewEvidence"), stake: nil)
      ],
      earlier: [],
      counties: [
        DivisionCode("140902").map { CountyEntry(code: $0, name: mark("county")) }
      ].compactMap(\.self),
      notices: [mark("notice")],
      rules: RuleDirectory(
        documents: [
          RuleDirectory.Document(
            shortName: mark("lawShort"), name: mark("lawName"), title: mark("lawTitle"),
            pack: mark("lawPack"), inForce: .true,
            rules: [
              RuleDirectory.Rule(
                id: mark("ruleID"), locator: mark("ruleLocator"),
                conclusion: mark("ruleConclusion"), summary: mark("ruleSummary"),
                sentence: mark("ruleSentence"), relation: mark("ruleRelation"))
            ])
        ], presumptions: [.init(name: mark("presumption"), text: mark("presumptionText"))],
        questions: [.init(name: mark("question"), text: mark("questionText"))]),
      trace: { _ in trace },
      sideBySide: { _ in sideBySide }, map: map(leads))
    report.leads[0].obligorParent = mark("parent")
    return report
  }

  /// A mark; no two fields share one.
  static func mark(_ field: String) -> String { "q\(field)z" }

  private static func path(_ field: String) -> String { "Inputs/\(mark(field)).csv" }

  private static func account(_ field: String, isHistory: Bool) -> IntakeAccount {
    IntakeAccount(
      path: path(field), sha256: mark(field + "Hash"), bytes: 9, encoding: mark(field + "Encoding"),
      delimiter: ",", lineEnding: "LF", profile: mark(field + "Profile"),
      kind: isHistory ? .history : .inspectorate, isHistory: isHistory,
      records: isHistory ? 0 : 4, opened: isHistory ? 0 : 3, rejected: isHistory ? 0 : 1,
      columns: [mark(field + "Column")], unmapped: [mark(field + "Unmapped")],
      header: Array(mark(field + "Header").utf8), reasons: [mark(field + "Reason")])
  }

  private static func lead(_ number: Int, _ nature: PartyNature) -> LeadEntry {
    func own(_ field: String) -> String { mark(field + nature.rawValue) }
    var lead = LeadEntry(
      id: LeadID(jurisdiction: HostileReport.jurisdiction, quarter: quarter, serial: number),
      status: .new, disposition: .initiate)
    lead.obligor = ObligorID(jurisdiction: HostileReport.jurisdiction, serial: number)
    lead.obligorNature = nature
    lead.obligorName = own("name")
    lead.obligorCode = own("code")
    lead.county = DivisionCode("140902")
    lead.countyName = mark("county")
    lead.place = own("place")
    lead.point = Point(longitude: 112.5, latitude: 38.4, uncertaintyMetres: 30)
    lead.media = MediumSet(.water)
    lead.channels = ChannelSet(.procuratorate)
    lead.firstChannel = .procuratorate
    lead.discovery = Day(iso: "2026-07-10")
    lead.inRedLine = .true
    lead.repeatOffender = .true
    lead.major = .true
    lead.missingFacts = [mark("missing")]
    lead.missingFactTerms = [mark("missingTerm")]
    lead.verificationDue = Day(iso: "2026-08-09")
    lead.overdueDays = 52
    lead.applicableLaw = .elsewhere([mark("applicable")])
    lead.versionSensitive = .true
    lead.versionDifferences = [
      VersionDifference(
        term: Wording(zh: mark("shift"), en: mark("shiftEn")), decided: .true, byOccurrence: .false)
    ]
    lead.deadlines = [
      DeadlineEntry(
        rule: mark("deadlineRule"), document: mark("deadlineDocument"),
        locator: mark("deadlineLocator"), duty: mark("deadlineDuty"),
        period: Wording(zh: mark("deadlinePeriod"), en: mark("deadlinePeriodEn")),
        start: HostileReport.asOf, due: nil, dueAfterHoliday: nil, applies: .true)
    ]
    lead.earlierEvents = [own("earlier")]
    lead.sources = [
      SourceEntry(
        name: path("sourceFile") + "#\(number)", line: 2, kind: .transfer, day: nil,
        number: own("number"), document: own("document"), summary: own("summary"))
    ]
    lead.changes = [
      ChangeEntry(
        earlierName: path("file") + "#1", laterName: path("file") + "#2",
        field: mark("changeField"),
        term: mark("changeTerm"),
        earlier: Wording(zh: mark("changeEarlier"), en: mark("changeEarlierEn")),
        later: Wording(zh: mark("changeLater"), en: mark("changeLaterEn")))
    ]
    lead.disagreements = [
      DisagreementEntry(
        term: Wording(zh: own("disputeTerm"), en: own("disputeTermEn")),
        taken: .init(
          value: Wording(zh: own("disputeValue"), en: own("disputeValueEn")),
          name: path("file") + "#1"), others: [])
    ]
    lead.findings = ["major", "exc_red_line"].map {
      FindingEntry(
        conclusion: $0, term: mark("findingTerm"), value: .true, rule: mark("findingRule"),
        document: mark("findingDocument"), locator: mark("findingLocator"),
        pack: mark("findingPack"), facts: mark("findingFacts"))
    }
    lead.zones = [
      ZoneEntry(
        layer: mark("zoneLayer"), layerVersion: mark("zoneVersion"), feature: mark("zoneFeature"),
        tag: "red_line", tagTerm: mark("zoneTag"), value: .true, distanceMetres: -3, budget: nil,
        method: mark("zoneMethod"),
        remarks: [Wording(zh: mark("zoneRemark"), en: mark("zoneRemarkEn"))])
    ]
    return lead
  }

  private static let trace = TraceEntry(
    findings: [
      TraceEntry.Finding(
        term: mark("traceTerm"), value: .true, missing: [mark("traceMissing")],
        grounds: [
          TraceEntry.Ground(
            rules: [TraceEntry.Citation(rule: 0, value: .true, remark: mark("traceRemark"))],
            condition: [
              .text(mark("traceText")), .records([2]),
            ])
        ])
    ], others: [.init(name: path("traceFile") + "#9", line: 3)], fallback: mark("traceFallback"))

  private static let sideBySide = SideBySideEntry(
    records: [
      .init(name: path("file") + "#1", line: 2, kind: .transfer, isSuperseded: false)
    ], left: 0,
    lines: [
      .init(term: mark("sideTerm"), values: [mark("sideValue")], isTaken: [true], differs: true)
    ])

  private static func map(_ leads: [LeadEntry]) -> QuarterMap? {
    var map = FixtureMap.map(of: leads, layerName: mark("mapLayer"))
    map?.outlines = ["red_line", "nature_reserve"].map { tag in
      QuarterMap.Outline(
        name: mark("outline" + tag), tag: tag, tagTerm: mark("outlineTerm" + tag),
        version: mark("outlineVersion" + tag),
        areas: [
          QuarterMap.Area(
            name: mark("area" + tag), path: "M10 10l50 0l0 50z", label: (x: 200, y: 200, room: 4000)
          )
        ], omitted: 0)
    }
    return map
  }
}
