import Testing
import Vocabulary

@testable import Matching

@Suite("Obligors")
struct ObligorMatchingTests {
  private let one = "91140981MA0A000018"
  private let two = "91140981MA0A000026"

  private func obligors(_ records: [Said], settled: SettledRows = SettledRows()) throws -> [Int32] {
    Matching(table(records), settled: settled, home: try home()).obligor
  }

  @Test("one valid code with compatible names is one obligor")
  func sameCode() throws {
    let found = try obligors([
      Said(name: "原平市宏达铸造有限公司", credit: one, number: "1"),
      Said(name: "宏达铸造有限责任公司", credit: one, number: "2", county: 140_922),
    ])
    #expect(found[0] == found[1])
  }

  @Test("two valid codes are never one obligor, whatever else agrees")
  func twoCodes() throws {
    let found = try obligors([
      Said(name: "原平市宏达铸造有限公司", credit: one, document: "晋环罚〔2026〕1号", authority: "原平分局"),
      Said(name: "原平市宏达铸造有限公司", credit: two, document: "晋环罚〔2026〕1号", authority: "原平分局"),
    ])
    #expect(found[0] != found[1])
  }

  @Test("one code with unrelated names goes to a person")
  func codeNameConflict() throws {
    let matching = Matching(
      table([
        Said(name: "原平市宏达铸造有限公司", credit: one), Said(name: "定襄县金茂锻压有限公司", credit: one),
      ]), settled: SettledRows(), home: try home())
    #expect(matching.obligor[0] != matching.obligor[1])
    #expect(matching.review.map(\.kind) == [.codeNameConflict])
  }

  @Test(
    "a name that keeps its brand under one code is a new name; a permit is passed on to a sister")
  func renamed() throws {
    func matched(_ name: String, _ other: String, credit: String, permit: String) throws -> Matching
    {
      Matching(
        table([
          Said(name: name, credit: credit, permit: permit),
          Said(name: other, credit: credit, permit: permit),
        ]), settled: SettledRows(), home: try home())
    }
    let (name, new) = ("原平市宏达铸造有限公司", "原平市宏达新材料有限公司")
    let renamed = try matched(name, new, credit: one, permit: "")
    #expect(renamed.obligor[0] == renamed.obligor[1])
    #expect(renamed.obligorJoins.map(\.rule) == [.creditCode])
    let passed = try matched(name, new, credit: "", permit: "A1")
    #expect(passed.obligor[0] != passed.obligor[1])
    #expect(passed.review.map(\.kind) == [.codeNameConflict])
    let branch = try matched(name, "原平市宏达新材料有限公司东社分公司", credit: one, permit: "")
    #expect(branch.obligor[0] != branch.obligor[1])
  }

  @Test("the other name that a note says is a name of the party, with and without a code")
  func otherName() throws {
    for note in ["（曾用名：原平市宏达铸造有限公司）", "(原名:原平市宏达铸造有限公司)", "（原宏达铸造有限公司）"] {
      let coded = try obligors([
        Said(name: "原平市宏达铸造有限公司", credit: one),
        Said(name: "原平市盛世新材料有限公司" + note, credit: one, number: "2"),
      ])
      #expect(coded[0] == coded[1])
      let named = try obligors([
        Said(name: "原平市宏达铸造有限公司", credit: one),
        Said(name: "原平市盛世新材料有限公司" + note, number: "2"),
        Said(name: "原平市盛世新材料有限公司", number: "3"),
      ])
      #expect(Set(named) == [0])
    }
    for note in ["（已停产）", "（曾用名：原平市金茂锻压有限公司）", "（原名不详）"] {
      let other = try obligors([
        Said(name: "原平市宏达铸造有限公司", credit: one),
        Said(name: "原平市盛世新材料有限公司" + note, credit: one, number: "2"),
      ])
      #expect(other[0] != other[1])
    }
  }

  @Test(
    "a whole name joins within a city and not across cities, without a division within a county")
  func wholeName() throws {
    func joined(_ name: String) throws -> [Bool] {
      let found = try obligors([
        Said(name: name, number: "1", county: 140_981),
        Said(name: name, number: "2", county: 140_981),
        Said(name: name, number: "3", county: 140_922),
        Said(name: name, number: "4", county: 140_105),
      ])
      return found.dropFirst().map { $0 == found[0] }
    }
    #expect(try joined("原平市宏达铸造有限公司") == [true, true, true])
    #expect(try joined("山西宏达铸造有限公司") == [true, true, false])
    #expect(try joined("宏达铸造有限公司") == [true, false, false])
  }

  @Test("a name that two codes bear in one city is ambiguous")
  func ambiguous() throws {
    let name = "宏达铸造有限公司"
    let matching = Matching(
      table([
        Said(name: name, credit: one), Said(name: name, credit: two), Said(name: name, number: "9"),
      ]), settled: SettledRows(), home: try home())
    #expect(Set(matching.obligor).count == 3)
    #expect(matching.review.map(\.kind) == [.ambiguousObligor])
  }

  @Test("persons need more than a name and a county")
  func persons() throws {
    let found = try obligors([Said(name: "王小明", number: "1"), Said(name: "王小明", number: "2")])
    #expect(found[0] != found[1])
    let known = try obligors([
      Said(name: "王小明", person: "110105194912310021"),
      Said(name: "王小明", person: "110105194912310021", number: "2"),
    ])
    #expect(known[0] == known[1])
  }

  @Test("a record that names nobody has no obligor")
  func nobody() throws {
    #expect(try obligors([Said(name: "个体户"), Said(document: "晋环罚〔2026〕1号")]) == [-1, -1])
  }

  @Test("a new record meets the ledger's obligor, and two earlier ones are never fused")
  func settledStay() throws {
    let name = "宏达铸造有限公司"
    let found = try obligors(
      [
        Said(name: name, number: "1"), Said(name: "别的名字厂", credit: one),
        Said(name: name, credit: one, number: "3"), Said(name: name, number: "4"),
      ], settled: SettledRows(obligor: [5, 9], lead: [0, 1]))
    #expect(found[0] == 5)
    #expect(found[1] == 9)
    #expect(found[3] == 5)
  }

  @Test("one permit number with unrelated names goes to a person, unless two codes have decided")
  func permitNameConflict() throws {
    func matched(_ code: String, _ other: String) throws -> Matching {
      Matching(
        table([
          Said(name: "原平市宏达铸造有限公司", credit: code, permit: "A1"),
          Said(name: "定襄县金茂锻压有限公司", credit: other, permit: "A1"),
        ]), settled: SettledRows(), home: try home())
    }
    let open = try matched(one, "")
    #expect(open.obligor[0] != open.obligor[1])
    #expect(open.review.map(\.question) == ["同一许可编号下的两个名称是否为同一赔偿义务人"])
    #expect(try matched(one, two).review.isEmpty)
  }

  @Test("a number alone belongs to its only name, and to nobody's among several")
  func numberAlone() throws {
    let single = try obligors([
      Said(name: "原平市宏达铸造有限公司", credit: one), Said(credit: one, number: "2"),
    ])
    #expect(single[0] == single[1])
    // What a record says decides its place in the order: each of these numbers gives another.
    for number in 0..<12 {
      let several = Matching(
        table([
          Said(name: "原平市宏达铸造有限公司", credit: one), Said(name: "定襄县金茂锻压有限公司", credit: one),
          Said(credit: one, number: "\(number)"),
        ]), settled: SettledRows(), home: try home())
      #expect(Set(several.obligor).count == 3)
      #expect(several.review.map(\.kind) == [.codeNameConflict, .ambiguousObligor])
    }
  }

  @Test("one code under many names costs linear time and is one question")
  func manyNames() throws {
    // Each name twice, in two cities: equal names still meet under the code. Unlike numerals keep
    // the names apart.
    let records = (0..<20_000).map { index in
      Said(
        name: "宏达\(index / 2)号矿业有限公司", credit: one, number: "\(index)",
        county: index % 2 == 0 ? 140_981 : 140_105)
    }
    let matching = Matching(table(records), settled: SettledRows(), home: try home())
    #expect(Set(matching.obligor).count == 10_000)
    for pair in 0..<10_000 {
      #expect(matching.obligor[2 * pair] == matching.obligor[2 * pair + 1])
    }
    #expect(matching.review.map(\.kind) == [.codeNameConflict])
  }

  @Test("half a file with one name costs linear time")
  func skew() throws {
    let records = (0..<20_000).map { index in
      Said(
        name: index % 2 == 0 ? "某县人民政府" : "宏达\(index)有限公司", document: "D\(index % 7)",
        authority: "局", number: "\(index)")
    }
    let found = try obligors(records)
    #expect(Set(stride(from: 0, to: 20_000, by: 2).map { found[$0] }).count == 1)
    #expect(Set(found).count == 10_001)
  }
}
