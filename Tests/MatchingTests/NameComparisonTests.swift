import Testing
import Vocabulary

@testable import Matching

@Suite("Two names")
struct NameComparisonTests {
  struct Case: CustomStringConvertible {
    let left: String
    let right: String
    let level: NameLevel
    var vetoes: NameVetoes = []
    var description: String { "\(left) / \(right)" }

    init(_ left: String, _ right: String, _ level: NameLevel, _ vetoes: NameVetoes = []) {
      (self.left, self.right, self.level, self.vetoes) = (left, right, level, vetoes)
    }
  }

  static let hazards = [
    // Spelling.
    Case("原平市宏达铸造有限责任公司", "原平市宏达铸造有限公司", .equalWithRegion),
    Case("山西省忻州市原平市宏达铸造有限公司", "原平市宏达铸造有限公司", .equalWithRegion),
    Case("宏达(集团)有限公司", "宏达集团有限公司", .equalWithoutRegion),
    Case("原平市宏达铸造有限公司", "宏达铸造有限公司", .equalOneRegion),
    Case("宏达1号选矿厂", "宏达一号选矿厂", .equalWithoutRegion),
    Case("子干村委会", "子干村村民委员会", .equalWithoutRegion),
    // What two firms at one address are told apart by.
    Case("深圳南头(香港万年)宝石加工厂", "深圳南头(香港南京)宝石加工厂", .different, [.brackets, .marks]),
    Case("深圳市中海物流有限公司", "中海物流(深圳)有限公司", .equalCore(.regionMoved)),
    Case("中国一冶集团有限公司", "中国一冶集团有限公司第三工程公司", .equalCore(.tail), [.branchAgainstParent, .numerals]),
    Case("中国一冶集团有限公司", "中国一冶集团有限公司武汉分公司", .equalCore(.tail), .branchAgainstParent),
    Case("宏达集团有限公司", "宏达集团股份有限公司", .equalCore(.form)),
    Case("宏达铸造有限公司", "宏达铸造股份有限公司", .equalCore(.form)),
    Case("宏达铸造厂", "宏达铸造有限公司", .equalCore(.form)),
    Case("宏达铸造", "宏达铸造有限公司", .equalCore(.formMissing)),
    Case("松岗淇锋制品厂", "宝安区松岗淇锋制品厂", .equalOneRegion),
    Case("忻州市宏达铸造有限公司", "太原市宏达铸造有限公司", .equalCore(.region), .regions),
    Case("山东宏达铸造有限公司", "山西宏达铸造有限公司", .equalCore(.region), .regions),
    Case("宏达铸造一厂", "宏达铸造二厂", .slip(.other), .numerals),
    Case("宏达铸造东厂", "宏达铸造西厂", .slip(.other), .marks),
    Case("大宏达铸造厂", "小宏达铸造厂", .slip(.other), .marks),
    Case("宏达A厂", "宏达B厂", .slip(.other), .marks),
    Case(
      "宏达铸造有限公司第一分公司", "宏达铸造有限公司第二分公司", .equalCore(.tail), [.numerals, .branches]),
    Case("宏达铸造有限公司原平分公司", "宏达铸造有限公司代县分公司", .equalCore(.tail), .branches),
    Case("宏达铸造有限公司原平分公司", "宏达铸造原平分公司", .equalCore(.formMissing)),
    Case("宏达铸造有限公司忻府营业部", "宏达铸造忻府营业部", .equalCore(.formMissing)),
    Case("宏达铸造有限公司原平分公司", "宏达铸造代县分公司", .equalCore(.tail), .branches),
    Case("宏达铸造有限公司第五分公司", "宏达铸造第六分公司", .equalCore(.tail), [.numerals, .branches]),
    Case("宏达1厂", "宏达11厂", .slip(.doubled), .numerals),
    Case("宏达12厂", "宏达21厂", .slip(.transposed), .numerals),
    Case("宏达铸造有限公司原平分公司", "宏达铸造有限公司原坪分公司", .slip(.homophone)),
    // Division and town.
    Case("忻州市宏达铸造有限公司", "原平市宏达铸造有限公司", .equalWithinRegion),
    Case("山西湖畅包装有限公司", "湖畅包装有限公司", .equalOneRegion),
    Case("定襄县石湾镇阳侨家具商店", "阳侨家具商店", .equalOneRegion),
    Case("定襄县石湾镇阳侨家具商店", "定襄县新泉镇阳侨家具商店", .equalCore(.region), .regions),
    // Shops.
    Case("岢岚县浪栋建筑门市部", "岢岚县浪栋建筑经营部", .equalCore(.form)),
    Case("玲辉房产专卖店", "玲辉房产", .equalCore(.formMissing)),
    // Slips.
    Case("代县福逸畅建材公司", "代县福毅畅建材有限公司", .slipOtherForm(.homophone)),
    Case("陆傲焦化有限公司", "路傲焦化有限公司", .slip(.homophone)),
    Case("宏达铸造有限公司", "红达铸造有限公司", .slip(.homophone)),
    Case("山立机械厂", "三立机械厂", .slip(.nearHomophone)),
    Case("宏治机械厂", "宏冶机械厂", .slip(.lookalike)),
    Case("宏达铸造有限公司", "达宏铸造有限公司", .slip(.transposed)),
    Case("宏达铸造有限公司", "宏达铸铸造有限公司", .slip(.doubled)),
    Case("宏达铸造有限公司", "宏达新铸造有限公司", .slip(.inserted)),
    Case("宏达铸造有限公司", "宏茂铸造有限公司", .slip(.other)),
    // A word of trades that is none any more; two such words are two firms of one brand.
    Case("桂颖路桥工程有限公司", "桂颖路合工程有限公司", .slip(.tradeWord)),
    Case("桂颖路桥工程公司", "桂颖路合工程有限公司", .slipOtherForm(.tradeWord)),
    Case("宏达铸造有限公司", "宏达铸件有限公司", .slip(.other)),
    Case("鑫源石料厂", "鑫源石膏厂", .slip(.other)),
    Case("宏达路桥有限公司", "宏茂路桥有限公司", .slip(.other)),
    Case("忻洲市宏达铸造有限公司", "忻州市宏达铸造有限公司", .slip(.homophone)),
    Case("宏达铸造有限公司", "宏达铸造有线公司", .slip(.homophone)),
    // Short names.
    Case("宏达公司", "宏达铸造有限公司", .contains),
    Case("宏达铸造有限公司", "定襄县金茂锻压有限公司", .different),
    // Public bodies.
    Case("原平市人民政府", "代县人民政府", .equalCore(.region), [.regions, .publicPlaces]),
    Case("忻州市人民政府", "原平市人民政府", .equalWithinRegion, .publicPlaces),
    Case("原平市苏龙口镇人民政府", "苏龙口镇政府", .equalOneRegion),
    Case("原平市苏龙口镇人民政府", "原平市大牛店镇人民政府", .different, .publicPlaces),
    Case("子干村村民委员会", "下王庄村村民委员会", .different, .publicPlaces),
    Case("子干乡子干村村民委员会", "子干村村民委员会", .contains),
    // Persons.
    Case("王小明", "王小明养殖场", .contains, .personAgainstOrganisation),
    Case("王小明", "个体户王小明", .equalWithoutRegion),
    Case("王小明", "王晓明", .slip(.homophone)),
    Case("王小明", "王某", .masked),
    Case("王某某", "王某", .masked),
    Case("王某某", "王小明", .masked),
    Case("王某某", "王明", .different, [.persons]),
    Case("李小明", "王某", .different, .persons),
    Case("王小明", "王建国", .different, .persons),
    Case("方沣染料", "忻州市方沣染料有限公司", .equalCore(.formMissing)),
  ]

  @Test("levels and vetoes of what the trade is known for", arguments: hazards)
  func level(_ hazard: Case) {
    let found = NamePair(hazard.left, hazard.right).comparison
    #expect(found.level == hazard.level)
    #expect(found.vetoes == hazard.vetoes)
  }

  @Test("a branch and its parent are tied, not joined")
  func parent() {
    let pair = NamePair("原平市宏达铸造有限公司第一分公司", "宏达铸造有限责任公司")
    #expect(pair.comparison.parent == .right)
    #expect(pair.table.compare(pair.right, pair.left).parent == .left)
    #expect(NamePair("宏达铸造有限公司第一分公司", "金茂锻压有限公司").comparison.parent == nil)
    #expect(NamePair("太原市宏达厂第一分厂", "忻州市宏达厂").comparison.parent == nil)
  }

  @Test("comparing is symmetric, and a name equals itself")
  func symmetric() {
    var generator = SeededGenerator(seed: 20_261_121)
    var table = NameTable()
    var numbers: [Int32] = []
    for _ in 0..<400 {
      let bytes = Array(inventedName(&generator).utf8)
      let number = table.add(bytes.span)
      if number >= 0 { numbers.append(number) }
    }
    #expect(numbers.count > 300)
    for left in numbers {
      let own = table.compare(left, left)
      #expect(own.vetoes.isEmpty)
      for right in numbers {
        let (one, other) = (table.compare(left, right), table.compare(right, left))
        #expect(one.level == other.level)
        #expect(one.vetoes == other.vetoes)
        #expect(one.regions == other.regions)
        #expect((one.parent == .left) == (other.parent == .right))
        #expect(table.areCompatible(left, right) == table.areCompatible(right, left))
      }
    }
  }

  @Test("a table reads each name once and keeps long ones whole")
  func records() {
    let long = String(repeating: "宏达铸造", count: 2_500)
    let names = NameTable(
      table([
        Said(name: "原平市宏达铸造有限公司"), Said(name: "原平市宏达铸造有限责任公司"), Said(name: ""), Said(name: "个体户"),
        Said(name: long), Said(name: long + "厂"),
      ]))
    #expect(names.count == 3)
    #expect(names.nameOfRow == [0, 0, -1, -1, 1, 2])
    #expect(names.compare(1, 2).level == .equalCore(.formMissing))
    #expect(names.key(1).count == 10_000)
  }
}

/// A name of a few parts, so that many are near each other.
func inventedName(_ generator: inout SeededGenerator) -> String {
  func one(_ words: [String]) -> String {
    words[Int.random(in: words.indices, using: &generator)]
  }
  return one(["", "原平市", "山西省", "忻州", "深圳市"]) + one(["宏", "红", "三", "东", "A"])
    + one(["达", "大", "(万年)", ""]) + one(["", "铸造", "村", "镇"])
    + one(["", "有限公司", "股份有限公司", "厂", "(深圳)有限公司", "人民政府", "村委会"])
    + one(["", "", "", "第一分公司", "二分厂", "项目部", "(已注销)"])
}
