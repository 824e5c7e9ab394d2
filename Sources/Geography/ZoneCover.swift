/// Which features of a layer cover a place: even-odd over a feature's rings, union over features.
struct ZoneCover: Sendable {
  /// What covers a place, and the room to find it, used again from place to place.
  struct Search {
    /// The covering features' indexes, ascending; empty outside.
    private(set) var features: [Int32] = []
    /// The first feature that has the place in one of its holes, unless it is covered.
    private(set) var holed: Int32?
    fileprivate var candidates: [Int32] = []
    /// Where the candidates are already known.
    fileprivate var area: Box?
    /// The run of edges nearest to the place before, which may be near to the next.
    var nearestRun: Int?

    /// Takes one feature as covering, whatever was found.
    mutating func settle(on feature: Int32) {
      features.removeAll(keepingCapacity: true)
      features.append(feature)
      holed = nil
    }

    fileprivate mutating func begin() {
      if !features.isEmpty { features.removeAll(keepingCapacity: true) }
      holed = nil
    }

    fileprivate mutating func add(_ feature: Int32, isInside: Bool, isInRing: Bool) {
      if isInside {
        features.append(feature)
      } else if isInRing, holed == nil {
        holed = feature
      }
    }

    fileprivate mutating func end() {
      if !features.isEmpty { holed = nil }
    }
  }

  let slabs: SlabIndex
  /// Each polygon's feature.
  let features: [Int32]
  private let tree: BoxTree

  /// Over the features, whose polygons are the rows of `polygons` in order.
  init(_ features: [Feature], _ polygons: PolygonTable) {
    slabs = SlabIndex(polygons)
    self.features = features.enumerated().flatMap { index, feature in
      repeatElement(Int32(index), count: feature.polygons.count)
    }
    tree = BoxTree((0..<polygons.polygonCount).map(slabs.box(ofPolygon:)))
  }

  /// Whether the zone covers the place.
  func covers(_ place: Coordinate) -> Bool {
    var search = Search()
    return covers(place, &search)
  }

  /// Whether the zone covers the place, with room that is used again.
  ///
  /// Stops at the first feature that does: what `search` then holds is only part of what covers it.
  func covers(_ place: Coordinate, _ search: inout Search) -> Bool {
    find(at: place, &search, stopsAtFirst: true)
    return !search.features.isEmpty
  }

  /// What covers the place; O(log n) and the edges that cross its latitude in the polygons around it.
  func find(at place: Coordinate, _ search: inout Search) {
    find(at: place, &search, stopsAtFirst: false)
  }

  /// How many polygons and edges are looked at to find what covers the place.
  func work(at place: Coordinate) -> Int {
    var work = 0
    forEachPolygon(meeting: Box(around: place)) { polygon in
      work += 1 + slabs.edgeCount(at: place, inPolygon: polygon)
      return true
    }
    return work
  }

  @inline(__always)
  private func find(at place: Coordinate, _ search: inout Search, stopsAtFirst: Bool) {
    search.begin()
    if search.area?.contains(place.longitude, place.latitude) != true {
      prepare(&search, for: Box(around: place))
      search.area = nil
    }
    var index = 0
    while index < search.candidates.count {
      let feature = features[Int(search.candidates[index])]
      var isInside = false
      var isInRing = false
      while index < search.candidates.count,
        features[Int(search.candidates[index])] == feature
      {
        let position = slabs.position(
          of: place, inPolygon: Int(search.candidates[index]))
        isInside = isInside != position.isInside
        isInRing = isInRing || position.isInRing
        index += 1
      }
      search.add(feature, isInside: isInside, isInRing: isInRing)
      if stopsAtFirst, isInside { return }
    }
    search.end()
  }

  /// The most polygons worth being asked one by one for every place of an area.
  private static let mostCandidates = 32

  /// Looks up the polygons that may cover places of `area`, once for all of them.
  func prepare(_ search: inout Search, for area: Box) {
    search.candidates.removeAll(keepingCapacity: true)
    forEachPolygon(meeting: area) { polygon in
      search.candidates.append(Int32(polygon))
      return true
    }
    search.candidates.sort()
    search.area = search.candidates.count > ZoneCover.mostCandidates ? nil : area
  }

  /// Calls `body` with each polygon whose box meets `box`, until it returns false.
  func forEachPolygon(meeting box: Box, _ body: (Int) -> Bool) {
    tree.forEach(meeting: box, body)
  }
}

extension Box {
  /// The box of one place.
  fileprivate init(around place: Coordinate) {
    self.init(
      west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
  }
}
