import Testing
import Vocabulary

@testable import Matching

@Suite("Waterfalls, second-best candidates and refusals")
struct WaterfallTests {
  private let one = "91140981MA0A000018"
  private let two = "91140981MA0A000026"
  private let village = "原平市东社镇上庄村5号"

  private func match(
    _ records: [Said], settled: SettledRows = SettledRows()
  ) throws -> Matching {
    Matching(table(records), settled: settled, home: try home())
  }

  @Test(
    "every piece of evidence has words in both languages, and comes back from the ledger's text")
  func words() throws {
    var evidence = Evidence()
    let model = MatchingModel.standard
    evidence.repeated = -1200
    #expect(evidence.waterfall(model).weight == evidence.weight(model))
    evidence.code = .oneSlip
    for name in NameFinding.allCases {
      evidence.name = name
      for accord in Accord.allCases {
        (evidence.county, evidence.person, evidence.permit) = (accord, accord, accord)
        for address in AddressLevel.allCases {
          evidence.address = address
          for event in EventFinding.allCases {
            evidence.event = event
            let waterfall = evidence.waterfall(model)
            #expect(waterfall.weight == evidence.weight(model))
            #expect(Waterfall(stored: waterfall.stored) == waterfall)
            #expect(
              waterfall.pieces.allSatisfy {
                $0.wording.zh != "\($0.evidence) \($0.level)" && $0.wording.en != $0.wording.zh
              })
          }
        }
      }
    }
  }

  @Test(
    "what is no waterfall is none",
    arguments: [
      "", "1", "1 x", "1 2 3", "1 2;", "1 2;name", "1 2;name equal x", "1 2;name equal 3 4",
    ])
  func damaged(_ stored: String) { #expect(Waterfall(stored: stored) == nil) }

  @Test("a word that this program does not know is shown as it stands")
  func unknown() {
    #expect(Waterfall.Piece("smell", "alike", 12).wording.zh == "smell alike")
    #expect(Waterfall.Piece("name", "alike", 12).wording.en == "name alike")
  }

  @Test("a join says who came second and how far behind")
  func second() throws {
    let matching = try match([
      Said(name: "原平市宏达铸造有限公司", credit: one, place: village, representative: "王小明"),
      Said(name: "原平市宏达铸造股份有限公司", credit: two),
      Said(name: "宏达铸造有限公司", number: "9", place: village, representative: "王小明"),
    ])
    let join = try #require(matching.obligorJoins.first { $0.weight != nil })
    #expect([join.earlier, join.later].sorted() == [0, 2])
    let second = try #require(join.second)
    #expect(second.record == 1)
    let weight = try #require(join.weight)
    #expect(weight - second.weight > MatchingModel.standard.margin)
    let gap = Weight.magnitude(weight - second.weight)
    #expect(second.sentence(named: "乙厂", behind: weight).zh.hasSuffix("落后 \(gap)"))
  }

  @Test("a sure key weighs nothing and has no waterfall")
  func sureKey() throws {
    let matching = try match([
      Said(name: "原平市宏达铸造有限公司", credit: one),
      Said(name: "原平市宏达铸造有限公司", credit: one, number: "2", place: village),
    ])
    let join = try #require(matching.obligorJoins.first)
    #expect(join.rule.basis == .sureKey)
    #expect(join.weight == nil && join.waterfall == nil && join.second == nil)
  }

  @Test("what only its name keeps apart is refused with the veto and what spoke for it")
  func vetoed() throws {
    let matching = try match([
      Said(
        name: "原平市宏达第一铸造厂", credit: one, day: "2026-10-05", media: MediumSet(.air), place: village,
        representative: "王小明"),
      Said(
        name: "原平市宏达第二铸造厂", number: "2", day: "2026-10-05", media: MediumSet(.air), place: village,
        representative: "王小明"),
    ])
    let refusal = try #require(matching.refused.first)
    #expect(matching.refused.count == 1)
    #expect(refusal.reasons == [.numerals])
    #expect(refusal.scope == .obligor)
    #expect(try #require(refusal.weight) >= MatchingModel.standard.join)
  }

  @Test("two candidates alike are a refusal and a question")
  func rivals() throws {
    let matching = try match([
      Said(name: "原平市宏达铸造有限公司", credit: one), Said(name: "原平市宏达铸造股份有限公司", credit: two),
      Said(name: "宏达铸造", number: "9", place: village),
    ])
    let refusal = try #require(matching.refused.first)
    #expect(refusal.reasons == [.secondBest])
    #expect(refusal.second != nil)
    #expect(matching.review.count == 1)
  }

  @Test("refusals are at most two an obligor, however many are alike")
  func bounded() throws {
    let records = (0..<400).map { index in
      Said(
        name: "原平市宏达第\(["一", "二", "三", "四"][index % 4])铸造厂", number: "\(index)", day: "2026-10-05",
        media: MediumSet(.air), place: "原平市东社镇上庄村\(index % 50)号", representative: "王小明")
    }
    let matching = try match(records)
    #expect(!matching.refused.isEmpty)
    // Sure keys make a party of each name at each number.
    let parties = Set(records.map { $0.name + $0.place })
    #expect(matching.refused.count <= 2 * parties.count)
  }

  /// Two obligors of the ledger that weigh something, without a sure key between them.
  private var known: [Said] {
    [
      Said(name: "原平市宏达铸造有限公司", credit: one, place: village, representative: "王小明"),
      Said(name: "原平市宏达铸造股份有限公司", number: "2", place: village, representative: "王小明"),
    ]
  }

  @Test("two obligors of the ledger that weigh enough are asked about until somebody answers")
  func settledAsked() throws {
    let settled = SettledRows(obligor: [0, 1], lead: [0, 1])
    let matching = try match(known, settled: settled)
    #expect(matching.obligor == [0, 1])
    #expect(matching.review.map(\.kind) == [.ambiguousObligor])
    #expect(matching.review.first?.weight != nil)
    #expect(matching.refused.map(\.reasons) == [[.settledApart]])
  }

  @Test("once answered, weak evidence neither joins nor asks again")
  func answered() throws {
    var settled = SettledRows(obligor: [0, 1], lead: [0, 1])
    settled.answeredObligors = [try #require(OwnerPair(0, 1))]
    let matching = try match(known, settled: settled)
    #expect(matching.obligor == [0, 1])
    #expect(matching.review.isEmpty)
    #expect(matching.refused.map(\.reasons) == [[.judged]])
    // Nor do more records of the one that say the same.
    let more = try match(
      known + [Said(name: "原平市宏达铸造股份有限公司", number: "3", place: village, representative: "王小明")],
      settled: settled)
    #expect(more.obligor[0] != more.obligor[1])
    #expect(more.review.isEmpty)
  }

  @Test("an answer about two leads stands against rules of events, and is said to")
  func answeredLeads() throws {
    let records = ["1", "2"].map { number in
      Said(
        name: "原平市宏达铸造有限公司", credit: one, number: number, day: "2026-10-05",
        media: MediumSet(.air), place: village)
    }
    let settled = SettledRows(obligor: [0, 0], lead: [0, 1])
    let asked = try match(records, settled: settled)
    #expect(asked.review.map(\.kind) == [.leadConflict])
    #expect(asked.refused.isEmpty)
    var answered = settled
    answered.answeredLeads = [try #require(OwnerPair(0, 1))]
    let matching = try match(records, settled: answered)
    #expect(matching.lead == [0, 1])
    #expect(matching.review.isEmpty)
    #expect(matching.refused.map(\.scope) == [.lead])
    #expect(matching.refused.map(\.reasons) == [[.judged]])
  }
}
