import CGEOS
import Vocabulary

@testable import Geography

/// What the GEOS library says of a layer: an answer reached by entirely other code.
///
/// Works in metres on a plane at one latitude, on the union of the repaired features. Borders that
/// differ by rounding leave gaps in its union.
@safe final class GEOSOracle {
  private let handle: GEOSContextHandle_t
  private let zone: OpaquePointer
  private let boundary: OpaquePointer
  private let preparedZone: OpaquePointer
  private let preparedBoundary: OpaquePointer
  private let origin: Coordinate
  private let scale: (longitude: Double, latitude: Double)

  /// `nil` if the library fails.
  init?(_ layer: Layer) {
    guard let handle = unsafe GEOS_init_r() else { return nil }
    unsafe self.handle = handle
    let extent = layer.extent
    let origin = Coordinate(
      longitude: (extent.west + extent.east) / 2, latitude: (extent.south + extent.north) / 2)
    let scale = Ellipsoid.metresPerDegree(atLatitude: origin.latitude)
    self.origin = origin
    self.scale = scale
    let table = layer.polygons
    var shapes: [OpaquePointer?] = unsafe []
    for feature in layer.features {
      var parts: [OpaquePointer?] = unsafe []
      for polygon in feature.polygons {
        var rings: [OpaquePointer?] = unsafe []
        for ring in table.rings(ofPolygon: polygon) {
          let vertices = table.vertices(ofRing: ring)
          let x = table.longitudes[vertices].map { ($0 - origin.longitude) * scale.longitude }
          let y = table.latitudes[vertices].map { ($0 - origin.latitude) * scale.latitude }
          let sequence = unsafe GEOSCoordSeq_copyFromArrays_r(
            handle, x, y, nil, nil, UInt32(x.count))
          unsafe rings.append(GEOSGeom_createLinearRing_r(handle, sequence))
        }
        var holes = unsafe Array(rings.dropFirst())
        unsafe parts.append(
          GEOSGeom_createPolygon_r(handle, rings[0], &holes, UInt32(holes.count)))
      }
      let drawn = unsafe GEOSGeom_createCollection_r(
        handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
      let parameters = unsafe GEOSMakeValidParams_create_r(handle)
      _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
      unsafe shapes.append(GEOSMakeValidWithParams_r(handle, drawn, parameters))
      unsafe GEOSMakeValidParams_destroy_r(handle, parameters)
      unsafe GEOSGeom_destroy_r(handle, drawn)
    }
    let collection = unsafe GEOSGeom_createCollection_r(
      handle, Int32(GEOS_GEOMETRYCOLLECTION.rawValue), &shapes, UInt32(shapes.count))
    defer { unsafe GEOSGeom_destroy_r(handle, collection) }
    guard let zone = unsafe GEOSUnaryUnion_r(handle, collection),
      let boundary = unsafe GEOSBoundary_r(handle, zone),
      let preparedZone = unsafe GEOSPrepare_r(handle, zone),
      let preparedBoundary = unsafe GEOSPrepare_r(handle, boundary)
    else { return nil }
    unsafe self.zone = zone
    unsafe self.boundary = boundary
    unsafe self.preparedZone = preparedZone
    unsafe self.preparedBoundary = preparedBoundary
  }

  deinit {
    unsafe GEOSPreparedGeom_destroy_r(handle, preparedZone)
    unsafe GEOSPreparedGeom_destroy_r(handle, preparedBoundary)
    unsafe GEOSGeom_destroy_r(handle, zone)
    unsafe GEOSGeom_destroy_r(handle, boundary)
    unsafe GEOS_finish_r(handle)
  }

  /// Metres to the zone's boundary, negative inside.
  func signedDistance(from place: Coordinate) -> Double {
    let point = unsafe GEOSGeom_createPointFromXY_r(
      handle, (place.longitude - origin.longitude) * scale.longitude,
      (place.latitude - origin.latitude) * scale.latitude)
    defer { unsafe GEOSGeom_destroy_r(handle, point) }
    var distance = Double.nan
    _ = unsafe GEOSPreparedDistance_r(handle, preparedBoundary, point, &distance)
    return unsafe GEOSPreparedIntersects_r(handle, preparedZone, point) == 1
      ? -distance : distance
  }
}
