import Vocabulary

/// A trade, the words firms name themselves by, and the harm that goes with it.
struct SampleTrade {
  let words: [String]
  /// Indices in `SampleHarm.all`.
  let harms: [Int]

  static let all: [SampleTrade] = [
    SampleTrade(words: ["洗选煤", "煤业", "选煤"], harms: [0, 1, 4, 5, 12]),
    SampleTrade(words: ["铸造", "锻压", "法兰", "机械制造"], harms: [2, 3, 4, 6, 17]),
    SampleTrade(words: ["石料", "建材", "砂石", "水泥制品"], harms: [3, 4, 8, 11, 13]),
    SampleTrade(words: ["镁业", "耐火材料", "焦化", "化工"], harms: [0, 2, 5, 6, 7]),
    SampleTrade(words: ["农牧", "养殖", "食品"], harms: [0, 1, 4, 7, 14]),
    SampleTrade(words: ["矿业", "铁矿", "铝土矿"], harms: [8, 9, 11, 12, 15]),
    SampleTrade(words: ["新能源开发", "风力发电", "园林工程"], harms: [8, 9, 10, 15]),
    SampleTrade(words: ["物流", "再生资源", "汽车服务"], harms: [4, 5, 6, 16]),
  ]

  /// The trade of cooperatives.
  static let farming = 4
  /// What persons without a trade are found doing.
  static let ofPersons = [4, 8, 9, 10, 13, 18]
}

/// A kind of harm: what was done, to which media, under which law.
package struct SampleHarm: Sendable {
  /// Who is competent in a county.
  package enum Bureau: Sendable { case environment, forestry, land, water, agriculture, housing }

  package let violation: String
  /// Media as exports write them; several for some.
  package let media: [String]
  /// What happened; `{n}` a quantity, `{r}` the nearest river, `{p}` the place.
  package let facts: String
  let law: String
  package let bureau: Bureau
  package let quantity: ClosedRange<Int>

  /// The kinds of harm that inspections, penalties and complaints are about.
  package static let all: [SampleHarm] = [
    SampleHarm(
      violation: "超标排放水污染物", media: ["水"], facts: "外排废水化学需氧量浓度为{n}毫克/升，超过排放标准，排入{r}",
      law: "《中华人民共和国水污染防治法》第十条、第八十三条第二项", bureau: .environment, quantity: 62...480),
    SampleHarm(
      violation: "私设暗管逃避监管排放水污染物", media: ["水", "地下水"], facts: "厂区北侧私设暗管1处，向{r}岸边渗坑排放生产废水约{n}立方米",
      law: "《中华人民共和国水污染防治法》第三十九条、第八十三条第三项", bureau: .environment, quantity: 8...900),
    SampleHarm(
      violation: "超标排放大气污染物", media: ["大气"], facts: "脱硫设施未正常运行，二氧化硫排放浓度为{n}毫克/立方米，超过许可限值",
      law: "《中华人民共和国大气污染防治法》第十八条、第九十九条第二项", bureau: .environment, quantity: 110...860),
    SampleHarm(
      violation: "未采取有效措施防治扬尘污染", media: ["扬尘"], facts: "露天堆放物料约{n}吨，未密闭、未苫盖，{p}有明显扬尘",
      law: "《中华人民共和国大气污染防治法》第七十二条、第一百一十七条第一项", bureau: .environment, quantity: 40...3000),
    SampleHarm(
      violation: "擅自倾倒堆放固体废物", media: ["固体废物", "土壤"], facts: "在{p}自然沟内倾倒煤矸石、炉渣等固体废物约{n}吨",
      law: "《中华人民共和国固体废物污染环境防治法》第二十条、第一百零二条第七项", bureau: .environment, quantity: 6...2600),
    SampleHarm(
      violation: "未按规定贮存危险废物", media: ["固体废物"], facts: "废机油等危险废物约{n}千克露天存放，地面未做防渗，部分渗漏",
      law: "《中华人民共和国固体废物污染环境防治法》第七十九条、第一百一十二条第六项", bureau: .environment,
      quantity: 30...1900),
    SampleHarm(
      violation: "非法排放有毒物质污染土壤", media: ["土壤", "地下水"], facts: "酸洗废液经排水沟流入{p}农田旁洼地，受污染土壤面积约{n}平方米",
      law: "《中华人民共和国土壤污染防治法》第四条", bureau: .environment, quantity: 20...2400),
    SampleHarm(
      violation: "渗坑排放养殖（生产）废水", media: ["水", "土壤"], facts: "利用无防渗土坑存放粪污废水约{n}立方米，溢流至{r}",
      law: "《中华人民共和国水污染防治法》第三十九条", bureau: .environment, quantity: 12...700),
    SampleHarm(
      violation: "违法占用林地", media: ["森林"], facts: "未经批准修建道路及场地，占用{p}林地约{n}平方米，原有植被被毁坏",
      law: "《中华人民共和国森林法》第三十七条、第七十三条", bureau: .forestry, quantity: 150...26_000),
    SampleHarm(
      violation: "非法开垦（占用）草原", media: ["草原"], facts: "在{p}非法占用草原约{n}平方米堆放弃土",
      law: "《中华人民共和国草原法》第三十八条、第六十五条", bureau: .forestry, quantity: 200...18_000),
    SampleHarm(
      violation: "非法猎捕野生动物", media: ["野生动植物"], facts: "在{p}使用猎夹、猎套猎捕环颈雉、野兔等共{n}只",
      law: "《中华人民共和国野生动物保护法》", bureau: .forestry, quantity: 2...23),
    SampleHarm(
      violation: "越界（无证）开采矿产资源", media: ["矿产"], facts: "超越批准的矿区范围在{p}开采，采出矿石约{n}吨",
      law: "《中华人民共和国矿产资源法》", bureau: .land, quantity: 80...9000),
    SampleHarm(
      violation: "非法取用地下水", media: ["水资源"], facts: "未经批准凿井取水，累计取用地下水约{n}立方米",
      law: "《中华人民共和国水法》第四十八条、第六十九条", bureau: .water, quantity: 300...42_000),
    SampleHarm(
      violation: "非法采砂", media: ["河道"], facts: "在{r}河道管理范围内采砂约{n}立方米，形成采坑",
      law: "《中华人民共和国水法》第三十九条", bureau: .water, quantity: 50...6800),
    SampleHarm(
      violation: "非法占用耕地", media: ["耕地"], facts: "擅自在{p}耕地上硬化地面约{n}平方米，种植条件被破坏",
      law: "《中华人民共和国土地管理法》第七十五条", bureau: .land, quantity: 120...9500),
    SampleHarm(
      violation: "未采取水土保持措施造成水土流失", media: ["水土流失"], facts: "弃土弃渣约{n}立方米沿坡倾倒，未建挡护，造成{p}坡面水土流失",
      law: "《中华人民共和国水土保持法》第三十二条、第五十五条", bureau: .water, quantity: 200...15_000),
    SampleHarm(
      violation: "随意倾倒建筑垃圾", media: ["建筑垃圾"], facts: "在{p}道路旁倾倒建筑垃圾约{n}立方米",
      law: "《中华人民共和国固体废物污染环境防治法》第六十三条、第一百一十一条", bureau: .housing, quantity: 5...800),
    SampleHarm(
      violation: "工业噪声排放超标", media: ["噪声"], facts: "夜间生产，厂界噪声{n}分贝，超过排放标准",
      law: "《中华人民共和国噪声污染防治法》第二十二条、第七十五条", bureau: .environment, quantity: 56...78),
    SampleHarm(
      violation: "使用电鱼方法捕捞", media: ["水生生物"], facts: "在{r}使用电捕工具捕鱼约{n}千克",
      law: "《中华人民共和国渔业法》第三十条、第三十八条", bureau: .agriculture, quantity: 2...60),
  ]

  /// What emergencies are about.
  static let emergencies: [SampleHarm] = [
    SampleHarm(
      violation: "罐车侧翻泄漏", media: ["水", "土壤"], facts: "罐车在{p}侧翻，约{n}千克柴油泄漏，部分流入{r}",
      law: "《中华人民共和国水污染防治法》第九十四条", bureau: .environment, quantity: 120...18_000),
    SampleHarm(
      violation: "渣场溢流", media: ["水", "土壤"], facts: "强降雨致渣场排洪沟堵塞，约{n}立方米泥浆溢流进入{r}",
      law: "《中华人民共和国水污染防治法》第九十四条", bureau: .environment, quantity: 60...5200),
    SampleHarm(
      violation: "事故池破裂废水外溢", media: ["水"], facts: "厂区事故池破裂，约{n}立方米生产废水外溢至{r}",
      law: "《中华人民共和国水污染防治法》第九十四条", bureau: .environment, quantity: 30...1400),
    SampleHarm(
      violation: "储罐泄漏", media: ["大气"], facts: "储罐阀门失效，约{n}千克液氨泄漏，{p}部分村民短时撤离",
      law: "《中华人民共和国大气污染防治法》第一百二十二条", bureau: .environment, quantity: 20...900),
  ]

  /// The authority that handles it in a county, by the form of its real name.
  static func authority(_ bureau: Bureau, in county: SampleCounty) -> String {
    switch bureau {
    case .environment: "忻州市生态环境局\(county.short)分局"
    case .forestry: "\(county.name)林业局"
    case .land: "\(county.name)自然资源局"
    case .water: "\(county.name)水利局"
    case .agriculture: "\(county.name)农业农村局"
    case .housing: "\(county.name)住房和城乡建设管理局"
    }
  }

  /// The word document numbers of that authority carry.
  static func documentWord(_ bureau: Bureau, in county: SampleCounty) -> String {
    switch bureau {
    case .environment: "晋忻\(county.mark)环罚"
    case .forestry: "\(county.mark)林罚决字"
    case .land: "\(county.mark)自然资罚"
    case .water: "\(county.mark)水罚决字"
    case .agriculture: "\(county.mark)农（渔政）罚"
    case .housing: "\(county.mark)住建罚字"
    }
  }
}
