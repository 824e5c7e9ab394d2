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
  private var plane = LayerPlane.degrees
  private var reference: LayerReference?
  private var polygons = PolygonTable()
  private var features: [Feature] = []
  private var repairs = LayerRepairs()
  private var featureOrdinal = 0
  /// Whether the shell of the polygon under way was dropped, and its holes go with it.
  private var isShellDropped = false
  private var ringsOfPolygon = 0

  init(limits: LayerLimits) { self.limits = limits }

  /// Takes the coordinates that follow as that system's; without it they are degrees on CGCS2000.
  mutating func take(_ agreed: AgreedSystem) {
    plane = LayerPlane(agreed.system, shift: agreed.shift)
    reference = agreed.reference
  }

  /// Adds a vertex in the layer's reference system, longitude or easting first, to the ring under way.
  ///
  /// Throws for coordinates that cannot be of that system, and above the limit.
  mutating func addVertex(x: Double, y: Double) throws(LayerFault) {
    try addVertex(x, y, on: plane)
  }

  /// Adds a vertex to the ring under way; throws beyond ±180° or ±90° and above the limit.
  mutating func addVertex(longitude: Double, latitude: Double) throws(LayerFault) {
    try addVertex(longitude, latitude, on: .degrees)
  }

  private mutating func addVertex(
    _ x: Double, _ y: Double, on plane: LayerPlane
  ) throws(LayerFault) {
    let place: (longitude: Double, latitude: Double)
    do throws(LayerPlane.Misfit) {
      place = try plane.place(x: x, y: y)
    } catch {
      throw error.fault(feature: featureOrdinal + 1)
    }
    guard polygons.vertexCount < limits.vertices else {
      throw LayerFault(
        code: .unreadableLayer,
        detail: Wording(
          zh: "顶点超过 \(limits.vertices) 个", en: "more than \(limits.vertices) vertices"))
    }
    polygons.appendVertex(longitude: place.longitude, latitude: place.latitude)
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

  mutating func endFeature(
    name: String?, id: String?, code: DivisionCode? = nil
  ) throws(LayerFault) {
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
        label: FeatureLabel(ordinal: featureOrdinal, name: name, id: id, code: code),
        polygons: first..<polygons.polygonCount))
  }

  /// The layer; throws if nothing with an area was added.
  func layer(from source: LayerSource) throws(LayerFault) -> Layer {
    guard !features.isEmpty else {
      throw LayerFault(
        code: .badGeometry, detail: Wording(zh: "没有任何面要素", en: "there is no polygon"))
    }
    return Layer(
      source: source, reference: reference ?? .degrees, features: features, polygons: polygons,
      repairs: repairs)
  }
}
