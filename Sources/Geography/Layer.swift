import Vocabulary

/// Where a layer comes from: its entry in leadscreen.yaml and the file that was read.
package struct LayerSource: Sendable, Hashable {
  package let entry: LayerRegistration
  /// The digest of the file's bytes in hexadecimal.
  package let sha256: String

  /// The entry with the digest of its file.
  package init(_ entry: LayerRegistration, sha256: String) {
    self.entry = entry
    self.sha256 = sha256
  }

  /// Path relative to the workspace.
  package var path: String { entry.path }
  package var name: String { entry.name }
  package var tag: LayerTag { entry.tag }
  package var version: String? { entry.version }
  /// How far drawn boundaries may be off, in metres; zero if unknown.
  package var uncertaintyMetres: Double { entry.uncertaintyMetres }
}

/// A feature of a layer as evidence names it.
package struct FeatureLabel: Sendable, Hashable {
  /// The feature's place in the file, counted from 1; features without polygons count too.
  package let ordinal: Int
  /// The value of the name field, else the feature's id, else `#` and the ordinal.
  package let name: String
  /// The division code, of a feature of a layer of counties that has one.
  package let code: DivisionCode?
  /// Whether the layer itself gives the name.
  package let isNamed: Bool
  /// What the file calls the feature beside its name; `nil` if it does not.
  package let identifier: String?

  /// The label of the feature at that place; `name` and `id` as the file gives them.
  package init(ordinal: Int, name: String?, id: String?, code: DivisionCode? = nil) {
    self.ordinal = ordinal
    self.code = code
    identifier = id
    isNamed = name != nil
    self.name = name ?? id ?? "#\(ordinal)"
  }
}

/// One area of a layer: the polygons of one feature, even-odd over all their rings.
package struct Feature: Sendable, Hashable {
  package let label: FeatureLabel
  /// Its polygons' numbers in the layer's table; never empty.
  package let polygons: Range<Int>

  /// The feature with that label and those polygons of its layer's table.
  package init(label: FeatureLabel, polygons: Range<Int>) {
    self.label = label
    self.polygons = polygons
  }
}

/// What was put right while a layer was read.
package struct LayerRepairs: Sendable, Hashable {
  /// Rings whose last vertex did not repeat the first.
  package var closedRings = 0
  /// Rings of fewer than four vertices, left out; a shell takes its holes with it.
  package var droppedRings = 0
  /// Geometries that are no polygons, left out.
  package var otherGeometries = 0
  /// Features without any polygon, left out.
  package var emptyFeatures = 0

  /// Nothing put right.
  package init() {}

  /// Whether nothing had to be done.
  package var isEmpty: Bool { self == LayerRepairs() }
}

/// Where a layer's drawing may be read in two ways: inside by one reading, outside by the other.
package struct DoubtfulAreas: Sendable, Hashable {
  /// The features concerned, each with its polygons' numbers in `polygons`.
  package let features: [Feature]
  package let polygons: PolygonTable

  /// Readings that differ by less differ in rounding where edges cross.
  static let leastSquareMetres = 1.0

  /// No such areas.
  package static let none = DoubtfulAreas(features: [], polygons: PolygonTable())

  /// Areas of features whose polygons are the rows of `polygons` in order.
  package init(features: [Feature], polygons: PolygonTable) {
    self.features = features
    self.polygons = polygons
  }
}

/// A protected-area layer (图层): polygons in features, in the order of the file.
///
/// Confidential as a rule (内部或涉密): coordinates never enter a message.
package struct Layer: Sendable, Hashable {
  package let source: LayerSource
  /// What its coordinates were before they were brought to degrees.
  package let reference: LayerReference
  /// At least one.
  package let features: [Feature]
  package let polygons: PolygonTable
  package let repairs: LayerRepairs
  /// A place in them is unknown, whatever the polygons say; none in a layer that is not repaired.
  package let doubtful: DoubtfulAreas

  /// A layer of features whose polygons are the rows of `polygons` in order.
  package init(
    source: LayerSource, reference: LayerReference = .degrees, features: [Feature],
    polygons: PolygonTable, repairs: LayerRepairs, doubtful: DoubtfulAreas = .none
  ) {
    self.source = source
    self.reference = reference
    self.features = features
    self.polygons = polygons
    self.repairs = repairs
    self.doubtful = doubtful
  }

  /// The box around all vertices.
  package var extent: Box {
    var box = Box.empty
    for polygon in 0..<polygons.polygonCount { box.formUnion(polygons.box(ofPolygon: polygon)) }
    return box
  }

  /// Of all features, what they share counted for each, on the ellipsoid.
  package var areaSquareMetres: Double {
    features.reduce(0) { $0 + polygons.area(ofPolygons: $1.polygons) }
  }

  /// What the reader put right or left out, one problem a kind; empty for a clean layer.
  package var warnings: [Problem] {
    func problem(_ count: Int, zh: String, en: String) -> Problem? {
      guard count > 0 else { return nil }
      return Problem(
        .badGeometry, file: source.path,
        detail: Wording(zh: "\(count) 个\(zh)", en: "\(count) \(en)"))
    }
    return [
      problem(repairs.closedRings, zh: "环未闭合，已自动闭合", en: "unclosed rings, closed"),
      problem(
        repairs.droppedRings, zh: "环不足四个顶点，已略去",
        en: "rings with fewer than four vertices, left out"),
      problem(
        repairs.otherGeometries, zh: "几何不是面，已略去", en: "geometries other than polygons, left out"),
      problem(repairs.emptyFeatures, zh: "要素没有面，已略去", en: "features without polygons, left out"),
      problem(
        reference.isProjected ? polygons.longEdges(over: LayerCheck.longEdgeMetres).count : 0,
        zh: "边长超过 5 公里，投影坐标下的直线与经纬度下的不同",
        en: "edges longer than 5 km, straight in the projection and not in degrees"),
    ].compactMap { $0 }
  }
}
