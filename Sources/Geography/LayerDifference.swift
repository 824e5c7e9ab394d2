import Vocabulary

/// What changed from one version of a layer to the next: features, and the ground they cover.
///
/// A feature is the same where its shape is, wherever the rings begin; else where its name is, if
/// each version has that name once. Areas are those of the zone: ground that only passes from one
/// feature to another is neither gained nor lost. Both versions are repaired beforehand.
package struct LayerDifference: Sendable, Hashable {
  /// A feature of both versions whose shape changed.
  package struct Change: Sendable, Hashable {
    package let before: FeatureLabel
    package let after: FeatureLabel
    /// Ground of the feature that was in no feature before.
    package let gainedSquareMetres: Double
    /// Ground of the earlier feature that is in no feature now.
    package let lostSquareMetres: Double
  }

  /// A feature that only one version has, with the ground that came or went with it.
  package struct Single: Sendable, Hashable {
    package let feature: FeatureLabel
    package let squareMetres: Double
  }

  /// A feature whose shape stayed and whose name did not.
  package struct Renaming: Sendable, Hashable {
    package let before: FeatureLabel
    package let after: FeatureLabel
  }

  /// The version before.
  package let earlier: LayerSource
  package let unchanged: Int
  /// In the order of the new file, as the lists below; `removed` in that of the old.
  package let renamed: [Renaming]
  package let changed: [Change]
  package let added: [Single]
  package let removed: [Single]
  /// Features whose areas could not be compared: beyond the bound, or the library failed.
  package let unmeasured: Int

  /// Ground that was in no feature before; what new features share counts for each.
  package var gainedSquareMetres: Double {
    changed.reduce(0) { $0 + $1.gainedSquareMetres }
      + added.reduce(0) { $0 + $1.squareMetres }
  }

  /// Ground that is in no feature now; what earlier features shared counts for each.
  package var lostSquareMetres: Double {
    changed.reduce(0) { $0 + $1.lostSquareMetres }
      + removed.reduce(0) { $0 + $1.squareMetres }
  }

  /// Whether nothing changed, not even a name.
  package var isEmpty: Bool {
    renamed.isEmpty && changed.isEmpty && added.isEmpty && removed.isEmpty
  }

  /// Compares two repaired versions; O(n log n), and some microseconds a vertex of what changed.
  ///
  /// `nil` if the geometry library cannot be started.
  package init?(of layer: Layer, since earlier: Layer) {
    guard let context = GEOSContext() else { return nil }
    let match = VersionMatch(layer, earlier)
    var before = ZoneRemainder(earlier, in: context)
    var now = ZoneRemainder(layer, in: context)
    self.earlier = earlier.source
    unchanged = match.same.count
    renamed = match.same.compactMap { new, old in
      let (label, was) = (layer.features[new].label, earlier.features[old].label)
      guard label.isNamed || was.isNamed, label.name != was.name else { return nil }
      return Renaming(before: was, after: label)
    }
    changed = match.changed.map { new, old in
      Change(
        before: earlier.features[old].label, after: layer.features[new].label,
        gainedSquareMetres: before.area(of: layer.features[new], beyondItIn: layer),
        lostSquareMetres: now.area(of: earlier.features[old], beyondItIn: earlier))
    }
    added = match.added.map {
      Single(
        feature: layer.features[$0].label,
        squareMetres: before.area(of: layer.features[$0], beyondItIn: layer))
    }
    removed = match.removed.map {
      Single(
        feature: earlier.features[$0].label,
        squareMetres: now.area(of: earlier.features[$0], beyondItIn: earlier))
    }
    unmeasured = before.unmeasured + now.unmeasured
  }
}

/// Which features of two versions are one: numbers of the new version with those of the old.
private struct VersionMatch {
  private(set) var same: [(new: Int, old: Int)] = []
  private(set) var changed: [(new: Int, old: Int)] = []
  private(set) var added: [Int] = []
  private(set) var removed: [Int] = []

  init(_ layer: Layer, _ earlier: Layer) {
    var waiting: [FeatureFingerprint: [Int]] = [:]
    for (old, feature) in earlier.features.enumerated().reversed() {
      waiting[FeatureFingerprint(feature, of: earlier.polygons), default: []].append(old)
    }
    var isKept = [Bool](repeating: false, count: earlier.features.count)
    var rest: [Int] = []
    for (new, feature) in layer.features.enumerated() {
      let shape = FeatureFingerprint(feature, of: layer.polygons)
      // Of several of one shape the one of that name, else the first; few are looked through.
      let name = feature.label.name
      let named = waiting[shape]?.suffix(64).lastIndex { earlier.features[$0].label.name == name }
      guard let place = named ?? waiting[shape]?.indices.last,
        let old = waiting[shape]?.remove(at: place)
      else {
        rest.append(new)
        continue
      }
      same.append((new, old))
      isKept[old] = true
    }
    let names = VersionMatch.ownNames(of: layer)
    let oldNames = VersionMatch.ownNames(of: earlier)
    for new in rest {
      let name = layer.features[new].label.name
      if names[name] == new, let old = oldNames[name], let old, !isKept[old] {
        changed.append((new, old))
        isKept[old] = true
      } else {
        added.append(new)
      }
    }
    removed = isKept.indices.filter { !isKept[$0] }
  }

  /// Each name or id with the one feature that bears it; `nil` for one that several bear.
  private static func ownNames(of layer: Layer) -> [String: Int?] {
    var names: [String: Int?] = [:]
    for (number, feature) in layer.features.enumerated()
    where feature.label.name != "#\(feature.label.ordinal)" {
      names.updateValue(
        names[feature.label.name] == nil ? number : nil, forKey: feature.label.name)
    }
    return names
  }
}

/// What of a feature lies in no feature of a layer.
private struct ZoneRemainder {
  private let layer: Layer
  private let context: GEOSContext
  private let boxes: [Box]
  private let tree: BoxTree
  private var visits: Int
  private(set) var unmeasured = 0

  init(_ layer: Layer, in context: GEOSContext) {
    self.layer = layer
    self.context = context
    boxes = layer.features.map { layer.polygons.box(ofPolygons: $0.polygons) }
    tree = BoxTree(boxes)
    visits = 24 * layer.polygons.vertexCount + 100_000
  }

  /// The part of a feature of `other` that lies in no feature here, in square metres; 0, and counted,
  /// if it cannot be found.
  mutating func area(of feature: Feature, beyondItIn other: Layer) -> Double {
    let whole = other.polygons.area(ofPolygons: feature.polygons)
    let box = other.polygons.box(ofPolygons: feature.polygons)
    var polygons = PolygonTable()
    var size = other.polygons.vertexCount(ofPolygons: feature.polygons)
    let most = max(0, visits)
    tree.forEach(meeting: box) {
      let near = layer.features[$0].polygons
      size += layer.polygons.vertexCount(ofPolygons: near)
      if size <= most { polygons.append(near, of: layer.polygons) }
      return size <= most
    }
    guard polygons.polygonCount > 0 || size > most else { return whole }
    visits -= size
    guard size <= most,
      let shape = GEOSShape(feature.polygons, of: other.polygons, in: context),
      let around = GEOSShape(0..<polygons.polygonCount, of: polygons, in: context)?.dissolved(),
      let rest = shape.difference(around)
    else {
      unmeasured += 1
      return 0
    }
    return rest.area()
  }
}
