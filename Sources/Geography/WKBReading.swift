import Vocabulary

/// A place in a geometry in well-known binary (ISO 13249-3, OGC 06-103r4), moving on.
///
/// Takes both byte orders, heights and measures as ISO and as EWKB mark them, and drops them. No
/// count is believed beyond the bytes that are there, so that reading costs no more than they do.
struct WKBReading {
  /// Types by their ISO number, dimensions taken off.
  private enum Kind: UInt32 {
    case point = 1
    case lineString, polygon, multiPoint, multiLineString, multiPolygon, geometryCollection
    case circularString, compoundCurve, curvePolygon, multiCurve, multiSurface, curve, surface
    case polyhedralSurface, tin, triangle
  }

  private struct Header {
    let kind: Kind
    /// Numbers of a vertex: two to four.
    let dimensions: Int
  }

  private let bytes: [UInt8]
  private var place: Int
  private var isBigEndian = false
  private let ordinal: Int
  private let nesting: Int

  /// Reads from `start` on; `ordinal` is the feature's place in its file, for messages, and
  /// `nesting` how deep collections may lie in one another.
  init(_ bytes: [UInt8], from start: Int = 0, feature ordinal: Int, nesting: Int) {
    self.bytes = bytes
    self.ordinal = ordinal
    self.nesting = nesting
    place = start
  }

  /// Hands the polygons to the builder; other plane geometries are skipped and counted.
  ///
  /// Throws for curves and surfaces of other kinds, and unless the geometry ends with the bytes.
  mutating func read(into builder: inout LayerBuilder) throws(LayerFault) {
    try readGeometry(into: &builder, depth: 0)
    guard place == bytes.count else { throw broken() }
  }

  private mutating func readGeometry(
    into builder: inout LayerBuilder, depth: Int
  ) throws(LayerFault) {
    let header = try readHeader()
    switch header.kind {
    case .polygon: try readPolygon(header, into: &builder)
    case .multiPolygon, .geometryCollection:
      guard depth <= nesting else {
        throw fault(
          zh: "几何集合嵌套超过 \(nesting) 层",
          en: "geometry collections nested more than \(nesting) deep")
      }
      // A geometry has five bytes at least.
      for _ in 0..<(try readCount(ofBytes: 5)) {
        try readGeometry(into: &builder, depth: depth + 1)
      }
    case .point:
      try skip(vertices: 1, header)
      builder.skipGeometry()
    case .lineString:
      try skip(vertices: readCount(ofBytes: 8 * header.dimensions), header)
      builder.skipGeometry()
    case .multiPoint, .multiLineString:
      for _ in 0..<(try readCount(ofBytes: 5)) {
        let part = try readHeader()
        guard part.kind == .point || part.kind == .lineString else { throw broken() }
        try skip(
          vertices: part.kind == .point ? 1 : readCount(ofBytes: 8 * part.dimensions), part)
      }
      builder.skipGeometry()
    default:
      throw fault(
        zh: "几何是 \(header.kind)，请先转换为折线面（ogr2ogr -nlt CONVERT_TO_LINEAR）",
        en: "a geometry of the kind \(header.kind); turn it into polygons first "
          + "(ogr2ogr -nlt CONVERT_TO_LINEAR)")
    }
  }

  private mutating func readPolygon(
    _ header: Header, into builder: inout LayerBuilder
  ) throws(LayerFault) {
    for _ in 0..<(try readCount(ofBytes: 4)) {
      for _ in 0..<(try readCount(ofBytes: 8 * header.dimensions)) {
        let x = Double(bitPattern: try readNumber(of: 8))
        let y = Double(bitPattern: try readNumber(of: 8))
        place += 8 * (header.dimensions - 2)
        try builder.addVertex(x: x, y: y)
      }
      builder.endRing()
    }
    builder.endPolygon()
  }

  /// The byte order, the type with its dimensions, and EWKB's reference system, which is skipped.
  private mutating func readHeader() throws(LayerFault) -> Header {
    guard place < bytes.count, bytes[place] <= 1 else { throw broken() }
    isBigEndian = bytes[place] == 0
    place += 1
    let word = UInt32(truncatingIfNeeded: try readNumber(of: 4))
    let type = word & 0x1FFF_FFFF
    guard type < 4000, let kind = Kind(rawValue: type % 1000) else {
      throw fault(zh: "没有 \(type) 号几何类型", en: "a geometry of the type \(type), which there is not")
    }
    if word & 0x2000_0000 != 0 { _ = try readNumber(of: 4) }
    let group = type / 1000
    let hasHeight = group == 1 || group == 3 || word & 0x8000_0000 != 0
    let hasMeasure = group >= 2 || word & 0x4000_0000 != 0
    return Header(kind: kind, dimensions: 2 + (hasHeight ? 1 : 0) + (hasMeasure ? 1 : 0))
  }

  /// A count of parts of at least that many bytes each, all of which must be there.
  private mutating func readCount(ofBytes size: Int) throws(LayerFault) -> Int {
    let count = Int(try readNumber(of: 4))
    guard count <= (bytes.count - place) / size else { throw broken() }
    return count
  }

  private mutating func skip(vertices: Int, _ header: Header) throws(LayerFault) {
    let size = vertices * 8 * header.dimensions
    guard size <= bytes.count - place else { throw broken() }
    place += size
  }

  private mutating func readNumber(of size: Int) throws(LayerFault) -> UInt64 {
    guard size <= bytes.count - place else { throw broken() }
    var number: UInt64 = 0
    for index in 0..<size {
      let byte = UInt64(bytes[isBigEndian ? place + index : place + size - 1 - index])
      number = number << 8 | byte
    }
    place += size
    return number
  }

  private func broken() -> LayerFault {
    fault(zh: "几何数据不完整", en: "a geometry that is cut short or broken")
  }

  private func fault(zh: String, en: String) -> LayerFault {
    LayerFault(
      code: .unreadableLayer,
      detail: Wording(zh: "第 \(ordinal) 个要素的\(zh)", en: "feature \(ordinal) has \(en)"))
  }
}
