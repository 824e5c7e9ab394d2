import Vocabulary

extension PlaceShape {
  /// The shape that a cell's text (UTF-8) draws; throws why there is none.
  ///
  /// - WKT: `POINT`, `LINESTRING`, `MULTILINESTRING`, `POLYGON` and `MULTIPOLYGON`, in any case, with or
  ///   without `Z`, `M` or `ZM` and `SRID=4490;` before it (OGC 06-103r4; EWKT of PostGIS);
  /// - a GeoJSON geometry of these types, or one Feature with it (RFC 7946);
  /// - a list of vertices, `112.1,38.2;112.2,38.3;…`: one is a point, two are a line, more are the
  ///   corners of an area.
  ///
  /// At most 100,000 vertices in 8 MB, and 10,000 places where the drawing crosses itself; O(n log n),
  /// some seconds at most. Nothing of the text is quoted in the reason.
  package static func read(_ text: [UInt8]) throws(ShapeFault) -> PlaceShape {
    try read(text, limits: .standard)
  }

  static func read(_ text: [UInt8], limits: ShapeLimits) throws(ShapeFault) -> PlaceShape {
    guard text.count <= limits.bytes else {
      throw ShapeFault(
        zh: "文本超过 \(limits.bytes >> 20) MB", en: "the text is larger than \(limits.bytes >> 20) MB")
    }
    var scanner = ShapeScanner(text)
    scanner.skipBlanks()
    switch scanner.next {
    case nil: throw ShapeFault(zh: "文本为空", en: "the text is empty")
    case UInt8(ascii: "{"):
      return try ShapeDocument.draft(from: text, limits: limits).shape()
    case let byte? where ShapeScanner.isLetter(byte):
      return try scanner.wellKnownText(limits: limits).shape()
    default:
      return try scanner.vertexList(limits: limits).shape()
    }
  }

  /// The area as the GEOS library holds it valid, repaired by structure where it is not, beside the
  /// other way it can be read; throws if nothing of it is left by either.
  func validated() throws(ShapeFault) -> PlaceShape {
    let table = table
    guard let context = GEOSContext(),
      let drawn = GEOSShape(0..<table.polygonCount, of: table, in: context)
    else { throw ShapeFault(zh: "几何库无法处理", en: "the geometry library cannot take it") }
    guard drawn.invalidity() != nil else {
      guard drawn.area() > 0 else { throw PlaceShape.withoutArea }
      return self
    }
    guard let valid = drawn.repaired() else {
      throw ShapeFault(zh: "面不合规，且无法修复", en: "the area is invalid and cannot be repaired")
    }
    let area = valid.area()
    let parts = valid.parts
    guard area > 0, !parts.isEmpty else { throw PlaceShape.withoutArea }
    return PlaceShape(
      dimension: .area, parts: parts,
      otherParts: try PlaceShape.otherParts(of: drawn, beside: valid),
      declaredDatum: declaredDatum, roundingMetres: roundingMetres,
      remarks: remarks + [.repaired(drawnSquareMetres: drawn.area(), squareMetres: area)])
  }

  /// What an odd number of the drawing's rings surrounds, where that is not what repair made of it.
  private static func otherParts(
    of drawn: borrowing GEOSShape, beside repaired: borrowing GEOSShape
  ) throws(ShapeFault) -> [[[Coordinate]]] {
    let ambiguous = ShapeFault(
      zh: "面自相交，可作两种理解，无法判断", en: "the area crosses itself and can be read in two ways")
    guard let evenOdd = drawn.repaired(.linework),
      let difference = repaired.symmetricDifference(evenOdd)
    else { throw ambiguous }
    guard difference.area() >= DoubtfulAreas.leastSquareMetres else { return [] }
    let parts = evenOdd.parts
    guard evenOdd.area() > 0, !parts.isEmpty else { throw ambiguous }
    return parts
  }

  private static var withoutArea: ShapeFault {
    ShapeFault(zh: "面的面积为零", en: "the area is empty")
  }
}

extension GEOSShape {
  /// The polygons as rings of places.
  fileprivate var parts: [[[Coordinate]]] {
    var table = PolygonTable()
    appendPolygons(to: &table)
    return (0..<table.polygonCount).map { polygon in
      table.rings(ofPolygon: polygon).map { table.vertices(ofRing: $0).map(table.coordinate) }
    }
  }
}
