import Testing
import Vocabulary

@testable import Matching

/// What nobody wants to see in a column of parties: each is taken as it is, counted, and costs no more
/// than its share.
@Suite("Bad parties")
struct BadPartyTests {
  private let one = "91140981MA0A000018"

  private func match(_ records: [Said]) throws -> Matching {
    Matching(table(records), settled: SettledRows(), home: try home(), measuresItself: true)
  }

  @Test(
    "a placeholder is nobody: no obligor, no join, no question",
    arguments: [
      "无", "不详", "某某", "某某公司", "未知", "不明", "暂无", "待查", "无名氏", "个体户", "不明单位",
      String(repeating: "X", count: 3), "附近居民", "沿街商户",
      "当事人", "N/A", "null", "-",
      "——", "…", "……", "？", "???", "。", "，、；", "（）", "()", "***", "/", "\\", "_", "\u{3000}",
      "000",
    ])
  func placeholder(_ name: String) throws {
    let matching = try match(
      (0..<60).map { Said(name: name, number: "\($0)", place: "原平市东社镇上庄村5号") })
    #expect(Set(matching.obligor) == [-1])
    #expect(matching.obligorJoins.isEmpty && matching.account.blocks.weighed == 0)
    #expect(matching.review.allSatisfy { $0.pair?.scope != .obligor })
  }

  @Test("a placeholder with a code is its holder's all the same")
  func placeholderWithCode() throws {
    let matching = try match([
      Said(name: "不详", credit: one, number: "1"),
      Said(name: "原平市宏达铸造有限公司", credit: one, number: "2"),
      Said(name: "……", credit: one, number: "3"),
    ])
    #expect(Set(matching.obligor) == [0])
    #expect(matching.review.isEmpty)
  }

  @Test(
    "names of ten thousand characters are matched by what they say, and pairs stay few",
    arguments: ["宏达铸造", "一", "有限公司", "（甲）", "東"])
  func longNames(_ unit: String) throws {
    let long = String(repeating: unit, count: 10_000)
    let matching = try match(
      (0..<40).map { index in
        Said(
          name: long + (index % 2 == 0 ? "甲厂" : "乙厂"), credit: index < 2 ? one : "",
          number: "\(index)")
      } + [Said(name: "原平市宏达铸造有限公司", number: "x")])
    #expect(matching.obligor.allSatisfy { $0 >= 0 })
    #expect(matching.obligor[40] != matching.obligor[0])
    #expect(matching.account.blocks.weighed <= 41 * 40 / 2)
  }

  @Test(
    "one name for half of all records: pairs grow with the records, and what is left out is counted"
  )
  func halfTheFile() throws {
    func report(_ count: Int) throws -> BlockReport {
      try match(
        (0..<count).map { index in
          Said(
            name: index % 2 == 0 ? "兄弟汽修部" : "原平市\(Self.brand(index))铸造有限公司", number: "\(index)",
            place: index % 4 == 0 ? "东社镇\(index)号" : "")
        }
      ).account.blocks
    }
    let (small, large) = (try report(1500), try report(3000))
    for blocks in [small, large] { #expect(blocks[.wholeName].partiesLeftOut > 0) }
    #expect(large.weighed <= small.weighed * 5 / 2)
    // One whole name that is the register's own is one obligor and costs no pairs.
    let company = try match((0..<2000).map { Said(name: "原平市宏达铸造有限公司", number: "\($0)") })
    #expect(Set(company.obligor) == [0])
    #expect(company.account.blocks.weighed == 0)
  }

  @Test("codes that fifty companies share are a question each, and pairs grow with the records")
  func sharedCodes() throws {
    func matched(_ codes: Int) throws -> Matching {
      try match(
        (0..<codes * 50).map { index in
          Said(
            name: "原平市\(Self.brand(index))矿业有限公司",
            credit: "\(91_140_981_000_000_000 + index / 50)X",
            number: "\(index)")
        })
    }
    let (few, many) = (try matched(6), try matched(12))
    #expect(few.review.filter { $0.kind == .codeNameConflict }.count == 6)
    #expect(many.review.filter { $0.kind == .codeNameConflict }.count == 12)
    #expect(Set(many.obligor).count == 600)
    #expect(many.account.blocks.weighed <= max(few.account.blocks.weighed * 5 / 2, 50))
    #expect(few.account.masked.map(\.contested) == [6, 0])
  }

  /// Letters that no other number's are near to.
  private static func brand(_ number: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(number))
    return (0..<12).map { _ in String(UnicodeScalar(UInt8(97 + generator.next() % 26))) }.joined()
  }
}
