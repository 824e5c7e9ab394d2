import Vocabulary

/// Whether a place lies in the division that its record states.
package enum CountyCheck: Sendable, Hashable {
  /// Certainly within it.
  case agrees
  /// Certainly outside it, in another one; metres to the stated one, `nil` beyond 50 km.
  case contradicts(with: DivisionCode, name: String, distanceMetres: Double?)
  case unknown(Reason)

  /// Why it cannot be told.
  package enum Reason: Sendable, Hashable {
    /// The map has no polygon for the stated code, or not for all it consists of.
    case noPolygon
    /// The border is within the uncertainty of the place and the map.
    case nearBorder(distanceMetres: Double)
    /// Outside the stated division, but in no other one of the map.
    case inNoCounty(distanceMetres: Double?)
    /// The place is no place on earth or its radius no length.
    case unusablePlace
  }

  /// What it says, in a sentence without an end.
  package var wording: Wording {
    switch self {
    case .agrees: Wording(zh: "坐标在所填县区内", en: "the point lies in the stated county")
    case .contradicts(let code, let name, let distance):
      Wording(
        zh: "坐标不在所填县区内，而在\(name)（\(code)），距所填县区 \(length(distance).zh)",
        en: "the point lies not in the stated county but in \(name) (\(code)), "
          + "\(length(distance).en) from the stated one")
    case .unknown(.noPolygon):
      Wording(zh: "县区图层没有所填县区的范围", en: "the county layer has no area for the stated county")
    case .unknown(.nearBorder(let distance)):
      Wording(
        zh: "距所填县区边界 \(grouped(distance)) 米，在误差之内，无法判断",
        en: "\(grouped(distance)) m from the stated county's border, within the uncertainty")
    case .unknown(.inNoCounty(let distance)):
      Wording(
        zh: "坐标不在县区图层的任何县区内，距所填县区 \(length(distance).zh)",
        en: "the point lies in no county of the layer, \(length(distance).en) from the stated one")
    case .unknown(.unusablePlace): Wording(zh: "坐标不可用", en: "unusable coordinates")
    }
  }

  private func length(_ metres: Double?) -> Wording {
    guard let metres else { return Wording(zh: "50 公里以上", en: "more than 50 km") }
    return Wording(zh: "\(grouped(metres)) 米", en: "\(grouped(metres)) m")
  }
}
