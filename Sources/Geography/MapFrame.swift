import Vocabulary

/// A place that a map is to show, in degrees on CGCS2000.
package struct MapPlace: Sendable, Hashable {
  package let longitude: Double
  package let latitude: Double
  /// Whether the frame must hold it, however far from the others it lies.
  package let isKept: Bool

  /// A place at those degrees; nothing is checked here.
  package init(longitude: Double, latitude: Double, isKept: Bool) {
    self.longitude = longitude
    self.latitude = latitude
    self.isKept = isKept
  }
}

/// The rectangle that a map shows, and the way from degrees to its pixels.
///
/// x runs east from the left edge, y south from the upper one; north is up in the middle. The frame
/// holds the places, less those far from all others, the parts of the layers near them and 3 % around;
/// it does not cross the 180th meridian.
package struct MapFrame: Sendable {
  /// In pixels.
  package static let width = 900
  /// In pixels, from 460 to 720.
  package let height: Int
  /// Metres a pixel in the middle of the frame.
  package let metresPerPixel: Double
  package let projection: MapProjection
  /// Metres of the upper left corner, east and north of the projection's middle.
  private let corner: (east: Double, north: Double)
  /// The box in degrees that the frame was made for.
  let extent: Box

  /// Places beyond three times the quartiles' distance are far out (Tukey, Exploratory Data Analysis,
  /// 1977); quartiles nearer than this many degrees count as this far apart.
  private static let leastSpread = 0.5
  /// The least side of the extent, in degrees.
  private static let leastSide = 0.02
  private static let heights = 460.0...720.0

  /// The frame around the places; `nil` without any.
  ///
  /// O(n log n) in places, linear in the layers' vertices.
  package init?(around places: [MapPlace], layers: [Layer]) {
    guard let inner = MapFrame.box(around: places) else { return nil }
    let extent = MapFrame.box(inner, with: layers)
    projection = MapProjection(for: extent)
    var (west, east, south, north) = (0.0, 0.0, 0.0, 0.0)
    for step in 0...16 {
      let share = Double(step) / 16
      let longitude = extent.west + (extent.east - extent.west) * share
      let latitude = extent.south + (extent.north - extent.south) * share
      for place in [
        (longitude, extent.south), (longitude, extent.north), (extent.west, latitude),
        (extent.east, latitude),
      ] {
        let metres = projection.metres(longitude: place.0, latitude: place.1)
        (west, east) = (min(west, metres.east), max(east, metres.east))
        (south, north) = (min(south, metres.north), max(north, metres.north))
      }
    }
    let margin = 0.03 * max(east - west, north - south)
    let (wide, high) = (east - west + 2 * margin, north - south + 2 * margin)
    let width = Double(MapFrame.width)
    metresPerPixel = max(wide / width, high / MapFrame.heights.upperBound)
    height = Int(max(high / metresPerPixel, MapFrame.heights.lowerBound).rounded(.up))
    corner = (
      (west + east) / 2 - width / 2 * metresPerPixel,
      (south + north) / 2 + Double(height) / 2 * metresPerPixel
    )
    self.extent = extent
  }

  /// Where the place lies, in pixels from the upper left corner; may be outside the frame.
  @inline(__always)
  package func position(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let metres = projection.metres(longitude: longitude, latitude: latitude)
    return (
      (metres.east - corner.east) / metresPerPixel, (corner.north - metres.north) / metresPerPixel
    )
  }

  /// Whether the frame shows that position.
  package func shows(_ position: (x: Double, y: Double)) -> Bool {
    position.x >= 0 && position.x <= Double(MapFrame.width) && position.y >= 0
      && position.y <= Double(height)
  }

  /// The box around the places, less those far out that need not be shown.
  private static func box(around places: [MapPlace]) -> Box? {
    guard !places.isEmpty else { return nil }
    let longitudes = fence(places.map(\.longitude))
    let latitudes = fence(places.map(\.latitude))
    var box = Box.empty
    for place in places
    where place.isKept
      || longitudes.contains(place.longitude) && latitudes.contains(place.latitude)
    {
      box.extend(to: place.longitude, place.latitude)
    }
    let missing = (
      max(0, leastSide - (box.east - box.west)) / 2, max(0, leastSide - (box.north - box.south)) / 2
    )
    return Box(
      west: box.west - missing.0, south: box.south - missing.1, east: box.east + missing.0,
      north: box.north + missing.1)
  }

  /// What is not far out among the values; always holds their middle half.
  private static func fence(_ values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    let (first, third) = (sorted[(sorted.count - 1) / 4], sorted[(sorted.count - 1) * 3 / 4])
    let reach = 3 * max(third - first, leastSpread)
    return (first - reach)...(third + reach)
  }

  /// The box with the polygons near it, none of which makes it more than twice as wide or high.
  private static func box(_ inner: Box, with layers: [Layer]) -> Box {
    let (wide, high) = (inner.east - inner.west, inner.north - inner.south)
    func grown(by share: Double) -> Box {
      Box(
        west: inner.west - wide * share, south: inner.south - high * share,
        east: inner.east + wide * share, north: inner.north + high * share)
    }
    let (near, limit) = (grown(by: 0.1), grown(by: 0.5))
    var box = inner
    for layer in layers {
      for polygon in 0..<layer.polygons.polygonCount {
        let own = layer.polygons.box(ofPolygon: polygon)
        if own.meets(near) { box.formUnion(own) }
      }
    }
    return Box(
      west: max(box.west, limit.west), south: max(box.south, limit.south),
      east: min(box.east, limit.east), north: min(box.north, limit.north))
  }
}
