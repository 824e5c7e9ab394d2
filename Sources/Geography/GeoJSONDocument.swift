import Foundation
import Vocabulary

/// What decoding one GeoJSON file (RFC 7946) works on: the layer so far, and what to look for.
///
/// The decoded types hold no coordinates: positions go straight from the parser into the builder.
final class GeoJSONReading {
  var builder: LayerBuilder
  let entry: LayerRegistration
  let nesting: Int

  init(entry: LayerRegistration, limits: LayerLimits) {
    builder = LayerBuilder(limits: limits)
    self.entry = entry
    nesting = limits.nesting
  }
}

/// A name of a member of a JSON object.
struct GeoJSONMember: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }

  static let type = GeoJSONMember(stringValue: "type")
  static let referenceSystem = GeoJSONMember(stringValue: "crs")
  static let features = GeoJSONMember(stringValue: "features")
  static let identifier = GeoJSONMember(stringValue: "id")
  static let properties = GeoJSONMember(stringValue: "properties")
  static let geometry = GeoJSONMember(stringValue: "geometry")
  static let geometries = GeoJSONMember(stringValue: "geometries")
  static let coordinates = GeoJSONMember(stringValue: "coordinates")
  static let name = GeoJSONMember(stringValue: "name")
}

/// A whole file: a FeatureCollection, one Feature, or one bare geometry.
struct GeoJSONDocument: DecodableWithConfiguration {
  init(from decoder: any Decoder, configuration reading: GeoJSONReading) throws {
    let members = try decoder.container(keyedBy: GeoJSONMember.self)
    reading.builder.take(
      try AgreedSystem(
        file: GeoJSONReferenceSystem.statement(in: members), entry: reading.entry, usual: .crs84))
    switch try members.decode(String.self, forKey: .type) {
    case "FeatureCollection":
      var features = try members.nestedUnkeyedContainer(forKey: .features)
      while !features.isAtEnd {
        _ = try features.decode(GeoJSONFeature.self, configuration: reading)
      }
    case "Feature":
      _ = try GeoJSONFeature(from: decoder, configuration: reading)
    default:
      _ = try GeoJSONGeometry(from: decoder, configuration: reading)
      try reading.builder.endFeature(name: nil, id: nil)
    }
  }
}

/// One Feature: its geometry goes to the builder, then its name and id.
private struct GeoJSONFeature: DecodableWithConfiguration {
  init(from decoder: any Decoder, configuration reading: GeoJSONReading) throws {
    let members = try decoder.container(keyedBy: GeoJSONMember.self)
    guard try members.decode(String.self, forKey: .type) == "Feature" else {
      throw LayerFault(
        code: .unreadableLayer,
        detail: Wording(zh: "features 中有不是 Feature 的对象", en: "a member of features is no Feature"))
    }
    if members.contains(.geometry), try !members.decodeNil(forKey: .geometry) {
      _ = try members.decode(
        GeoJSONGeometry.self, forKey: .geometry, configuration: reading)
    }
    var name: String?
    var code: String?
    if reading.entry.nameField != nil || reading.entry.codeField != nil,
      members.contains(.properties), try !members.decodeNil(forKey: .properties)
    {
      let properties = try members.nestedContainer(
        keyedBy: GeoJSONMember.self, forKey: .properties)
      name = reading.entry.nameField.flatMap {
        GeoJSONFeature.text(of: GeoJSONMember(stringValue: $0), in: properties)
      }
      code = reading.entry.codeField.flatMap {
        GeoJSONFeature.text(of: GeoJSONMember(stringValue: $0), in: properties)
      }
    }
    try reading.builder.endFeature(
      name: name, id: GeoJSONFeature.text(of: .identifier, in: members),
      code: code.flatMap { DivisionCode(ofFeature: $0) })
  }

  /// A text or a whole number as text; `nil` for anything else, and for blank text.
  private static func text(
    of member: GeoJSONMember, in members: KeyedDecodingContainer<GeoJSONMember>
  ) -> String? {
    if let text = try? members.decode(String.self, forKey: member) {
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }
    return (try? members.decode(Int.self, forKey: member)).map { String($0) }
  }
}

/// The old `crs` member (GeoJSON 2008), which Chinese exports still carry.
enum GeoJSONReferenceSystem {
  /// What the member says; `nil` if it is absent or null.
  ///
  /// In GeoJSON every system has the longitude or the easting first.
  static func statement(
    in members: KeyedDecodingContainer<GeoJSONMember>
  ) throws -> AgreedSystem.Statement? {
    guard members.contains(.referenceSystem),
      try !members.decodeNil(forKey: .referenceSystem)
    else { return nil }
    guard
      let system = try? members.nestedContainer(
        keyedBy: GeoJSONMember.self, forKey: .referenceSystem),
      let properties = try? system.nestedContainer(
        keyedBy: GeoJSONMember.self, forKey: .properties),
      let name = try? properties.decode(String.self, forKey: .name)
    else {
      throw LayerFault(
        code: .wrongReferenceSystem,
        detail: Wording(zh: "crs 成员没有给出名称", en: "the crs member names no system"))
    }
    guard let system = ReferenceSystem(named: name) else { throw AgreedSystem.refusal(of: name) }
    return (system, Problem.printable(name, limit: 60))
  }
}
