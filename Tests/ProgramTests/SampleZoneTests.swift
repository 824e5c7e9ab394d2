import Sample
import Testing

@Suite("Places of the sample")
struct SampleZoneTests {
  /// The lead that the record at a case's place opened or joined, by what zones.csv says of it.
  private func verdicts(
    _ kind: SampleCase, tag: String, _ bench: Workbench
  ) throws -> [(value: String, method: String)] {
    let placed = SampleWorkspace().cases.filter { $0.kind == kind }
    #expect(!placed.isEmpty)
    let records = try bench.table("records", of: "2026Q3").named
    let zones = try bench.table("zones", of: "2026Q3").named
    return placed.flatMap { place in
      let lead = records.first {
        $0["file"] == place.path && $0["record"] == String(place.record)
      }?["lead_id"]
      return zones.filter { $0["lead_id"] == lead && $0["tag"] == tag }.map {
        ($0["value"] ?? "", $0["method"] ?? "")
      }
    }
  }

  @Test(
    "are judged in every datum, as metres and as areas",
    arguments: [
      (.webMapInside, "nature_reserve", ["T", "T"], ["gcj02-approximate", "bd09-approximate"]),
      (.projectedInside, "nature_reserve", ["T"], ["point-in-polygon"]),
      (.undeclaredNearLine, "red_line", ["U"], ["datum-undeclared"]),
      (.areaAcrossLine, "red_line", ["T"], ["shape-in-polygon"]),
    ] as [(SampleCase, String, [String], [String])])
  func datums(kind: SampleCase, tag: String, values: [String], methods: [String]) throws {
    let found = try verdicts(kind, tag: tag, SampleRun.made.workbench)
    #expect(found.map(\.value) == values)
    #expect(methods.allSatisfy { method in found.contains { $0.method.contains(method) } })
  }

  @Test("no point contradicts the county that its record states")
  func counties() throws {
    let review = try SampleRun.made.workbench.table("review", of: "2026Q3").named
    #expect(review.filter { $0["kind"] == "county-conflict" }.isEmpty)
  }

  @Test("the overlap of an area is told in square metres, in 亩 and as a share")
  func overlap() throws {
    let bench = try SampleRun.copy()
    let zones = try bench.table("zones", of: "2026Q3").named
    let lead = try #require(
      zones.first { $0["tag"] == "red_line" && $0["method"] == "shape-in-polygon" }?["lead_id"])
    let told = try bench.run(["explain", lead])
    #expect(told.status == 0)
    for word in ["平方米", "亩", "占线索范围"] { #expect(told.output.contains(word)) }
  }
}
