import Vocabulary

/// A reference system that layers may come in: degrees, or metres of a Gauss-Krüger zone.
///
/// What it is, is decided by its parameters and never by its name. Coordinates come easting or
/// longitude first, as GeoPackage, GeoJSON and GDAL's files have them whatever the system's registry
/// says of its axes.
package struct ReferenceSystem: Sendable, Hashable {
  /// The plane of a zone.
  package struct Grid: Sendable, Hashable {
    /// In degrees east.
    package let centralMeridian: Int
    /// The number that stands before the eastings, if one does.
    package let zone: Int?
  }

  package let datum: GeodeticDatum
  /// `nil` if coordinates are degrees.
  package let grid: Grid?

  /// Degrees on CGCS2000: EPSG:4490.
  package static let cgcs2000 = ReferenceSystem(datum: .cgcs2000, grid: nil)
  /// Degrees on WGS 84, longitude first: OGC CRS84, what GeoJSON is in (RFC 7946).
  package static let crs84 = ReferenceSystem(datum: .wgs84, grid: nil)

  init(datum: GeodeticDatum, grid: Grid?) {
    self.datum = datum
    self.grid = grid
  }

  /// The system with that number in the EPSG registry; `nil` for one that layers may not come in.
  ///
  /// CGCS2000: 4490 and 4491–4554; WGS 84: 4326; Xian 1980: 4610 and 2327–2390; Beijing 1954: 4214,
  /// 2401–2442, 21413–21423 and 21453–21463.
  package init?(epsg number: Int) {
    if let datum = EPSGZones.degrees.first(where: { $0.number == number })?.datum {
      self.init(datum: datum, grid: nil)
      return
    }
    guard let zones = EPSGZones.all.first(where: { $0.numbers.contains(number) }) else {
      return nil
    }
    self.init(datum: zones.datum, grid: zones.grid(at: number - zones.first))
  }

  /// The system that a text names: `EPSG:4527`, `urn:ogc:def:crs:EPSG::4490`, `OGC:CRS84`,
  /// `http://www.opengis.net/def/crs/EPSG/0/4490`; upper and lower case alike.
  ///
  /// `nil` for any other text, a bare number included.
  package init?(named text: String) {
    let parts = text.uppercased().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "/" })
    let authority: ArraySlice<Substring>
    switch parts.prefix(4) {
    case ["URN", "OGC", "DEF", "CRS"] where parts.count == 7: authority = parts[4...]
    case ["HTTP", "", "", "WWW.OPENGIS.NET"], ["HTTPS", "", "", "WWW.OPENGIS.NET"]:
      guard parts.count == 9, parts[4...5] == ["DEF", "CRS"] else { return nil }
      authority = parts[6...]
    default:
      guard parts.count <= 2 else { return nil }
      authority = parts[...]
    }
    guard let code = authority.last else { return nil }
    switch authority.first {
    case "EPSG" where authority.count > 1:
      guard code.utf8.count <= 6, let number = Int(code), code.first?.isNumber == true else {
        return nil
      }
      self.init(epsg: number)
    case "OGC" where code == "CRS84", "CRS84" where authority.count == 1: self = .crs84
    default: return nil
    }
  }

  /// The numbers it has in the EPSG registry, ascending.
  ///
  /// Two for a meridian that is that of a zone of three and of one of six degrees without a number.
  package var numbers: [Int] {
    guard let grid else {
      return EPSGZones.degrees.filter { $0.datum == datum }.map(\.number)
    }
    return EPSGZones.all.filter { $0.datum == datum }.flatMap { zones in
      zones.numbers.filter { zones.grid(at: $0 - zones.first) == grid }
    }.sorted()
  }

  /// `EPSG:4527`; both numbers where it has two.
  package var title: String { numbers.map { "EPSG:\($0)" }.joined(separator: " = ") }

  /// Whether coordinates of both mean the same places: CGCS2000 and WGS 84 do.
  package func means(_ other: ReferenceSystem) -> Bool {
    grid == other.grid
      && (datum == other.datum || !datum.needsShift && !other.datum.needsShift)
  }
}

/// Systems that follow one another in the EPSG registry, one a zone.
private struct EPSGZones {
  let datum: GeodeticDatum
  let first: Int
  let widthDegrees: Int
  /// Whether the zone's number stands before its eastings.
  let hasNumbers: Bool

  var numbers: Range<Int> { first..<(first + (widthDegrees == 6 ? 11 : 21)) }

  /// The zone at that place; the first lies around 75° east.
  func grid(at index: Int) -> ReferenceSystem.Grid {
    ReferenceSystem.Grid(
      centralMeridian: 75 + index * widthDegrees,
      zone: hasNumbers ? (widthDegrees == 6 ? 13 : 25) + index : nil)
  }

  static let degrees: [(datum: GeodeticDatum, number: Int)] = [
    (.cgcs2000, 4490), (.wgs84, 4326), (.xian1980, 4610), (.beijing1954, 4214),
  ]

  static let all = [
    EPSGZones(datum: .cgcs2000, first: 4491, widthDegrees: 6, hasNumbers: true),
    EPSGZones(datum: .cgcs2000, first: 4502, widthDegrees: 6, hasNumbers: false),
    EPSGZones(datum: .cgcs2000, first: 4513, widthDegrees: 3, hasNumbers: true),
    EPSGZones(datum: .cgcs2000, first: 4534, widthDegrees: 3, hasNumbers: false),
    EPSGZones(datum: .xian1980, first: 2327, widthDegrees: 6, hasNumbers: true),
    EPSGZones(datum: .xian1980, first: 2338, widthDegrees: 6, hasNumbers: false),
    EPSGZones(datum: .xian1980, first: 2349, widthDegrees: 3, hasNumbers: true),
    EPSGZones(datum: .xian1980, first: 2370, widthDegrees: 3, hasNumbers: false),
    EPSGZones(datum: .beijing1954, first: 2401, widthDegrees: 3, hasNumbers: true),
    EPSGZones(datum: .beijing1954, first: 2422, widthDegrees: 3, hasNumbers: false),
    EPSGZones(datum: .beijing1954, first: 21413, widthDegrees: 6, hasNumbers: true),
    EPSGZones(datum: .beijing1954, first: 21453, widthDegrees: 6, hasNumbers: false),
  ]
}
