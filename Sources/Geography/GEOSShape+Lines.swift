import CGEOS
import Vocabulary

extension GEOSShape {
  /// Lines as one MultiLineString, stretches that repeat or cross one another dissolved; `nil` if the
  /// library refuses them.
  static func lines(_ lines: [[Coordinate]], in context: GEOSContext) -> GEOSShape? {
    let pieces = GEOSPieces(in: context)
    for line in lines {
      let sequence = unsafe line.map(\.longitude).withUnsafeBufferPointer { x in
        unsafe line.map(\.latitude).withUnsafeBufferPointer { y in
          unsafe GEOSCoordSeq_copyFromArrays_r(
            context.handle, x.baseAddress, y.baseAddress, nil, nil, UInt32(line.count))
        }
      }
      guard let sequence = unsafe sequence,
        let string = unsafe GEOSGeom_createLineString_r(context.handle, sequence)
      else { return nil }
      pieces.append(unsafe GEOSShape(string, in: context))
    }
    return pieces.union()
  }

  /// Whether it follows the rules for polygons; false also if the library fails.
  var isValid: Bool { unsafe GEOSisValid_r(context.handle, geometry) == 1 }

  /// Whether there is nothing of it.
  var isEmpty: Bool { unsafe GEOSisEmpty_r(context.handle, geometry) == 1 }

  /// The length in metres of its lines, each edge by `distanceMetres`.
  func length() -> Double {
    var sum = 0.0
    let parts = max(0, unsafe GEOSGetNumGeometries_r(context.handle, geometry))
    for index in 0..<parts {
      // Overlay leaves lines in one collection at most.
      guard let part = unsafe GEOSGetGeometryN_r(context.handle, geometry, index),
        unsafe GEOSGeomTypeId_r(context.handle, part) == Int32(GEOS_LINESTRING.rawValue),
        let line = unsafe vertices(of: part)
      else { continue }
      for vertex in line.longitudes.indices.dropFirst() {
        sum += distanceMetres(
          (line.longitudes[vertex - 1], line.latitudes[vertex - 1]),
          (line.longitudes[vertex], line.latitudes[vertex]))
      }
    }
    return sum
  }

  /// The box around it.
  var box: Box {
    var box = Box.empty
    var (x, y) = (0.0, 0.0)
    if unsafe GEOSGeom_getXMin_r(context.handle, geometry, &x) == 1,
      unsafe GEOSGeom_getYMin_r(context.handle, geometry, &y) == 1
    {
      box.extend(to: x, y)
    }
    if unsafe GEOSGeom_getXMax_r(context.handle, geometry, &x) == 1,
      unsafe GEOSGeom_getYMax_r(context.handle, geometry, &y) == 1
    {
      box.extend(to: x, y)
    }
    return box
  }

  /// Square metres of an area, metres of lines.
  func measure(of dimension: PlaceShape.Dimension) -> Double {
    dimension == .area ? area() : dimension == .line ? length() : 0
  }
}

/// A geometry made ready to be compared with many others; it must outlive this.
@safe struct GEOSPrepared: ~Copyable {
  private let context: GEOSContext
  private let prepared: OpaquePointer

  /// `nil` if the library fails.
  init?(_ shape: borrowing GEOSShape) {
    guard let prepared = unsafe GEOSPrepare_r(shape.context.handle, shape.geometry) else {
      return nil
    }
    context = shape.context
    unsafe self.prepared = prepared
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(context.handle, prepared) }

  /// Whether no place of the other lies outside; false also if the library fails.
  func covers(_ other: borrowing GEOSShape) -> Bool {
    unsafe GEOSPreparedCovers_r(context.handle, prepared, other.geometry) == 1
  }

  /// Whether they have no place in common; false also if the library fails.
  func isDisjoint(from other: borrowing GEOSShape) -> Bool {
    unsafe GEOSPreparedIntersects_r(context.handle, prepared, other.geometry) == 0
  }
}
