import Testing
import Vocabulary

@testable import Matching

@Suite("Leads of one obligor, day and county")
struct EventMatchingTests {
  private let water = MediumSet(.water)

  private func matching(_ records: [Said], settled: SettledRows = SettledRows()) throws -> Matching
  {
    Matching(table(records), settled: settled, home: try home())
  }

  /// A record of the one obligor, on the one day in the one county.
  private func said(
    _ number: String, document: String = "", media: MediumSet = MediumSet(.water),
    violation: String = "", authority: String = "局"
  ) -> Said {
    Said(
      name: "原平市宏达铸造有限公司", document: document, authority: authority, number: number,
      violation: violation, day: "2026-07-03", media: media)
  }

  @Test("a record without a document joins the only decision")
  func onlyDecision() throws {
    let found = try matching([said("1", document: "1号"), said("2"), said("3")])
    #expect(Set(found.lead).count == 1)
    #expect(found.review.isEmpty)
  }

  @Test("a record without a document that fits two decisions joins neither, whatever it is called")
  func twoDecisions() throws {
    // What a record says decides its place in the order: each of these numbers gives another.
    for number in 0..<24 {
      let found = try matching([
        said("甲", document: "1号"), said("乙", document: "2号"), said("丙\(number)"),
      ])
      #expect(Set(found.lead).count == 3)
      #expect(found.review.map(\.kind) == [.leadConflict])
      // The question is about the record that was left apart.
      #expect(found.review.map(\.left) == [table([Said(), Said(), Said()]).name(2)])
    }
  }

  @Test("what one body numbered apart on one day is two leads, and what fits both is asked about")
  func numberedApart() throws {
    for kind in [SourceKind.transfer, .inspectorate, .emergency] {
      var (one, two) = (said("TF1409-2026-301"), said("TF1409-2026-302"))
      (one.kind, two.kind) = (kind, kind)
      #expect(Set(try matching([one, two]).lead).count == 2)
      let found = try matching([one, two, said("3")])
      #expect(Set(found.lead).count == 3)
      #expect(found.review.map(\.kind) == [.leadConflict])
    }
  }

  @Test(
    "a record without a place that fits two places of one day joins neither, whatever its number")
  func twoPlaces() throws {
    for number in 0..<8 {
      var (one, two) = (said("1"), said("2"))
      (one.place, two.place) = ("原平市东社镇上庄村5号", "原平市苏龙口镇下庄村7号")
      let found = try matching([one, two, said("丙\(number)")])
      #expect(Set(found.lead).count == 3)
      #expect(found.review.map(\.kind) == [.leadConflict])
      // Nor does a decision draw the two together.
      let decided = try matching([one, two, said("丙\(number)", document: "1号")])
      #expect(decided.lead[0] != decided.lead[1])
      #expect(decided.review.map(\.kind) == [.leadConflict, .leadConflict])
    }
  }

  @Test("many places of one day are as many leads, in linear time")
  func manyPlaces() throws {
    let found = try matching(
      (0..<6000).map {
        var one = said("甲\($0)")
        one.place = "原平市东社镇上庄村\($0 % 9 + 1)号"
        return one
      })
    #expect(Set(found.lead).count == 9)
    #expect(found.review.isEmpty)
  }

  @Test("records without a document stay one lead when they fit two decisions")
  func alikeApart() throws {
    let found = try matching([
      said("1", document: "1号"), said("2"), said("3", document: "2号"), said("4"),
    ])
    #expect(found.lead[1] == found.lead[3])
    #expect(Set(found.lead).count == 3)
    #expect(found.review.count == 1)
  }

  @Test("two decisions met through two media, or a medium and a violation, are two all the same")
  func acrossAspects() throws {
    let media = try matching([
      said("1", document: "1号"), said("2", document: "2号", media: MediumSet(.soil)),
      said("3", media: MediumSet(.water, .soil)),
    ])
    #expect(Set(media.lead).count == 3)
    #expect(media.review.map(\.kind) == [.leadConflict])
    let violation = try matching([
      said("1", document: "1号"),
      said("2", document: "2号", media: MediumSet(.soil), violation: "渗坑排放"),
      said("3", violation: "渗坑排放"),
    ])
    #expect(Set(violation.lead).count == 3)
    // One of them only: no doubt.
    let single = try matching([
      said("1", document: "1号"), said("2", document: "2号", media: MediumSet(.soil)), said("3"),
    ])
    #expect(single.lead[0] == single.lead[2])
    #expect(single.review.isEmpty)
  }

  @Test("a new record that fits two leads of the ledger joins neither", arguments: ["", "9号"])
  func twoSettled(document: String) throws {
    let found = try matching(
      [said("1"), said("2"), said("3", document: document)],
      settled: SettledRows(obligor: [4, 4], lead: [7, 8]))
    #expect(found.lead == [7, 8, 9])
    #expect(found.review.map(\.kind) == [.leadConflict, .leadConflict])
    #expect(found.review.map(\.question).first == "两条往季线索是否为同一事件")
  }

  @Test("a lead of the ledger without a document takes the only new decision")
  func settledWithoutDocument() throws {
    let found = try matching(
      [said("1"), said("2", document: "1号"), said("3")],
      settled: SettledRows(obligor: [4], lead: [7]))
    #expect(found.lead == [7, 7, 7])
    #expect(found.review.isEmpty)
  }

  @Test("a lead of the ledger without a document takes neither of two new decisions")
  func settledContested() throws {
    let found = try matching(
      [said("1"), said("2", document: "1号"), said("3", document: "2号")],
      settled: SettledRows(obligor: [4], lead: [7]))
    #expect(Set(found.lead).count == 3)
    #expect(found.review.map(\.kind) == [.leadConflict, .leadConflict])
  }

  @Test("a lead of the ledger with its document takes what has none, not another document")
  func settledWithDocument() throws {
    let found = try matching(
      [said("1", document: "1号"), said("2"), said("3", document: "2号", media: MediumSet(.soil))],
      settled: SettledRows(obligor: [4], lead: [7]))
    #expect(found.lead[1] == 7)
    #expect(found.lead[2] != 7)
    #expect(found.review.isEmpty)
  }

  @Test("no lead holds two documents by the event alone", arguments: [UInt64(3), 11, 20_261_121])
  func neverTwoDocuments(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let media = [water, MediumSet(.soil), MediumSet(.water, .soil), MediumSet(.soil, .noise)]
    let records = (0..<60).map { index in
      said(
        "\(index)",
        document: Int.random(in: 0..<4, using: &generator) == 0
          ? "\(Int.random(in: 0..<3, using: &generator))号" : "",
        media: media.randomElement(using: &generator) ?? water)
    }
    // Few enough a time that not all is ambiguous.
    for start in stride(from: 0, to: 60, by: 5) {
      let part = Array(records[start..<start + 5])
      let found = try matching(part)
      var documents: [Int32: Set<String>] = [:]
      for (row, said) in part.enumerated() where !said.document.isEmpty {
        documents[found.lead[row], default: []].insert(said.document)
      }
      #expect(documents.values.allSatisfy { $0.count == 1 }, "seed \(seed)")
      for rotation in 1..<5 {
        let order = (0..<5).map { ($0 + rotation) % 5 }
        let turned = try matching(order.map { part[$0] })
        #expect(turned.lead == order.map { found.lead[$0] }, "seed \(seed)")
        #expect(turned.review.count == found.review.count, "seed \(seed)")
      }
    }
  }

  @Test("twenty thousand records of one day cost linear time")
  func skew() throws {
    let found = try matching(
      (0..<20_000).map { said("\($0)", document: $0 % 2 == 0 ? "D\($0)" : "") })
    #expect(Set(found.lead).count == 10_001)
    #expect(found.review.count == 1)
  }
}
