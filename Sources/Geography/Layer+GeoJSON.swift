import Foundation
import Vocabulary

extension Layer {
  /// The layer of a GeoJSON file (RFC 7946): a FeatureCollection, a Feature or a bare geometry.
  ///
  /// Polygon, MultiPolygon and collections of them; other geometries are counted and left out. Heights
  /// are ignored. The reference system is that of the old `crs` member or the entry's, by default CRS84;
  /// longitude or easting come first. Throws a failure with status 65 for what is no such file or has
  /// no polygon, with status 78 for a reference system that is not supported or contradicted; messages
  /// name features by their place in the file, never coordinates. About one CPU second and 150 MB for a
  /// million vertices.
  package static func readGeoJSON(
    _ bytes: [UInt8], as source: LayerSource
  ) throws(Failure) -> Layer {
    try readGeoJSON(bytes, as: source, limits: .standard)
  }

  static func readGeoJSON(
    _ bytes: [UInt8], as source: LayerSource, limits: LayerLimits
  ) throws(Failure) -> Layer {
    do {
      guard bytes.count <= limits.bytes else {
        throw LayerFault(
          code: .unreadableLayer,
          detail: Wording(
            zh: "超过 \(limits.bytes >> 20) MB", en: "larger than \(limits.bytes >> 20) MB"))
      }
      let reading = GeoJSONReading(entry: source.entry, limits: limits)
      _ = try JSONDecoder().decode(
        GeoJSONDocument.self, from: Data(bytes), configuration: reading)
      return try reading.builder.layer(from: source)
    } catch let fault as LayerFault {
      throw Failure(fault, of: source)
    } catch {
      let reason =
        GeoJSONFault.encoding(of: bytes) ?? GeoJSONFault.range(of: bytes)
        ?? (error as? DecodingError).map { wording(of: $0) }
        ?? Wording(zh: "不是有效的 JSON", en: "it is not valid JSON")
      throw Failure(.unusableInput, .unreadableLayer, file: source.path, detail: reason)
    }
  }

  /// Where decoding stopped, as a path into the file; the library's own text may quote coordinates.
  private static func wording(of error: DecodingError) -> Wording {
    let path: [any CodingKey]
    let reason: Wording
    switch error {
    case .dataCorrupted(let context):
      path = context.codingPath
      reason = Wording(zh: "不是有效的 JSON", en: "it is not valid JSON")
    case .keyNotFound(let key, let context):
      path = context.codingPath
      reason = Wording(
        zh: "缺少成员 \(key.stringValue)", en: "the member \(key.stringValue) is missing")
    case .typeMismatch(_, let context):
      path = context.codingPath
      reason = Wording(zh: "值的类型不对", en: "a value is of the wrong type")
    case .valueNotFound(_, let context):
      path = context.codingPath
      reason = Wording(zh: "缺少值", en: "a value is missing")
    @unknown default:
      return Wording(zh: "不是有效的 GeoJSON", en: "it is not valid GeoJSON")
    }
    let place = path.map { $0.intValue.map { "[\($0)]" } ?? "/\($0.stringValue)" }.joined()
    guard !place.isEmpty else { return reason }
    return Wording(zh: "\(place) 处\(reason.zh)", en: "\(reason.en) at \(place)")
  }
}
