/// Why a claim is not pressed (不启动理由); raw values are the public codes of the register.
///
/// Only the two of N03 have been held against a text; the others name article 18 of 环法规〔2022〕31号.
package enum NotInitiatedReason: String, Sendable, Hashable, CaseIterable {
  case fulfilled = "N01"
  case judged = "N02"
  case minorByAmount = "N03a"
  case minorByImpact = "N03b"
  case obligorGone = "N04"
  case permitted = "N05"
  case other = "N06"
  case notOurs = "N07"
  case outOfScope = "N08"
  case noDamage = "N09"
  case duplicate = "N10"
  case insufficient = "U"

  /// What officials read, without the code.
  package var term: String { wording.zh }

  /// The same in both languages.
  package var wording: Wording {
    switch self {
    case .fulfilled: Wording(zh: "已履行或已修复", en: "fulfilled or restored")
    case .judged: Wording(zh: "生效裁判已涵盖", en: "covered by a judgment in force")
    case .minorByAmount: Wording(zh: "显著轻微（金额）", en: "manifestly minor by amount")
    case .minorByImpact: Wording(zh: "显著轻微（未造成明显影响）", en: "manifestly minor by impact")
    case .obligorGone: Wording(zh: "义务人消亡且无财产", en: "the obligor is gone and left nothing")
    case .permitted: Wording(zh: "依法持证排污且合规", en: "discharged by permit and within it")
    case .other: Wording(zh: "其他（必须写明）", en: "another, which must be stated")
    case .notOurs: Wording(zh: "非本部门职责，移送", en: "another department's matter, handed over")
    case .outOfScope:
      Wording(
        zh: "不属适用范围（仅人身财产损害、海洋、历史遗留无责任主体）",
        en: "out of scope: persons and property alone, the sea, nobody left to answer")
    case .noDamage: Wording(zh: "核查未造成损害", en: "no damage was found")
    case .duplicate: Wording(zh: "重复线索", en: "a lead told twice")
    case .insufficient: Wording(zh: "信息不足", en: "too little is known")
    }
  }

  /// Code and term, as the register's list has them: `N03a 显著轻微（金额）`.
  package var title: String { "\(rawValue) \(term)" }

  /// Whether it rests on the damage being minor, which an exception takes away (山西办法 article 11).
  package var isMinorDamage: Bool { self == .minorByAmount || self == .minorByImpact }

  /// Whether nothing is left to check here: it is another's matter, none of the law's, or told twice.
  package var endsCheck: Bool { self == .notOurs || self == .outOfScope || self == .duplicate }
}
