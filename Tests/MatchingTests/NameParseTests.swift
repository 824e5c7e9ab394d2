import Testing

@testable import Matching

@Suite("Parts of names")
struct NameParseTests {
  struct Parts: Equatable, CustomStringConvertible {
    var region = 0
    var core = ""
    var brand = ""
    var form = NameForm.none
    var tail = ""

    var description: String { "\(region) \(core) \(brand) \(form) \(tail)" }
  }

  static let parsed: [(String, Parts)] = [
    (
      "山西省忻州市原平市宏达铸造有限责任公司",
      Parts(region: 140_981, core: "宏达铸造", brand: "宏达", form: .limited)
    ),
    ("山西宏达铸造有限公司", Parts(region: 140_000, core: "宏达铸造", brand: "宏达", form: .limited)),
    ("原平宏达铸造厂", Parts(region: 140_981, core: "宏达铸造", brand: "宏达", form: .works)),
    ("和平饭店", Parts(core: "和平饭店", brand: "和平")),
    ("北京路百货商店", Parts(core: "北京路百货", brand: "北京路", form: .shop)),
    ("中海物流(深圳)有限公司", Parts(region: 440_300, core: "中海物流", brand: "中海", form: .limited)),
    ("腾讯科技深圳有限公司", Parts(region: 440_300, core: "腾讯科技", brand: "腾讯", form: .limited)),
    (
      "深圳南头(香港万年)宝石加工厂",
      Parts(region: 440_300, core: "南头(香港万年)宝石加工", brand: "南头(香港万年)", form: .works)
    ),
    ("宏达(集团)股份有限公司", Parts(core: "宏达", brand: "宏达", form: .groupJointStock)),
    ("宏达投资中心(有限合伙)", Parts(core: "宏达投资中心", brand: "宏达", form: .partnership)),
    (
      "原平市宏达铸造有限公司第一分公司",
      Parts(region: 140_981, core: "宏达铸造", brand: "宏达", form: .limited, tail: "第1分公司")
    ),
    ("中国工商银行股份有限公司忻州支行", Parts(core: "中国工商银行", brand: "中国工商", form: .jointStock, tail: "忻州支行")),
    ("宏达铸造厂第二分厂", Parts(core: "宏达铸造", brand: "宏达", form: .works, tail: "第2分厂")),
    ("原平市人民政府", Parts(region: 140_981, form: .government)),
    ("原平市苏龙口镇政府", Parts(region: 140_981, core: "苏龙口镇", brand: "苏龙口镇", form: .government)),
    ("子干村委会", Parts(core: "子干村", brand: "子干村", form: .villagers)),
    ("原平市北城街道办事处", Parts(region: 140_981, core: "北城", brand: "北城", form: .subdistrict)),
    ("忻州市物业管理有限公司", Parts(region: 140_900, core: "物业管理", brand: "物业管理", form: .limited)),
    ("宏达养殖农民专业合作社", Parts(core: "宏达养殖", brand: "宏达", form: .cooperative)),
    ("宏达十二号煤矿", Parts(core: "宏达12号煤矿", brand: "宏达12号")),
    ("百盛商贸有限公司", Parts(core: "百盛商贸", brand: "百盛", form: .limited)),
  ]

  @Test("finds division, brand, trade, form and what follows them", arguments: parsed)
  func parts(_ row: (String, Parts)) {
    let name = PartyName(row.0)
    let traits = name.traits
    let found = Parts(
      region: Int(traits.region.number), core: String(decoding: name.core, as: UTF16.self),
      brand: String(decoding: name.core.prefix(Int(traits.brandCount)), as: UTF16.self),
      form: traits.form,
      tail: String(decoding: name.body.dropFirst(Int(traits.headCount)), as: UTF16.self))
    #expect(found == row.1)
  }

  @Test(
    "knows a branch from a whole organisation",
    arguments: [
      ("原平市宏达铸造有限公司第一分公司", true), ("中国一冶集团有限公司第三工程公司", true), ("工商银行忻州支行", true),
      ("宏达建设有限公司原平项目部", true), ("忻州市生态环境局原平分局", true), ("宏达建材经营部", false),
      ("原平市北城街道办事处", false), ("宏达营造股份有限公司-101建字第0159号新建工程", false), ("原平市宏达铸造有限公司", false),
    ])
  func branches(_ row: (String, Bool)) {
    #expect(PartyName(row.0).isBranch == row.1)
  }

  @Test("a branch knows the body of its parent")
  func parents() {
    for (branch, parent) in [
      ("原平市宏达铸造有限公司第一分公司", "原平市宏达铸造有限责任公司"), ("宏达铸造厂第二分厂", "宏达铸造厂"),
      ("工商银行忻州支行", "工商银行"), ("忻州市生态环境局原平分局", "忻州市生态环境局"),
    ] {
      #expect(PartyName(branch).traits.parentHash == PartyName(parent).traits.bodyHash)
    }
    #expect(PartyName("宏达铸造厂").traits.parentHash == 0)
  }

  @Test(
    "a note on the state is kept beside the name, brackets of other content in it",
    arguments: [
      ("代县晨光矿业有限公司（已注销）", "代县晨光矿业有限公司", "(已注销)"),
      ("宏达砖厂（曾用名：宏达(原平)窑厂）", "宏达砖厂", "(曾用名:宏达(原平)窑厂)"),
      ("宏达砖厂（原红旗砖厂）", "宏达砖厂", "(原红旗砖厂)"), ("宏达砖厂（原平）", "宏达砖厂(原平)", ""),
      ("宏达砖厂（张三）", "宏达砖厂(张三)", ""),
    ])
  func notes(_ row: (String, String, String)) {
    let name = PartyName(row.0)
    #expect(String(decoding: name.key, as: UTF16.self) == row.1)
    #expect(String(decoding: name.note, as: UTF16.self) == row.2)
  }

  @Test(
    "numbers have one form, and brands that begin with a large one keep it",
    arguments: [
      ("宏达一厂", "宏达1厂"), ("宏达壹厂", "宏达１厂"), ("第十二煤矿", "第12煤矿"), ("一百二十号井", "120号井"),
      ("二〇一地质队", "201地质队"), ("宏达十厂", "宏达10厂"),
    ])
  func numbers(_ row: (String, String)) {
    #expect(PartyName(row.0).body == PartyName(row.1).body)
    #expect(PartyName(row.0).traits.numerals != 0)
    #expect(PartyName("百盛商贸").traits.numerals == 0)
    #expect(PartyName("万达广场").traits.numerals == 0)
  }

  @Test("Roman numbers count as numbers, other letters as letters")
  func letters() {
    #expect(PartyName("宏达Ⅱ期").traits.numerals == PartyName("宏达二期").traits.numerals)
    #expect(PartyName("宏达A厂").traits.marks != PartyName("宏达B厂").traits.marks)
    #expect(PartyName("宏达A厂").traits.numerals == 0)
  }
}
