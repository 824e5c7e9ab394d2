import Foundation
import GRDB
import Geography
import Testing
import Vocabulary

@testable import LayerFiles

@Suite("GeoPackages")
struct GeoPackageTests {
  /// The greatest distance of vertices, in degrees; the layers have the same rings.
  private func distance(_ a: Layer, _ b: Layer) -> Double {
    guard a.polygons.ringStarts == b.polygons.ringStarts else { return .infinity }
    let pairs =
      zip(a.polygons.longitudes, b.polygons.longitudes).map { abs($0 - $1) }
      + zip(a.polygons.latitudes, b.polygons.latitudes).map { abs($0 - $1) }
    return pairs.max() ?? .infinity
  }

  @Test(
    "a layer in every kind of system is the same layer as in degrees",
    arguments: [
      ("EPSG:4490", "EPSG:4490", false), ("EPSG:4326", "EPSG:4326", false),
      ("EPSG:4526", "EPSG:4526", true), ("EPSG:4547", "EPSG:4547", true),
      ("EPSG:4509", "EPSG:4509", true), ("EPSG:4497", "EPSG:4497", true),
    ])
  func systems(system: String, verified: String, isProjected: Bool) throws {
    let place = try Workplace()
    try place.geoPackage(system)
    let layer = try place.read("a.gpkg") { $0.codeField = "代码" }
    #expect(layer.features.map(\.label.name) == Workplace.names)
    #expect(
      layer.features.map(\.label.code) == ["140902", "140921", "140922"].map { DivisionCode($0) })
    #expect(layer.features.map(\.polygons.count) == [1, 2, 1])
    #expect(layer.reference.declared == system)
    #expect(layer.reference.verified.contains(verified))
    #expect(layer.reference.isProjected == isProjected)
    let plain = try place.read("a.geojson")
    #expect(distance(layer, plain) < 2e-10)
    #expect(layer.source.sha256.count == 64)
  }

  @Test("a system under a name of its own is known by its parameters")
  func localNames() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4526")
    let esri = """
      PROJCS["忻州2000_39",GEOGCS["本地",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],
      PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],
      PARAMETER["False_Easting",38500000.0],PARAMETER["False_Northing",0.0],
      PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
      """
    try place.edit("a.gpkg") { database in
      try database.execute(
        sql: """
          UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', organization_coordsys_id = 100000,
            definition = ? WHERE srs_id = 4526
          """, arguments: [esri])
    }
    let layer = try place.read("a.gpkg") { $0.referenceSystem = "EPSG:4526" }
    #expect(layer.reference.declared == "EPSG:4526")
    #expect(distance(layer, try place.read("a.geojson")) < 2e-10)
    #expect(
      place.refusal("a.gpkg") { $0.referenceSystem = "EPSG:4547" }?.code == .referenceContradicted)
    // The same words with the number of another zone.
    try place.edit("a.gpkg") { database in
      try database.execute(
        sql: """
          UPDATE gpkg_spatial_ref_sys SET organization = 'EPSG', organization_coordsys_id = 4527
          WHERE srs_id = 4526
          """)
    }
    #expect(place.refusal("a.gpkg")?.code == .referenceContradicted)
  }

  @Test("earlier datums need their parameters, others are refused by name")
  func otherSystems() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4490")
    try place.convert(["-f", "GPKG", "x.gpkg", "a.geojson", "-a_srs", "EPSG:4610"])
    #expect(place.refusal("x.gpkg")?.code == .wrongReferenceSystem)
    let none = DatumShift(dx: 0, dy: 0, dz: 0, rx: 0, ry: 0, rz: 0, ppm: 0)
    #expect(try place.read("x.gpkg") { $0.datumShift = none }.reference.verified == "EPSG:4610")
    for system in ["EPSG:3857", "EPSG:32649", "EPSG:4555"] {
      try place.convert(["-f", "GPKG", "y.gpkg", "a.geojson", "-a_srs", system, "-overwrite"])
      let problem = place.refusal("y.gpkg")
      #expect(problem?.code == .wrongReferenceSystem)
      #expect(problem?.detail?.zh.isEmpty == false)
    }
  }

  @Test("a file that names no system takes the entry's, and none without")
  func undefined() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4490")
    try place.edit("a.gpkg") { database in
      try database.execute(sql: "UPDATE gpkg_geometry_columns SET srs_id = 0")
      try database.execute(sql: "UPDATE gpkg_contents SET srs_id = 0")
      for row in try Row.fetchAll(database, sql: "SELECT fid, geom FROM 红线") {
        var bytes = Array(row["geom"] as Data)
        bytes.replaceSubrange(4..<8, with: [0, 0, 0, 0])
        try database.execute(
          sql: "UPDATE 红线 SET geom = ? WHERE fid = ?", arguments: [Data(bytes), row["fid"] as Int])
      }
    }
    #expect(place.refusal("a.gpkg")?.code == .wrongReferenceSystem)
    let layer = try place.read("a.gpkg") { $0.referenceSystem = "EPSG:4490" }
    #expect(layer.reference.declared == "EPSG:4490")
    #expect(
      place.refusal("a.gpkg") { $0.referenceSystem = "EPSG:4526" }?.code == .referenceContradicted)
  }

  @Test("heights are dropped, rows come in the order of their keys")
  func heights() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4490", "-dim", "XYZ")
    let layer = try place.read("a.gpkg")
    #expect(distance(layer, try place.read("a.geojson")) < 2e-10)
    try place.edit("a.gpkg") { database in
      try database.execute(sql: "UPDATE 红线 SET fid = 10 WHERE fid = 1")
    }
    #expect(
      try place.read("a.gpkg").features.map(\.label.name)
        == ["滹沱河湿地", "五台山", "云中山生态保护红线"])
    #expect(
      try place.read("a.gpkg") { $0.nameField = nil }.features.map(\.label.name) == [
        "2", "3", "10",
      ])
  }

  @Test("of several tables the entry names one; points and lines do not count, views are none")
  func tables() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4490")
    try place.write(
      "{\"type\":\"Point\",\"coordinates\":[112,38]}", to: "p.geojson")
    try place.convert(["-f", "GPKG", "-update", "a.gpkg", "p.geojson", "-nln", "点"])
    #expect(try place.read("a.gpkg").features.count == 3)
    try place.convert([
      "-f", "GPKG", "-update", "a.gpkg", "a.geojson", "-nln", "自然保护地", "-a_srs", "EPSG:4490",
      "-limit", "1",
    ])
    let problem = try #require(place.refusal("a.gpkg"))
    #expect(problem.code == .severalTables)
    #expect(problem.detail?.zh.contains("红线、自然保护地") == true)
    #expect(try place.read("a.gpkg") { $0.table = "自然保护地" }.features.count == 1)
    #expect(place.refusal("a.gpkg") { $0.table = "红线图" }?.code == .severalTables)
    try place.edit("a.gpkg") { database in
      try database.execute(
        sql: """
          CREATE VIEW v AS SELECT * FROM 红线;
          INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
            VALUES ('v', 'features', 'v', 4490);
          INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'MULTIPOLYGON', 4490, 0, 0);
          """)
    }
    #expect(place.refusal("a.gpkg") { $0.table = "v" }?.code == .severalTables)
  }

  @Test("a field that is not there is refused with those that are")
  func fields() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4490")
    let problem = try #require(place.refusal("a.gpkg") { $0.nameField = "名字" })
    #expect(problem.code == .badConfiguration)
    #expect(problem.detail?.zh.contains("名称、代码") == true)
  }
}
