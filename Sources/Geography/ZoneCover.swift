/// Which features of a layer cover a place: even-odd over a feature's rings, union over features.
struct ZoneCover: Sendable {
  /// What covers a place.
  struct Answer {
    /// The covering features' indexes, ascending; empty outside.
    var features: [Int32] = []
    /// The first feature that has the place in one of its holes, unless it is covered.
    var holed: Int32?
  }

  let slabs: SlabIndex
  /// Each polygon's feature.
  let features: [Int32]
  private let tree: BoxTree

  init(_ layer: Layer) {
    slabs = SlabIndex(layer.polygons)
    var features: [Int32] = []
    for (index, feature) in layer.features.enumerated() {
      for _ in feature.polygons { features.append(Int32(index)) }
    }
    self.features = features
    tree = BoxTree((0..<layer.polygons.polygonCount).map(slabs.box(ofPolygon:)))
  }

  /// Whether the zone covers the place.
  func covers(_ place: Coordinate) -> Bool {
    !answer(at: place).features.isEmpty
  }

  /// What covers the place; O(log n) and the edges that cross its latitude in the polygons around it.
  func answer(at place: Coordinate) -> Answer {
    var candidates: [Int32] = []
    forEachPolygon(
      meeting: Box(
        west: place.longitude, south: place.latitude, east: place.longitude,
        north: place.latitude)
    ) { polygon in
      candidates.append(Int32(polygon))
      return true
    }
    candidates.sort()
    var answer = Answer()
    var index = 0
    while index < candidates.count {
      let feature = features[Int(candidates[index])]
      var isInside = false
      var isInRing = false
      while index < candidates.count, features[Int(candidates[index])] == feature {
        let position = slabs.position(of: place, inPolygon: Int(candidates[index]))
        isInside = isInside != position.isInside
        isInRing = isInRing || position.isInRing
        index += 1
      }
      if isInside {
        answer.features.append(feature)
      } else if isInRing, answer.holed == nil {
        answer.holed = feature
      }
    }
    if !answer.features.isEmpty { answer.holed = nil }
    return answer
  }

  /// Calls `body` with each polygon whose box meets `box`, until it returns false.
  func forEachPolygon(meeting box: Box, _ body: (Int) -> Bool) {
    tree.forEach(meeting: box, body)
  }
}
