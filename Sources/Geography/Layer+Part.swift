extension Layer {
  /// Part of the layer: some polygons of some features, in the order given.
  func part(_ parts: [(feature: Int, polygons: [Int])]) -> Layer {
    var table = PolygonTable()
    let features = parts.map { part in
      let first = table.polygonCount
      for polygon in part.polygons { table.append(polygon..<(polygon + 1), of: polygons) }
      return Feature(
        label: self.features[part.feature].label, polygons: first..<table.polygonCount)
    }
    return Layer(source: source, features: features, polygons: table, repairs: LayerRepairs())
  }
}
