import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("The leads as GeoJSON") struct LeadsGeoJSONTests {
  private func features(_ report: QuarterReport) throws -> [[String: Any]] {
    let bytes = Data(LeadsGeoJSON.bytes(of: report))
    let root = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(root["type"] as? String == "FeatureCollection")
    #expect(root["crs"] == nil && root["coordinates"] == nil && root["geometry"] == nil)
    return try #require(root["features"] as? [[String: Any]])
  }

  @Test("a hostile quarter gives the file on record")
  func golden() throws {
    try Recorded.compare(LeadsGeoJSON.bytes(of: HostileReport.report()), with: "leads.geojson")
  }

  @Test("one valid feature a lead, in the order of ids, its place as leads.csv has it")
  func valid() throws {
    let report = HostileReport.report()
    let features = try features(report)
    let rows = try StrictCSV(DataFile.leads.bytes(of: report)).records
    #expect(features.count == rows.count && !rows.isEmpty)
    for (feature, row) in zip(features, rows) {
      // RFC 7946, section 3.2: type, geometry, properties; the id is a string or a number.
      #expect(Set(feature.keys) == ["type", "id", "geometry", "properties"])
      #expect(feature["type"] as? String == "Feature")
      #expect(feature["id"] as? String == row["lead_id"])
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(properties["lead_id"] as? String == row["lead_id"])
      #expect((properties["county_code"] as? String ?? "") == row["county_code"])
      #expect(properties["disposition"] as? String == row["disposition"])
      #expect(["T", "F", "U", "N"].contains(properties["red_line"] as? String))
      let stated = (Double(row["longitude"] ?? "") ?? .nan, Double(row["latitude"] ?? "") ?? .nan)
      guard Point.longitudes.contains(stated.0), Point.latitudes.contains(stated.1) else {
        #expect(feature["geometry"] is NSNull)
        continue
      }
      let geometry = try #require(feature["geometry"] as? [String: Any])
      #expect(Set(geometry.keys) == ["type", "coordinates"])
      #expect(geometry["type"] as? String == "Point")
      let place = try #require(geometry["coordinates"] as? [Double])
      #expect(place.count == 2)
      #expect(abs(place[0] - stated.0) < 1e-9 && abs(place[1] - stated.1) < 1e-9)
    }
  }

  @Test("nothing in it is a person's, a party's or a source's word")
  func noNames() throws {
    let report = HostileReport.report()
    for feature in try features(report) {
      let properties = try #require(feature["properties"] as? [String: Any])
      let allowed = Set(["lead_id", "county_code", "disposition"])
      let rest = properties.keys.filter { !allowed.contains($0) }
      #expect(rest.allSatisfy { $0.hasPrefix("red_line") }, "\(rest)")
    }
    let text = String(decoding: LeadsGeoJSON.bytes(of: report), as: UTF8.self)
    #expect(!text.contains("91140900") && !text.contains("YW140900"))
  }

  @Test("the value of a tag is the strongest over its layers, the distance the one that decides")
  func strongest() throws {
    var report = HostileReport.report(leads: 1)
    func zone(_ layer: String, _ value: Truth, _ distance: Double?) -> ZoneEntry {
      ZoneEntry(
        layer: layer, layerVersion: layer == "乙" ? "" : "2025", feature: "秘密", tag: "red_line",
        tagTerm: "", value: value, distanceMetres: distance,
        budget: UncertaintyBudget(Point(longitude: 112, latitude: 38, uncertaintyMetres: 12.34)),
        method: "")
    }
    func properties(_ zones: [ZoneEntry]) throws -> [String: Any] {
      report.leads[0].zones = zones
      return try #require(try features(report)[0]["properties"] as? [String: Any])
    }
    let inside = try properties([
      zone("甲", .false, 10), zone("乙", .true, -250.04), zone("丙", .unknown, 1),
    ])
    #expect(inside["red_line"] as? String == "T")
    #expect(inside["red_line_distance_m"] as? Double == -250)
    #expect(inside["red_line_uncertainty_m"] as? Double == 12.3)
    #expect(inside["red_line_layers"] as? String == "丙 2025;乙;甲 2025")
    let outside = try properties([zone("甲", .false, 800.25), zone("乙", .false, 90.5)])
    #expect(outside["red_line"] as? String == "F")
    #expect(outside["red_line_distance_m"] as? Double == 90.5)
    let none = try properties([])
    #expect(none["red_line"] as? String == "U")
    #expect(none["red_line_layers"] is NSNull && none["red_line_distance_m"] is NSNull)
  }

  @Test("places and distances are rounded for the audience", arguments: 2...6)
  func rounding(decimals: Int) throws {
    var report = HostileReport.report(leads: 1)
    report.leads[0].point = Point(
      longitude: 112.987_654_3, latitude: 38.120_000_4, uncertaintyMetres: 5)
    report.leads[0].zones[0].distanceMetres = -1234.56
    report.leads[0].zones[0].value = .true
    report.rounding = CoordinateRounding(decimals: decimals)
    let text = String(decoding: LeadsGeoJSON.bytes(of: report), as: UTF8.self)
    let longitudes = [2: "112.99", 3: "112.988", 4: "112.9877", 5: "112.98765", 6: "112.987654"]
    let distances = [2: "-1000", 3: "-1200", 4: "-1230", 5: "-1235", 6: "-1234.6"]
    #expect(text.contains("\"coordinates\":[\(longitudes[decimals] ?? "?"),38.12]"))
    #expect(text.contains("\"red_line_distance_m\":\(distances[decimals] ?? "?"),"))
    #expect(text.contains("\"rounding_decimals\":\(decimals),"))
  }

  @Test("decimals beyond those there are become the nearest")
  func roundingRange() {
    #expect(CoordinateRounding(decimals: 0).decimals == 2)
    #expect(CoordinateRounding(decimals: 99) == .full)
  }

  @Test("a place that is none on earth has no geometry")
  func noPlace() throws {
    var report = HostileReport.report(leads: 4)
    for (lead, place) in [(200.0, 38.0), (112, 91), (Double.nan, 38), (112, -Double.infinity)]
      .enumerated()
    {
      report.leads[lead].point = Point(
        longitude: place.0, latitude: place.1, uncertaintyMetres: 1)
    }
    #expect(try features(report).allSatisfy { $0["geometry"] is NSNull })
  }

  @Test("an empty quarter gives an empty collection")
  func empty() throws {
    #expect(try features(HostileReport.empty).isEmpty)
  }
}
