import Foundation
import Vocabulary

/// A geometry: Polygon, MultiPolygon and collections of them; others are skipped and counted.
struct GeoJSONGeometry: DecodableWithConfiguration {
  init(from decoder: any Decoder, configuration reading: GeoJSONReading) throws {
    try self.init(
      members: decoder.container(keyedBy: GeoJSONMember.self), reading: reading, depth: 0)
  }

  private init(
    members: KeyedDecodingContainer<GeoJSONMember>, reading: GeoJSONReading, depth: Int
  ) throws {
    let type = try members.decode(String.self, forKey: .type)
    switch type {
    case "Polygon":
      var rings = try members.nestedUnkeyedContainer(forKey: .coordinates)
      try GeoJSONGeometry.readPolygon(&rings, into: reading)
    case "MultiPolygon":
      var polygons = try members.nestedUnkeyedContainer(forKey: .coordinates)
      while !polygons.isAtEnd {
        var rings = try polygons.nestedUnkeyedContainer()
        try GeoJSONGeometry.readPolygon(&rings, into: reading)
      }
    case "GeometryCollection":
      guard depth < reading.nesting else {
        throw LayerFault(
          code: .unreadableLayer,
          detail: Wording(
            zh: "几何集合嵌套超过 \(reading.nesting) 层",
            en: "geometry collections nested more than \(reading.nesting) deep"))
      }
      var geometries = try members.nestedUnkeyedContainer(forKey: .geometries)
      while !geometries.isAtEnd {
        _ = try GeoJSONGeometry(
          members: geometries.nestedContainer(keyedBy: GeoJSONMember.self), reading: reading,
          depth: depth + 1)
      }
    case "Point", "MultiPoint", "LineString", "MultiLineString":
      reading.builder.skipGeometry()
    default:
      throw LayerFault(
        code: .unreadableLayer,
        detail: Wording(
          zh: "没有“\(Problem.printable(type, limit: 40))”这种几何",
          en: "there is no geometry “\(Problem.printable(type, limit: 40))”"))
    }
  }

  /// Reads the rings of one polygon, closed or not, of two or more dimensions.
  private static func readPolygon(
    _ rings: inout any UnkeyedDecodingContainer, into reading: GeoJSONReading
  ) throws {
    while !rings.isAtEnd {
      var positions = try rings.nestedUnkeyedContainer()
      while !positions.isAtEnd {
        var numbers = try positions.nestedUnkeyedContainer()
        try reading.builder.addVertex(
          x: numbers.decode(Double.self), y: numbers.decode(Double.self))
      }
      reading.builder.endRing()
    }
    reading.builder.endPolygon()
  }
}
