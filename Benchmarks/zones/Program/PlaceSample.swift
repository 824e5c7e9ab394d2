import Geography
import Vocabulary

/// Places to judge: over the layer's extent, near its edges, at its vertices and on its edges.
struct PlaceSample {
  enum Kind: String, CaseIterable {
    /// Anywhere in the extent and a tenth of a degree around it.
    case anywhere
    /// Within some 200 m of an edge.
    case near
    /// Within some centimetres of an edge.
    case onEdge = "on an edge"
    case vertex = "at a vertex"

    /// Of a hundred places.
    fileprivate var share: Int {
      switch self {
      case .anywhere: 60
      case .near: 30
      case .onEdge: 5
      case .vertex: 5
      }
    }
  }

  private(set) var points: [Point] = []
  private(set) var kinds: [Kind] = []

  /// So many places, those of one kind or of all in their shares, in no order.
  init(_ count: Int, of layer: Layer, only kind: Kind? = nil, seed: UInt64) {
    var numbers = SeededNumbers(seed)
    let table = layer.polygons
    let extent = layer.extent
    points.reserveCapacity(count)
    for _ in 0..<count {
      var part = numbers.next(below: 100)
      let drawn =
        kind ?? Kind.allCases.first {
          part -= $0.share; return part < 0
        } ?? .anywhere
      let vertex = numbers.next(below: table.vertexCount - 1)
      var longitude = table.longitudes[vertex]
      var latitude = table.latitudes[vertex]
      switch drawn {
      case .anywhere:
        longitude = numbers.next((extent.west - 0.1)..<(extent.east + 0.1))
        latitude = numbers.next((extent.south - 0.1)..<(extent.north + 0.1))
      case .near, .onEdge:
        // The jump from one ring to the next is no edge, but near enough to two.
        let along = numbers.next()
        let reach = drawn == .near ? 0.002 : 0.000_000_5
        let isLast = abs(table.longitudes[vertex + 1] - longitude) > 0.01
        if !isLast {
          longitude += along * (table.longitudes[vertex + 1] - longitude)
          latitude += along * (table.latitudes[vertex + 1] - latitude)
        }
        longitude += numbers.next(-reach..<reach)
        latitude += numbers.next(-reach..<reach)
      case .vertex: break
      }
      points.append(
        Point(
          longitude: longitude, latitude: latitude,
          uncertaintyMetres: drawn == .anywhere ? 50 : drawn == .near ? 20 : 1))
      kinds.append(drawn)
    }
  }
}
