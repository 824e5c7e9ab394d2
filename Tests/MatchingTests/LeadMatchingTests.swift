import Testing
import Vocabulary

@testable import Matching

@Suite("Leads")
struct LeadMatchingTests {
  private let name = "原平市宏达铸造有限公司"

  private func matching(_ records: [Said], settled: SettledRows = SettledRows()) throws -> Matching
  {
    Matching(table(records), settled: settled, home: try home())
  }

  @Test("one document of one authority is one lead, across sources")
  func document() throws {
    let found = try matching([
      Said(name: name, document: "忻环罚〔2026〕1号", authority: "原平分局", kind: .penalty),
      Said(name: name, document: "忻环罚〔2026〕1号", number: "J1", kind: .inspection),
    ])
    #expect(found.lead[0] == found.lead[1])
    #expect(found.leadJoins.map(\.rule) == [.documentNumber])
    #expect(found.newLeads == 1)
  }

  @Test("a document number of two parties or two authorities is two leads")
  func sharedDocument() throws {
    let parties = try matching([
      Said(name: name, document: "1号", authority: "原平分局"),
      Said(name: "代县晨光矿业有限公司", document: "1号", authority: "原平分局"),
    ])
    #expect(parties.lead[0] != parties.lead[1])
    let authorities = try matching([
      Said(name: name, document: "1号", authority: "原平分局"),
      Said(name: name, document: "1号", authority: "代县分局"),
    ])
    #expect(authorities.lead[0] != authorities.lead[1])
  }

  @Test("a record without a party joins a document's only party, else a person decides")
  func unnamedDocument() throws {
    let single = try matching([
      Said(name: name, document: "1号", authority: "原平分局"),
      Said(document: "1号", authority: "原平分局", kind: .transfer),
    ])
    #expect(single.lead[0] == single.lead[1])
    let several = try matching([
      Said(name: name, document: "1号", authority: "原平分局"),
      Said(name: "代县晨光矿业有限公司", document: "1号", authority: "原平分局"),
      Said(document: "1号", authority: "原平分局", kind: .transfer),
    ])
    #expect(Set(several.lead).count == 3)
    #expect(several.review.map(\.kind) == [.documentConflict])
  }

  @Test("first and later reports of one event are one lead")
  func reports() throws {
    let found = try matching([
      Said(number: "TF1", violation: "初报", kind: .emergency),
      Said(number: "TF1", violation: "续报", kind: .emergency),
      Said(number: "TF1", violation: "别的来源", kind: .complaint),
    ])
    #expect(found.lead[0] == found.lead[1])
    #expect(found.lead[0] != found.lead[2])
  }

  @Test("a report that names nobody joins the number's only event, else a person decides")
  func unnamedReport() throws {
    let first = Said(name: name, number: "TF1", kind: .emergency)
    let silent = Said(number: "TF1", violation: "续报", kind: .emergency)
    let one = try matching([silent, first])
    #expect(one.lead[0] == one.lead[1])
    let other = Said(name: "代县晨光矿业有限公司", number: "TF1", kind: .emergency)
    let several = try matching([first, silent, other])
    #expect(Set(several.lead).count == 3)
    #expect(several.review.map(\.kind) == [.leadConflict])
  }

  @Test("the same obligor, day, county and medium is one lead; another day or medium is not")
  func sameEvent() throws {
    let water = MediumSet(.water)
    let found = try matching([
      Said(name: name, number: "1", day: "2026-07-03", media: water),
      Said(
        name: name, number: "2", day: "2026-07-03", media: MediumSet(.water, .soil), kind: .transfer
      ),
      Said(name: name, number: "3", day: "2026-07-10", media: water),
      Said(name: name, number: "4", day: "2026-07-03", media: MediumSet(.noise)),
      Said(name: name, number: "5", county: 140_922, day: "2026-07-03", media: water),
      Said(name: "代县晨光矿业有限公司", number: "6", day: "2026-07-03", media: water),
    ])
    #expect(found.lead[0] == found.lead[1])
    #expect(Set(found.lead).count == 5)
  }

  @Test("two decisions of one day are two events until a person says otherwise")
  func twoDecisions() throws {
    let found = try matching([
      Said(name: name, document: "1号", authority: "局", day: "2026-07-03", media: MediumSet(.water)),
      Said(name: name, document: "2号", authority: "局", day: "2026-07-03", media: MediumSet(.water)),
    ])
    #expect(found.lead[0] != found.lead[1])
  }

  @Test("a new record joins the earlier quarter's lead and keeps its number")
  func settled() throws {
    let found = try matching(
      [
        Said(name: name, document: "1号", authority: "局", kind: .penalty),
        Said(name: name, document: "1号", authority: "局", number: "2", kind: .transfer),
      ], settled: SettledRows(obligor: [3], lead: [7]))
    #expect(found.lead == [7, 7])
    #expect(found.newLeads == 0)
  }

  @Test("earlier cases are no leads")
  func history() throws {
    #expect(try matching([Said(name: name, kind: .history)]).lead == [-1])
  }

  @Test("the order of rows changes nothing", arguments: [UInt64(1), 7, 20_261_121])
  func permutation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let records = randomRecords(400, &generator)
    let original = try matching(records)
    let order = records.indices.shuffled(using: &generator)
    let shuffled = try matching(order.map { records[$0] })
    for (position, row) in order.enumerated() {
      #expect(shuffled.lead[position] == original.lead[row], "seed \(seed)")
      #expect(shuffled.obligor[position] == original.obligor[row], "seed \(seed)")
    }
  }

  @Test("no lead and no obligor ever holds two codes, and every join has its reason")
  func invariants() throws {
    var generator = SeededGenerator(seed: 42)
    let records = randomRecords(2000, &generator)
    let found = try matching(records)
    var codes: [Int32: Set<String>] = [:]
    var leadCodes: [Int32: Set<String>] = [:]
    for (row, said) in records.enumerated() where !said.credit.isEmpty {
      codes[found.obligor[row], default: []].insert(said.credit)
      leadCodes[found.lead[row], default: []].insert(said.credit)
    }
    #expect(codes.values.allSatisfy { $0.count == 1 })
    #expect(leadCodes.values.allSatisfy { $0.count == 1 })
    // The joins are a spanning forest: as many as there are rows beyond the first of each lead.
    #expect(found.leadJoins.count == records.count - Set(found.lead).count)
    for join in found.leadJoins { #expect(found.lead[join.earlier] == found.lead[join.later]) }
    for join in found.obligorJoins {
      #expect(found.obligor[join.earlier] == found.obligor[join.later])
    }
  }

  private func randomRecords(_ count: Int, _ generator: inout SeededGenerator) -> [Said] {
    let codes = ["", "", "91140981MA0A000018", "91140981MA0A000026", "91140981MA0A000034"]
    let names = ["宏达铸造有限公司", "宏达铸造有限责任公司", "晨光矿业有限公司", "金茂锻压厂", "王小明", ""]
    return (0..<count).map { index in
      Said(
        name: names.randomElement(using: &generator) ?? "",
        credit: codes.randomElement(using: &generator) ?? "",
        document: Int.random(in: 0..<3, using: &generator) == 0
          ? "\(Int.random(in: 0..<60, using: &generator))号" : "",
        authority: ["局", "分局", ""].randomElement(using: &generator) ?? "",
        number: "N\(index)",
        county: [140_981, 140_922, 140_105].randomElement(using: &generator) ?? 140_981,
        day: "2026-07-1\(Int.random(in: 0..<10, using: &generator))",
        media: Bool.random(using: &generator) ? MediumSet(.water) : MediumSet(.soil),
        kind: [.inspection, .penalty, .complaint].randomElement(using: &generator) ?? .inspection)
    }
  }
}
