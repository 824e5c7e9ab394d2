import Foundation
import Vocabulary

/// A shape as GeoJSON (RFC 7946): one geometry, or one Feature with it.
struct ShapeDocument: DecodableWithConfiguration {
  /// What decoding works on: positions go straight from the parser into the draft.
  final class Reading {
    var draft: ShapeDraft

    init(limits: ShapeLimits) { draft = ShapeDraft(limits: limits) }
  }

  static func draft(
    from text: [UInt8], limits: ShapeLimits
  ) throws(ShapeFault) -> ShapeDraft {
    let reading = Reading(limits: limits)
    do {
      _ = try JSONDecoder().decode(ShapeDocument.self, from: Data(text), configuration: reading)
      return reading.draft
    } catch let fault as ShapeFault {
      throw fault
    } catch let fault as LayerFault {
      throw ShapeFault(reason: fault.detail)
    } catch {
      throw ShapeFault(zh: "不是有效的 GeoJSON 几何", en: "it is no valid GeoJSON geometry")
    }
  }

  init(from decoder: any Decoder, configuration reading: Reading) throws {
    let members = try decoder.container(keyedBy: GeoJSONMember.self)
    if let (system, _) = try GeoJSONReferenceSystem.statement(in: members) {
      reading.draft.declaredDatum = try ShapeDocument.datum(of: system)
    }
    guard try members.decode(String.self, forKey: .type) == "Feature" else {
      try ShapeDocument.readGeometry(members, into: reading)
      return
    }
    try ShapeDocument.readGeometry(
      members.nestedContainer(keyedBy: GeoJSONMember.self, forKey: .geometry), into: reading)
  }

  /// Throws for what is not CGCS2000 or WGS 84 in degrees.
  private static func datum(of system: ReferenceSystem) throws(ShapeFault) -> Datum {
    switch (system.datum, system.grid) {
    case (.cgcs2000, nil): return .cgcs2000
    case (.wgs84, nil): return .wgs84
    default:
      throw ShapeFault(
        zh: "坐标系既不是 CGCS2000 也不是 WGS-84 经纬度",
        en: "the reference system is neither CGCS2000 nor WGS 84 in degrees")
    }
  }

  private static func readGeometry(
    _ members: KeyedDecodingContainer<GeoJSONMember>, into reading: Reading
  ) throws {
    let type = try members.decode(String.self, forKey: .type)
    var coordinates = try members.nestedUnkeyedContainer(forKey: .coordinates)
    switch type {
    case "Point":
      reading.draft.dimension = .point
      try addVertex(&coordinates, to: reading)
      reading.draft.endChain()
      reading.draft.endPart()
    case "LineString":
      reading.draft.dimension = .line
      try readChain(&coordinates, into: reading)
      reading.draft.endPart()
    case "MultiLineString":
      reading.draft.dimension = .line
      try readPart(&coordinates, into: reading)
    case "Polygon":
      try readPart(&coordinates, into: reading)
    case "MultiPolygon":
      while !coordinates.isAtEnd {
        var rings = try coordinates.nestedUnkeyedContainer()
        try readPart(&rings, into: reading)
      }
    default:
      throw ShapeFault(
        zh: "不支持这种几何，只支持点、线、面", en: "only points, lines and polygons are understood")
    }
  }

  private static func readPart(
    _ chains: inout any UnkeyedDecodingContainer, into reading: Reading
  ) throws {
    while !chains.isAtEnd {
      var positions = try chains.nestedUnkeyedContainer()
      try readChain(&positions, into: reading)
    }
    reading.draft.endPart()
  }

  private static func readChain(
    _ positions: inout any UnkeyedDecodingContainer, into reading: Reading
  ) throws {
    while !positions.isAtEnd {
      var numbers = try positions.nestedUnkeyedContainer()
      try addVertex(&numbers, to: reading)
    }
    reading.draft.endChain()
  }

  private static func addVertex(
    _ numbers: inout any UnkeyedDecodingContainer, to reading: Reading
  ) throws {
    let first = try numbers.decode(Double.self)
    let second = try numbers.decode(Double.self)
    var axes = 2
    while !numbers.isAtEnd, axes < 5 {
      _ = try numbers.decode(Double.self)
      axes += 1
    }
    try reading.draft.addVertex(first, second, axes: axes)
  }
}
