import Testing
import Vocabulary

@testable import Matching

@Suite("Leads of one document")
struct DocumentMatchingTests {
  private let name = "原平市宏达铸造有限公司"

  private func matching(_ records: [Said]) throws -> Matching {
    Matching(table(records), settled: SettledRows(), home: try home())
  }

  @Test("a short or missing authority joins the only one that it can be", arguments: ["原平分局", ""])
  func only(authority: String) throws {
    let found = try matching([
      Said(name: name, document: "1号", authority: "忻州市生态环境局原平分局", number: "1"),
      Said(name: name, document: "1号", authority: authority, number: "2"),
    ])
    #expect(Set(found.lead).count == 1)
    #expect(found.review.isEmpty)
  }

  @Test("a bureau that inspected bears the number of its branch's decision; two decisions are two")
  func bureauAndBranch() throws {
    let decision = Said(
      name: name, document: "1号", authority: "忻州市生态环境局原平分局", number: "1", kind: .penalty)
    for (kind, leads) in [(SourceKind.inspection, 1), (.transfer, 1), (.penalty, 2)] {
      let found = try matching([
        decision,
        Said(name: name, document: "1号", authority: "忻州市生态环境局", number: "2", kind: kind),
      ])
      #expect(Set(found.lead).count == leads)
    }
    // Of two branches' decisions it is asked which one the bureau means.
    let found = try matching([
      decision,
      Said(name: name, document: "1号", authority: "忻州市生态环境局代县分局", number: "2", kind: .penalty),
      Said(name: name, document: "1号", authority: "忻州市生态环境局", number: "3", kind: .inspection),
    ])
    #expect(Set(found.lead).count == 3)
    #expect(found.review.map(\.kind) == [.documentConflict])
  }

  @Test(
    "one decision listed twice is one lead, wherever it is said to lie; of two days it is asked")
  func listedTwice() throws {
    func decision(_ number: String, _ place: String, _ occurred: String, _ decided: String) -> Said
    {
      Said(
        name: name, document: "20-104-090016", number: number, day: occurred, kind: .penalty,
        place: place, decided: decided)
    }
    let first = decision("1", "东社镇上庄村5号", "2026-06-01", "2026-07-20")
    let again = try matching([
      first, decision("2", "苏龙口镇下庄村8号", "2026-06-12", "2026-07-20"),
    ])
    #expect(Set(again.lead).count == 1 && again.review.isEmpty)
    let other = try matching([
      first, decision("2", "苏龙口镇下庄村8号", "2026-06-12", "2026-09-01"),
    ])
    #expect(Set(other.lead).count == 2)
    #expect(other.review.map(\.kind) == [.documentConflict])
    // Nobody says when: the places speak against it.
    let undated = try matching([
      decision("1", "东社镇上庄村5号", "2026-06-01", ""),
      decision("2", "苏龙口镇下庄村8号", "2026-06-12", ""),
    ])
    #expect(Set(undated.lead).count == 2)
  }

  @Test("a short or missing authority that fits two joins neither", arguments: ["分局", ""])
  func several(authority: String) throws {
    for number in 0..<12 {
      let found = try matching([
        Said(name: name, document: "1号", authority: "原平分局", number: "甲"),
        Said(name: name, document: "1号", authority: "代县分局", number: "乙"),
        Said(name: name, document: "1号", authority: authority, number: "丙\(number)"),
      ])
      #expect(Set(found.lead).count == 3)
      #expect(found.review.map(\.kind) == [.documentConflict])
    }
  }

  @Test("one number of many authorities costs linear time and asks once")
  func manyAuthorities() throws {
    let found = try matching(
      (0..<20_000).map {
        Said(name: name, document: "1号", authority: "第\($0 / 2)号分局", number: "\($0)")
      })
    #expect(Set(found.lead).count == 10_000)
    #expect(found.lead[0] == found.lead[1])
    #expect(found.review.map(\.kind) == [.documentConflict])
  }

  @Test("one number of many authorities and no party costs linear time")
  func manyUnnamed() throws {
    let found = try matching(
      (0..<20_000).map {
        Said(document: "1号", authority: "第\($0 / 2)号分局", number: "\($0)", kind: .transfer)
      })
    #expect(Set(found.lead).count == 10_000)
    #expect(found.review.map(\.kind) == [.documentConflict])
  }

  @Test("records without a party ask once where the number is used by many authorities")
  func unnamedAmongMany() throws {
    let parties = (0..<20).map {
      Said(name: "宏达\($0)号矿业有限公司", document: "1号", authority: "第\($0)号分局", number: "\($0)")
    }
    let unnamed = (0..<20).map {
      Said(document: "1号", authority: "第\($0)号分局", number: "甲\($0)", kind: .transfer)
    }
    let found = try matching(parties + unnamed)
    #expect(Set(found.lead.prefix(20)).isDisjoint(with: found.lead.suffix(20)))
    #expect(found.review.map(\.kind).allSatisfy { $0 == .documentConflict })
    #expect(found.review.count == 2)
  }
}
