import CGEOS
import Geography
import Glibc
import Vocabulary

/// The zone of a layer as the GEOS library has it: features repaired by structure and dissolved.
///
/// Inside is decided in degrees, on the very numbers of the layer; distances are taken on Mercator's
/// projection, true to scale in every direction at every place.
@safe final class GEOSZone {
  private let handle: GEOSContextHandle_t
  /// In degrees.
  private let zone: Prepared
  /// Where structure and even-odd differ, in degrees and projected; `nil` if they do nowhere.
  private let doubt: (degrees: Prepared, projected: Prepared)?
  /// Projected.
  private let projectedZone: Prepared
  private let boundary: Prepared

  /// No edge longer than that bends by a centimetre on the projection, in degrees.
  private static let shortEdge = 0.002

  /// `nil` if the library fails; with `cutsEdges` long edges are cut before they are projected.
  init?(_ layer: Layer, cutsEdges: Bool = false) {
    guard let handle = unsafe GEOS_init_r() else { return nil }
    unsafe self.handle = handle
    var shapes: [OpaquePointer?] = unsafe []
    var doubts: [OpaquePointer?] = unsafe []
    for feature in layer.features {
      let drawn = unsafe GEOSZone.drawn(feature.polygons, of: layer.polygons, handle)
      if unsafe GEOSisValid_r(handle, drawn) == 1 {
        unsafe shapes.append(drawn)
        continue
      }
      let structure = unsafe GEOSZone.repaired(drawn, GEOS_MAKE_VALID_STRUCTURE, handle)
      let linework = unsafe GEOSZone.repaired(drawn, GEOS_MAKE_VALID_LINEWORK, handle)
      // A buffer of nothing leaves lines and points out.
      let areas = unsafe GEOSBuffer_r(handle, linework, 0, 8)
      unsafe GEOSZone.append(GEOSSymDifference_r(handle, structure, areas), to: &doubts, handle)
      unsafe shapes.append(structure)
    }
    guard let zone = unsafe Prepared(GEOSZone.dissolved(&shapes, handle), handle),
      let projectedZone = unsafe Prepared(
        GEOSZone.projected(zone.geometry, cutsEdges, handle), handle),
      let boundary = unsafe Prepared(GEOSBoundary_r(handle, projectedZone.geometry), handle)
    else { return nil }
    self.zone = zone
    self.projectedZone = projectedZone
    self.boundary = boundary
    if unsafe doubts.isEmpty {
      doubt = nil
    } else {
      guard let degrees = unsafe Prepared(GEOSZone.dissolved(&doubts, handle), handle),
        let projected = unsafe Prepared(
          GEOSZone.projected(degrees.geometry, cutsEdges, handle), handle)
      else { return nil }
      doubt = (degrees, projected)
    }
  }

  /// Whether the zone covers the place.
  func covers(_ point: Point) -> Bool {
    let place = unsafe GEOSGeom_createPointFromXY_r(handle, point.longitude, point.latitude)
    defer { unsafe GEOSGeom_destroy_r(handle, place) }
    return unsafe GEOSPreparedIntersects_r(handle, zone.prepared, place) == 1
  }

  /// Metres to where the zone ends.
  func distance(from point: Point) -> Double { metres(from: point, to: boundary) }

  /// Whether the end of the zone that is nearest to a place within it is a gap narrower than so many
  /// metres: behind it the zone goes on.
  func endsAtGap(nearestTo point: Point, narrowerThan width: Double) -> Bool {
    let north = Mercator.north(point.latitude)
    let place = unsafe GEOSGeom_createPointFromXY_r(handle, point.longitude, north)
    defer { unsafe GEOSGeom_destroy_r(handle, place) }
    let nearest = unsafe GEOSPreparedNearestPoints_r(handle, boundary.prepared, place)
    defer { unsafe GEOSCoordSeq_destroy_r(handle, nearest) }
    var (x, y) = (0.0, 0.0)
    guard unsafe GEOSCoordSeq_getXY_r(handle, nearest, 0, &x, &y) == 1 else { return false }
    let (eastward, northward) = (x - point.longitude, y - north)
    let length = (eastward * eastward + northward * northward).squareRoot()
    guard length > 0 else { return false }
    let reach = width / Ellipsoid.metresPerDegree(atLatitude: point.latitude).longitude / length
    let beyond = unsafe GEOSGeom_createPointFromXY_r(
      handle, x + eastward * reach, y + northward * reach)
    defer { unsafe GEOSGeom_destroy_r(handle, beyond) }
    return covers(point)
      && unsafe GEOSPreparedIntersects_r(handle, projectedZone.prepared, beyond) == 1
  }

  /// Metres to where the drawing can be read in two ways, 0 there; infinite if it nowhere can.
  func distanceToDoubt(from point: Point) -> Double {
    doubt.map { metres(from: point, to: $0.projected) } ?? .infinity
  }

  /// Both answers at once as the fastest way found has them: one place, one projection.
  func signedDistance(from point: Point) -> Double {
    let place = unsafe GEOSGeom_createPointFromXY_r(
      handle, point.longitude, Mercator.north(point.latitude))
    defer { unsafe GEOSGeom_destroy_r(handle, place) }
    var distance = Double.nan
    _ = unsafe GEOSPreparedDistance_r(handle, boundary.prepared, place, &distance)
    let isInside = unsafe GEOSPreparedIntersects_r(handle, projectedZone.prepared, place) == 1
    return isInside ? -distance : distance
  }

  private func metres(from point: Point, to shape: Prepared) -> Double {
    let north = Mercator.north(point.latitude)
    let place = unsafe GEOSGeom_createPointFromXY_r(handle, point.longitude, north)
    defer { unsafe GEOSGeom_destroy_r(handle, place) }
    var distance = Double.nan
    _ = unsafe GEOSPreparedDistance_r(handle, shape.prepared, place, &distance)
    return distance * Ellipsoid.metresPerDegree(atLatitude: point.latitude).longitude
  }

  private static func repaired(
    _ drawn: OpaquePointer?, _ method: GEOSMakeValidMethods, _ handle: GEOSContextHandle_t
  ) -> OpaquePointer? {
    let parameters = unsafe GEOSMakeValidParams_create_r(handle)
    defer { unsafe GEOSMakeValidParams_destroy_r(handle, parameters) }
    _ = unsafe GEOSMakeValidParams_setMethod_r(handle, parameters, method)
    if method == GEOS_MAKE_VALID_STRUCTURE {
      _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
    }
    return unsafe GEOSMakeValidWithParams_r(handle, drawn, parameters)
  }

  /// Adds the parts of a difference that are more than rounding where edges cross: a square metre, as
  /// the repair has it.
  private static func append(
    _ difference: OpaquePointer?, to parts: inout [OpaquePointer?], _ handle: GEOSContextHandle_t
  ) {
    defer { unsafe GEOSGeom_destroy_r(handle, difference) }
    for number in 0..<(unsafe GEOSGetNumGeometries_r(handle, difference)) {
      let part = unsafe GEOSGetGeometryN_r(handle, difference, number)
      var area = 0.0
      var south = 0.0
      _ = unsafe GEOSArea_r(handle, part, &area)
      _ = unsafe GEOSGeom_getYMin_r(handle, part, &south)
      let scale = Ellipsoid.metresPerDegree(atLatitude: south)
      guard area * scale.longitude * scale.latitude >= 1 else { continue }
      unsafe parts.append(GEOSGeom_clone_r(handle, part))
    }
  }

  static func drawn(
    _ polygons: Range<Int>, of table: PolygonTable, _ handle: GEOSContextHandle_t
  ) -> OpaquePointer? {
    var parts: [OpaquePointer?] = unsafe []
    for polygon in polygons {
      var rings: [OpaquePointer?] = unsafe []
      for ring in table.rings(ofPolygon: polygon) {
        let vertices = table.vertices(ofRing: ring)
        let (x, y) = (Array(table.longitudes[vertices]), Array(table.latitudes[vertices]))
        let sequence = unsafe GEOSCoordSeq_copyFromArrays_r(
          handle, x, y, nil, nil, UInt32(x.count))
        unsafe rings.append(GEOSGeom_createLinearRing_r(handle, sequence))
      }
      var holes = unsafe Array(rings.dropFirst())
      unsafe parts.append(
        GEOSGeom_createPolygon_r(handle, rings[0], &holes, UInt32(holes.count)))
    }
    return unsafe GEOSGeom_createCollection_r(
      handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
  }

  private static func dissolved(
    _ shapes: inout [OpaquePointer?], _ handle: GEOSContextHandle_t
  ) -> OpaquePointer? {
    let all = unsafe GEOSGeom_createCollection_r(
      handle, Int32(GEOS_GEOMETRYCOLLECTION.rawValue), &shapes, UInt32(shapes.count))
    defer { unsafe GEOSGeom_destroy_r(handle, all) }
    return unsafe GEOSUnaryUnion_r(handle, all)
  }

  static func projected(
    _ geometry: OpaquePointer, _ cutsEdges: Bool, _ handle: GEOSContextHandle_t
  ) -> OpaquePointer? {
    let cut = unsafe cutsEdges ? GEOSDensify_r(handle, geometry, shortEdge) : nil
    defer { unsafe GEOSGeom_destroy_r(handle, cut) }
    return unsafe GEOSGeom_transformXY_r(
      handle, cut ?? geometry,
      { _, latitude, _ in
        if let latitude = unsafe latitude {
          unsafe latitude.pointee = Mercator.north(latitude.pointee)
        }
        return 1
      }, nil)
  }

  /// A geometry with its prepared form.
  @safe final class Prepared {
    let geometry: OpaquePointer
    let prepared: OpaquePointer
    private let handle: GEOSContextHandle_t

    init?(_ geometry: OpaquePointer?, _ handle: GEOSContextHandle_t) {
      guard let geometry = unsafe geometry,
        let prepared = unsafe GEOSPrepare_r(handle, geometry)
      else { return nil }
      unsafe self.geometry = geometry
      unsafe self.prepared = prepared
      unsafe self.handle = handle
    }
  }
}

/// Mercator's projection of the ellipsoid, in degrees of longitude at the equator.
enum Mercator {
  private static let eccentricity = Ellipsoid.eccentricitySquared.squareRoot()

  /// The isometric latitude in degrees (Snyder, Map Projections: A Working Manual, formula 7-7).
  static func north(_ latitude: Double) -> Double {
    let sine = sin(latitude * Ellipsoid.radiansPerDegree)
    return (atanh(sine) - eccentricity * atanh(eccentricity * sine)) / Ellipsoid.radiansPerDegree
  }
}
