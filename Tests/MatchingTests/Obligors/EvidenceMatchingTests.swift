import Testing
import Vocabulary

@testable import Matching

@Suite("Obligors by evidence")
struct EvidenceMatchingTests {
  private let one = "91140981MA0A000018"
  private let two = "91140981MA0A000026"
  private let village = "原平市东社镇上庄村5号"

  private func match(_ records: [Said]) throws -> Matching {
    Matching(table(records), settled: SettledRows(), home: try home())
  }

  @Test("a name without its division joins the one with it in the county, and says by how much")
  func regionDropped() throws {
    let matching = try match([
      Said(name: "原平市宏达铸造有限公司", credit: one, place: village),
      Said(name: "宏达铸造有限公司", number: "2"),
    ])
    #expect(matching.obligor[0] == matching.obligor[1])
    let join = try #require(matching.obligorJoins.first)
    #expect(join.rule == .weighedEvidence)
    let weight = try #require(join.weight)
    #expect(weight >= MatchingModel.standard.join)
    let waterfall = try #require(join.waterfall)
    #expect(waterfall.weight == weight)
    #expect(waterfall.model == MatchingModel.standard.version)
    #expect(waterfall.sentence.zh.contains("一方未写行政区划"))
    #expect(waterfall.sentence.zh.contains("合计 \(Weight.text(weight)) 比特"))
    #expect(join.second == nil)
  }

  @Test("another legal form needs more than a county: an address or a representative")
  func otherForm() throws {
    let coded = Said(
      name: "原平市宏达铸造有限公司", credit: one, place: village, representative: "王小明")
    let bare = try match([coded, Said(name: "原平市宏达铸造股份有限公司", number: "2")])
    #expect(bare.obligor[0] != bare.obligor[1])
    #expect(bare.review.map(\.kind) == [.ambiguousObligor])
    #expect(bare.review.first?.weight != nil)
    let known = try match([
      coded, Said(name: "原平市宏达铸造股份有限公司", number: "2", place: village, representative: "王小明"),
    ])
    #expect(known.obligor[0] == known.obligor[1])
  }

  @Test("an unlike character keeps sisters at one address apart; one of the same sound is a slip")
  func slips() throws {
    let coded = Said(name: "原平市宏达铸造有限公司", credit: one, place: village)
    for name in ["原平市宏达锻造有限公司", "原平市宏永铸造有限公司"] {
      let sister = try match([coded, Said(name: name, number: "2", place: village)])
      #expect(sister.obligor[0] != sister.obligor[1])
    }
    let slip = try match([coded, Said(name: "原平市鸿达铸造有限公司", number: "2", place: village)])
    #expect(slip.obligor[0] == slip.obligor[1])
  }

  @Test(
    "whatever agrees, these stay apart",
    arguments: [
      ("原平市宏达第一铸造厂", "原平市宏达第二铸造厂"), ("原平市宏达铸造有限公司", "原平市宏达铸造有限公司城关分公司"),
      ("定襄县宏达铸造有限公司", "代县宏达铸造有限公司"), ("宏达（万年）铸造有限公司", "宏达（南京）铸造有限公司"),
      ("原平市东社镇人民政府", "原平市崞阳镇人民政府"),
    ])
  func vetoes(_ left: String, _ right: String) throws {
    let matching = try match([
      Said(
        name: left, credit: one, day: "2026-10-05", media: MediumSet(.air), place: village,
        representative: "王小明"),
      Said(
        name: right, number: "2", day: "2026-10-05", media: MediumSet(.air), place: village,
        representative: "王小明"),
    ])
    #expect(matching.obligor[0] != matching.obligor[1])
  }

  @Test("two candidates that weigh nearly the same join neither: a person is asked")
  func ambiguous() throws {
    let matching = try match([
      Said(name: "原平市宏达铸造有限公司", credit: one), Said(name: "原平市宏达铸造股份有限公司", credit: two),
      Said(name: "宏达铸造", number: "9", place: village),
    ])
    #expect(Set(matching.obligor).count == 3)
    #expect(matching.review.map(\.kind) == [.ambiguousObligor])
    #expect(matching.review[0].evidence.contains("次选"))
  }

  @Test("a code with one slip is the code, where the names agree")
  func mistypedCode() throws {
    let matching = try match([
      Said(name: "原平市宏达铸造有限公司", credit: one),
      Said(name: "宏达铸造公司", number: "2", weak: "91140981MA0A000078"),
      Said(name: "定襄县金茂锻压有限公司", number: "3", weak: "91140981MA0A000078"),
    ])
    #expect(matching.obligor[0] == matching.obligor[1])
    #expect(matching.obligor[0] != matching.obligor[2])
    #expect(matching.obligorJoins.contains { $0.rule == .mistypedCode })
  }

  @Test("an organisation's code is within the credit code; a registration number is sure as well")
  func otherNumbers() throws {
    let matching = try match([
      Said(name: "原平市宏达铸造有限公司", credit: one),
      Said(name: "原平宏达铸造厂", number: "2", organisation: "MA0A00001"),
      Said(name: "金茂锻压有限公司", number: "3", registration: "110108000000016"),
      Said(name: "金茂锻压厂", number: "4", registration: "110108000000016"),
    ])
    #expect(matching.obligor[0] == matching.obligor[1])
    #expect(matching.obligor[2] == matching.obligor[3])
    #expect(matching.obligor[0] != matching.obligor[2])
    #expect(Set(matching.obligorJoins.map(\.rule)) == [.organisationCode, .registrationNumber])
  }

  @Test("one code under fifty unrelated names is one question")
  func sharedCode() throws {
    // Unlike numerals keep the names apart.
    let matching = try match(
      (0..<50).map { Said(name: "宏达\($0)号矿业有限公司", credit: one) })
    #expect(matching.review.map(\.kind) == [.codeNameConflict])
    #expect(Set(matching.obligor).count == 50)
  }

  @Test("persons of one name are one at one address, and two without")
  func persons() throws {
    let same = try match([
      Said(name: "王小明", number: "1", place: village),
      Said(name: "王小明", number: "2", place: village),
    ])
    #expect(same.obligor[0] == same.obligor[1])
    #expect(same.obligorJoins.map(\.rule) == [.nameAndAddress])
    let others = try match([
      Said(name: "王小明", number: "1", place: village),
      Said(name: "王小明", number: "2", place: "原平市崞阳镇下庄村7号"),
    ])
    #expect(others.obligor[0] != others.obligor[1])
  }

  @Test("the order of rows changes no number", arguments: [UInt64(1), 2, 3, 4])
  func permutation(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let brands = ["宏达", "鸿达", "金茂", "鑫源", "鑫原"]
    let records = (0..<120).map { index in
      Said(
        name: (generator.next() % 3 == 0 ? "" : "原平市") + brands[Int(generator.next() % 5)]
          + ["铸造有限公司", "铸造股份有限公司", "铸造", "一厂", "二厂"][Int(generator.next() % 5)],
        credit: generator.next() % 4 == 0 ? [one, two][Int(generator.next() % 2)] : "",
        number: "\(index)", county: [140_981, 140_922][Int(generator.next() % 2)],
        place: generator.next() % 2 == 0 ? village : "原平市崞阳镇",
        representative: ["", "王小明", "李小红"][Int(generator.next() % 3)])
    }
    let first = try match(records)
    let order = records.indices.shuffled(using: &generator)
    let again = try match(order.map { records[$0] })
    for (place, row) in order.enumerated() { #expect(again.obligor[place] == first.obligor[row]) }
    #expect(again.account == first.account)
    let codes = Dictionary(grouping: records.indices) { first.obligor[$0] }.values
    #expect(
      codes.allSatisfy { Set($0.map { records[$0].credit }.filter { !$0.isEmpty }).count < 2 })
  }

  @Test("a block of all records is parted, counted and costs linear time")
  func skew() throws {
    let matching = try match(
      (0..<4000).map {
        Said(name: "兄弟汽修部", number: "\($0)", place: $0 % 2 == 0 ? "" : "东社镇\($0)号")
      })
    #expect(matching.account.blocks[.wholeName].refined == 1)
    #expect(matching.account.blocks[.wholeName].partiesLeftOut > 0)
    #expect(matching.account.blocks.weighed < 400_000)
    #expect(Set(matching.obligor).count > 1000)
  }

  @Test("obligors that the ledger keeps apart are not fused by a new record, which joins neither")
  func settledApart() throws {
    let matching = Matching(
      table([
        Said(name: "宏达铸造有限公司", number: "1"), Said(name: "宏达铸造有限公司", number: "2"),
        Said(name: "宏达铸造有限公司", number: "3"),
      ]), settled: SettledRows(obligor: [0, 1], lead: [0, 1]), home: try home())
    #expect(matching.obligor == [0, 1, 2])
    #expect(matching.review.contains { $0.kind == .ambiguousObligor })
  }
}
