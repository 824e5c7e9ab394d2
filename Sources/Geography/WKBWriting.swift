/// Polygons in well-known binary (OGC 06-103r4), little-endian, coordinates to the last bit.
package enum WKBWriting {
  /// The MultiPolygon of these polygons of the table: degrees on CGCS2000, longitude first.
  package static func multiPolygon(_ polygons: Range<Int>, of table: PolygonTable) -> [UInt8] {
    var bytes: [UInt8] = []
    let rings = polygons.reduce(0) { $0 + table.rings(ofPolygon: $1).count }
    let vertices = polygons.reduce(0) { sum, polygon in
      table.rings(ofPolygon: polygon).reduce(sum) { $0 + table.vertices(ofRing: $1).count }
    }
    bytes.reserveCapacity(9 + 9 * polygons.count + 4 * rings + 16 * vertices)
    bytes.append(header: 6, count: polygons.count)
    for polygon in polygons {
      let rings = table.rings(ofPolygon: polygon)
      bytes.append(header: 3, count: rings.count)
      for ring in rings {
        let vertices = table.vertices(ofRing: ring)
        bytes.append(littleEndian: UInt32(vertices.count))
        for vertex in vertices {
          bytes.append(littleEndian: table.longitudes[vertex].bitPattern)
          bytes.append(littleEndian: table.latitudes[vertex].bitPattern)
        }
      }
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(header type: UInt32, count: Int) {
    append(1)
    append(littleEndian: type)
    append(littleEndian: UInt32(count))
  }

  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
