import Vocabulary

/// A datum that layers of places in China refer to.
package enum GeodeticDatum: Sendable, Hashable, CaseIterable {
  case cgcs2000
  case wgs84
  case xian1980
  case beijing1954

  /// What it is called.
  package var name: Wording {
    switch self {
    case .cgcs2000: Wording(verbatim: "CGCS2000")
    case .wgs84: Wording(verbatim: "WGS 84")
    case .xian1980: Wording(zh: "1980西安坐标系", en: "Xian 1980")
    case .beijing1954: Wording(zh: "1954年北京坐标系", en: "Beijing 1954")
    }
  }

  /// The ellipsoid its latitudes and longitudes lie on.
  package var ellipsoid: EllipsoidShape {
    switch self {
    case .cgcs2000: .cgcs2000
    case .wgs84: .wgs84
    case .xian1980: .iag1975
    case .beijing1954: .krassowsky
    }
  }

  /// Whether its places lie tens of metres and more from those of CGCS2000.
  ///
  /// CGCS2000 and WGS 84 differ by less than a metre of plate motion, which every uncertainty counts.
  package var needsShift: Bool { self == .xian1980 || self == .beijing1954 }

  /// The datum that programs call so; `nil` for a name that is none of theirs.
  init?(wktName name: String) {
    var letters = name.lowercased()
    if letters.hasPrefix("d_") { letters.removeFirst(2) }
    switch String(letters.filter { $0.isLetter || $0.isNumber }) {
    case "china2000", "cgcs2000", "chinageodeticcoordinatesystem2000", "2000国家大地坐标系":
      self = .cgcs2000
    case "wgs1984", "wgs84", "worldgeodeticsystem1984", "worldgeodeticsystem1984ensemble":
      self = .wgs84
    case "xian1980", "xian80", "1980西安坐标系": self = .xian1980
    case "beijing1954", "beijing54", "1954年北京坐标系": self = .beijing1954
    default: return nil
    }
  }
}
