import CGEOS
import Vocabulary

/// A context of the GEOS library, for one thread; errors are values, nothing is printed.
@safe final class GEOSContext {
  let handle: GEOSContextHandle_t

  /// `nil` if the library has no memory left.
  init?() {
    guard let handle = unsafe GEOS_init_r() else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe GEOS_finish_r(handle) }
}

/// A geometry of the GEOS library, which validates, repairs and overlays; verdicts do not use it.
@safe struct GEOSShape: ~Copyable {
  let context: GEOSContext
  let geometry: OpaquePointer

  /// Polygons of a feature as one MultiPolygon; `nil` if the library refuses them.
  init?(_ polygons: some Sequence<Int>, of table: PolygonTable, in context: GEOSContext) {
    var parts: [OpaquePointer?] = unsafe []
    for polygon in polygons {
      guard let part = unsafe GEOSShape.polygon(polygon, of: table, in: context) else {
        unsafe GEOSShape.destroy(parts, in: context)
        return nil
      }
      unsafe parts.append(part)
    }
    let geometry = unsafe parts.withUnsafeMutableBufferPointer {
      unsafe GEOSGeom_createCollection_r(
        context.handle, Int32(GEOS_MULTIPOLYGON.rawValue), $0.baseAddress, UInt32($0.count))
    }
    guard let geometry = unsafe geometry else { return nil }
    self.context = context
    unsafe self.geometry = geometry
  }

  /// Takes over a geometry of the library.
  init(_ geometry: OpaquePointer, in context: GEOSContext) {
    self.context = context
    unsafe self.geometry = geometry
  }

  deinit { unsafe GEOSGeom_destroy_r(context.handle, geometry) }

  /// What makes the geometry invalid, in the library's words, and where; `nil` if it is valid.
  func invalidity() -> (reason: String, place: Coordinate?)? {
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let answer = unsafe GEOSisValidDetail_r(context.handle, geometry, 0, &reason, &location)
    defer {
      unsafe GEOSFree_r(context.handle, reason)
      unsafe GEOSGeom_destroy_r(context.handle, location)
    }
    guard answer != 1 else { return nil }
    let text = unsafe reason.map { unsafe String(cString: $0) } ?? "Unusable geometry"
    var x = 0.0
    var y = 0.0
    guard let location = unsafe location,
      unsafe GEOSGeomGetX_r(context.handle, location, &x) == 1,
      unsafe GEOSGeomGetY_r(context.handle, location, &y) == 1
    else { return (text, nil) }
    return (text, Coordinate(longitude: x, latitude: y))
  }

  static func destroy(_ geometries: [OpaquePointer?], in context: GEOSContext) {
    for index in unsafe geometries.indices {
      unsafe GEOSGeom_destroy_r(context.handle, geometries[index])
    }
  }

  /// A polygon the caller owns; `nil` if the library refuses it.
  private static func polygon(
    _ polygon: Int, of table: PolygonTable, in context: GEOSContext
  ) -> OpaquePointer? {
    var rings: [OpaquePointer?] = unsafe []
    for ring in table.rings(ofPolygon: polygon) {
      guard let ring = unsafe GEOSShape.ring(ring, of: table, in: context) else {
        unsafe GEOSShape.destroy(rings, in: context)
        return nil
      }
      unsafe rings.append(ring)
    }
    guard let shell = unsafe rings.first else { return nil }
    var holes = unsafe Array(rings.dropFirst())
    return unsafe holes.withUnsafeMutableBufferPointer {
      unsafe GEOSGeom_createPolygon_r(
        context.handle, shell, $0.baseAddress, UInt32($0.count))
    }
  }

  private static func ring(
    _ ring: Int, of table: PolygonTable, in context: GEOSContext
  ) -> OpaquePointer? {
    let vertices = table.vertices(ofRing: ring)
    let sequence = unsafe table.longitudes[vertices].withUnsafeBufferPointer { x in
      unsafe table.latitudes[vertices].withUnsafeBufferPointer { y in
        unsafe GEOSCoordSeq_copyFromArrays_r(
          context.handle, x.baseAddress, y.baseAddress, nil, nil, UInt32(vertices.count))
      }
    }
    guard let sequence = unsafe sequence else { return nil }
    return unsafe GEOSGeom_createLinearRing_r(context.handle, sequence)
  }
}
