import Foundation
import Testing

@testable import Sample

@Suite("Layers of the sample")
struct LayerTests {
  /// Even-odd over all rings of a zone.
  private func covers(_ zone: SampleZone, _ point: Coordinate) -> Bool {
    var isInside = false
    for ring in zone.polygons.joined() {
      for (from, to) in zip(ring, ring.dropFirst())
      where (from.latitude > point.latitude) != (to.latitude > point.latitude) {
        let share =
          Double(point.latitude - from.latitude) / Double(to.latitude - from.latitude)
        let crossing = Double(from.longitude) + share * Double(to.longitude - from.longitude)
        if Double(point.longitude) < crossing { isInside.toggle() }
      }
    }
    return isInside
  }

  @Test("are GeoJSON with closed rings inside the city's extent")
  func areGeoJSON() throws {
    for file in SampleWorkspace.ofRepository.files where file.path.hasSuffix(".geojson") {
      let object = try JSONSerialization.jsonObject(with: Data(file.bytes))
      let features = try #require((object as? [String: Any])?["features"] as? [[String: Any]])
      #expect(!features.isEmpty)
      for feature in features {
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect((properties["名称"] as? String)?.isEmpty == false)
      }
    }
    for ring in SampleZone.all.flatMap(\.polygons).joined() {
      #expect(ring.first == ring.last && ring.count > 4)
      for corner in ring {
        #expect((111_000_000...114_000_000).contains(corner.longitude))
        #expect((38_100_000...39_700_000).contains(corner.latitude))
      }
    }
  }

  @Test("have a hole, several parts, and two areas with one border")
  func haveEveryShape() throws {
    let zones = SampleZone.all
    #expect(zones.contains { $0.polygons.contains { $0.count > 1 } })
    #expect(zones.contains { $0.polygons.count > 1 })
    let north = try #require(zones.first { $0.name == "雁鸣岭生物多样性维护红线" })
    let south = try #require(zones.first { $0.name == "雁鸣岭南麓水源涵养红线" })
    #expect(Set(north.polygons[0][0]).intersection(south.polygons[0][0]).count == 10)
  }

  @Test("cover their inner place, not their hole, and have their line where they say")
  func coverTheirPlaces() {
    for zone in SampleZone.all {
      #expect(covers(zone, zone.inside), "\(zone.name)")
      if let hole = zone.inHole { #expect(!covers(zone, hole), "\(zone.name)") }
      let near = zone.onLine
      let around = [-2, 2].flatMap { step in
        [
          Coordinate(near.longitude + step, near.latitude),
          Coordinate(near.longitude, near.latitude + step),
        ]
      }
      #expect(Set(around.map { covers(zone, $0) }).count == 2, "\(zone.name)")
    }
  }

  @Test("hold none of the inspections that are no case of place")
  func ordinaryPointsLieOutside() throws {
    let workspace = SampleWorkspace.ofRepository
    let placed: Set<SampleCase> = [
      .minorInside, .minorNearLine, .inReserve, .inHole, .placeConflict, .exchangedCoordinates,
      .sexagesimalCoordinates, .webMapInside, .projectedInside, .undeclaredNearLine,
      .areaAcrossLine,
    ]
    for file in workspace.files where file.path.contains("执法检查") {
      let read = try #require(ReadBack(file))
      let latitudes = read.column(["纬度"])
      let lines = workspace.cases.filter { $0.path == file.path && placed.contains($0.kind) }
        .map(\.line)
      for (line, text) in read.column(["经度"]) where !lines.contains(line) {
        guard let longitude = Double(text), let latitude = Double(latitudes[line] ?? "") else {
          continue
        }
        let point = Coordinate(Int(longitude * 1e6), Int(latitude * 1e6))
        #expect(!SampleZone.all.contains { covers($0, point) }, "\(file.path):\(line)")
      }
    }
  }
}
