import Foundation
import GRDB
import Geography
import Testing
import Vocabulary

@Suite("GeoPackages that are damaged or meant to harm")
struct HostileGeoPackageTests {
  @Test("no damage to a page goes unseen, and none stops the program")
  func damage() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4526")
    let whole = try place.bytes("a.gpkg")
    let layer = try place.read("a.gpkg")
    for length in [0, 1, 99, 100, 4096, whole.count / 2, whole.count - 4096] {
      try place.write(Array(whole[..<length]), to: "x.gpkg")
      #expect(place.refusal("x.gpkg")?.code == .unreadableLayer, "\(length) bytes")
    }
    for page in stride(from: 0, to: whole.count, by: 4096) {
      var bytes = whole
      for place in page..<(page + 4096) where place >= 100 { bytes[place] = 0x5A }
      try place.write(bytes, to: "x.gpkg")
      // Indexes, logs and triggers may be damaged; what is read must be what was there.
      guard let read = try? place.read("x.gpkg") else { continue }
      #expect(read.polygons == layer.polygons)
    }
    var state: UInt64 = 1
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      try place.write(bytes, to: "x.gpkg")
      _ = place.refusal("x.gpkg")
    }
  }

  @Test("what another program still writes into is not read")
  func logs() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4490")
    var bytes = try place.bytes("a.gpkg")
    (bytes[18], bytes[19]) = (2, 2)
    try place.write(bytes, to: "x.gpkg")
    #expect(try place.read("x.gpkg").features.count == 3)
    for log in ["x.gpkg-wal", "x.gpkg-journal"] {
      try place.write("x", to: log)
      #expect(place.refusal("x.gpkg")?.code == .unreadableLayer)
      try place.write("", to: log)
      #expect(try place.read("x.gpkg").features.count == 3)
    }
  }

  @Test("databases of other kinds and computed columns are refused")
  func otherDatabases() throws {
    let place = try Workplace()
    try place.edit("x.gpkg") { try $0.execute(sql: "CREATE TABLE a (b)") }
    #expect(place.refusal("x.gpkg")?.detail?.zh.contains("不是 GeoPackage") == true)
    try place.geoPackage("EPSG:4490")
    try place.edit("a.gpkg") { database in
      try database.execute(
        sql: """
          CREATE TABLE c (fid INTEGER PRIMARY KEY, 名称 TEXT,
            geom BLOB GENERATED ALWAYS AS (zeroblob(100000000)));
          INSERT INTO c (名称) VALUES ('a');
          INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
            VALUES ('c', 'features', 'c', 4490);
          INSERT INTO gpkg_geometry_columns VALUES ('c', 'geom', 'MULTIPOLYGON', 4490, 0, 0);
          """)
    }
    #expect(place.refusal("a.gpkg") { $0.table = "c" }?.code == .unreadableLayer)
  }

  @Test("curves are refused by name, a geometry of another system than its table's too")
  func geometries() throws {
    let place = try Workplace()
    try place.geoPackage("EPSG:4490")
    let curve: [UInt8] = [0x47, 0x50, 0, 1, 0x8A, 0x11, 0, 0, 1, 10, 0, 0, 0, 0, 0, 0, 0]
    let other: [UInt8] = [0x47, 0x50, 0, 0b1_0001, 0xE6, 0x10, 0, 0]
    for (bytes, code) in [(curve, ProblemCode.unreadableLayer), (other, .referenceContradicted)] {
      try place.edit("a.gpkg") { database in
        try database.execute(
          sql: "UPDATE 红线 SET geom = ? WHERE fid = 2", arguments: [Data(bytes)])
      }
      let problem = try #require(place.refusal("a.gpkg"))
      #expect(problem.code == code)
      #expect(problem.detail?.zh.contains("第 2 个要素") == true)
    }
    try place.edit("a.gpkg") {
      try $0.execute(sql: "UPDATE 红线 SET geom = NULL WHERE fid = 2")
    }
    #expect(try place.read("a.gpkg").repairs.emptyFeatures == 1)
    try place.edit("a.gpkg") {
      try $0.execute(sql: "UPDATE 红线 SET 名称 = CAST(x'CCEC' AS TEXT) WHERE fid = 1")
    }
    #expect(place.refusal("a.gpkg")?.code == .unreadableLayer)
  }

  @Test("files of other formats are named with the next step")
  func otherFormats() throws {
    let place = try Workplace()
    try place.write("x", to: "a.shp")
    try place.write("<?xml version=\"1.0\"?><kml xmlns=\"x\">", to: "a.geojson")
    try place.write("PK\u{3}\u{4}", to: "b.geojson")
    try FileManager.default.createDirectory(
      atPath: place.path("a.gdb"), withIntermediateDirectories: false)
    for (name, word) in [
      ("a.shp", "Shapefile"), ("a.geojson", "KML"), ("b.geojson", "ZIP"), ("a.gdb", "FileGDB"),
    ] {
      let problem = try #require(place.refusal(name))
      #expect(problem.code == .unconvertedLayer)
      #expect(problem.detail?.en.contains(word) == true)
    }
    #expect(place.refusal("c.gpkg")?.code == .unreadableFile)
  }
}
