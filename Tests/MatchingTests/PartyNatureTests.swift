import Testing
import Vocabulary

@testable import Matching

/// Who is an organisation, so that others may read the name.
@Suite("Natures of parties") struct PartyNatureTests {
  @Test(
    "organisations by form, trade or code",
    arguments: [
      ("原平市宏达铸造有限公司", ""), ("五台县人民政府", ""), ("宏达铸造厂", ""), ("忻府区王家饭店", ""),
      ("代县上馆镇峻曜养殖场", ""), ("鑫源", "91140900MA0000015W"), ("某市委员会", ""),
    ])
  func organisation(_ pair: (String, String)) {
    #expect(PartyNature(named: pair.0, creditCode: pair.1) == .organisation, "\(pair.0)")
  }

  @Test(
    "persons, also as sole traders and whatever their code",
    arguments: [
      ("王小明", ""), ("王小明", "92140900MA0K123456"), ("个体户王小明", ""),
      ("王小明（个体工商户）", "92140900MA0K123456"), ("欧阳建国", ""), ("李某某", ""),
    ])
  func person(_ pair: (String, String)) {
    #expect(PartyNature(named: pair.0, creditCode: pair.1) != .organisation, "\(pair.0)")
  }

  @Test("who cannot be told is no organisation", arguments: ["王", "", "Zhang San", "个体户", "一二三四五"])
  func unknown(_ name: String) {
    #expect(PartyNature(named: name, creditCode: "") != .organisation, "\(name)")
    #expect(PartyNature(named: name, creditCode: "92140900MA0K123456") != .organisation, "\(name)")
  }
}
