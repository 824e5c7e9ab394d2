import Vocabulary

/// What a layer's file may cost to read.
struct LayerLimits: Sendable {
  var bytes: Int
  var vertices: Int
  var features: Int
  /// How deep geometry collections may lie in one another.
  var nesting: Int

  static let standard = LayerLimits(
    bytes: 512 << 20, vertices: 20_000_000, features: 2_000_000, nesting: 8)
}

/// Why a layer's content cannot be used; the reader of the format adds the file.
struct LayerFault: Error {
  let code: ProblemCode
  let detail: Wording
}

/// A layer under construction: readers of any format hand it rings, polygons and features in order.
struct LayerBuilder {
  private let limits: LayerLimits
  private var polygons = PolygonTable()
  private var features: [Feature] = []
  private var repairs = LayerRepairs()
  private var featureOrdinal = 0
  /// Whether the shell of the polygon under way was dropped, and its holes go with it.
  private var isShellDropped = false
  private var ringsOfPolygon = 0

  init(limits: LayerLimits) { self.limits = limits }

  /// Adds a vertex to the ring under way; throws beyond ±180° or ±90° and above the limit.
  mutating func addVertex(longitude: Double, latitude: Double) throws(LayerFault) {
    guard abs(longitude) <= 180, abs(latitude) <= 90 else {
      throw misplaced(longitude: longitude, latitude: latitude)
    }
    guard polygons.vertexCount < limits.vertices else {
      throw LayerFault(
        code: .unreadableLayer,
        detail: Wording(
          zh: "顶点超过 \(limits.vertices) 个", en: "more than \(limits.vertices) vertices"))
    }
    polygons.appendVertex(longitude: longitude, latitude: latitude)
  }

  mutating func endRing() {
    ringsOfPolygon += 1
    if isShellDropped {
      polygons.dropRing()
      repairs.droppedRings += 1
      return
    }
    switch polygons.endRing() {
    case .kept: break
    case .closed: repairs.closedRings += 1
    case .dropped:
      repairs.droppedRings += 1
      // Without its shell a hole would turn into an area.
      isShellDropped = ringsOfPolygon == 1
    }
  }

  mutating func endPolygon() {
    if ringsOfPolygon > 0, !isShellDropped { polygons.endPolygon() }
    ringsOfPolygon = 0
    isShellDropped = false
  }

  mutating func skipGeometry() { repairs.otherGeometries += 1 }

  mutating func endFeature(name: String?, id: String?) throws(LayerFault) {
    featureOrdinal += 1
    let first = features.last?.polygons.upperBound ?? 0
    guard polygons.polygonCount > first else {
      repairs.emptyFeatures += 1
      return
    }
    guard features.count < limits.features else {
      throw LayerFault(
        code: .unreadableLayer,
        detail: Wording(
          zh: "要素超过 \(limits.features) 个", en: "more than \(limits.features) features"))
    }
    features.append(
      Feature(
        label: FeatureLabel(ordinal: featureOrdinal, name: name, id: id),
        polygons: first..<polygons.polygonCount))
  }

  /// The layer; throws if nothing with an area was added.
  func layer(from source: LayerSource) throws(LayerFault) -> Layer {
    guard !features.isEmpty else {
      throw LayerFault(
        code: .badGeometry, detail: Wording(zh: "没有任何面要素", en: "there is no polygon"))
    }
    return Layer(source: source, features: features, polygons: polygons, repairs: repairs)
  }

  /// Says which mistake coordinates out of range point to, without quoting them.
  private func misplaced(longitude: Double, latitude: Double) -> LayerFault {
    let place = Wording(
      zh: "第 \(featureOrdinal + 1) 个要素的", en: "feature \(featureOrdinal + 1) has ")
    if abs(longitude) <= 90, abs(latitude) <= 180 {
      return LayerFault(
        code: .badGeometry,
        detail: Wording(
          zh: place.zh + "纬度超出 ±90°，经度和纬度可能颠倒",
          en: place.en + "a latitude beyond ±90°; longitude and latitude may be exchanged"))
    }
    if abs(longitude) > 360 || abs(latitude) > 360 {
      return LayerFault(
        code: .wrongReferenceSystem,
        detail: Wording(
          zh: place.zh + "坐标不是经纬度，像是投影坐标",
          en: place.en + "coordinates that are not degrees but look projected"))
    }
    return LayerFault(
      code: .badGeometry,
      detail: Wording(
        zh: place.zh + "坐标超出 ±180°、±90°", en: place.en + "a coordinate beyond ±180°, ±90°"))
  }
}
