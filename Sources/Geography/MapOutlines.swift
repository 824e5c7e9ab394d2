/// What is drawn of one feature of a layer.
package struct MapArea: Sendable {
  /// The feature's name, else its id or number.
  package let name: String
  /// Whether the layer itself gives the name, and has few enough areas for each to show it.
  package let isNamed: Bool
  /// The data of an SVG path in tenths of a pixel of the frame, to be filled even-odd.
  package let path: String
  /// A point on what is drawn, in tenths of a pixel; `nil` if the frame shows nothing of it.
  package let label: (x: Int, y: Int)?
  /// How wide the area is there, in tenths of a pixel.
  package let room: Int
}

/// One layer as a map draws it.
package struct MapOutline: Sendable {
  /// In the order of the file.
  package var areas: [MapArea] = []
  /// Features in the frame that are too small to be seen, or left out to keep the map small.
  package var omitted = 0
}

/// The outlines of layers in a frame: clipped, simplified, as paths.
///
/// For drawing, never for a verdict. The same layers and frame give the same bytes.
package struct MapOutlines: Sendable {
  /// In the order of the layers.
  package let layers: [MapOutline]
  /// How far a boundary may be from what is drawn of it, in pixels.
  package let tolerance: Double

  /// Bytes that all paths and names may take.
  package static let byteLimit = 250_000
  /// What an area takes beside its path, without and with a name.
  private static let bytesAround = (unnamed: 16, named: 48)
  /// Layers with more features show no names of them.
  private static let namedFeatures = 500
  private static let tolerances = [PixelLines.tolerance, 0.8, 1.6, 3.2, 6.4]

  /// The outlines with the finest tolerance that keeps them within `byteLimit`; beyond the coarsest,
  /// the smallest areas are left out.
  ///
  /// Time and memory grow with the layers' vertices.
  package init(_ layers: [Layer], in frame: MapFrame, byteLimit: Int = MapOutlines.byteLimit) {
    let fine = layers.map { PixelLines($0, in: frame) }
    for tolerance in MapOutlines.tolerances {
      let lines = fine.map { $0.simplified(to: tolerance) }
      guard let paths = MapOutlines.paths(of: lines, within: byteLimit, layers) else { continue }
      self.init(layers, lines, paths, tolerance, frame)
      return
    }
    let tolerance = MapOutlines.tolerances.last ?? PixelLines.tolerance
    let lines = fine.map { $0.simplified(to: tolerance) }
    self.init(
      layers, lines, MapOutlines.largest(of: lines, within: byteLimit, layers), tolerance, frame)
  }

  private init(
    _ layers: [Layer], _ lines: [PixelLines], _ paths: [[[UInt8]]], _ tolerance: Double,
    _ frame: MapFrame
  ) {
    self.tolerance =
      PixelLines.deviation + (tolerance > PixelLines.tolerance ? tolerance : 0)
    self.layers = layers.indices.map { layer in
      var outline = MapOutline()
      for (feature, path) in paths[layer].enumerated() {
        guard !path.isEmpty else {
          if lines[layer].isInFrame[feature] { outline.omitted += 1 }
          continue
        }
        let label = layers[layer].features[feature].label
        let point = lines[layer].surfacePoint(ofFeature: feature, height: frame.height)
        outline.areas.append(
          MapArea(
            name: label.name, isNamed: label.isNamed && MapOutlines.showsNames(layers[layer]),
            path: String(decoding: path, as: UTF8.self),
            label: point.map { (Int($0.x), Int($0.y)) }, room: point.map { Int($0.width) } ?? 0))
      }
      return outline
    }
  }

  /// By layer and feature the path, empty where there is none; `nil` beyond the limit.
  private static func paths(
    of lines: [PixelLines], within limit: Int, _ layers: [Layer]
  ) -> [[[UInt8]]]? {
    var left = limit
    var paths: [[[UInt8]]] = []
    for (layer, lines) in lines.enumerated() {
      paths.append([])
      for feature in lines.isInFrame.indices {
        let path = lines.path(ofFeature: feature)
        if !path.isEmpty {
          left -= cost(path, layers[layer], feature)
          guard left >= 0 else { return nil }
        }
        paths[layer].append(path)
      }
    }
    return paths
  }

  /// The same for the largest features that fit.
  private static func largest(
    of lines: [PixelLines], within limit: Int, _ layers: [Layer]
  ) -> [[[UInt8]]] {
    var paths = lines.map { [[UInt8]](repeating: [], count: $0.isInFrame.count) }
    var order: [(side: Int32, layer: Int, feature: Int)] = []
    for (layer, lines) in lines.enumerated() {
      for feature in lines.isInFrame.indices where !lines.rings(ofFeature: feature).isEmpty {
        order.append((lines.side(ofFeature: feature), layer, feature))
      }
    }
    order.sort { ($1.side, $0.layer, $0.feature) < ($0.side, $1.layer, $1.feature) }
    var left = limit
    for (_, layer, feature) in order where left > bytesAround.unnamed {
      let path = lines[layer].path(ofFeature: feature)
      let cost = cost(path, layers[layer], feature)
      guard cost <= left else { continue }
      left -= cost
      paths[layer][feature] = path
    }
    return paths
  }

  private static func cost(_ path: [UInt8], _ layer: Layer, _ feature: Int) -> Int {
    path.count
      + (showsNames(layer)
        ? bytesAround.named + layer.features[feature].label.name.utf8.count : bytesAround.unnamed)
  }

  private static func showsNames(_ layer: Layer) -> Bool {
    layer.features.count <= namedFeatures
  }
}
