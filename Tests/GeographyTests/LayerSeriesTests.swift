import Testing
import Vocabulary

@testable import Geography

@Suite("versions of a layer")
struct LayerSeriesTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  private func layer(
    _ name: String, _ tag: LayerTag = .redLine, from first: String? = nil, to last: String? = nil
  ) -> LayerRegistration {
    var layer = LayerRegistration(path: "\(name).geojson", tag: tag, name: name)
    layer.validFrom = first.flatMap { Day(iso: $0) }
    layer.validTo = last.flatMap { Day(iso: $0) }
    return layer
  }

  @Test("are put together by name and tag, in the order they are registered")
  func grouping() {
    let series = LayerSeries.all(of: [
      layer("红线", from: "2025-12-01"), layer("保护地", .natureReserve), layer("红线"),
      layer("红线", .other),
    ])
    #expect(series.map(\.name) == ["红线", "保护地", "红线"])
    #expect(series.map(\.tag) == [.redLine, .natureReserve, .other])
  }

  @Test("give way to the next on its first day")
  func succession() throws {
    let series = try #require(
      LayerSeries.all(of: [layer("红线", from: "2025-12-01"), layer("红线")]).first)
    #expect(series.version(on: try day("2025-11-30")) == 1)
    #expect(series.version(on: try day("2025-12-01")) == 0)
    #expect(series.version(on: try day("1949-10-01")) == 1)
    #expect(series.versions(upTo: try day("2025-11-30")) == [1])
    #expect(series.versions(upTo: try day("2026-01-01")) == [1, 0])
    #expect(series.reachesBackForEver(from: try day("2026-01-01")))
  }

  @Test("are in force on no day before the first and none after the last")
  func gaps() throws {
    let series = try #require(
      LayerSeries.all(of: [
        layer("红线", from: "2020-01-01", to: "2021-12-31"),
        layer("红线", from: "2023-01-01", to: "2025-06-30"),
      ]).first)
    let versions = try [
      "2019-12-31", "2020-01-01", "2021-12-31", "2022-01-01", "2023-01-01", "2025-06-30",
      "2025-07-01",
    ].map { series.version(on: try day($0)) }
    #expect(versions == [nil, 0, 0, nil, 1, 1, nil])
    #expect(try !series.reachesBackForEver(from: day("2024-01-01")))
  }

  @Test("that overlap are cut off by the later one; a gap in between is no history without gaps")
  func overlapping() throws {
    let series = try #require(
      LayerSeries.all(of: [
        layer("红线", to: "2024-12-31"), layer("红线", from: "2024-06-01", to: "2025-01-31"),
        layer("红线", from: "2025-03-01"),
      ]).first)
    #expect(series.version(on: try day("2024-06-01")) == 1)
    #expect(series.version(on: try day("2025-02-01")) == nil)
    #expect(try series.reachesBackForEver(from: day("2025-01-31")))
    #expect(try !series.reachesBackForEver(from: day("2025-03-01")))
  }
}
