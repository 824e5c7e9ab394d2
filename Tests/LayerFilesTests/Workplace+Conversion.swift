import Foundation
import Geography
import Testing
import Vocabulary

@testable import LayerFiles

/// Conversions in a test's folder, to `out.gpkg`.
extension Workplace {
  func convert(
    _ name: String, table: String? = nil, seconds: Int = 120,
    environment: [String: String] = Workplace.environment
  ) throws(Failure) -> LayerConversion.Outcome {
    try LayerConversion(of: path(name), shown: name, table: table)
      .run(
        to: path("out.gpkg"), shown: "out.gpkg", environment: environment, seconds: seconds)
  }

  func conversionRefusal(
    _ name: String, seconds: Int = 120,
    environment: [String: String] = Workplace.environment
  ) -> Problem? {
    do throws(Failure) {
      _ = try convert(name, seconds: seconds, environment: environment)
      return nil
    } catch {
      #expect(error.status == .unusableInput || error.status == .missingInput)
      return error.problems.first
    }
  }

  /// A shapefile `a.shp` of that system and encoding, without any mark of the latter.
  func shapefile(
    _ system: String = "EPSG:4526", encoding: String = "GBK"
  ) throws {
    try write(Workplace.geoJSON, to: "a.geojson")
    try convert([
      "-f", "ESRI Shapefile", "a.shp", "a.geojson", "-s_srs", "EPSG:4490", "-t_srs", system,
      "-lco", "ENCODING=\(encoding)",
    ])
    try? FileManager.default.removeItem(atPath: path("a.cpg"))
    var table = try bytes("a.dbf")
    table[29] = 0
    try write(table, to: "a.dbf")
  }
}
