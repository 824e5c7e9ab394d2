import CGEOS
import Vocabulary

extension GEOSShape {
  /// How the library is to read rings that cross.
  enum Reading {
    /// Shells are areas, holes are taken out of them; what two shells share is inside.
    case structure
    /// Inside is what an odd number of rings surrounds.
    case linework
  }

  /// A valid geometry over the same area, collapsed parts left out; `nil` if the library fails.
  func repaired(_ reading: Reading = .structure) -> GEOSShape? {
    let parameters = unsafe GEOSMakeValidParams_create_r(context.handle)
    defer { unsafe GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    _ = unsafe GEOSMakeValidParams_setMethod_r(
      context.handle, parameters,
      reading == .structure ? GEOS_MAKE_VALID_STRUCTURE : GEOS_MAKE_VALID_LINEWORK)
    if reading == .structure {
      _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0)
    }
    guard
      let valid = unsafe GEOSMakeValidWithParams_r(context.handle, geometry, parameters)
    else { return nil }
    return unsafe GEOSShape(valid, in: context).areasOnly()
  }

  /// The polygons alone, as one MultiPolygon; lines and points of a collection are left out.
  private consuming func areasOnly() -> GEOSShape? {
    let kind = unsafe GEOSGeomTypeId_r(context.handle, geometry)
    guard kind == Int32(GEOS_GEOMETRYCOLLECTION.rawValue) else { return self }
    var table = PolygonTable()
    appendPolygons(to: &table)
    return GEOSShape(0..<table.polygonCount, of: table, in: context)
  }

  /// What lies in both; `nil` if the library fails, as it may for invalid geometries.
  func intersection(_ other: borrowing GEOSShape) -> GEOSShape? {
    unsafe overlay(other) { unsafe GEOSIntersection_r($0, $1, $2) }
  }

  /// What lies here and not in the other; `nil` if the library fails.
  func difference(_ other: borrowing GEOSShape) -> GEOSShape? {
    unsafe overlay(other) { unsafe GEOSDifference_r($0, $1, $2) }
  }

  /// What lies in one of the two alone; `nil` if the library fails.
  func symmetricDifference(_ other: borrowing GEOSShape) -> GEOSShape? {
    unsafe overlay(other) { unsafe GEOSSymDifference_r($0, $1, $2) }
  }

  /// The parts of the geometry, which may overlap, as one valid area; `nil` if the library fails.
  func dissolved() -> GEOSShape? {
    guard let result = unsafe GEOSUnaryUnion_r(context.handle, geometry) else { return nil }
    return unsafe GEOSShape(result, in: context)
  }

  private func overlay(
    _ other: borrowing GEOSShape,
    _ operation: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) -> GEOSShape? {
    guard let result = unsafe operation(context.handle, geometry, other.geometry) else {
      return nil
    }
    return unsafe GEOSShape(result, in: context)
  }

  /// The area in square metres on the ellipsoid: shells less holes.
  func area() -> Double {
    var sum = 0.0
    forEachRing { longitudes, latitudes, isShell in
      let area = Ellipsoid.area(longitudes: longitudes[...], latitudes: latitudes[...])
      sum += isShell ? area : -area
    }
    return sum
  }

  /// Adds the geometry's polygons as rows.
  func appendPolygons(to table: inout PolygonTable) {
    var isOpen = false
    forEachRing { longitudes, latitudes, isShell in
      if isShell, isOpen { table.endPolygon() }
      for (longitude, latitude) in zip(longitudes, latitudes) {
        table.appendVertex(longitude: longitude, latitude: latitude)
      }
      if case .dropped = table.endRing() { return }
      isOpen = true
    }
    if isOpen { table.endPolygon() }
  }

  /// Calls `body` with each ring of each polygon, its shell first; other geometries are passed over.
  private func forEachRing(_ body: (_ x: [Double], _ y: [Double], _ isShell: Bool) -> Void) {
    var waiting: [OpaquePointer?] = unsafe [geometry]
    while let next = unsafe waiting.popLast() {
      guard let shape = unsafe next else { continue }
      if unsafe GEOSGeomTypeId_r(context.handle, shape) == Int32(GEOS_POLYGON.rawValue) {
        guard unsafe GEOSisEmpty_r(context.handle, shape) == 0 else { continue }
        let shell = unsafe GEOSGetExteriorRing_r(context.handle, shape)
        unsafe pass(shell, isShell: true, to: body)
        let holes = unsafe GEOSGetNumInteriorRings_r(context.handle, shape)
        for hole in 0..<max(0, holes) {
          let ring = unsafe GEOSGetInteriorRingN_r(context.handle, shape, hole)
          unsafe pass(ring, isShell: false, to: body)
        }
        continue
      }
      let parts = unsafe GEOSGetNumGeometries_r(context.handle, shape)
      for part in (0..<max(0, parts)).reversed() {
        guard let child = unsafe GEOSGetGeometryN_r(context.handle, shape, part),
          unsafe child != shape
        else { continue }
        unsafe waiting.append(child)
      }
    }
  }

  private func pass(
    _ ring: OpaquePointer?, isShell: Bool, to body: ([Double], [Double], Bool) -> Void
  ) {
    guard let ring = unsafe ring, let vertices = unsafe vertices(of: ring) else { return }
    body(vertices.longitudes, vertices.latitudes, isShell)
  }

  /// The vertices of a line or ring; `nil` if the library fails.
  func vertices(of line: OpaquePointer) -> (longitudes: [Double], latitudes: [Double])? {
    var count: UInt32 = 0
    guard let sequence = unsafe GEOSGeom_getCoordSeq_r(context.handle, line),
      unsafe GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1
    else { return nil }
    var longitudes = [Double](repeating: 0, count: Int(count))
    var latitudes = longitudes
    let isCopied = unsafe longitudes.withUnsafeMutableBufferPointer { x in
      unsafe latitudes.withUnsafeMutableBufferPointer { y in
        unsafe GEOSCoordSeq_copyToArrays_r(
          context.handle, sequence, x.baseAddress, y.baseAddress, nil, nil)
      }
    }
    return isCopied == 1 ? (longitudes, latitudes) : nil
  }
}
