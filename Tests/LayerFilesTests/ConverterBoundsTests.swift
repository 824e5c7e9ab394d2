import Foundation
import Geography
import Testing
import Vocabulary

@testable import LayerFiles

@Suite("conversion by GDAL that fails")
struct ConverterBoundsTests {
  @Test(
    "what GDAL refuses is refused on one line, without paths of the machine, and leaves nothing")
  func refusals() throws {
    let place = try Workplace()
    try place.shapefile()
    try place.write("x", to: "a.shx")
    try place.write("<kml><a>\u{1B}[31m", to: "b.kml")
    for name in ["a.shp", "b.kml"] {
      let problem = try #require(place.conversionRefusal(name), "\(name) was converted")
      #expect(problem.code == .conversionFailed)
      let message = problem.message(in: .zh) + problem.message(in: .en)
      #expect(!message.contains("/tmp") && !message.contains(place.folder))
      #expect(!message.unicodeScalars.contains { $0.value < 0x20 })
      #expect(message.contains("ogr2ogr"))
    }
    #expect(!FileManager.default.fileExists(atPath: place.path("out.gpkg")))
    // What would make another driver of GDAL open something else.
    for (name, text) in [
      ("d.kml", "<OGRVRTDataSource><!-- <kml> --></OGRVRTDataSource>"),
      ("e.kml", "<!DOCTYPE a><kml>"),
      ("f.tab", "<OGRVRTDataSource>"), ("g.kmz", "<kml>"), ("h.shp", "<kml>"), ("i.kml", "<?xml"),
    ] {
      try place.write(text, to: name)
      #expect(place.conversionRefusal(name)?.detail?.zh.hasPrefix("内容不是") == true, "\(name)")
    }
    try place.write("x", to: "a.dwg")
    #expect(place.conversionRefusal("a.dwg")?.code == .conversionFailed)
    #expect(place.conversionRefusal("none.shp")?.code == .unreadableFile)
    #expect(throws: Failure.self) {
      try LayerConversion(of: place.path("b.kml"), shown: "b.kml", table: "-update")
    }
  }

  @Test("a shapefile without its index or table is refused by the missing file's name")
  func missingParts() throws {
    for (missing, zh) in [
      (["shx"], "缺少 a.shx；"), (["dbf"], "缺少 a.dbf；"), (["shx", "dbf"], "缺少 a.shx、a.dbf；"),
    ] {
      let place = try Workplace()
      try place.shapefile()
      for ending in missing {
        try FileManager.default.removeItem(atPath: place.path("a.\(ending)"))
      }
      let problem = try #require(place.conversionRefusal("a.shp"))
      #expect(problem.code == .conversionFailed)
      #expect(problem.detail?.zh.hasPrefix("同一文件夹里" + zh) == true, "\(problem)")
    }
  }

  @Test("texts that are not of the encoding named for them are not replaced in silence")
  func lostTexts() throws {
    let place = try Workplace()
    try place.shapefile()
    var table = try place.bytes("a.dbf")
    let first = try #require(table.firstIndex { $0 >= 0x80 })
    let text = try #require(table[(first + 200)...].firstIndex { $0 >= 0x80 })
    table.replaceSubrange(text..<(text + 2), with: [0xFF, 0xFF])
    try place.write(table, to: "a.dbf")
    let problem = try #require(place.conversionRefusal("a.shp"))
    #expect(problem.code == .conversionFailed)
    #expect(problem.detail?.zh.contains("GB18030") == true)
  }

  @Test("a converter that hangs, floods or grows is ended")
  func bounds() throws {
    let place = try Workplace()
    try place.shapefile()
    let environment = ["PATH": place.folder + ":/usr/bin:/bin"]
    func converter(_ body: String) throws {
      try place.write("#!/bin/sh\n\(body)\n", to: "ogr2ogr")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: place.path("ogr2ogr"))
    }
    try converter("exec sleep 60")
    #expect(
      place.conversionRefusal("a.shp", seconds: 1, environment: environment)?.detail?.zh == "超过时限")
    try converter("exec 2>&-; exec sleep 60")
    #expect(
      place.conversionRefusal("a.shp", seconds: 1, environment: environment)?.detail?.zh == "超过时限")
    try converter("i=0; while [ $i -lt 20000 ]; do echo '错误 /etc/x' >&2; i=$((i+1)); done; exit 3")
    let flood = try #require(place.conversionRefusal("a.shp", environment: environment)?.detail)
    #expect(flood.zh.hasPrefix("ogr2ogr 返回 3：错误 … 错误"))
    #expect(flood.zh.count < 400)
    try converter("exec head -c 700000000 /dev/zero > \"$3\"")
    #expect(place.conversionRefusal("a.shp", environment: environment)?.detail?.zh == "结果过大")
    try converter("kill -9 $$")
    #expect(place.conversionRefusal("a.shp", environment: environment)?.detail?.zh == "被信号 9 中止")
    try converter("env | cut -d= -f1 | sort | tr '\\n' ' ' >&2; exit 1")
    var more = environment
    more["SECRET"] = "x"
    let seen = try #require(place.conversionRefusal("a.shp", environment: more)?.detail?.zh)
    #expect(!seen.contains("SECRET"))
  }
}
