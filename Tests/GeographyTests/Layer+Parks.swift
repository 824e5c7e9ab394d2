import Foundation
import Vocabulary

@testable import Geography

extension Layer {
  /// The 61 real protected areas of the fixture, which says where they come from.
  static func parks() throws -> Layer {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/natural_earth_parks.geojson")
    return try Layer.readGeoJSON(
      Array(Data(contentsOf: path)),
      as: LayerSource(
        LayerRegistration(
          path: "natural_earth_parks.geojson", tag: .natureReserve, nameField: "name"), sha256: ""))
  }
}
