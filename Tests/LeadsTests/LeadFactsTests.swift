import Law
import Leads
import Testing
import Vocabulary

@Suite("Facts of a lead")
struct LeadFactsTests: FactReading {
  let catalogue: FactCatalogue

  init() throws { catalogue = try RuleLibrary().catalogue }

  @Test(
    "know the source a lead came from",
    arguments: [
      (SourceKind.inspection, "daily_inspection@0"), (.emergency, "emergency@0"),
      (.transfer, "procuratorate@0"), (.penalty, "admin_penalty@0"), (.complaint, "petition@0"),
      (.inspectorate, "U@"),
    ])
  func sources(kind: SourceKind, word: String) throws {
    let facts = try facts([Said(kind: kind)])
    #expect(said(.channel, facts) == word)
    #expect(facts.truth(.centralInspectionFinding) == .unknown)
    #expect(facts.truth(.provincialInspectionFinding) == .unknown)
  }

  @Test("deny what a named party and a named medium exclude, and leave it open otherwise")
  func exclusions() throws {
    let bare = try facts([Said(kind: .complaint)])
    let named = try facts([
      Said(kind: .complaint, texts: [.partyName: "甲化工厂"], media: MediumSet(.water))
    ])
    for fact in [Fact.personalOrPropertyOnly, .historicalNoResponsibleParty] {
      #expect(bare.truth(fact) == .unknown)
      #expect(said(fact, named) == "F@0")
    }
  }

  @Test("know which inspectorate found it")
  func inspectorates() throws {
    let central = try facts([Said(kind: .inspectorate, inspectorate: .central)])
    #expect(said(.channel, central) == "central_inspection@0")
    #expect(said(.centralInspectionFinding, central) == "T@0")
    #expect(said(.provincialInspectionFinding, central) == "F（推定）@")
    let provincial = try facts([
      Said(kind: .inspectorate), Said(kind: .inspectorate, inspectorate: .provincial),
    ])
    #expect(said(.channel, provincial) == "provincial_inspection@1")
    #expect(said(.provincialInspectionFinding, provincial) == "T@1")
    #expect(said(.centralInspectionFinding, provincial) == "U@0")
  }

  @Test("hold all channels at once")
  func channels() throws {
    let all = try facts([
      Said(kind: .complaint, channels: [.crime, .assigned]), Said(kind: .penalty),
      Said(kind: .complaint, channels: [.other]),
    ])
    #expect(
      said(.channel, all) == "admin_penalty|criminal|petition|superior_assigned|other@0,1,2")
  }

  @Test("take from a column of channels what the kind of source does not say")
  func statedChannels() throws {
    func stated(_ channel: Channel) throws -> FactSet { try facts([Said(channels: [channel])]) }
    let inspectorate = try stated(.inspectorate)
    for fact in [Fact.centralInspectionFinding, .provincialInspectionFinding] {
      #expect(said(fact, inspectorate) == "U@0", "either inspectorate may have found it")
      #expect(said(fact, try stated(.procuratorate)) == "F（推定）@")
    }
    #expect(said(.emergencyLevel, try stated(.emergency)) == "U@")
    #expect(said(.channel, try stated(.procuratorate)) == "daily_inspection|procuratorate@0")
    for fact in [Fact.explicitlyAssigned, .superiorAssignedMajorMatter] {
      #expect(said(fact, try stated(.assigned)) == "U@", "assigned, but nobody says what")
      #expect(said(fact, try stated(.complaint)) == "F（推定）@")
    }
  }

  @Test("come from a field for every fact that a column can state")
  func everyFact() throws {
    for fact in Fact.allCases {
      #expect(!fact.source.fields.isEmpty && !fact.source.rule.isEmpty)
      guard fact.kind == .truth else { continue }
      let field = try #require(
        fact.source.fields.compactMap { field -> TruthField? in
          if case .truth(let truth) = field { truth } else { nil }
        }.first { $0.name == fact.name })
      for value in [Truth.true, .false] {
        let facts = try facts([Said(truths: [field: value], media: MediumSet(.forest))])
        #expect(facts.truth(fact) == value, "\(fact.name)")
        #expect(facts.rows(of: fact) == [0])
      }
    }
  }

  @Test("hold the days that records state, and no others")
  func days() throws {
    let stated = try facts([
      Said(kind: .transfer, days: [.transferReceived: "2026-07-05", .closed: "2026-09-01"]),
      Said(kind: .complaint, days: [.reportReceived: "2026-07-06", .occurrence: "2026-07-01"]),
    ])
    #expect(said(.occurrenceDate, stated) == "2026-07-01@1")
    #expect(said(.discoveryDate, stated) == "2026-07-05@0")
    #expect(said(.transferReceivedDate, stated) == "2026-07-05@0")
    #expect(said(.reportReceivedDate, stated) == "2026-07-06@1")
    #expect(said(.closedDate, stated) == "2026-09-01@0")
    let silent = try facts([Said()])
    #expect(said(.discoveryDate, silent) == "2026-10-08@")
    #expect(silent.inference(of: .discoveryDate)?.zh == "记录未写登记日，取首次筛查日")
    for fact in [Fact.occurrenceDate, .transferReceivedDate, .reportReceivedDate, .closedDate] {
      #expect(said(fact, silent) == "U@")
    }
  }

  @Test("never mix an estimate with a determined amount")
  func amounts() throws {
    let both = try facts([
      Said(amount: "9000.50"), Said(amount: "3000", basis: .appraisalReport),
    ])
    #expect(said(.damageAmountEstimate, both) == "9000.50@0")
    #expect(said(.damageAmountDetermined, both) == "3000.00@1")
    #expect(said(.damageAmountBasis, both) == "appraisal_report@1")
    let estimate = try facts([Said(amount: "9000", basis: .estimate)])
    #expect(said(.damageAmountEstimate, estimate) == "9000.00@0")
    #expect(said(.damageAmountDetermined, estimate) == "U@")
    #expect(said(.damageAmountBasis, estimate) == "U@")
    let disputed = try facts([
      Said(amount: "1", basis: .expertAssessment), Said(amount: "2", basis: .expertAssessment),
    ])
    #expect(said(.damageAmountDetermined, disputed) == "U@1,0")
    #expect(said(.damageAmountBasis, disputed) == "U@")
  }

  @Test("find damage where it is stated, where it was determined above zero, and nowhere else")
  func damage() throws {
    let yes: [TruthField: Truth] = [.damageConfirmed: .true]
    let no: [TruthField: Truth] = [.damageConfirmed: .false]
    let denied: [TruthField: Truth] = [.substantiated: .false]
    let upheld: [TruthField: Truth] = [.substantiated: .true]
    let cases: [([Said], String)] = [
      ([Said()], "U@"),
      ([Said(truths: yes)], "T@0"),
      ([Said(truths: no)], "F@0"),
      // Two amounts that differ are both amounts of damage.
      (
        [
          Said(amount: "1", basis: .appraisalReport), Said(amount: "2", basis: .appraisalReport),
        ], "T@1,0"
      ),
      (
        [
          Said(amount: "0", basis: .appraisalReport), Said(amount: "2", basis: .appraisalReport),
        ], "U@1,0"
      ),
      // A stated finding decides, against an amount too.
      ([Said(truths: no, amount: "1", basis: .appraisalReport)], "F@0"),
      ([Said(truths: yes), Said(truths: no)], "U@0,1"),
      (
        [
          Said(days: [.discovery: "2026-07-01"], truths: no),
          Said(days: [.discovery: "2026-07-02"], truths: yes),
        ], "T@0,1"
      ),
      ([Said(), Said(amount: "0.01", basis: .expertAssessment)], "T@1"),
      ([Said(amount: "0", basis: .expertAssessment)], "U@"),
      ([Said(amount: "1000000")], "U@"),
      ([Said(amount: "1000000", basis: .estimate)], "U@"),
      ([Said(truths: denied)], "F@0"),
      ([Said(truths: denied), Said(truths: denied)], "F@0,1"),
      ([Said(truths: denied), Said()], "U@"),
      ([Said(truths: upheld)], "U@"),
      // What one record upholds, another that denies it, even later, does not clear.
      (
        [
          Said(days: [.discovery: "2026-07-01"], truths: upheld),
          Said(days: [.discovery: "2026-07-02"], truths: denied),
        ], "U@"
      ),
      ([Said(truths: denied, amount: "1", basis: .appraisalReport)], "T@0"),
    ]
    for (records, expected) in cases {
      #expect(try said(.damageConfirmed, facts(records)) == expected)
      let (value, rows) = LeadFacts.damageConfirmed(try lead(records))
      #expect("\(value.letter)@\(rows.map(String.init).joined(separator: ","))" == expected)
    }
  }

  @Test("know the level of an emergency, and none only where nobody reported one")
  func emergencies() throws {
    let cases: [([Said], String)] = [
      ([Said()], "none@"),
      ([Said(kind: .emergency)], "U@"),
      ([Said(), Said(kind: .emergency)], "U@"),
      ([Said(kind: .emergency, emergency: .major)], "major@0"),
      ([Said(kind: .emergency), Said(kind: .emergency, emergency: .general)], "general@1"),
      ([Said(kind: .complaint, emergency: .relativelyMajor)], "relatively_major@0"),
    ]
    for (records, expected) in cases {
      #expect(try said(.emergencyLevel, facts(records)) == expected)
    }
  }

  @Test("know the level of destruction, and none only where all that was harmed is polluted")
  func destruction() throws {
    let cases: [([Said], String)] = [
      ([Said()], "U@"),
      ([Said(media: MediumSet(.water, .air, .soil, .noise))], "none@0"),
      ([Said(media: MediumSet(.groundwater, .solidWaste, .dust))], "none@0"),
      ([Said(media: MediumSet(.water)), Said(media: MediumSet(.forest))], "U@"),
      ([Said(media: MediumSet(.other))], "U@"),
      ([Said(destruction: .major, media: MediumSet(.water))], "major@0"),
    ]
    for (records, expected) in cases {
      #expect(try said(.ecologicalDestructionLevel, facts(records)) == expected)
    }
  }

  @Test(
    "count every medium that can be destroyed", arguments: Medium.allCases)
  func destructible(medium: Medium) throws {
    let polluted: [Medium] = [.water, .air, .soil, .groundwater, .solidWaste, .noise, .dust]
    let facts = try facts([Said(media: MediumSet(medium))])
    #expect(
      facts.word(for: .ecologicalDestructionLevel, catalogue)
        == (polluted.contains(medium) ? "none" : "U"))
  }

  @Test("propose each department once, in their order; none known is unknown")
  func departments() throws {
    let three = try facts([
      Said(media: MediumSet(.urbanGreen, .water)), Said(media: MediumSet(.soil, .forest, .other)),
    ])
    #expect(three.departments == ["生态环境", "林业和草原", "住房和城乡建设或城市管理"])
    #expect(LeadFacts.departments(MediumSet(.fishery, .aquaticLife)) == [.agriculture])
    for media in [MediumSet(), MediumSet(.other)] {
      #expect(try !facts([Said(media: media)]).isKnown(.departments))
    }
  }

  @Test("take what is not put right for not restored, and what is put right for open")
  func restoration() throws {
    let cases: [([TruthField: Truth], String)] = [
      ([:], "U@"), ([.restored: .true], "T@0"), ([.restored: .false], "F@0"),
      ([.rectified: .false], "F@0"), ([.rectified: .true], "U@"),
      ([.restored: .true, .rectified: .false], "T@0"),
    ]
    for (truths, expected) in cases {
      #expect(try said(.fullyRestored, facts([Said(truths: truths)])) == expected)
    }
    let later = try facts([
      Said(days: [.discovery: "2026-08-02"], truths: [.rectified: .true]),
      Said(days: [.discovery: "2026-08-01"], truths: [.rectified: .false]),
    ])
    #expect(said(.fullyRestored, later) == "U@")
    let route = try facts([Said(), Said(route: .obligorRestoration)])
    #expect(said(.restoredVia, route) == "obligor_restoration@1")
    #expect(said(.restoredVia, later) == "U@")
  }

  @Test(
    "are otherwise what the records agree on",
    arguments: [
      (TruthField.importantIssue, Fact.importantIssue),
      (.explicitlyAssigned, .explicitlyAssigned), (.filmExposed, .yellowRiverFilmExposed),
      (.factsSimple, .factsSimple), (.liabilityUndisputed, .liabilityUndisputed),
      (.agencyConsents, .agencyConsents), (.obligorAgrees, .obligorAgrees),
      (.noCompensationNeeded, .noCompensationNeeded),
      (.noObviousImpact, .noObviousImpactDetermined),
      (.noPenaltyBenchmark, .noPenaltyBenchmarkMet),
      (.personalOrPropertyOnly, .personalOrPropertyOnly),
      (.noResponsibleParty, .historicalNoResponsibleParty),
    ])
  func plain(field: TruthField, fact: Fact) throws {
    let yes = Said(truths: [field: .true])
    let no = Said(truths: [field: .false])
    #expect(try said(fact, facts([Said(), yes])) == "T@1")
    #expect(try said(fact, facts([no, no])) == "F@0,1")
    #expect(try said(fact, facts([yes, no])) == "U@0,1")
    let isPresumed = if case .presumedFalse = catalogue[fact].absence { true } else { false }
    #expect(try said(fact, facts([Said()])) == (isPresumed ? "F（推定）@" : "U@"))
  }

  @Test("invent nothing for a record that says nothing")
  func silence() throws {
    let facts = try facts([Said()])
    let known = Fact.allCases.filter { facts.isKnown($0) }
    #expect(known == [.channel, .discoveryDate, .emergencyLevel])
  }
}
