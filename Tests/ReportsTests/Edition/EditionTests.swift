import Foundation
import Testing
import Vocabulary

@testable import Reports

/// What each audience finds in the files of its edition.
@Suite("Editions") struct EditionTests {
  /// Marks that every other authority may read, by field.
  private static let shared: Set<String> = [
    "jurisdiction", "house", "version", "ledgerDigest", "configuration", "packID", "packVersion",
    "packTitle", "packHash", "layerName", "layerTag", "layerVersion", "layerSystem", "layerHash",
    "fileEncoding", "historyEncoding", "county", "lawShort", "lawName", "lawTitle", "lawPack",
    "ruleID", "ruleLocator", "ruleConclusion", "ruleSummary", "ruleSentence", "ruleRelation",
    "presumption", "presumptionText", "question", "questionText", "parent", "nameorganisation",
    "codeorganisation", "placeorganisation", "numberorganisation", "documentorganisation",
    "disputeTermorganisation", "disputeValueorganisation", "missing", "missingTerm", "applicable",
    "shift", "deadlineRule", "deadlineDocument", "deadlineLocator", "deadlineDuty",
    "deadlinePeriod", "findingTerm", "findingRule", "findingDocument", "findingLocator",
    "findingPack", "findingFacts", "zoneLayer", "zoneVersion", "zoneFeature", "zoneTag",
    "zoneMethod", "zoneRemark", "traceTerm", "traceMissing", "traceRemark", "traceText",
    "traceFallback", "outlinenature_reserve", "outlineTermnature_reserve",
    "outlineVersionnature_reserve", "areanature_reserve",
  ]

  /// Marks that everybody may read.
  private static let open: Set<String> = [
    "jurisdiction", "house", "version", "packID", "packVersion", "packTitle", "layerTag",
    "layerVersion", "county", "lawTitle", "ruleLocator", "ruleConclusion", "ruleSummary",
  ]

  /// The marks in a text.
  private static func marks(in text: String) -> Set<String> {
    Set(text.matches(of: /q([A-Za-z_]+?)z/).map { String($0.output.1) })
  }

  private static func found(_ audience: Audience) throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    let planted = Set(texts(in: MarkedReport.report()).flatMap(marks))
    for file in try EditionFiles.texts(Edition(MarkedReport.report(), for: audience)) {
      found[file.name] = marks(in: file.text).intersection(planted)
    }
    return found
  }

  /// Every text of a report, those that it makes on demand for its first lead included.
  private static func texts(in report: QuarterReport) -> [String] {
    texts(of: report) + texts(of: report.trace(0) as Any) + texts(of: report.sideBySide(0) as Any)
  }

  /// Every text of a value, by reflection.
  private static func texts(of value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { texts(of: $0.value) }
  }

  @Test("every text of the model is a mark, so that a new field is looked for too")
  func everythingIsMarked() {
    let texts = Self.texts(in: MarkedReport.report()).filter { !$0.isEmpty }
    let words: Set<String> = [
      "red_line", "nature_reserve", "major", "exc_red_line", ",", "\"", "LF", "M10 10l50 0l0 50z",
    ]
    for text in texts where !words.contains(text) && !text.hasPrefix("M") {
      #expect(!Self.marks(in: text).isEmpty, "\(text)")
    }
    #expect(texts.count > 120)
  }

  @Test("other authorities find what is admitted for them and nothing else")
  func share() throws {
    let found = try Self.found(.share)
    for (file, marks) in found {
      #expect(marks.subtracting(Self.shared).isEmpty, "\(file): \(marks.subtracting(Self.shared))")
    }
    // What is admitted is really there.
    let all = found.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(Self.shared.subtracting(all) == [])
  }

  @Test("everybody finds the house, the law and counts, and nothing else")
  func everybody() throws {
    let found = try Self.found(.open)
    let all = found.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(all == Self.open)
    for file in try EditionFiles.texts(Edition(MarkedReport.report(), for: .open)) {
      #expect(!file.text.contains("XS140900-"), "\(file.name) names a lead")
      #expect(!file.text.contains("YW140900-"), "\(file.name) names an obligor")
      #expect(!file.text.contains("112.5"), "\(file.name) has a place")
      #expect(!file.text.contains(" href=\"#XS"), "\(file.name) links to a lead")
    }
  }

  @Test("the house's own edition is the report as it is")
  func inHouse() throws {
    let report = MarkedReport.report()
    guard case .register(let edition) = Edition(report, for: .inHouse) else {
      Issue.record("no register")
      return
    }
    #expect(edition.audience == .inHouse)
    #expect(HTMLReport.render(edition) == HTMLReport.render(report))
    let all = try Self.found(.inHouse).values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(all.isSuperset(of: ["nameperson", "summaryperson", "matchEvidence", "rejectRaw"]))
  }

  @Test("for whom it is stands in every file that people read", arguments: Audience.allCases)
  func banner(audience: Audience) throws {
    for file in try EditionFiles.texts(Edition(MarkedReport.report(), for: audience)) {
      let isPage =
        file.name == "report.html" || file.name.contains("xl/worksheets/sheet")
        || file.name.contains("word/header")
      if isPage { #expect(file.text.contains(audience.banner), "\(file.name)") }
    }
  }

  @Test("the same report gives the same bytes, hostile texts too", arguments: Audience.allCases)
  func repeatable(audience: Audience) throws {
    let report = HostileReport.report()
    let once = try EditionFiles.all(Edition(report, for: audience))
    let again = try EditionFiles.all(Edition(report, for: audience))
    #expect(once.map(\.name) == again.map(\.name))
    for (file, other) in zip(once, again) { #expect(file.bytes == other.bytes, "\(file.name)") }
    for empty in [HostileReport.empty] {
      #expect(try EditionFiles.all(Edition(empty, for: audience)).count >= 5)
    }
  }

  @Test("what is shared has all leads, counts and places of the house's own")
  func totals() throws {
    let own = try PageFixture().report()
    guard case .register(let shared) = Edition(own, for: .share) else {
      Issue.record("no register")
      return
    }
    #expect(ReportTotals(shared) == ReportTotals(own))
    let (ours, theirs) = (ReportFigures(own), ReportFigures(shared))
    for name in FigureName.allCases { #expect(ours[name] == theirs[name], "\(name.rawValue)") }
    for (one, other) in zip(own.leads, shared.leads) {
      #expect(one.id == other.id && one.amount == other.amount)
      // Places are rounded to the sixth decimal, a tenth of a metre.
      #expect(one.point == nil ? other.point == nil : other.point != nil)
      guard let place = one.point, let told = other.point else { continue }
      #expect(abs(place.longitude - told.longitude) < 6e-7)
      #expect(abs(place.latitude - told.latitude) < 6e-7)
    }
  }

  @Test("what everybody reads is the house's own figure, or is not told")
  func openFigures() throws {
    for seed in UInt64(1)...20 {
      var fixture = PageFixture()
      fixture.leads = Int(seed) * 3
      fixture.carriedOver = Int(seed)
      fixture.seed = seed
      let own = try fixture.report()
      let figures = ReportFigures(own)
      for (name, count) in OpenReport(own).figures {
        let number = figures[name]
        switch count {
        case .exact(let told):
          #expect(told == number && !(1...2).contains(told) || name == .files, "\(name.rawValue)")
        case .fewerThanThree: #expect((1...2).contains(number), "\(name.rawValue)")
        case .withheld: break
        }
      }
    }
  }

  @Test("small counts read 少于3件 in sentences, and never as numbers")
  func smallCounts() throws {
    var report = try PageFixture().report()
    report.leads = Array(report.leads.prefix(8))
    // Its marks are of leads that are gone.
    report.map = nil
    let open = OpenReport(report)
    let text = open.sentences.flatMap(\.pieces).map { piece in
      switch piece {
      case .text(let text): text
      case .figure(_, let count, let unit): count.phrase(unit)
      }
    }.joined()
    #expect(text.contains("少于3件"))
    #expect(!text.contains(" 1 件") && !text.contains(" 2 件"), "\(text)")
  }
}
