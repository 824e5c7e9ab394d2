import Vocabulary

/// A county of 忻州市, with what addresses and authorities there are called.
///
/// Codes by GB/T 2260; the seat is approximate and only keeps points in their own county.
struct SampleCounty {
  let code: Int
  let name: String
  /// As names of firms and of bureaus' branches write it.
  let short: String
  /// The character document numbers abbreviate it with.
  let mark: String
  /// The seat in millionths of a degree.
  let seat: Coordinate
  let towns: [String]
  let rivers: [String]

  static let all: [SampleCounty] = [
    SampleCounty(
      code: 140902, name: "忻府区", short: "忻府", mark: "忻", seat: Coordinate(112_730_000, 38_400_000),
      towns: ["播明镇", "奇村镇", "豆罗镇", "董村镇"], rivers: ["牧马河", "云中河"]),
    SampleCounty(
      code: 140921, name: "定襄县", short: "定襄", mark: "定", seat: Coordinate(112_960_000, 38_470_000),
      towns: ["晋昌镇", "河边镇", "宏道镇", "杨芳乡"], rivers: ["滹沱河", "牧马河"]),
    SampleCounty(
      code: 140922, name: "五台县", short: "五台", mark: "台", seat: Coordinate(113_260_000, 38_730_000),
      towns: ["台城镇", "东冶镇", "豆村镇", "沟南乡"], rivers: ["清水河", "小银河"]),
    SampleCounty(
      code: 140923, name: "代县", short: "代县", mark: "代", seat: Coordinate(112_960_000, 39_070_000),
      towns: ["上馆镇", "阳明堡镇", "峨口镇", "聂营镇"], rivers: ["滹沱河", "峨河"]),
    SampleCounty(
      code: 140924, name: "繁峙县", short: "繁峙", mark: "繁", seat: Coordinate(113_270_000, 39_190_000),
      towns: ["繁城镇", "砂河镇", "大营镇", "杏园乡"], rivers: ["滹沱河", "羊眼河"]),
    SampleCounty(
      code: 140925, name: "宁武县", short: "宁武", mark: "宁", seat: Coordinate(112_300_000, 39_000_000),
      towns: ["凤凰镇", "阳方口镇", "东寨镇", "薛家洼乡"], rivers: ["恢河", "汾河"]),
    SampleCounty(
      code: 140926, name: "静乐县", short: "静乐", mark: "静", seat: Coordinate(111_940_000, 38_360_000),
      towns: ["鹅城镇", "杜家村镇", "康家会镇", "丰润镇"], rivers: ["汾河", "东碾河"]),
    SampleCounty(
      code: 140927, name: "神池县", short: "神池", mark: "神", seat: Coordinate(112_200_000, 39_090_000),
      towns: ["龙泉镇", "义井镇", "八角镇", "东湖乡"], rivers: ["朱家川河", "县川河"]),
    SampleCounty(
      code: 140928, name: "五寨县", short: "五寨", mark: "寨", seat: Coordinate(111_850_000, 38_910_000),
      towns: ["砚城镇", "小河头镇", "三岔镇", "胡会乡"], rivers: ["朱家川河", "清涟河"]),
    SampleCounty(
      code: 140929, name: "岢岚县", short: "岢岚", mark: "岢", seat: Coordinate(111_570_000, 38_700_000),
      towns: ["岚漪镇", "三井镇", "高家会乡", "阳坪乡"], rivers: ["岚漪河"]),
    SampleCounty(
      code: 140930, name: "河曲县", short: "河曲", mark: "曲", seat: Coordinate(111_140_000, 39_380_000),
      towns: ["文笔镇", "楼子营镇", "旧县镇", "刘家塔镇"], rivers: ["黄河", "县川河"]),
    SampleCounty(
      code: 140931, name: "保德县", short: "保德", mark: "保", seat: Coordinate(111_090_000, 39_020_000),
      towns: ["东关镇", "义门镇", "桥头镇", "杨家湾镇"], rivers: ["黄河", "朱家川河"]),
    SampleCounty(
      code: 140932, name: "偏关县", short: "偏关", mark: "偏", seat: Coordinate(111_510_000, 39_440_000),
      towns: ["新关镇", "天峰坪镇", "老营镇", "水泉镇"], rivers: ["偏关河", "黄河"]),
    SampleCounty(
      code: 140981, name: "原平市", short: "原平", mark: "原", seat: Coordinate(112_710_000, 38_730_000),
      towns: ["崞阳镇", "轩岗镇", "大牛店镇", "苏龙口镇"], rivers: ["滹沱河", "阳武河"]),
  ]

  /// The counties weighted as their industry is: the plain of the 滹沱河 has the most records.
  static let weighted: [Int] = [
    0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 11, 12, 13, 13, 13,
  ]

  /// An invented village.
  static func village(_ sequence: inout SeededSequence) -> String {
    sequence.pick(["上", "下", "东", "西", "南", "北", "前", "后"])
      + sequence.pick(["柳", "榆", "石", "桦", "泉", "白", "沙", "梨", "枣", "窑"])
      + sequence.pick(["庄", "沟", "坪", "梁", "洼", "峪", "湾", "坡"]) + "村"
  }

  /// A point within some five kilometres of the seat.
  func point(_ sequence: inout SeededSequence) -> Coordinate {
    Coordinate(
      seat.longitude + sequence.between(-50_000, 50_000),
      seat.latitude + sequence.between(-45_000, 45_000))
  }
}

/// A place in millionths of a degree, longitude and latitude on CGCS2000.
///
/// Whole numbers, so that no rounding differs between machines.
struct Coordinate: Hashable {
  let longitude: Int
  let latitude: Int

  init(_ longitude: Int, _ latitude: Int) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Degrees with that many decimals, 1 to 6, cut rather than rounded.
  static func degrees(_ millionths: Int, decimals: Int) -> String {
    let fraction = padded(millionths % 1_000_000, to: 6)
    return "\(millionths / 1_000_000).\(fraction.prefix(decimals))"
  }

  /// `112°43′48.5″`.
  static func sexagesimal(_ millionths: Int) -> String {
    let minutes = millionths % 1_000_000 * 60
    let tenths = minutes % 1_000_000 * 600 / 1_000_000
    return "\(millionths / 1_000_000)°\(padded(minutes / 1_000_000, to: 2))′"
      + "\(padded(tenths / 10, to: 2)).\(tenths % 10)″"
  }
}
