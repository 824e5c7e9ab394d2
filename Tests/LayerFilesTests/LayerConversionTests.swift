import Foundation
import Geography
import Testing
import Vocabulary

@testable import LayerFiles

@Suite("conversion by GDAL")
struct LayerConversionTests {
  @Test("a GBK shapefile that does not say so is read rightly, in its own system")
  func shapefiles() throws {
    let place = try Workplace()
    try place.shapefile()
    let outcome = try place.convert("a.shp")
    #expect(outcome.encoding == TableEncoding(dbf: try place.bytes("a.dbf"), codePage: nil))
    #expect(outcome.encoding?.name == "GB18030" && outcome.encoding?.basis == .otherwise)
    #expect(outcome.samples == Workplace.names)
    #expect(outcome.tables == ["a"])
    let layer = try place.read("out.gpkg")
    #expect(layer.features.map(\.label.name) == Workplace.names)
    #expect(layer.reference.verified == "EPSG:4526")
    let plain = try place.read("a.geojson")
    #expect(abs(layer.extent.west - plain.extent.west) < 1e-9)
    #expect(abs(layer.extent.north - plain.extent.north) < 1e-9)
    let mode = try FileManager.default.attributesOfItem(atPath: place.path("out.gpkg"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder)
    #expect(!left.contains { $0.contains("converting") || $0.contains("part") })
  }

  @Test("a central meridian without a zone's number stays one")
  func meridians() throws {
    let place = try Workplace()
    try place.shapefile("EPSG:4547")
    _ = try place.convert("a.shp")
    let layer = try place.read("out.gpkg")
    #expect(layer.reference.verified == "EPSG:4547")
    #expect(abs(layer.extent.west - 112.7) < 1e-9)
  }

  @Test("equal files give equal bytes")
  func determinism() throws {
    let place = try Workplace()
    try place.shapefile()
    _ = try place.convert("a.shp")
    let first = try place.bytes("out.gpkg")
    _ = try place.convert("a.shp")
    #expect(try place.bytes("out.gpkg") == first)
  }

  @Test("the encoding is that of .cpg, then of the table's mark, then of its bytes")
  func encodings() throws {
    let place = try Workplace()
    try place.shapefile()
    let chinese = try place.bytes("a.dbf")
    #expect(TableEncoding(dbf: chinese, codePage: "cp936\r\n").basis == .codePageFile)
    #expect(TableEncoding(dbf: chinese, codePage: "ISO-8859-1").name == "GB18030")
    #expect(TableEncoding(dbf: chinese, codePage: "UTF-8").basis == .otherwise)
    var marked = chinese
    marked[29] = 0x4D
    #expect(TableEncoding(dbf: marked, codePage: nil).basis == .tableMark)
    marked[29] = 0x57
    #expect(TableEncoding(dbf: marked, codePage: nil).basis == .otherwise)
    try place.shapefile(encoding: "UTF-8")
    let unicode = try place.bytes("a.dbf")
    #expect(TableEncoding(dbf: unicode, codePage: nil).basis == .validUTF8)
    #expect(TableEncoding(dbf: unicode, codePage: "utf8").basis == .codePageFile)
    // A value that its field cut in the middle of a character.
    let cut = try #require(unicode.lastIndex { $0 >= 0xE0 })
    var short = unicode
    (short[cut + 1], short[cut + 2]) = (0, 0)
    #expect(TableEncoding(dbf: short, codePage: nil).name == "UTF-8")
    for bytes in [[], [UInt8](repeating: 0xFF, count: 40), Array(chinese.prefix(33))] {
      #expect(["UTF-8", "GB18030"].contains(TableEncoding(dbf: bytes, codePage: nil).name))
    }
    #expect(try place.convert("a.shp").samples == Workplace.names)
  }

  @Test("FileGDB, KML and KMZ are converted, one table of several if it is named")
  func otherFormats() throws {
    let place = try Workplace()
    try place.write(Workplace.geoJSON, to: "a.geojson")
    try place.convert([
      "-f", "OpenFileGDB", "a.gdb", "a.geojson", "-nln", "hx", "-a_srs", "EPSG:4490",
      "-nlt", "MULTIPOLYGON",
    ])
    try place.convert([
      "-f", "OpenFileGDB", "-update", "a.gdb", "a.geojson", "-nln", "bhd", "-a_srs", "EPSG:4490",
      "-nlt", "MULTIPOLYGON",
    ])
    #expect(try place.convert("a.gdb").tables == ["bhd", "hx"])
    #expect(place.refusal("out.gpkg")?.code == .severalTables)
    #expect(try place.convert("a.gdb", table: "hx").tables == ["hx"])
    #expect(try place.read("out.gpkg").features.map(\.label.name) == Workplace.names)
    #expect(try place.read("out.gpkg").reference.verified == "EPSG:4490")
    for (driver, name) in [("KML", "a.kml"), ("LIBKML", "a.kmz")] {
      try place.convert([
        "-f", driver, name, "a.geojson", "-sql", "SELECT \"名称\" AS Name FROM a",
      ])
      let outcome = try place.convert(name)
      #expect(outcome.encoding == nil)
      #expect(outcome.samples == Workplace.names)
      let layer = try place.read("out.gpkg") { $0.nameField = "Name" }
      #expect(layer.features.map(\.label.name) == Workplace.names)
      #expect(layer.reference.verified == "EPSG:4326")
    }
  }

  @Test("an archive with one shapefile is unpacked under names of ours, any other is refused")
  func archives() throws {
    let place = try Workplace()
    try place.shapefile()
    for ending in ["shp", "shx", "dbf", "prj"] {
      try FileManager.default.createDirectory(
        atPath: place.path("红线"), withIntermediateDirectories: true)
      try place.write(try place.bytes("a.\(ending)"), to: "红线/生态.\(ending)")
    }
    try pack(place, "a.zip", ["红线/生态.shp", "红线/生态.shx", "红线/生态.dbf", "红线/生态.prj"], as: "gbk")
    let outcome = try place.convert("a.zip")
    #expect(outcome.samples == Workplace.names)
    #expect(outcome.encoding?.name == "GB18030")
    #expect(try place.read("out.gpkg").reference.verified == "EPSG:4526")
    try pack(place, "e.zip", ["红线/生态.shp", "红线/生态.shx"])
    #expect(place.conversionRefusal("e.zip")?.detail?.zh.hasPrefix("压缩包里缺少 *.dbf") == true)
    try pack(place, "b.zip", ["a.shp", "红线/生态.shp"])
    try pack(place, "c.zip", ["a.geojson"])
    try place.write("PK", to: "d.zip")
    for name in ["b.zip", "c.zip", "d.zip"] {
      #expect(place.conversionRefusal(name)?.code == .conversionFailed)
    }
  }

  /// Packs files of the folder; names are stored in that encoding.
  private func pack(
    _ place: Workplace, _ name: String, _ files: [String], as encoding: String = "utf-8"
  ) throws {
    let program = """
      import sys, zipfile
      class Entry(zipfile.ZipInfo):
          def _encodeFilenameFlags(self): return self.filename.encode(sys.argv[2]), 0
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
          for name in sys.argv[3:]: archive.writestr(Entry('../' + name), open(name, 'rb').read())
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, name, encoding] + files
    process.currentDirectoryURL = URL(filePath: place.folder)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test("without GDAL the command for another machine is given, which does the same there")
  func absence() throws {
    let place = try Workplace()
    try place.shapefile()
    let problem = try #require(
      place.conversionRefusal("a.shp", environment: ["PATH": "/nowhere:relative"]))
    #expect(problem.code == .converterMissing)
    let command = try #require(problem.detail?.zh)
    #expect(command.hasPrefix("ogr2ogr -f GPKG out.gpkg a.shp "))
    #expect(command.contains("ENCODING=GB18030"))
    try place.convert(command.split(separator: " ").dropFirst().map(String.init))
    #expect(try place.read("out.gpkg").features.map(\.label.name) == Workplace.names)
    let hostile = try LayerConversion(
      of: place.path("a.shp"), shown: "a.shp", table: "红线'; rm -rf $(x)")
    #expect(hostile.command(to: "x y.gpkg", encoding: nil).hasSuffix(" '红线'\\''; rm -rf $(x)'"))
    #expect(hostile.command(to: "x y.gpkg", encoding: nil).contains(" 'x y.gpkg' a.shp "))
  }
}
