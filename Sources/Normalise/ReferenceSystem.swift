import Vocabulary

/// What the words for the reference system of coordinates say: the datum, the zone of metres, or both.
struct ReferenceSystem: Sendable, Hashable {
  let datum: Datum?
  let zone: ProjectionZone?

  /// The system of a datum and a zone, where they are named.
  init(datum: Datum?, zone: ProjectionZone? = nil) {
    self.datum = datum
    self.zone = zone
  }

  /// One number for both, as `WordMemory` keeps it: the datum's raw value in the low byte, 255 for none,
  /// then 14 bits of the meridian and three of the width.
  var packed: UInt32 {
    UInt32(datum?.rawValue ?? .max) | UInt32(zone?.meridianMinutes ?? 0) << 8
      | UInt32(zone?.widthDegrees ?? 0) << 22
  }

  /// The zone of a packed system; `nil` if it has none.
  static func zone(ofPacked packed: UInt32) -> ProjectionZone? {
    let meridian = Int(packed >> 8 & 0x3FFF)
    let width = Int(packed >> 22)
    return ProjectionZone(
      meridianMinutes: meridian == 0 ? nil : meridian, widthDegrees: width == 0 ? nil : width)
  }
}

/// Reads the words for a reference system.
///
/// A datum alone (`2000国家大地坐标系`, `GCJ-02`, `百度`), a zone alone (`中央经线114°`, `38带`), or both:
/// `CGCS2000 3度带 38带`, `CGCS2000_3_Degree_GK_Zone_38`, `CGCS2000 / 3-degree Gauss-Kruger CM 114E`,
/// `EPSG:4526`. `words` of the column go before the built-in ones. A blank is missing. What names an
/// earlier datum or a local system, contradicts itself or has words that are not known is
/// `unknownWord`: nothing can be made of such coordinates.
func readReferenceSystem(
  _ bytes: Span<UInt8>, words: ColumnWords = .none
) -> Reading<ReferenceSystem> {
  let plain = readChoice(bytes, of: .datum, words: words)
  guard case .unreadable = plain else {
    return plain.map { ReferenceSystem(datum: Datum(rawValue: $0)) }
  }
  let cell = FoldedCell(bytes)
  var grammar = ReferenceSystemGrammar(CellScanner(cell))
  if let system = grammar.read() { return .value(system) }
  let isEarlier = earlierSystems.contains { cell.contains($0) } || grammar.isEarlier
  return .unreadable(
    .unknownWord, isEarlier ? ReferenceFlaw.earlier : grammar.flaw ?? WordFlaw.notInList)
}

/// The datum that a column's title names beside its axis: `经度（GCJ-02）`, `百度纬度`, `WGS84经度`; `nil`
/// if it names none, or several.
func datumNamed(in title: String) -> Datum? {
  let cell = FoldedCell(title)
  let named = datumsOfTitles.filter { $0.words.contains { cell.contains($0) } }.map(\.datum)
  return named.count == 1 ? named[0] : nil
}

/// Whether a column's title names 西安80, 北京54 or a local system beside its axis: `经度（西安80）`.
func namesEarlierSystem(_ title: String) -> Bool {
  let cell = FoldedCell(title)
  return earlierSystemsOfTitles.contains { cell.contains($0) }
}

/// Whole names, for a title may well name a city.
private let earlierSystemsOfTitles = [
  "西安80", "西安1980", "1980西安", "80西安", "XIAN80", "XIAN-80", "XIAN1980", "北京54", "北京1954",
  "1954北京", "54北京", "BEIJING54", "BEIJING-54", "BEIJING1954", "地方坐标", "独立坐标", "城市坐标",
]

private let datumsOfTitles: [(datum: Datum, words: [String])] = [
  (.cgcs2000, ["CGCS2000", "CGCS-2000", "国家2000", "2000国家", "大地2000"]),
  (.wgs84, ["WGS84", "WGS-84", "WGS_84", "GPS"]),
  (.gcj02, ["GCJ02", "GCJ-02", "GCJ_02", "火星", "高德", "腾讯"]),
  (.bd09, ["BD09", "BD-09", "BD_09", "百度"]),
]

/// What names a datum before CGCS2000 or a system of one place.
private let earlierSystems = [
  "西安", "北京", "XIAN", "XI'AN", "BEIJING", "PULKOVO", "1980", "1954", "80坐标", "54坐标", "地方", "独立",
  "城市坐标", "施工坐标",
]

/// Why words name no reference system that can be used.
enum ReferenceFlaw {
  static let earlier = Wording(
    zh: "西安80、北京54和地方坐标系要用当地参数换算，程序不换算，点位不用；请提供CGCS2000坐标",
    en: """
      西安80, 北京54 and local systems need local parameters, so that the place is not used; give it \
      on CGCS2000
      """)
  static let contradiction = Wording(
    zh: "带号、带宽和中央经线互相矛盾", en: "zone, width and central meridian contradict each other")
}

extension FoldedCell {
  /// Whether those characters stand somewhere in the cell.
  fileprivate func contains(_ word: String) -> Bool {
    var scanner = CellScanner(self)
    while !scanner.isAtEnd {
      if scanner.accept(word: word) { return true }
      scanner.skip()
    }
    return false
  }
}
