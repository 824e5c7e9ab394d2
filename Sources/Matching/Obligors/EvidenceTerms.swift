package import Vocabulary

/// What the words of a model mean to those who read a waterfall.
extension Waterfall.Piece {
  /// `名称相同（含行政区划）`; the model's own words where this program does not know them.
  package var wording: Wording {
    switch evidence {
    case "name": term(NameFinding.allCases, \.word, \.wording)
    case "address": term(AddressLevel.allCases, \.word, \.wording)
    case "county": accord(Wording(zh: "县区", en: "county"))
    case "representative": accord(Wording(zh: "法定代表人", en: "legal representative"))
    case "permit": accord(Wording(zh: "许可编号", en: "permit number"))
    case "event": term(EventFinding.allCases, \.rawValue, \.wording)
    case "code": term(CodeAccord.allCases, \.rawValue, \.wording)
    case "repeats": Wording(zh: "该名称多见", en: "many may bear this name")
    case "cap": Wording(zh: "县区与地址合计封顶", en: "county and address capped together")
    default: unknown
    }
  }

  private var unknown: Wording { Wording(verbatim: "\(evidence) \(level)") }

  private func term<Level>(
    _ levels: [Level], _ word: (Level) -> String, _ wording: (Level) -> Wording
  ) -> Wording {
    levels.first { word($0) == level }.map(wording) ?? unknown
  }

  private func accord(_ matter: Wording) -> Wording {
    guard let accord = Accord(rawValue: level) else { return unknown }
    return Wording(
      zh: matter.zh + accord.words, en: "\(matter.en) \(accord.wordsInEnglish)")
  }
}

extension Waterfall {
  /// Every piece with its bits, and the sum with the bar and the model:
  /// `名称相同（含行政区划） +12.38；县区一致 +1.93；合计 +14.31 比特（合并线 +6.00，模型 1）`.
  package var sentence: Wording {
    func text(_ language: Language, _ separator: String) -> String {
      pieces.map { "\($0.wording[language]) \(Weight.text($0.weight))" }
        .joined(separator: separator)
    }
    let (sum, bar) = (Weight.text(weight), Weight.text(bar))
    return Wording(
      zh: text(.zh, "；") + "；合计 \(sum) 比特（合并线 \(bar)，模型 \(model)）",
      en: text(.en, "; ") + "; in all \(sum) bits (joined from \(bar), model \(model))")
  }
}

extension SecondBest {
  /// Who came second, its weight, and how far it is behind: `次选 甲公司 +9.10 比特，落后 5.21`.
  package func sentence(named name: String, behind weight: Int32) -> Wording {
    let (own, distance) = (Weight.text(self.weight), weight - self.weight)
    let gap = Weight.magnitude(distance)
    return distance >= 0
      ? Wording(
        zh: "次选 \(name) \(own) 比特，落后 \(gap)",
        en: "second best \(name) \(own) bits, \(gap) behind")
      : Wording(
        zh: "另一候选 \(name) \(own) 比特，领先 \(gap)",
        en: "another candidate \(name) \(own) bits, \(gap) ahead")
  }
}

extension NameFinding {
  fileprivate var wording: Wording { Wording(zh: words, en: wordsInEnglish) }

  private var wordsInEnglish: String {
    switch self {
    case .equalWithRegion: "same name, division included"
    case .equalWithinRegion: "same name, one of the city, one of a county"
    case .equalOneRegion: "same name, one without its division"
    case .equalWithoutRegion: "same name, neither with a division"
    case .coreForm: "same brand and trade, another legal form"
    case .coreFormMissing: "same brand and trade, one without a legal form"
    case .coreRegionMoved: "same brand and trade, division in another place"
    case .coreTail: "same brand and trade, another tail"
    case .homophone: "one character of the same sound"
    case .nearHomophone: "one character of nearly the same sound"
    case .lookalike: "one character of a like shape"
    case .transposed: "two neighbouring characters transposed"
    case .doubled: "one character doubled"
    case .inserted: "one character more"
    case .other: "one unlike character"
    case .tradeWord: "one character of a word of trades, which is none in one of them"
    case .slipOtherForm: "one explained slip, another legal form"
    case .masked: "same surname, given name hidden"
    case .sameReading: "other characters, read alike"
    case .contains: "one name is part of the other"
    case .different: "different names"
    }
  }
}

extension AddressLevel {
  fileprivate var wording: Wording { Wording(zh: words, en: wordsInEnglish) }

  private var wordsInEnglish: String {
    switch self {
    case .equal: "same village or road and number"
    case .samePlace: "same village or road, one without a number"
    case .sameTown: "same town, one without village or road"
    case .otherNumber: "same village or road, another number"
    case .otherPlace: "same town, another village or road"
    case .different: "different addresses"
    case .missing: "no address"
    }
  }
}

extension Accord {
  fileprivate var wordsInEnglish: String {
    switch self {
    case .equal: "agrees"
    case .similar: "one character apart"
    case .different: "differs"
    case .missing: "missing"
    }
  }
}

extension EventFinding {
  fileprivate var wording: Wording { Wording(zh: words, en: wordsInEnglish) }

  private var wordsInEnglish: String {
    switch self {
    case .sameNumber: "one document or case number"
    case .sameSpot: "coordinates of one site, within days, same medium or violation"
    case .sameDay: "same day, and medium or violation"
    case .nearDay: "within days, same medium or violation"
    case .missing: "no event in common"
    }
  }
}

extension NameVetoes {
  /// Why not.
  var reasons: [RefusalReason] {
    let reasons: [(NameVetoes, RefusalReason)] = [
      (.numerals, .numerals), (.marks, .marks), (.branchAgainstParent, .branchAgainstParent),
      (.branches, .branches), (.brackets, .brackets), (.publicPlaces, .publicPlaces),
      (.regions, .regions), (.personAgainstOrganisation, .personAgainstOrganisation),
      (.persons, .persons),
    ]
    return reasons.filter { contains($0.0) }.map(\.1)
  }
}
