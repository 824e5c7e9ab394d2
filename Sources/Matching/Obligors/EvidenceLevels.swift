internal import Vocabulary

/// How far the names of two parties agree, as the model knows it.
enum NameFinding: UInt8, Sendable, CaseIterable {
  case equalWithRegion = 0
  case equalWithinRegion, equalOneRegion, equalWithoutRegion
  case coreForm, coreFormMissing, coreRegionMoved, coreTail
  case homophone, nearHomophone, lookalike, transposed, doubled, inserted, other, tradeWord
  /// A slip explains what differs of brand and trade, and the legal forms differ too.
  case slipOtherForm
  /// Persons of one surname, whose given name is hidden.
  case masked
  /// All characters are read alike, and more than one differs.
  case sameReading
  case contains
  case different

  /// The word of the model.
  var word: String {
    switch self {
    case .equalWithRegion: "equal-with-region"
    case .equalWithinRegion: "equal-within-region"
    case .equalOneRegion: "equal-one-region"
    case .equalWithoutRegion: "equal-without-region"
    case .coreForm: "core-other-form"
    case .coreFormMissing: "core-no-form"
    case .coreRegionMoved: "core-region-moved"
    case .coreTail: "core-tail"
    case .homophone: "homophone"
    case .nearHomophone: "near-homophone"
    case .lookalike: "lookalike"
    case .transposed: "transposed"
    case .doubled: "doubled"
    case .inserted: "inserted"
    case .other: "other-character"
    case .tradeWord: "trade-word"
    case .slipOtherForm: "slip-other-form"
    case .masked: "masked"
    case .sameReading: "same-reading"
    case .contains: "contains"
    case .different: "different"
    }
  }

  init(_ level: NameLevel) {
    switch level {
    case .equalWithRegion: self = .equalWithRegion
    case .equalWithinRegion: self = .equalWithinRegion
    case .equalOneRegion: self = .equalOneRegion
    case .equalWithoutRegion: self = .equalWithoutRegion
    case .equalCore(.form): self = .coreForm
    case .equalCore(.formMissing): self = .coreFormMissing
    case .equalCore(.regionMoved): self = .coreRegionMoved
    case .equalCore(.region), .different: self = .different
    case .equalCore(.tail): self = .coreTail
    case .slip(.homophone): self = .homophone
    case .slip(.nearHomophone): self = .nearHomophone
    case .slip(.lookalike): self = .lookalike
    case .slip(.transposed): self = .transposed
    case .slip(.doubled): self = .doubled
    case .slip(.inserted): self = .inserted
    case .slip(.other): self = .other
    case .slip(.tradeWord): self = .tradeWord
    case .slipOtherForm: self = .slipOtherForm
    case .masked: self = .masked
    case .contains: self = .contains
    }
  }

  /// Whether how many bear the name counts against it: what a slip tells is hardly borne twice.
  var isFrequent: Bool {
    switch self {
    case .equalWithRegion, .equalWithinRegion, .equalOneRegion, .equalWithoutRegion, .coreForm,
      .coreFormMissing,
      .coreRegionMoved, .coreTail:
      true
    default: false
    }
  }

  /// What officials read.
  var words: String {
    switch self {
    case .equalWithRegion: "名称相同（含行政区划）"
    case .equalWithinRegion: "名称相同（一方写市、一方写县）"
    case .equalOneRegion: "名称相同（一方未写行政区划）"
    case .equalWithoutRegion: "名称相同（均未写行政区划）"
    case .coreForm: "字号与行业相同，组织形式不同"
    case .coreFormMissing: "字号与行业相同，一方未写组织形式"
    case .coreRegionMoved: "字号与行业相同，行政区划位置不同"
    case .coreTail: "字号与行业相同，后缀不同"
    case .homophone: "仅差一个同音字"
    case .nearHomophone: "仅差一个近音字"
    case .lookalike: "仅差一个形近字"
    case .transposed: "相邻两字颠倒"
    case .doubled: "多写一个重复字"
    case .inserted: "多一个字"
    case .other: "差一个无关联的字"
    case .tradeWord: "行业用语中差一个字，一方不成词"
    case .slipOtherForm: "仅差一个可解释的字，组织形式不同"
    case .masked: "姓氏相同，名字隐去"
    case .sameReading: "多字不同但读音相同"
    case .contains: "一方为另一方的一部分"
    case .different: "名称不同"
    }
  }
}

extension AddressLevel {
  /// The word of the model.
  var word: String {
    switch self {
    case .equal: "equal"
    case .samePlace: "same-place"
    case .sameTown: "same-town"
    case .otherNumber: "other-number"
    case .otherPlace: "other-place"
    case .different: "different"
    case .missing: "missing"
    }
  }

  /// What officials read.
  var words: String {
    switch self {
    case .equal: "村（路）与门牌相同"
    case .samePlace: "同村（路），一方无门牌"
    case .sameTown: "同乡镇，一方未写村（路）"
    case .otherNumber: "同村（路），门牌不同"
    case .otherPlace: "同乡镇，村（路）不同"
    case .different: "地址不同"
    case .missing: "地址缺失"
    }
  }
}

/// How two parties agree in something that is equal, similar or not; raw values are words of the model.
enum Accord: String, Sendable, CaseIterable {
  case equal
  /// One slip apart.
  case similar
  case different
  case missing

  /// What officials read.
  var words: String {
    switch self {
    case .equal: "一致"
    case .similar: "仅差一字"
    case .different: "不同"
    case .missing: "缺失"
    }
  }
}

/// How closely what two parties' records tell of may be one event; raw values are words of the model.
enum EventFinding: String, Sendable, CaseIterable {
  /// One bears or cites the document or the case of the other.
  case sameNumber = "same-number"
  /// Within the days in which one event is seen and reported, the same medium or violation, and
  /// coordinates of one site.
  case sameSpot = "same-spot"
  /// The same day, and the same medium or violation.
  case sameDay = "same-day"
  /// Within the days in which one event is seen and reported, the same medium or violation.
  case nearDay = "near-day"
  case missing

  func weight(_ model: MatchingModel) -> Int32 {
    switch self {
    case .sameNumber: model.events[0]
    case .sameSpot: model.events[1]
    case .sameDay: model.events[2]
    case .nearDay: model.events[3]
    case .missing: model.events[4]
    }
  }

  /// What officials read.
  var words: String {
    switch self {
    case .sameNumber: "涉及同一文书或案件编号"
    case .sameSpot: "同处坐标，数日内同要素或同违法类型"
    case .sameDay: "同日同要素或同违法类型"
    case .nearDay: "数日内同要素或同违法类型"
    case .missing: "无共同事件"
    }
  }
}

/// How the codes of two parties agree beyond one valid code of both.
enum CodeAccord: String, Sendable, CaseIterable {
  /// One character of one of them is mistyped.
  case oneSlip = "one-slip"
  /// Neither proves itself, and they are equal: a person's number that is partly hidden.
  case unproven = "equal-unproven"
  case missing
}

extension CodeAccord {
  /// What officials read.
  var wording: Wording {
    switch self {
    case .oneSlip: Wording(zh: "代码仅差一处笔误", en: "codes one slip apart")
    case .unproven:
      Wording(zh: "证件号码或代码相同（部分隐去或校验不符）", en: "equal numbers, partly hidden or failing their check")
    case .missing: Wording(zh: "代码未写", en: "no codes")
    }
  }
}
