import Files
import Foundation
import GRDB
import Geography
import Testing
import Vocabulary

@testable import LayerFiles

/// A folder of a test's own, removed with it, and what is made in it.
final class Workplace {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "layers-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
    return path(name)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  /// Runs ogr2ogr in the folder; the tests need it, and `scripts/setup --tests` installs it.
  func convert(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["ogr2ogr"] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0, "ogr2ogr: \(String(decoding: said, as: UTF8.self))")
  }

  static let environment = ProcessInfo.processInfo.environment

  /// Three squares of a hundredth of a degree, named; the second has two parts, the third a hole.
  static let geoJSON = """
    {"type":"FeatureCollection","features":[
     {"type":"Feature","properties":{"名称":"云中山生态保护红线","代码":140902},"geometry":
      {"type":"Polygon","coordinates":[[[112.7,38.4],[112.71,38.4],[112.71,38.41],[112.7,38.41],[112.7,38.4]]]}},
     {"type":"Feature","properties":{"名称":"滹沱河湿地","代码":140921},"geometry":
      {"type":"MultiPolygon","coordinates":[
       [[[112.8,38.4],[112.81,38.4],[112.81,38.41],[112.8,38.41],[112.8,38.4]]],
       [[[112.9,38.4],[112.91,38.4],[112.91,38.41],[112.9,38.41],[112.9,38.4]]]]}},
     {"type":"Feature","properties":{"名称":"五台山","代码":140922},"geometry":
      {"type":"Polygon","coordinates":[[[113.5,39],[113.6,39],[113.6,39.1],[113.5,39.1],[113.5,39]],
       [[113.54,39.04],[113.56,39.04],[113.56,39.06],[113.54,39.06],[113.54,39.04]]]}}
    ]}
    """

  static let names = ["云中山生态保护红线", "滹沱河湿地", "五台山"]

  /// The same layer in `a.geojson`, and brought to another system in `a.gpkg`.
  func geoPackage(_ system: String, _ more: String...) throws {
    try write(Self.geoJSON, to: "a.geojson")
    try convert(
      ["-f", "GPKG", "a.gpkg", "a.geojson", "-s_srs", "EPSG:4490", "-t_srs", system, "-nln", "红线"]
        + more)
  }

  func read(_ name: String, _ change: (inout LayerRegistration) -> Void = { _ in }) throws(Failure)
    -> Layer
  {
    var entry = LayerRegistration(path: name, tag: .redLine, nameField: "名称")
    change(&entry)
    return try LayerFile.read(path(name), as: entry)
  }

  func refusal(
    _ name: String, _ change: (inout LayerRegistration) -> Void = { _ in }
  ) -> Problem? {
    do throws(Failure) {
      _ = try read(name, change)
      return nil
    } catch {
      return error.problems.first
    }
  }

  /// Changes a GeoPackage by hand, without the functions its triggers call.
  func edit(_ name: String, _ change: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: path(name))
    try queue.write { database in
      let triggers = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \"\(trigger)\"") }
      try change(database)
    }
    try queue.close()
  }
}
