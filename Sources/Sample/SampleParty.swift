import Vocabulary

/// An invented party: a firm, a sole trader or a person.
struct SampleParty {
  enum Kind { case firm, cooperative, soleTrader, person }

  var kind: Kind
  var name: String
  /// The short form that complaints use.
  var shortName: String
  /// Unified social credit code; empty for a person.
  var creditCode: String
  /// A person's number, also that of a sole trader's owner; empty for a firm.
  var personID: String
  var representative: String
  /// Index in `SampleCounty.all`.
  var county: Int
  var town: String
  var address: String
  /// Index in `SampleTrade.all`.
  var trade: Int

  /// Invents a party; `serial` is unlike that of every other party of the sample.
  static func invented(serial: Int, _ sequence: inout SeededSequence) -> SampleParty {
    let county = sequence.pick(SampleCounty.weighted)
    let place = SampleCounty.all[county]
    let town = sequence.pick(place.towns)
    let address = place.name + town + SampleCounty.village(&sequence)
    let draw = sequence.below(100)
    let owner = personName(&sequence)
    let birthday = Day(number: Int32(sequence.between(-3200, 10_900)))
    let personID = CheckDigits.inventedPerson(
      county: place.code, birthday: birthday, serial: serial)
    let trade = sequence.below(SampleTrade.all.count)
    let brand = NameParts.brand(&sequence)
    let word = sequence.pick(SampleTrade.all[trade].words)
    var party = SampleParty(
      kind: .firm, name: "", shortName: brand + word, creditCode: "", personID: "",
      representative: owner, county: county, town: town, address: address, trade: trade)
    switch draw {
    case ..<76:
      party.name = NameParts.firm(brand: brand, trade: word, county: place, &sequence)
      party.creditCode = CheckDigits.inventedCredit(kind: "91", county: place.code, serial: serial)
    case ..<82:
      party.kind = .cooperative
      party.trade = SampleTrade.farming
      party.shortName = brand + "养殖合作社"
      party.name = place.name + brand + "养殖专业合作社"
      party.creditCode = CheckDigits.inventedCredit(kind: "93", county: place.code, serial: serial)
    case ..<91:
      party.kind = .soleTrader
      party.name = place.name + town + brand + sequence.pick(["石料厂", "加工厂", "养殖场", "洗煤厂", "汽修部"])
      party.shortName = brand + String(party.name.suffix(3))
      party.creditCode = CheckDigits.inventedCredit(kind: "92", county: place.code, serial: serial)
      party.personID = personID
    default:
      party.kind = .person
      party.name = owner
      party.shortName = String(owner.prefix(1)) + "某"
      party.representative = ""
      party.personID = personID
    }
    return party
  }

  /// An invented name of two or three characters.
  static func personName(_ sequence: inout SeededSequence) -> String {
    let given = sequence.pick(NameParts.given)
    let second = sequence.happens(75) ? sequence.pick(NameParts.given) : ""
    return sequence.pick(NameParts.surnames) + given + second
  }

  /// The person's number with its middle hidden, as public lists write it.
  static func masked(_ personID: String) -> String {
    personID.count == 18 ? "\(personID.prefix(6))********\(personID.suffix(4))" : personID
  }
}

/// The pieces of invented names; brands use characters that real firms seldom take together.
enum NameParts {
  static let brands = [
    "岚", "砚", "禾", "屿", "澜", "溯", "桦", "苒", "珩", "朔", "峻", "沅", "麓", "皓", "霁", "曜",
    "铭", "榆", "岱", "淳", "垣", "翎", "栩", "泓", "筠", "骁", "黎", "嵘", "奕", "蔚",
  ]
  /// For each of `brands`, a character of the same sound, as typing by pinyin mistakes it.
  static let homophones = [
    "兰", "彦", "和", "宇", "蓝", "素", "华", "冉", "恒", "硕", "俊", "元", "路", "浩", "季", "耀",
    "明", "余", "代", "纯", "园", "玲", "许", "宏", "云", "晓", "丽", "荣", "亦", "卫",
  ]
  static let surnames = [
    "王", "李", "张", "刘", "赵", "郭", "杨", "田", "史", "任", "侯", "韩", "樊", "邢", "贾", "段", "白", "邸", "梁",
    "薛",
  ]
  static let given = [
    "建", "明", "秀", "志", "海", "文", "国", "晓", "玉", "平", "红", "振", "永", "春", "兰", "俊", "贵", "峰", "丽",
    "田",
  ]

  static func brand(_ sequence: inout SeededSequence) -> String {
    let first = sequence.pick(brands)
    var second = sequence.pick(brands)
    if second == first { second = "源" }
    return first + second + (sequence.happens(25) ? sequence.pick(["丰", "通", "和", "达"]) : "")
  }

  static func firm(
    brand: String, trade: String, county: SampleCounty, _ sequence: inout SeededSequence
  ) -> String {
    switch sequence.below(100) {
    case ..<45: county.name + brand + trade + "有限公司"
    case ..<60: county.name + brand + trade + "有限责任公司"
    case ..<75: "忻州市" + brand + trade + "有限公司"
    case ..<83: "山西" + brand + trade + "有限公司"
    case ..<88: "山西" + brand + trade + "股份有限公司"
    case ..<94: brand + "（忻州）" + trade + "有限公司"
    default: county.short + brand + trade + "厂"
    }
  }
}
