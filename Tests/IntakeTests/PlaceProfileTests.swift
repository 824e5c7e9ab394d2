import Testing
import Vocabulary

@testable import Intake

@Suite("Profiles on places")
struct PlaceProfileTests {
  private func profile(_ keys: String) throws -> SourceProfile {
    let text = "id: a\nkind: history\ntitle: 甲\n\(keys)required: [facts]\nfields:\n  facts: [x]\n"
    return try SourceProfile(yaml: Array(text.utf8), file: "a.yaml")
  }

  @Test("declare the datum and the zone of a file's coordinates")
  func zones() throws {
    #expect(try profile("").zone == nil)
    #expect(try profile("datum: CGCS2000\nzone: 38\n").zone == ProjectionZone(number: 38))
    #expect(try profile("zone: 19\ncentral_meridian: 111\n").zone == ProjectionZone(number: 19))
    #expect(
      try profile("central_meridian: 112.5\n").zone
        == ProjectionZone(meridianMinutes: 112 * 60 + 30, widthDegrees: nil))
  }

  @Test(
    "refuse zones that are none and meridians that contradict them",
    arguments: [
      "zone: 24\n", "zone: 12\n", "zone: 46\n", "zone: 38\ncentral_meridian: 117\n",
      "central_meridian: 60\n", "central_meridian: 112.3333\n", "zone: \"三度带\"\n",
    ])
  func badZones(_ keys: String) {
    let failure = #expect(throws: Failure.self) { try profile(keys) }
    #expect(failure?.problems.map(\.code) == [.badProfile])
  }

  @Test("know areas of damage in every kind but penalties")
  func shapes() throws {
    for profile in builtIn.profiles {
      let entry = profile.entries.first { $0.field == .text(.placeShape) }
      #expect((entry != nil) == (profile.kind != .penalty), "\(profile.id)")
      for title in ["损害范围坐标", "图斑坐标", "范围WKT", "几何", "geom", "wkt"] {
        #expect(entry?.titles.contains(title) ?? true)
      }
    }
    let header = "检查编号,检查日期,被检查单位名称,The_Geom"
    let file = try SourceFile(
      table("\(header)\n1,2026-07-01,甲,POINT (112 38)\n"), profiles: builtIn)
    #expect(file.columns.map(\.field).contains(.text(.placeShape)))
  }

  @Test(
    "take a column whose title names the datum where there is no other, and the pair it belongs to")
  func titledDatums() throws {
    func titles(_ header: String) throws -> [String] {
      try SourceFile(table("检查编号,检查日期,被检查单位名称,\(header)\n"), profiles: builtIn).columns
        .filter { $0.field == .longitude || $0.field == .latitude }.map(\.title)
    }
    #expect(try titles("高德经度,高德纬度") == ["高德经度", "高德纬度"])
    #expect(try titles("经度（GCJ-02）,纬度（GCJ-02）") == ["经度（GCJ-02）", "纬度（GCJ-02）"])
    #expect(try titles("百度经度,百度纬度,经度,纬度") == ["经度", "纬度"])
    #expect(try titles("百度经度,百度纬度,WGS84经度,WGS84纬度") == ["WGS84经度", "WGS84纬度"])
  }
}
