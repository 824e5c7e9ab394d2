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
    "leads abolished codes and names to their successors, flagged",
    arguments: [
      ("142225", "140923"), ("142201", "140902"), ("原平县", "140981"), ("142202", "140981"),
      ("富阳市", "330111"),
    ])
  func abolished(_ text: String, expected: String) {
    #expect(code(text).usable?.description == expected)
    #expect(code(text).code == .unknownCounty)
  }

  @Test(
    "refuses what it does not know and what is divided or shared",
    arguments: [
      "臺北市", "桃園市", "某县", "999999", "1409", "140999", "12345", "鼓楼区", "朝阳区", "140202", "代", "火星",
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
    #expect(table.former.count == 2082)
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
