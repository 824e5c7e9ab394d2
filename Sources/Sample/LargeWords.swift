/// The vocabularies of the sample as UTF-8 bytes, made once.
enum LargeWords {
  static let brands = NameParts.brands.map { Array($0.utf8) }
  static let homophones = NameParts.homophones.map { Array($0.utf8) }
  static let trades = SampleTrade.all.flatMap(\.words).map { Array($0.utf8) }
  /// For each of `trades`, the harms that go with it.
  static let harms = SampleTrade.all.flatMap { trade in trade.words.map { _ in trade.harms } }
  static let forms = ["有限公司", "有限责任公司", "股份有限公司", "厂"].map { Array($0.utf8) }
  static let surnames = NameParts.surnames.map { Array($0.utf8) }
  static let given = NameParts.given.map { Array($0.utf8) }
  static let counties = SampleCounty.all.map { Array($0.name.utf8) }
  static let towns = SampleCounty.all.map { county in county.towns.map { Array($0.utf8) } }
  static let rivers = SampleCounty.all.map { county in county.rivers.map { Array($0.utf8) } }
  static let procedures = ["现场检查发现，", "双随机抽查发现，", "夜间巡查发现，"].map { Array($0.utf8) }
  static let reports = ["群众反映，", "来电举报，", "网上投诉，"].map { Array($0.utf8) }
  static let villages: [[UInt8]] = {
    var villages: [[UInt8]] = []
    for first in ["上", "下", "东", "西", "南", "北", "前", "后"] {
      for second in ["柳", "榆", "石", "桦", "泉", "白", "沙", "梨", "枣", "窑"] {
        for third in ["庄", "沟", "坪", "梁", "洼", "峪", "湾", "坡"] {
          villages.append(Array((first + second + third + "村").utf8))
        }
      }
    }
    return villages
  }()

  static let violations = SampleHarm.all.map { Array($0.violation.utf8) }
  static let media = SampleHarm.all.map { Array($0.media.joined(separator: "、").utf8) }
  static let laws = SampleHarm.all.map { Array($0.law.utf8) }
  /// By county, then by harm.
  static let authorities = SampleCounty.all.map { county in
    SampleHarm.all.map { Array(SampleHarm.authority($0.bureau, in: county).utf8) }
  }
  static let documentWords = SampleCounty.all.map { county in
    SampleHarm.all.map { Array(SampleHarm.documentWord($0.bureau, in: county).utf8) }
  }

  /// What happened, cut at the places for a quantity, a river or a place.
  static let facts: [[Piece]] = SampleHarm.all.map { harm in
    var pieces: [Piece] = []
    var text = ""
    var marks = harm.facts.makeIterator()
    while let character = marks.next() {
      guard character == "{" else {
        text.append(character)
        continue
      }
      pieces.append(.words(Array(text.utf8)))
      text = ""
      switch marks.next() {
      case "n": pieces.append(.quantity)
      case "r": pieces.append(.river)
      default: pieces.append(.place)
      }
      _ = marks.next()
    }
    pieces.append(.words(Array(text.utf8)))
    return pieces
  }

  enum Piece {
    case words([UInt8])
    case quantity, river, place
  }
}
