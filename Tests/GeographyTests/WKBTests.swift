import Testing
import Vocabulary

@testable import Geography

@Suite("well-known binary")
struct WKBTests {
  /// Bytes of geometries, written by hand in either byte order.
  struct Bytes {
    var isBig = false
    var bytes: [UInt8] = []

    mutating func head(_ type: UInt32, _ count: Int? = nil) {
      bytes.append(isBig ? 0 : 1)
      number(type)
      if let count { number(UInt32(count)) }
    }

    mutating func number(_ value: some FixedWidthInteger) {
      let size = value.bitWidth / 8
      for index in 0..<size {
        bytes.append(
          UInt8(truncatingIfNeeded: value >> (8 * (isBig ? size - 1 - index : index))))
      }
    }

    mutating func vertices(_ places: [[Double]]) {
      number(UInt32(places.count))
      for place in places { for value in place { number(value.bitPattern) } }
    }
  }

  static let square: [[Double]] = [[112, 38], [113, 38], [113, 39], [112, 39], [112, 38]]

  /// One polygon with that type word and further numbers behind each vertex.
  static func polygon(_ type: UInt32, isBig: Bool = false, more: [Double] = []) -> [UInt8] {
    var bytes = Bytes(isBig: isBig)
    bytes.head(type, 1)
    bytes.vertices(square.map { $0 + more })
    return bytes.bytes
  }

  static func read(_ bytes: [UInt8], nesting: Int = 8) throws(LayerFault) -> Layer {
    var builder = LayerBuilder(limits: .standard)
    var reading = WKBReading(bytes, feature: 1, nesting: nesting)
    try reading.read(into: &builder)
    try builder.endFeature(name: nil, id: nil)
    return try builder.layer(from: Sketch.source)
  }

  static func refusal(_ bytes: [UInt8]) -> LayerFault? {
    do throws(LayerFault) {
      _ = try read(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("heights and measures are dropped, as ISO and as EWKB mark them, in both byte orders")
  func dimensions() throws {
    let plain = try Self.read(Self.polygon(3))
    #expect(plain.polygons.vertexCount == 5)
    for isBig in [false, true] {
      for (type, more) in [
        (3, []), (1003, [5]), (2003, [7]), (3003, [5, 7]), (0x8000_0003, [5]),
        (0x4000_0003, [.nan]), (0xC000_0003, [5, 7]),
      ] as [(UInt32, [Double])] {
        let layer = try Self.read(Self.polygon(type, isBig: isBig, more: more))
        #expect(layer.polygons == plain.polygons)
      }
    }
  }

  @Test("a reference system inside EWKB is passed over, parts may have orders of their own")
  func parts() throws {
    var bytes = Bytes(isBig: true)
    bytes.head(0x2000_0007)
    bytes.number(UInt32(4490))
    bytes.number(UInt32(4))
    bytes.bytes += Self.polygon(3)
    bytes.head(1)
    bytes.number(Double.nan.bitPattern)
    bytes.number(Double.nan.bitPattern)
    bytes.head(2)
    bytes.vertices([[1, 2], [3, 4]])
    bytes.head(6, 1)
    bytes.bytes += Self.polygon(1003, more: [1])
    let layer = try Self.read(bytes.bytes)
    #expect(layer.polygons.polygonCount == 2)
    #expect(layer.repairs.otherGeometries == 2)
  }

  @Test("points and lines of several parts are skipped whole")
  func others() throws {
    var bytes = Bytes()
    bytes.head(7, 3)
    bytes.head(4, 2)
    for _ in 0..<2 {
      bytes.head(1)
      bytes.number(1.0.bitPattern)
      bytes.number(2.0.bitPattern)
    }
    bytes.head(1005, 1)
    bytes.head(1002)
    bytes.vertices([[1, 2, 3], [4, 5, 6]])
    bytes.bytes += Self.polygon(3)
    let layer = try Self.read(bytes.bytes)
    #expect(layer.repairs.otherGeometries == 2)
    #expect(layer.polygons.polygonCount == 1)
  }

  @Test("curves and surfaces of other kinds are refused by name", arguments: 8...17)
  func curves(type: Int) throws {
    var bytes = Bytes()
    bytes.head(UInt32(type), 0)
    let detail = try #require(Self.refusal(bytes.bytes)?.detail)
    let names = [
      "circularString", "compoundCurve", "curvePolygon", "multiCurve", "multiSurface", "curve",
      "surface", "polyhedralSurface", "tin", "triangle",
    ]
    #expect(detail.zh.contains(names[type - 8]) && detail.en.contains(names[type - 8]))
  }

  @Test("counts that the bytes do not bear are refused before anything is made of them")
  func counts() {
    for type: UInt32 in [2, 3, 4, 5, 6, 7] {
      var bytes = Bytes()
      bytes.head(type, 0xFFFF_FFFF)
      bytes.bytes += [UInt8](repeating: 0, count: 64)
      #expect(Self.refusal(bytes.bytes)?.code == .unreadableLayer)
    }
    var nested = Bytes()
    for _ in 0..<10_000 { nested.head(7, 1) }
    #expect(Self.refusal(nested.bytes)?.code == .unreadableLayer)
    for type: UInt32 in [0, 18, 999, 4003, 1_000_003, 0x1000_0003] {
      #expect(Self.refusal(Self.polygon(type))?.code == .unreadableLayer)
    }
    #expect(Self.refusal([])?.code == .unreadableLayer)
    #expect(Self.refusal([2] + Self.polygon(3).dropFirst())?.code == .unreadableLayer)
    #expect(Self.refusal(Self.polygon(3) + [0])?.code == .unreadableLayer)
  }

  /// Layers of stars, some with holes, of one to three polygons a feature.
  static func sketch(_ numbers: inout SeededNumbers) -> Sketch {
    var sketch = Sketch()
    for _ in 0..<(1 + numbers.next(below: 4)) {
      var feature: [Sketch.Polygon] = []
      for _ in 0..<(1 + numbers.next(below: 3)) {
        let centre = Coordinate(
          longitude: numbers.next(75..<130), latitude: numbers.next(20..<50))
        let shell = Sketch.star(
          at: centre, radius: 0.5, vertices: 3 + numbers.next(below: 20), &numbers)
        let hole = Sketch.star(at: centre, radius: 0.1, vertices: 7, &numbers)
        feature.append(numbers.next() < 0.5 ? [shell] : [shell, hole])
      }
      sketch.features.append(feature)
    }
    return sketch
  }

  @Test("what is written is read again to the last bit, labels and repairs with it")
  func roundTrips() throws {
    var numbers = SeededNumbers(11)
    for _ in 0..<200 {
      let layer = try Self.sketch(&numbers).layer()
      var repairs = LayerRepairs()
      repairs.emptyFeatures = numbers.next(below: 3)
      let stored = layer.features.indices.map { index in
        (
          label: FeatureLabel(ordinal: 3 * index + 1, name: index == 0 ? "甲" : nil, id: nil),
          wellKnownBinary: layer.wellKnownBinary(ofFeature: index)
        )
      }
      let back = try Layer(
        restoring: layer.source, reference: layer.reference, features: stored, repairs: repairs)
      #expect(back.polygons == layer.polygons)
      #expect(back.features.map(\.polygons) == layer.features.map(\.polygons))
      #expect(back.features.map(\.label) == stored.map(\.label))
      #expect(back.repairs == repairs)
    }
  }

  @Test("what is written is a MultiPolygon, little-endian")
  func bytes() throws {
    let layer = try Self.read(Self.polygon(3))
    var bytes = Bytes()
    bytes.head(6, 1)
    #expect(layer.wellKnownBinary(ofFeature: 0) == bytes.bytes + Self.polygon(3))
  }

  @Test("no cut and no changed byte stops the reader, nor makes more of it than its bytes bear")
  func damaged() throws {
    var numbers = SeededNumbers(12)
    for _ in 0..<40 {
      let layer = try Self.sketch(&numbers).layer()
      let bytes = layer.wellKnownBinary(ofFeature: 0)
      for _ in 0..<50 {
        #expect(Self.refusal(Array(bytes[..<numbers.next(below: bytes.count)])) != nil)
        var changed = bytes
        for _ in 0..<(1 + numbers.next(below: 3)) {
          changed[numbers.next(below: min(40, bytes.count))] = UInt8(numbers.next(below: 256))
        }
        guard let read = try? Self.read(changed) else { continue }
        #expect(read.polygons.vertexCount * 16 <= changed.count + 16 * read.polygons.ringCount)
      }
    }
  }

  @Test("a stored geometry that is damaged is refused")
  func restoring() throws {
    var numbers = SeededNumbers(13)
    let layer = try Self.sketch(&numbers).layer()
    let label = FeatureLabel(ordinal: 1, name: nil, id: nil)
    for bytes in [
      [], Array(layer.wellKnownBinary(ofFeature: 0).dropLast()), [1, 6, 0, 0, 0, 0, 0, 0, 0],
    ] {
      #expect(throws: Failure.self) {
        try Layer(
          restoring: layer.source, reference: layer.reference,
          features: [(label: label, wellKnownBinary: bytes)], repairs: LayerRepairs())
      }
    }
  }

  @Test("heads of GeoPackage geometries are read in both byte orders, others refused")
  func heads() throws {
    for (envelope, size) in [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)] {
      let flags = UInt8(envelope << 1)
      let body = [UInt8](repeating: 0, count: size)
      let little = try #require(
        GeoPackageBinary([0x47, 0x50, 0, flags | 1, 0x8A, 0x11, 0, 0] + body))
      let big = try #require(GeoPackageBinary([0x47, 0x50, 0, flags, 0, 0, 0x11, 0x8A] + body))
      #expect(little.system == 4490 && big.system == 4490)
      #expect(little.start == 8 + size && big.start == 8 + size)
      #expect(!little.isEmpty)
    }
    let none: [[UInt8]] = [
      [], [0x47, 0x50, 0, 1, 0, 0, 0], [0x47, 0x51, 0, 1, 0, 0, 0, 0],
      [0x47, 0x50, 1, 1, 0, 0, 0, 0],
      [0x47, 0x50, 0, 0b11, 0, 0, 0, 0], [0x47, 0x50, 0, 0b1011, 0, 0, 0, 0],
      [0x47, 0x50, 0, 0b10_0001, 0, 0, 0, 0],
    ]
    for bytes in none { #expect(GeoPackageBinary(bytes) == nil) }
    #expect(GeoPackageBinary([0x47, 0x50, 0, 0b1_0001, 0xFF, 0xFF, 0xFF, 0xFF])?.isEmpty == true)
  }
}
