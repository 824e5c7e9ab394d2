import Vocabulary

/// What a layer should lie near: the workspace's other layers, and its jurisdiction.
package struct LayerSurroundings: Sendable, Hashable {
  /// Where another layer or the jurisdiction lies.
  package struct Area: Sendable, Hashable {
    package let name: String
    package let extent: Box

    /// An area with that name within that box, in degrees.
    package init(name: String, extent: Box) {
      self.name = name
      self.extent = extent
    }
  }

  /// Further than this from every other layer a layer is most likely in the wrong place.
  package static let farMetres = 100_000.0
  /// A feature further than this from the jurisdiction does not concern it.
  package static let strayMetres = 20_000.0

  package let others: [Area]
  /// The box around the jurisdiction's counties; `nil` if they are not given.
  package let jurisdiction: Area?

  /// Other layers' extents, and the jurisdiction's; without any nothing is held against them.
  package init(others: [Area] = [], jurisdiction: Area? = nil) {
    self.others = others
    self.jurisdiction = jurisdiction
  }
}

/// What is odd about where a layer lies.
package struct LayerPlacement: Sendable, Hashable {
  /// How far another layer is.
  package struct Distance: Sendable, Hashable {
    package let area: LayerSurroundings.Area
    package let metres: Double
  }

  /// Features that reach beyond China's box, in the order of the file.
  package let abroad: [FeatureLabel]
  /// Features wider or higher than China: half the world, or a vertex far away.
  package let wide: [FeatureLabel]
  /// Features further than 20 km from the jurisdiction; empty if it is not given.
  package let stray: [FeatureLabel]
  /// The nearest other layer and the distance in metres, if even that is further than 100 km.
  package let farFrom: Distance?

  init(_ layer: Layer, beside surroundings: LayerSurroundings) {
    let china = LayerCheck.china
    var abroad: [FeatureLabel] = []
    var wide: [FeatureLabel] = []
    var stray: [FeatureLabel] = []
    var extent = Box.empty
    for feature in layer.features {
      let box = layer.polygons.box(ofPolygons: feature.polygons)
      extent.formUnion(box)
      if !china.covers(box) { abroad.append(feature.label) }
      if box.east - box.west > china.east - china.west
        || box.north - box.south > china.north - china.south
      {
        wide.append(feature.label)
      }
      if let jurisdiction = surroundings.jurisdiction,
        box.metres(to: jurisdiction.extent) > LayerSurroundings.strayMetres
      {
        stray.append(feature.label)
      }
    }
    self.abroad = abroad
    self.wide = wide
    self.stray = stray
    let nearest = surroundings.others
      .map { Distance(area: $0, metres: extent.metres(to: $0.extent)) }
      .min { ($0.metres, $0.area.name) < ($1.metres, $1.area.name) }
    farFrom = nearest.flatMap { $0.metres > LayerSurroundings.farMetres ? $0 : nil }
  }
}

extension PolygonTable {
  /// The box around some polygons' vertices.
  package func box(ofPolygons polygons: Range<Int>) -> Box {
    polygons.reduce(into: Box.empty) { $0.formUnion(box(ofPolygon: $1)) }
  }
}
