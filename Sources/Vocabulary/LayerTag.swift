/// What kind of protected area a layer holds; raw values are public (leadscreen.yaml, zones.csv).
///
/// The kinds that texts attach consequences to: 生态保护红线 and 自然保护地 (national opinions of 2025,
/// part 4), 重点生态功能区, 禁止开发区 and 泉域重点保护区 (忻州市 plan of 2019, part 3), other areas under
/// 强制性严格保护 (宁夏 provisions of 2024, article 12).
package enum LayerTag: String, Sendable, Hashable, CaseIterable {
  case redLine = "red_line"
  case natureReserve = "nature_reserve"
  case keyFunctionZone = "key_function_zone"
  case prohibitedZone = "prohibited_zone"
  case strictProtection = "strict_protection"
  case springProtection = "spring_protection"
  case other

  /// The Chinese term of the texts.
  package var term: String { wording.zh }

  /// The term, and what it is called in English messages.
  package var wording: Wording {
    switch self {
    case .redLine: Wording(zh: "生态保护红线", en: "ecological red line")
    case .natureReserve: Wording(zh: "自然保护地", en: "nature reserve")
    case .keyFunctionZone: Wording(zh: "重点生态功能区", en: "key ecological function zone")
    case .prohibitedZone: Wording(zh: "禁止开发区", en: "zone closed to development")
    case .strictProtection: Wording(zh: "强制性严格保护区域", en: "zone of strict protection")
    case .springProtection: Wording(zh: "泉域重点保护区", en: "key spring protection area")
    case .other: Wording(zh: "其他区域", en: "other area")
    }
  }
}
