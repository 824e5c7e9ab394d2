import Geography
import Glibc
import Vocabulary

/// A layer of invented areas with ragged outlines, holes in some, over the extent of a province.
struct InventedLayer {
  /// The province's corner and its size in degrees, about those of Shanxi.
  private static let west = 110.3
  private static let south = 34.6
  private static let width = 4.2
  private static let height = 6.0
  /// Samples of an outline, a power of two.
  private static let samples = 8192

  private var numbers: SeededNumbers
  private let crossings: Int
  private var table = PolygonTable()

  private init(numbers: SeededNumbers, crossings: Int) {
    self.numbers = numbers
    self.crossings = crossings
  }

  /// So many polygons of so many vertices each, holes included; some meet a neighbour, three in ten
  /// have one to three holes.
  ///
  /// Each ring crosses itself up to `crossings` times, where a stretch of it runs backwards.
  static func layer(
    polygons: Int, vertices: Int, crossings: Int = 0, seed: UInt64
  ) -> Layer {
    var invented = InventedLayer(numbers: SeededNumbers(seed), crossings: crossings)
    let columns = max(1, Int((Double(polygons)).squareRoot().rounded(.up)))
    let cellWidth = width / Double(columns)
    let cellHeight = height / Double(columns)
    for number in 0..<polygons {
      invented.addPolygon(
        longitude: west + (Double(number % columns) + invented.numbers.next(0.4..<0.6)) * cellWidth,
        latitude: south + (Double(number / columns) + invented.numbers.next(0.4..<0.6))
          * cellHeight,
        radii: (cellWidth, cellHeight), vertices: vertices)
    }
    return Layer(named: "invented.geojson", invented.table)
  }

  private mutating func addPolygon(
    longitude: Double, latitude: Double, radii cell: (Double, Double), vertices: Int
  ) {
    let share = numbers.next(0.3..<0.46)
    let radii = (cell.0 * share, cell.1 * share)
    let holes = vertices >= 100 && numbers.next() < 0.3 ? 1 + numbers.next(below: 3) : 0
    let ofHole = vertices / 10
    addRing(longitude, latitude, radii, vertices: vertices - holes * ofHole)
    for hole in 0..<holes {
      // Every outline keeps half of its radius, so that holes at a quarter of it stay within.
      let angle = Double(hole) * 2.1
      addRing(
        longitude + 0.25 * radii.0 * cos(angle), latitude + 0.25 * radii.1 * sin(angle),
        (radii.0 * 0.15, radii.1 * 0.15), vertices: ofHole)
    }
    table.endPolygon()
  }

  /// A ring whose radius wanders between a half of the given one and one and a half.
  private mutating func addRing(
    _ longitude: Double, _ latitude: Double, _ radii: (Double, Double), vertices: Int
  ) {
    var radius = [Double](repeating: 1, count: InventedLayer.samples)
    var step = InventedLayer.samples
    var range = 0.3
    while step > 1 {
      for middle in stride(from: step / 2, to: radius.count, by: step) {
        let next = (middle + step / 2) % radius.count
        let mean = (radius[middle - step / 2] + radius[next]) / 2
        radius[middle] = min(1.5, max(0.5, mean + numbers.next(-range..<range)))
      }
      step /= 2
      range *= 0.55
    }
    var order = Array(0..<vertices - 1)
    for _ in 0..<crossings {
      let first = numbers.next(below: order.count)
      let last = min(order.count, first + 2 + numbers.next(below: order.count / 8))
      order[first..<last].reverse()
    }
    for vertex in order {
      let sample = Double(vertex) * Double(radius.count) / Double(vertices - 1)
      let angle = 2 * Double.pi * sample / Double(radius.count)
      let drawn = radius[Int(sample)]
      table.appendVertex(
        longitude: longitude + radii.0 * drawn * cos(angle),
        latitude: latitude + radii.1 * drawn * sin(angle))
    }
    _ = table.endRing()
  }
}

extension Layer {
  /// A layer of one feature a polygon.
  init(named path: String, _ polygons: PolygonTable) {
    self.init(
      source: LayerSource(LayerRegistration(path: path, tag: .redLine), sha256: ""),
      features: (0..<polygons.polygonCount).map {
        Feature(label: FeatureLabel(ordinal: $0 + 1, name: nil, id: nil), polygons: $0..<($0 + 1))
      },
      polygons: polygons, repairs: LayerRepairs())
  }
}
