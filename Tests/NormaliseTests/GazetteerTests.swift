import Testing
import Vocabulary

@testable import Normalise

@Suite("Divisions")
struct GazetteerTests {
  static let xinzhou = make("140900")
  static let shanxi = make("140000")

  static func make(_ code: String) -> Gazetteer {
    guard let home = DivisionCode(code) else { fatalError("\(code) is no code") }
    return Gazetteer(home: home)
  }

  func code(_ text: String, _ gazetteer: Gazetteer = xinzhou) -> Reading<DivisionCode> {
    reading(text) { gazetteer.code(for: $0) }
  }

  @Test(
    "reads names, codes and paths",
    arguments: [
      ("代县", "140923"), ("原平市", "140981"), ("原平", "140981"), ("忻府区", "140902"), ("忻府", "140902"),
      ("五台", "140922"), ("140923", "140923"), ("140923000000", "140923"), ("140923100", "140923"),
      ("１４０９２３", "140923"), ("忻州市原平市", "140981"), ("山西省忻州市代县", "140923"), ("山西忻州代县", "140923"),
      ("山西省忻州市代县上馆镇", "140923"), ("忻州市-代县", "140923"), ("忻州市 代县", "140923"), (" 代县 ", "140923"),
      ("忻州市", "140900"), ("忻州", "140900"), ("山西省", "140000"), ("山西", "140000"), ("市本级", "140900"),
      ("代县上馆镇东关村", "140923"), ("昆山市", "320583"), ("吉林省吉林市昌邑区", "220202"), ("北京市朝阳区", "110105"),
      ("辽宁省朝阳市朝阳县", "211321"), ("河南省济源市", "419001"), ("云南省玉溪市峨山", "530426"),
    ])
  func reads(_ text: String, expected: String) {
    #expect(code(text).usable?.description == expected, "\(code(text))")
    #expect(code(text).isClean)
  }

  @Test(
    "leads abolished codes and names to their successors, flagged with the year",
    arguments: [
      ("142225", "140923", "2000"), ("142201", "140902", "2000"), ("原平县", "140981", "1993"),
      ("142202", "140981", "2000"), ("富阳市", "330111", "2014"), ("忻县", "140902", "1983"),
      ("142200", "140900", "2000"), ("忻县地区", "140900", "1983"), ("110103", "110101", "2010"),
      ("崇文区", "110101", "2010"), ("142201000000", "140902", "2000"),
    ])
  func abolished(_ text: String, expected: String, year: String) {
    #expect(code(text).usable?.description == expected)
    #expect(code(text).code == .abolishedDivision)
    #expect(code(text).detail?.zh.contains("\(year)年") == true)
    #expect(code(text).detail?.zh.contains(expected) == true)
  }

  @Test("keeps the city of a division divided within it, and nothing of one divided beyond")
  func divided() {
    #expect(code("140202").usable?.description == "140200")
    #expect(code("140202").code == .abolishedDivision)
    #expect(code("140202").detail?.zh.contains("平城区") == true)
    #expect(code("142100").usable == nil)
    #expect(code("142100").code == .abolishedDivision)
    #expect(code("雁北地区").code == .abolishedDivision)
  }

  @Test(
    "keeps the city of several counties, flagged",
    arguments: [
      "代县、原平市", "代县,繁峙县", "代县和原平市", "忻府区 原平市", "140923,140981", "忻州市代县、原平市", "代县/五台县/繁峙县",
      "代县上馆镇、原平市大牛店镇", "代县-繁峙县", "山西省忻州市代县及繁峙县交界", "140923、原平市",
    ])
  func several(_ text: String) {
    #expect(code(text).usable?.description == "140900", "\(code(text))")
    #expect(code(text).code == .severalCounties)
  }

  @Test(
    "leaves counties of several cities unknown", arguments: ["代县、阳曲县", "忻州市、大同市", "140923;140122"])
  func severalCities(_ text: String) {
    #expect(code(text).usable == nil)
    #expect(code(text).code == .severalCounties)
  }

  @Test(
    "does not take a path, a road or a repeated name for several counties",
    arguments: [
      ("忻州市、代县", "140923"), ("代县、代县", "140923"), ("代县、大同路", "140923"), ("代县、五台山路", "140923"),
      ("代县 城关镇", "140923"), ("140923,上馆镇", "140923"), ("山西省/忻州市/代县", "140923"), ("呼和浩特市", "150100"),
      ("左权县", "140722"), ("山西省晋中市和顺县", "140723"), ("代县、忻州市", "140923"),
    ])
  func notSeveral(_ text: String, expected: String) {
    #expect(code(text).usable?.description == expected, "\(code(text))")
    #expect(code(text).isClean)
  }

  @Test("separates counties whose names begin with a conjunction")
  func conjunctions() {
    #expect(code("左权县和和顺县", Self.shanxi).usable?.description == "140700")
    #expect(code("左权县和和顺县", Self.shanxi).code == .severalCounties)
  }

  @Test(
    "refuses what it does not know and what is shared",
    arguments: [
      "臺北市", "桃園市", "某县", "999999", "1409", "140999", "12345", "鼓楼区", "朝阳区", "代", "火星",
    ])
  func unknown(_ text: String) { #expect(code(text).code == .unknownCounty, "\(code(text))") }

  @Test("lets the home city, then the home province, decide between namesakes")
  func namesakes() {
    #expect(code("鼓楼区", Self.make("320100")).usable?.description == "320106")
    #expect(code("鼓楼区", Self.make("350100")).usable?.description == "350102")
    #expect(code("朝阳区", Self.make("110000")).usable?.description == "110105")
    #expect(code("朝阳区", Self.make("220100")).usable?.description == "220104")
    #expect(code("郊区", Self.make("140300")).usable?.description == "140311")
  }

  @Test("names divisions and lists counties")
  func lists() throws {
    let county = try #require(DivisionCode("140923"))
    let city = try #require(DivisionCode("140900"))
    let province = try #require(DivisionCode("140000"))
    #expect(Self.xinzhou.name(of: county) == "代县")
    #expect(Self.xinzhou.fullName(of: county) == "山西省忻州市代县")
    #expect(Self.xinzhou.fullName(of: try #require(DivisionCode("110105"))) == "北京市朝阳区")
    #expect(Self.xinzhou.counties(in: city).count == 14)
    #expect(Self.xinzhou.counties(in: province).count == 117)
    #expect(Self.xinzhou.counties(in: county) == [county])
    #expect(Self.xinzhou.name(of: try #require(DivisionCode("142225"))) == nil)
  }

  @Test("reads every line of its table")
  func table() {
    let table = DivisionTable()
    #expect(table.unreadableLines == 0)
    #expect(table.codes.count == 3213)
    #expect(table.former.count == 3455)
    for former in table.former {
      for successor in former.successors { #expect(table.index(of: successor) != nil) }
    }
  }

  @Test("finds every county by its code and by its full name")
  func everyCounty() {
    for county in Self.shanxi.counties(in: Self.shanxi.home) {
      #expect(code(county.description) == .value(county))
      let full = Self.shanxi.fullName(of: county) ?? ""
      #expect(code(full) == .value(county), "\(full)")
    }
    let table = DivisionTable()
    for county in table.codes where county.isCounty {
      let full = Self.shanxi.fullName(of: county) ?? ""
      #expect(code(full) == .value(county), "\(full)")
    }
  }

  @Test(
    "takes every Taiwan county of the real penalties for unknown",
    arguments: ["臺北市", "新北市", "高雄市", "雲林縣"])
  func taiwan(_ text: String) { #expect(code(text).usable == nil) }

  @Test(
    "shortens names",
    arguments: [
      ("忻州市", "忻州"), ("峨山彝族自治县", "峨山"), ("双江拉祜族佤族布朗族傣族自治县", "双江"), ("内蒙古自治区", "内蒙古"),
      ("神农架林区", "神农架"), ("浦东新区", "浦东"), ("广西壮族自治区", "广西"),
    ])
  func shortNames(_ name: String, short: String) { #expect(shortDivisionName(name) == short) }

  @Test("leaves names of one character alone", arguments: ["代县", "城区", "某地"])
  func noShortName(_ name: String) { #expect(shortDivisionName(name) == nil) }
}
