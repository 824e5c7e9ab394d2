internal import Vocabulary

extension RecordTable {
  /// What the row says of a field, in Chinese; empty where it says nothing.
  func words(of field: Field, _ row: Int) -> String {
    switch field {
    case .text(let field): string(field, row)
    case .day(let field): day(field, row)?.description ?? ""
    case .amount(let field): amount(field, row).map { "\($0) 元" } ?? ""
    case .truth(let field):
      truth(field, row) == .unknown ? "" : truth(field, row).wording.zh
    case .choice(let field): words(of: field, row)
    case .county: division(row)?.description ?? ""
    case .coordinates:
      point(row).map { "\(decimal($0.longitude))，\(decimal($0.latitude))" } ?? ""
    case .media: media[row].cases.map(\.term).joined(separator: "、")
    case .channel: channels[row].cases.map(\.wording.zh).joined(separator: "、")
    case .longitude, .latitude, .identityNumber: ""
    }
  }

  private func words(of field: ChoiceField, _ row: Int) -> String {
    switch field {
    case .emergencyLevel: emergencyLevel(row)?.term ?? ""
    case .destructionLevel: destructionLevel(row)?.term ?? ""
    case .damageBasis: damageBasis(row)?.term ?? ""
    case .restorationRoute: restorationRoute(row)?.term ?? ""
    case .inspectorateLevel:
      switch inspectorateLevel(row) {
      case .central: "中央"
      case .provincial: "省级"
      case nil: ""
      }
    // Coordinates are kept on CGCS2000 whatever they were declared in.
    case .datum: ""
    case .placeRole: choice(.placeRole, row).flatMap(PlaceRole.init)?.term ?? ""
    }
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
