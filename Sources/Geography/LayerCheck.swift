import Vocabulary

/// What a bureau should know of a layer before trusting it: counts, extent, area, and what is wrong.
///
/// Areas are square kilometres on the ellipsoid, with edges straight in longitude and latitude.
package struct LayerCheck: Sendable, Hashable {
  /// A name that several features bear.
  package struct SharedName: Sendable, Hashable {
    package let name: String
    package let count: Int
  }

  /// A name that was read in an encoding it was not written in, or is damaged otherwise.
  package struct DamagedName: Sendable, Hashable {
    package let feature: FeatureLabel
    /// What happened to it.
    package let damage: Wording
  }

  /// Above it, straight in degrees and straight on the map differ too much: metres.
  package static let longEdgeMetres = 5_000.0
  /// Where China lies, in degrees.
  package static let china = Box(west: 73, south: 3, east: 136, north: 54)

  package let source: LayerSource
  package let features: Int
  package let polygons: Int
  package let vertices: Int
  package let extent: Box
  /// The sum over features, invalid ones after repair; what features share counts for each.
  package let areaSquareKilometres: Double
  /// Features without a name of their own.
  package let unnamed: Int
  /// Names that are not unique, in the order of their bytes.
  package let sharedNames: [SharedName]
  /// In the order of the file.
  package let damagedNames: [DamagedName]
  /// What was invalid and is repaired, in the order of the file.
  package let invalidities: [LayerRepair.Record]
  /// Features of one shape, each group and the groups in the order of the file.
  package let sharedShapes: [[FeatureLabel]]
  package let overlaps: LayerOverlaps
  package let gaps: LayerGaps
  package let slivers: [LayerSliver]
  package let placement: LayerPlacement
  /// What changed since the version before; `nil` without one.
  package let difference: LayerDifference?
  package let longEdges: Int
  package let longestEdgeMetres: Double
  package let repairs: LayerRepairs
  /// The permission bits of its file; `nil` where they were not looked at.
  package let permissions: Int?

  /// Whether others than its owner may use its file: layers are confidential.
  package var isOpenToOthers: Bool { (permissions ?? 0) & 0o077 != 0 }

  /// Whether some of the layer lies outside China.
  package var reachesAbroad: Bool { !placement.abroad.isEmpty }

  /// Checks a layer as it was drawn, which it repairs; otherwise as below.
  package init(
    _ drawn: Layer, beside surroundings: LayerSurroundings = LayerSurroundings(),
    since earlier: Layer? = nil, permissions: Int? = nil,
    damageToName: (String) -> Wording? = { _ in nil }
  ) throws(Failure) {
    try self.init(
      LayerRepair(drawn), beside: surroundings, since: earlier, permissions: permissions,
      damageToName: damageToName)
  }

  /// Checks a repaired layer beside the others of the workspace and against the version before,
  /// repaired as well; `permissions` are those of its file, `damageToName` says what is wrong with a
  /// feature's name.
  ///
  /// O(n log n) for n vertices: in a layer of neighbours some 10 µs a vertex, most of it for overlaps
  /// and gaps, on hostile ones no more. Throws a failure of the program if the geometry library
  /// cannot be started.
  package init(
    _ repair: LayerRepair, beside surroundings: LayerSurroundings = LayerSurroundings(),
    since earlier: Layer? = nil, permissions: Int? = nil,
    damageToName: (String) -> Wording? = { _ in nil }
  ) throws(Failure) {
    guard let context = GEOSContext() else { throw Failure(.fault, .fault) }
    let layer = repair.layer
    let table = layer.polygons
    source = layer.source
    features = layer.features.count
    polygons = table.polygonCount
    vertices = table.vertexCount
    extent = layer.extent
    areaSquareKilometres = layer.areaSquareMetres / 1e6
    unnamed = layer.features.count { !$0.label.isNamed }
    sharedNames = LayerCheck.sharedNames(of: layer)
    damagedNames = layer.features.compactMap { feature in
      guard feature.label.isNamed, let damage = damageToName(feature.label.name) else {
        return nil
      }
      return DamagedName(feature: feature.label, damage: damage)
    }
    invalidities = repair.records
    sharedShapes = LayerCheck.sharedShapes(of: layer)
    overlaps = LayerOverlaps(layer, in: context)
    gaps = LayerGaps(layer)
    slivers = LayerSliver.all(in: layer)
    placement = LayerPlacement(layer, beside: surroundings)
    if let earlier {
      guard let found = LayerDifference(of: layer, since: earlier) else {
        throw Failure(.fault, .fault)
      }
      difference = found
    } else {
      difference = nil
    }
    (longEdges, longestEdgeMetres) = table.longEdges(over: LayerCheck.longEdgeMetres)
    repairs = layer.repairs
    self.permissions = permissions
  }

  private static func sharedNames(of layer: Layer) -> [SharedName] {
    var counts: [String: Int] = [:]
    for feature in layer.features where feature.label.isNamed {
      counts[feature.label.name, default: 0] += 1
    }
    return counts.filter { $0.value > 1 }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { SharedName(name: $0.key, count: $0.value) }
  }

  private static func sharedShapes(of layer: Layer) -> [[FeatureLabel]] {
    var groups: [FeatureFingerprint: [Int]] = [:]
    for (number, feature) in layer.features.enumerated() {
      groups[FeatureFingerprint(feature, of: layer.polygons), default: []].append(number)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
      .map { $0.map { layer.features[$0].label } }
  }
}
