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
    let names = NamePair(row.0, row.1)
    #expect(names.table.areCompatible(names.left, names.right) == row.2)
    #expect(names.table.areCompatible(names.right, names.left) == row.2)
  }

  @Test(
    "tells organisations from persons",
    arguments: [
      ("原平市宏达铸造有限公司", PartyKind.organisation), ("某县人民政府", .government),
      ("原平市水利局", .government), ("子干村村民委员会", .village), ("原平市子干乡子干村", .village),
      ("东街社区居委会", .village), ("宏达建材经营部", .organisation), ("李记饭店", .organisation),
      ("王小明", .person), ("李建社", .person), ("个体户王小明", .person), ("老李养猪", .unclear),
      ("宏达铸造", .unclear), ("欧阳小明", .person), ("静乐县", .unclear), ("河曲县人民医院", .organisation),
      ("五台山兴旺烧烤老板娘家", .unclear), ("个体户", .generic), ("某企业", .generic), ("无名", .generic),
      ("不详", .generic), ("---", .generic), ("（）", .generic), ("N/A", .generic),
      ("(nbsp)", .generic), ("不明单位", .generic), (String(repeating: "X", count: 3), .generic),
      ("xx公司", .generic),
      ("×××", .generic), ("附近居民", .generic), ("沿街商户", .generic), ("周边村民", .generic),
      ("未知企业", .generic), ("某某有限公司", .generic), ("某工地", .generic),
      // What follows is a name of somebody.
      ("附近王家庄村", .village), ("沿河铸造有限公司", .organisation), ("XX铸造有限公司", .organisation),
    ])
  func kinds(_ row: (String, PartyKind)) {
    #expect(PartyName(row.0).kind == row.1)
  }

  @Test("hostile names are read in linear time")
  func hostile() {
    let long = PartyName(String(repeating: "有限责任公", count: 20_000))
    #expect(long.key.count == 100_000)
    #expect(PartyName("（）—·  \u{200B}").key.isEmpty == false)
    #expect(PartyName("\u{200B}\u{3000} ").key.isEmpty)
    let names = NamePair(String(repeating: "有限责任公", count: 20_000), "宏达铸造厂")
    #expect(!names.table.areCompatible(names.left, names.right))
    for unit in ["(", ")", "一", "公司", "山西省", "分公司", "(一", "原", "铸造", "\u{20000}"] {
      let name = PartyName(String(repeating: unit, count: 10_000))
      #expect(name.traits.headCount <= name.body.count)
      #expect(name.traits.coreCount <= name.traits.headCount)
      #expect(name.traits.brandCount <= name.traits.coreCount)
    }
  }
}

/// Two names in a table of their own.
struct NamePair {
  let table: NameTable
  /// -1 where the name says nothing about who it is.
  let left: Int32
  let right: Int32

  init(_ left: String, _ right: String) {
    var table = NameTable()
    let (one, other) = (Array(left.utf8), Array(right.utf8))
    self.left = table.add(one.span)
    self.right = table.add(other.span)
    self.table = table
  }

  var comparison: NameComparison { table.compare(left, right) }
}
