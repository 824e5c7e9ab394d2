import Vocabulary

/// An invented protected area, drawn within the real extent of 忻州市 but following nothing real.
///
/// Every ring is star-shaped about its middle, so that points inside, in a hole and on the line are
/// known without a geometry library.
struct SampleZone {
  /// The layers of the workspace, in the order of its configuration.
  enum Layer: CaseIterable {
    case redLine, reserve, functionZone, prohibited, spring

    /// The file, the kind as the configuration names it, its version, and how its numbers begin.
    private var words: (name: String, tag: String, version: String, prefix: String) {
      switch self {
      case .redLine: ("红线", "red_line", "2025-12", "HX")
      case .reserve: ("自然保护地", "nature_reserve", "2025-06", "BH")
      case .functionZone: ("重点生态功能区", "key_function_zone", "2024-11", "GN")
      case .prohibited: ("禁止开发区", "prohibited_zone", "2024-11", "JK")
      case .spring: ("泉域重点保护区", "spring_protection", "2023-08", "QY")
      }
    }

    var path: String { "Inputs/layers/\(words.name).geojson" }
    var prefix: String { words.prefix }

    /// The line of leadscreen.yaml that registers the layer.
    var registration: String {
      "  - {path: \(path), tag: \(words.tag), version: \"\(words.version)\", name_field: 名称}\n"
    }
  }

  let layer: Layer
  let name: String
  let category: String
  /// Index in `SampleCounty.all`.
  let county: Int
  /// Polygons, each an outer ring and its holes; every ring is closed.
  let polygons: [[[Coordinate]]]
  /// A place well inside.
  let inside: Coordinate
  /// A place on the outer line, to within a metre.
  let onLine: Coordinate
  /// The middle of the first polygon's hole, where it has one.
  let inHole: Coordinate?

  static let all: [SampleZone] = [
    SampleZone(
      .redLine, "青溪源水源涵养红线", "水源涵养", county: 5, seed: 11,
      [Oval(112_110_000, 38_880_000, 90_000, 60_000, hole: 20_000)]),
    SampleZone(
      .redLine, "东屏山水土保持红线", "水土保持", county: 2, seed: 12,
      [
        Oval(113_450_000, 38_800_000, 70_000, 60_000),
        Oval(113_500_000, 39_050_000, 60_000, 50_000),
      ]),
    neighbour(
      .redLine, "雁鸣岭生物多样性维护红线", "生物多样性维护", county: 3, outwards: 110_000),
    neighbour(
      .redLine, "雁鸣岭南麓水源涵养红线", "水源涵养", county: 3, outwards: -45_000),
    SampleZone(
      .redLine, "大河湾水土保持红线", "水土保持", county: 10, seed: 14,
      [Oval(111_250_000, 39_275_000, 50_000, 45_000)]),
    SampleZone(
      .redLine, "漪水上游水源涵养红线", "水源涵养", county: 6, seed: 15,
      [Oval(112_050_000, 38_505_000, 50_000, 55_000)]),
    SampleZone(
      .redLine, "云屏山水源涵养红线", "水源涵养", county: 0, seed: 16,
      [Oval(112_550_000, 38_450_000, 70_000, 70_000)]),
    SampleZone(
      .reserve, "青岚山省级自然保护区", "自然保护区", county: 5, seed: 21,
      [Oval(112_080_000, 38_800_000, 80_000, 60_000)]),
    SampleZone(
      .reserve, "柳溪河国家湿地公园", "自然公园", county: 13, seed: 22,
      [
        Oval(112_830_000, 38_790_000, 40_000, 12_000),
        Oval(112_900_000, 38_800_000, 25_000, 10_000),
      ]),
    SampleZone(
      .reserve, "石鼓峰省级森林公园", "自然公园", county: 9, seed: 23,
      [Oval(111_690_000, 38_600_000, 50_000, 40_000, hole: 14_000)]),
    SampleZone(
      .reserve, "雁鸣岭省级自然保护区", "自然保护区", county: 3, seed: 24,
      [Oval(112_840_000, 39_205_000, 40_000, 30_000)]),
    SampleZone(
      .functionZone, "长城岭水源涵养重点生态功能区", "水源涵养", county: 7, seed: 31,
      [Oval(112_020_000, 39_220_000, 30_000, 25_000)]),
    SampleZone(
      .prohibited, "石泉寺风景名胜核心区", "风景名胜区", county: 2, seed: 32,
      [Oval(113_350_000, 38_640_000, 20_000, 15_000)]),
    SampleZone(
      .spring, "马圈泉域重点保护区", "泉域", county: 0, seed: 33,
      [Oval(112_700_000, 38_330_000, 20_000, 20_000)]),
  ]

  private init(
    _ layer: Layer, _ name: String, _ category: String, county: Int, seed: UInt64, _ ovals: [Oval]
  ) {
    var sequence = SeededSequence(seed: seed)
    let polygons = ovals.map { $0.rings(&sequence) }
    self.init(
      layer, name, category, county: county, polygons, inside: ovals[0].inside,
      inHole: ovals[0].hole == 0 ? nil : ovals[0].middle)
  }

  private init(
    _ layer: Layer, _ name: String, _ category: String, county: Int,
    _ polygons: [[[Coordinate]]], inside: Coordinate, inHole: Coordinate?
  ) {
    self.layer = layer
    self.name = name
    self.category = category
    self.county = county
    self.polygons = polygons
    self.inside = inside
    self.inHole = inHole
    let line = polygons[0][0]
    onLine = Coordinate(
      (line[2].longitude + line[3].longitude) / 2, (line[2].latitude + line[3].latitude) / 2)
  }

  /// One of two areas on either side of the same winding line in 代县: northward or southward by
  /// `outwards`.
  private static func neighbour(
    _ layer: Layer, _ name: String, _ category: String, county: Int, outwards: Int
  ) -> SampleZone {
    let west = 112_780_000
    let latitude = 39_150_000
    let offsets = [0, 2400, -1800, 3100, 900, -2600, 1500, -700, 2000, 0]
    let line = offsets.enumerated().map { step, offset in
      Coordinate(west + step * 13_000, latitude + offset)
    }
    let back = line.reversed().map { corner in
      Coordinate(corner.longitude, latitude + outwards + (corner.latitude - latitude) / 2)
    }
    return SampleZone(
      layer, name, category, county: county, [[line + back + [line[0]]]],
      inside: Coordinate(west + 4 * 13_000, latitude + outwards / 2), inHole: nil)
  }
}

/// A wobbling oval in millionths of a degree, with a hole about its middle where wanted.
struct Oval {
  let middle: Coordinate
  let width: Int
  let height: Int
  /// Radius of the hole; 0 for none.
  let hole: Int

  init(_ longitude: Int, _ latitude: Int, _ width: Int, _ height: Int, hole: Int = 0) {
    middle = Coordinate(longitude, latitude)
    self.width = width
    self.height = height
    self.hole = hole
  }

  /// Cosines of 0°, 15° … 90° in thousandths.
  private static let cosines = [1000, 966, 866, 707, 500, 259, 0]

  /// Halfway between the hole and the line, eastward.
  var inside: Coordinate {
    Coordinate(middle.longitude + (hole + width * 85 / 100) / 2, middle.latitude)
  }

  /// The outer ring counter-clockwise, 85 to 100 % of the oval; the hole clockwise (RFC 7946).
  func rings(_ sequence: inout SeededSequence) -> [[Coordinate]] {
    let outer = ring(width, height, wobble: 15, &sequence)
    return hole == 0 ? [outer] : [outer, Array(ring(hole, hole, wobble: 10, &sequence).reversed())]
  }

  private func ring(
    _ width: Int, _ height: Int, wobble: Int, _ sequence: inout SeededSequence
  ) -> [Coordinate] {
    var ring: [Coordinate] = []
    for step in 0..<24 {
      let share = 100 - sequence.below(wobble + 1)
      let east = Oval.cosine(step) * width / 1000 * share / 100
      let north = Oval.cosine(step + 18) * height / 1000 * share / 100
      ring.append(Coordinate(middle.longitude + east, middle.latitude + north))
    }
    return ring + [ring[0]]
  }

  /// The cosine of that many steps of 15°, in thousandths.
  private static func cosine(_ step: Int) -> Int {
    switch step % 24 {
    case let quarter where quarter <= 6: cosines[quarter]
    case let quarter where quarter <= 12: -cosines[12 - quarter]
    case let quarter where quarter <= 18: -cosines[quarter - 12]
    case let quarter: cosines[24 - quarter]
    }
  }
}
