internal import Vocabulary

extension RecordTable {
  /// What the row says of a field, in both languages; its own texts are what they are.
  func wording(of field: Field, _ row: Int) -> Wording {
    let words = words(of: field, row)
    switch field {
    case .amount, .truth, .choice, .media, .channel, .coordinates:
      return Wording(zh: words, en: self.words(of: field, row, in: .en))
    default: return Wording(verbatim: words)
    }
  }

  /// What the row says of a field; empty where it says nothing.
  func words(of field: Field, _ row: Int, in language: Language = .zh) -> String {
    let comma = language.text(zh: "、", en: ", ")
    return switch field {
    case .text(let field): string(field, row)
    case .day(let field): day(field, row)?.description ?? ""
    case .amount(let field):
      amount(field, row).map { language.text(zh: "\($0) 元", en: "\($0) yuan") } ?? ""
    case .truth(let field):
      truth(field, row) == .unknown ? "" : truth(field, row).wording[language]
    case .choice(let field): words(of: field, row)[language]
    case .county: division(row)?.description ?? ""
    case .coordinates:
      point(row).map {
        decimal($0.longitude) + language.text(zh: "，", en: ", ") + decimal($0.latitude)
      } ?? ""
    case .media: media[row].cases.map(\.wording[language]).joined(separator: comma)
    case .channel: channels[row].cases.map(\.wording[language]).joined(separator: comma)
    case .longitude, .latitude, .identityNumber: ""
    }
  }

  private func words(of field: ChoiceField, _ row: Int) -> Wording {
    let found: Wording? =
      switch field {
      case .emergencyLevel: emergencyLevel(row).map { Wording(zh: $0.term, en: $0.name) }
      case .destructionLevel: destructionLevel(row).map { Wording(zh: $0.term, en: $0.name) }
      case .damageBasis: damageBasis(row).map { Wording(zh: $0.term, en: $0.name) }
      case .restorationRoute: restorationRoute(row).map { Wording(zh: $0.term, en: $0.name) }
      case .inspectorateLevel:
        inspectorateLevel(row).map { Wording(zh: $0 == .central ? "中央" : "省级", en: $0.name) }
      // Coordinates are kept on CGCS2000 whatever they were declared in.
      case .datum: nil
      case .placeRole: choice(.placeRole, row).flatMap(PlaceRole.init)?.wording
      }
    return found ?? Wording(verbatim: "")
  }

  /// Six decimals of a degree, about a tenth of a metre.
  private func decimal(_ degrees: Double) -> String {
    guard degrees.isFinite, degrees.magnitude <= 360 else { return "" }
    let millionths = Int((degrees.magnitude * 1_000_000).rounded())
    return (degrees < 0 ? "-" : "") + "\(millionths / 1_000_000)."
      + padded(millionths % 1_000_000, to: 6)
  }
}

extension RestorationRoute {
  /// The route as officials read it.
  fileprivate var term: String {
    switch self {
    case .adminEnforcement: "行政执法"
    case .litigation: "诉讼"
    case .otherRoute: "其他途径"
    case .obligorRestoration: "义务人自行修复"
    case .carbonCredit: "碳汇认购"
    case .none: "无"
    }
  }
}
