import Testing

@testable import Matching

@Suite("Party names")
struct PartyNameTests {
  @Test(
    "spelling alone does not tell names apart",
    arguments: [
      ("原平市宏达铸造有限责任公司", "原平市宏达铸造有限公司"),
      ("原平市宏达（集团）有限公司", "原平市宏达(集团)有限公司"),
      ("原平市宏达〔集团〕有限公司", "原平市宏达(集团) 有限公司"),
      ("ＡＢＣ环保有限公司", "abc环保有限公司"),
      ("代县晨光矿业有限公司（已注销）", "代县晨光矿业有限公司"),
    ])
  func sameKey(_ pair: (String, String)) {
    #expect(PartyName(pair.0).key == PartyName(pair.1).key)
  }

  @Test(
    "what makes two companies keeps two keys",
    arguments: [
      ("原平市宏达铸造有限公司", "原平市宏达铸造股份有限公司"),
      ("宏达一厂", "宏达二厂"),
      ("深圳南头(香港万年)宝石加工厂", "深圳南头(香港南京)宝石加工厂"),
      ("原平市宏达铸造有限公司", "原平市宏达铸造有限公司第一分公司"),
    ])
  func differentKey(_ pair: (String, String)) {
    #expect(PartyName(pair.0).key != PartyName(pair.1).key)
  }

  @Test(
    "names that can be one party's under one code",
    arguments: [
      ("原平市宏达铸造有限公司", "宏达铸造", true),
      ("山西省忻州市原平市宏达铸造有限公司", "原平宏达铸造厂", true),
      ("原平市宏达铸造有限公司", "定襄县金茂锻压有限公司", false),
      ("原平市宏达铸造有限公司", "原平市宏达铸造有限公司定襄分公司", false),
      ("张三", "李四", false), ("宏达1号选矿厂", "宏达2号选矿厂", false), ("宏达一厂", "宏达1厂", true),
      ("", "原平市宏达铸造有限公司", true),
    ])
  func compatibility(_ row: (String, String, Bool)) {
    #expect(PartyName(row.0).isCompatible(with: PartyName(row.1)) == row.2)
    #expect(PartyName(row.1).isCompatible(with: PartyName(row.0)) == row.2)
  }

  @Test(
    "tells organisations from persons",
    arguments: [
      ("原平市宏达铸造有限公司", PartyName.Kind.organisation), ("某县人民政府", .organisation),
      ("王小明", .person), ("老李养猪", .person), ("五台山兴旺烧烤老板娘家", .unclear),
    ])
  func kinds(_ row: (String, PartyName.Kind)) {
    #expect(PartyName(row.0).kind == row.1)
  }

  @Test("hostile names are read in linear time")
  func hostile() {
    let long = PartyName(String(repeating: "有限责任公", count: 20_000))
    #expect(long.key.count == 100_000)
    #expect(PartyName("（）—·  \u{200B}").key.isEmpty == false)
    #expect(PartyName("\u{200B}\u{3000} ").key.isEmpty)
    #expect(!long.isCompatible(with: PartyName("宏达铸造厂")))
  }
}
