private import Vocabulary

/// data/leads.geojson: every lead of the quarter with its verdicts, for a map of one's own (RFC 7946).
///
/// One feature a lead in the order of ids, longitude first, degrees on CGCS2000, which RFC 7946 lets
/// stand for WGS 84 only because they differ by less than a metre. A lead without a usable place has a
/// null geometry. No name, no text of a source, nothing of a layer's boundary; `rounding_decimals` says
/// how places and distances are rounded. Equal reports give equal bytes; linear in leads.
package enum LeadsGeoJSON {
  /// The path below the quarter's folder.
  package static let name = "data/leads.geojson"

  /// The file's bytes: UTF-8 without BOM, one line a feature, a line break at the end.
  package static func bytes(of report: QuarterReport) -> [UInt8] {
    var json = JSONLine()
    let rounding = report.rounding
    let tags = tags(of: report)
    json.raw("{\"type\":\"FeatureCollection\",")
    json.key("quarter")
    json.bytes.append(UInt8(ascii: "\""))
    json.bytes.append(report.quarter)
    json.raw("\",")
    json.key("rounding_decimals")
    json.bytes.append(decimal: rounding.decimals)
    json.raw(",\"layers\":[")
    for (place, layer) in report.layers.enumerated() {
      if place > 0 { json.raw(",") }
      json.raw("{\"name\":")
      json.text(layer.name)
      json.raw(",\"tag\":")
      json.text(layer.tag)
      json.raw(",\"version\":")
      json.text(layer.version)
      json.raw("}")
    }
    json.raw("],\n\"features\":[")
    let leads = report.leads.sorted { $0.id < $1.id }
    for (place, lead) in leads.enumerated() {
      json.raw(place > 0 ? ",\n" : "\n")
      write(lead, tags, rounding, into: &json)
    }
    json.raw("\n]}\n")
    return json.bytes
  }

  /// The layers' tags, each once, in the order of their names.
  private static func tags(of report: QuarterReport) -> [String] {
    Set(report.layers.map(\.tag)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func write(
    _ lead: LeadEntry, _ tags: [String], _ rounding: CoordinateRounding, into json: inout JSONLine
  ) {
    json.raw("{\"type\":\"Feature\",\"id\":")
    json.text(lead.id.description)
    json.raw(",\"geometry\":")
    if let point = lead.usablePoint {
      json.raw("{\"type\":\"Point\",\"coordinates\":[")
      json.number(point.longitude, decimals: rounding.decimals)
      json.raw(",")
      json.number(point.latitude, decimals: rounding.decimals)
      json.raw("]}")
    } else {
      json.raw("null")
    }
    json.raw(",\"properties\":{\"lead_id\":")
    json.text(lead.id.description)
    json.raw(",\"county_code\":")
    json.text(lead.county?.description)
    json.raw(",\"disposition\":")
    json.text(lead.disposition.rawValue)
    for tag in tags {
      let zone = lead.deciding([tag])
      json.raw(",")
      json.key(tag)
      json.text((lead.value(of: tag) ?? .unknown).letter)
      json.raw(",")
      json.key(tag + "_distance_m")
      json.number((zone?.distanceMetres).map(rounding.rounded(metres:)), decimals: 1)
      json.raw(",")
      json.key(tag + "_uncertainty_m")
      json.number(zone?.uncertaintyMetres, decimals: 1)
      json.raw(",")
      json.key(tag + "_layers")
      json.text(versions(lead.comparisons(with: tag)))
    }
    json.raw("}}")
  }

  /// `红线 2025-12;自然保护地`: the layers compared with their versions; `nil` where none was.
  private static func versions(_ zones: [ZoneEntry]) -> String? {
    var names: [String] = []
    for zone in zones {
      let name = zone.layerVersion.isEmpty ? zone.layer : "\(zone.layer) \(zone.layerVersion)"
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty
      ? nil : names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ";")
  }
}

/// JSON under way (RFC 8259), compact.
private struct JSONLine {
  var bytes: [UInt8] = []

  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func key(_ name: String) {
    text(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A string, or null; controls are escaped.
  mutating func text(_ text: String?) {
    guard let text else { return raw("null") }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F:
        raw("\\u00")
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A number of at most so many decimals without trailing zeros, or null.
  mutating func number(_ value: Double?, decimals: Int) {
    let start = bytes.count
    if let value { bytes.append(measure: value, decimals: decimals) }
    guard bytes.count > start else { return raw("null") }
    guard bytes[start...].contains(UInt8(ascii: ".")) else { return }
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  }
}
