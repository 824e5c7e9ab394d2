import Testing
import Vocabulary

@testable import Matching

@Suite("Known codes masked")
struct MaskedCodeTests {
  private let one = "91140981MA0A000018"
  private let two = "91140981MA0A000026"
  private let village = "原平市东社镇上庄村5号"

  private func measure(
    _ records: [Said], settled: SettledRows = SettledRows()
  ) throws -> [MaskedCodes.Kind: MaskedCodes] {
    let matching = Matching(
      table(records), settled: settled, home: try home(), measuresItself: true)
    return Dictionary(uniqueKeysWithValues: matching.account.masked.map { ($0.kind, $0) })
  }

  @Test("half of an obligor's records are masked, at most four, and found by what else they say")
  func found() throws {
    let few = try #require(
      try measure((0..<3).map { Said(name: "原平市宏达铸造有限公司", credit: one, number: "\($0)") })[
        .organisation])
    #expect((few.obligors, few.masked, few.found, few.wrong, few.missed) == (1, 1, 1, 0, 0))
    let many = try #require(
      try measure((0..<40).map { Said(name: "原平市宏达铸造有限公司", credit: one, number: "\($0)") })[
        .organisation])
    #expect((many.masked, many.found) == (4, 4))
    #expect(many.recall == nil)
  }

  @Test("what is masked lies in every city alike, in whatever order rows stand")
  func everywhere() {
    let records = (0..<800).map { number in
      Said(
        name: "宏达\(number / 2)号矿业有限公司", credit: "\(number / 2)", number: "\(number)",
        county: number < 400 ? 140_105 : 140_981)
    }
    let ranked = RankedRecords(table(records), settledCount: 0)
    let check = MaskedCodeCheck(
      ranked, settledCount: 0, names: NameTable(ranked, .partyName), limit: 100)
    let blind = check.maskedTable
    let masked = (0..<ranked.count).filter { blind.text(.creditCode, $0).isMissing }
    #expect(masked.count == 100)
    #expect((30...70).contains(masked.count { ranked.county[$0] == 140_105 }))
  }

  @Test("whatever would give the code away is masked with it")
  func givenAway() throws {
    let measured = try measure([
      Said(
        name: "金茂锻压厂", credit: one, permit: one + "001P", number: "1",
        registration: "110108000000016", organisation: "MA0A00001", weak: one),
      Said(
        name: "金茂锻造公司", credit: one, permit: one + "001P", number: "2",
        registration: "110108000000016", organisation: "MA0A00001", weak: one),
    ])
    // The two names are compatible under a number, and nothing but numbers joins them.
    let codes = try #require(measured[.organisation])
    #expect(codes.obligors + codes.contested == 1)
    #expect(codes.found == 0)
  }

  @Test("a code under unrelated names is no truth: it is counted and left out")
  func contested() throws {
    let codes = try #require(
      try measure([
        Said(name: "原平市宏达铸造有限公司", credit: one, number: "1"),
        Said(name: "定襄县金茂锻压有限公司", credit: one, number: "2"),
      ])[.organisation])
    #expect((codes.obligors, codes.contested, codes.masked) == (0, 1, 0))
  }

  @Test("what is put to the holder of another code is wrong, what is put to nobody is missed")
  func wrong() throws {
    // One whole name in one city is one obligor where no code says otherwise.
    let namesakes = try #require(
      try measure([
        Said(name: "原平市宏达铸造有限公司", credit: one, number: "1", place: village),
        Said(name: "宏达铸造", credit: one, number: "2"),
        Said(name: "原平市宏达铸造有限公司", credit: two, number: "3", place: village),
        Said(name: "原平市宏达铸造有限公司", credit: two, number: "4", place: village),
      ])[.organisation])
    #expect(namesakes.masked == 2)
    #expect(namesakes.found + namesakes.wrong + namesakes.missed == 2)
    #expect(namesakes.found < 2)
  }

  @Test("persons are counted apart from companies, by their own numbers")
  func persons() throws {
    let measured = try measure([
      Said(name: "王小明", person: "11010519491231002X", number: "1", place: village),
      Said(name: "王小明", person: "11010519491231002X", number: "2", place: village),
      Said(name: "李小红", person: "440524188001010014", number: "3", place: village),
      Said(name: "李小红", person: "440524188001010014", number: "4"),
    ])
    let persons = try #require(measured[.person])
    #expect((persons.obligors, persons.masked) == (2, 2))
    #expect(persons.wrong == 0)
    #expect(persons.found == 1)
    #expect(measured[.organisation]?.obligors == 0)
  }

  @Test("nobody's numbers: nothing is masked and nothing is said")
  func nothing() throws {
    let measured = try measure([Said(name: "宏达铸造有限公司"), Said(name: "金茂锻压有限公司")])
    #expect(measured[.organisation] == MaskedCodes(.organisation))
    #expect(measured[.organisation]?.precision == nil)
  }

  @Test("records of the ledger are never masked, but a new one can be found by them")
  func settled() throws {
    let codes = try #require(
      try measure(
        [
          Said(name: "原平市宏达铸造有限公司", credit: one, number: "1"),
          Said(name: "原平市宏达铸造有限公司", credit: one, number: "2"),
          Said(name: "原平市宏达铸造有限公司", credit: one, number: "3"),
        ], settled: SettledRows(obligor: [0, 0], lead: [0, 1]))[.organisation])
    #expect((codes.masked, codes.found) == (1, 1))
  }

  @Test("the measure leaves the matching as it is, and no order of rows changes it")
  func permutation() throws {
    var generator = SeededGenerator(seed: 7)
    let records = (0..<200).map { index in
      Said(
        name: ["原平市宏达铸造有限公司", "宏达铸造有限公司", "原平市宏达铸造厂"][Int(generator.next() % 3)],
        credit: [one, two, ""][Int(generator.next() % 3)], number: "\(index)",
        place: generator.next() % 2 == 0 ? village : "")
    }
    let measured = Matching(
      table(records), settled: SettledRows(), home: try home(), measuresItself: true)
    let plain = Matching(table(records), settled: SettledRows(), home: try home())
    #expect(measured.obligor == plain.obligor)
    #expect(measured.lead == plain.lead)
    #expect(plain.account.masked.isEmpty)
    let shuffled = records.shuffled(using: &generator)
    #expect(try measure(shuffled) == measure(records))
  }
}
