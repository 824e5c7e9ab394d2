import Law
import Leads
import Testing
import Vocabulary

@Suite("Facts of where a lead lies")
struct PlaceFactsTests: FactReading {
  let catalogue: FactCatalogue

  init() throws { catalogue = try RuleLibrary().catalogue }

  @Test(
    "place a lead by the map and by what is declared",
    arguments: [
      (nil, "T", "T", false), (nil, "F", "F", false), (nil, "U", "U", false),
      ("T", "T", "T", false), ("T", "F", "T", true), ("T", "U", "T", false),
      ("F", "T", "U", true), ("F", "F", "F", false), ("F", "U", "F", false),
      ("U", "T", "T", false), ("U", "F", "U", false), ("U", "U", "U", false),
      ("N", "T", "T", false), ("N", "F", "U", false), ("N", "U", "U", false),
      // One record says inside, another outside.
      ("T", "TF", "T", true), ("F", "TF", "U", true), ("U", "TF", "U", true),
      (nil, "TF", "U", true),
    ] as [(String?, String, String, Bool)])
  func place(map: String?, declared: String, value: String, isContradiction: Bool) throws {
    let verdict = PlaceVerdict(
      map: try map.map { try #require(Truth(letter: $0)) },
      isDeclaredIn: declared.contains("T"), isDeclaredOut: declared.contains("F"))
    #expect(verdict.value.letter == value)
    #expect(verdict.isContradiction == isContradiction)
  }

  @Test("take red line and reserve from layers and records, and say which rows")
  func zones() throws {
    let here = Point(longitude: 112.7, latitude: 38.4, uncertaintyMetres: 10)
    let records = [
      Said(truths: [.declaredRedLine: .true]), Said(point: here),
      Said(truths: [.declaredReserve: .false]),
    ]
    var around = LeadSurroundings()
    let declared = try facts(records, around)
    #expect(said(.inRedLine, declared) == "T@0")
    #expect(said(.inNatureReserve, declared) == "F@2")
    around[.inRedLine] = .false
    around[.inNatureReserve] = .true
    let mapped = try facts(records, around)
    #expect(said(.inRedLine, mapped) == "U@0,1")
    #expect(said(.inNatureReserve, mapped) == "T@2,1")
  }

  @Test("keep the damage area, the place of the event and that of its result apart")
  func placesApart() throws {
    let here = Point(longitude: 112.7, latitude: 38.4, uncertaintyMetres: 10)
    let there = Point(longitude: 112.9, latitude: 38.4, uncertaintyMetres: 10)
    let records = [
      Said(truths: [.declaredRedLine: .false], point: here),
      Said(truths: [.eventInRedLine: .true], point: there, role: .event),
      Said(truths: [.resultInReserve: .false]),
    ]
    let lead = try lead(try table(records))
    #expect(lead.points(of: .damageArea) == [here])
    #expect(lead.points(of: .event) == [there])
    #expect(lead.points(of: .result) == [])
    var around = LeadSurroundings()
    around[.inRedLine] = .false
    around[.eventInRedLine] = .true
    let found = try facts(records, around)
    #expect(said(.inRedLine, found) == "F@0")
    #expect(said(.eventInRedLine, found) == "T@1")
    #expect(said(.resultInRedLine, found) == "F（按in_red_line）@")
    #expect(said(.resultInNatureReserve, found) == "F@2")
    #expect(said(.inNatureReserve, found) == "U@")
    let disputed = try facts([
      Said(truths: [.eventInRedLine: .true]), Said(truths: [.eventInRedLine: .false]),
      Said(truths: [.declaredRedLine: .true]),
    ])
    #expect(said(.eventInRedLine, disputed) == "U@0,1", "what is disputed is not read as the area")
    #expect(said(.inRedLine, disputed) == "T@2")
  }

  @Test("a record that denies the red line does not silence one that declares it")
  func deniedAndDeclared() throws {
    let records = [
      Said(truths: [.declaredRedLine: .true]), Said(truths: [.declaredRedLine: .false]),
    ]
    for map in [nil, .false, .unknown] as [Truth?] {
      var around = LeadSurroundings()
      around[.inRedLine] = map
      #expect(said(.inRedLine, try facts(records, around)) == "U@0,1")
    }
  }

  @Test("know other zones by layers alone")
  func otherZones() throws {
    let here = Point(longitude: 112.7, latitude: 38.4, uncertaintyMetres: 10)
    let zones = [
      Fact.inKeyEcologicalFunctionZone, .inProhibitedDevelopmentZone,
      .inOtherStrictProtectionArea, .inSpringKeyProtectionArea,
    ]
    for fact in zones {
      for (verdict, expected) in [
        (nil, "U@"), (.true, "T@0"), (.false, "F@0"), (.unknown, "U@0"),
      ] as [(Truth?, String)] {
        var around = LeadSurroundings()
        around[fact] = verdict
        let facts = try facts([Said(point: here)], around)
        #expect(said(fact, facts) == expected)
        // No zone speaks for another.
        for other in zones where other != fact { #expect(said(other, facts) == "U@") }
      }
    }
  }
}
