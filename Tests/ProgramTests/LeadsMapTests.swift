import Foundation
import Testing

/// data/leads.geojson of the sample, read by others' programs.
@Suite struct LeadsMapTests {
  @Test(
    "a strict reader finds every lead, with its place where leads.csv has one",
    arguments: SampleScreeningTests.quarters)
  func reads(quarter: String) throws {
    let bench = try SampleRun.made.workbench
    let leads = try bench.table("leads", of: quarter).rows
    let script = """
      import json, sys
      def no_repeats(pairs):
          assert len({key for key, _ in pairs}) == len(pairs), pairs
          return dict(pairs)
      def refuse(word):
          raise ValueError(word)
      with open(sys.argv[1], encoding="utf-8") as file:
          root = json.load(file, object_pairs_hook=no_repeats, parse_constant=refuse)
      assert root["type"] == "FeatureCollection"
      for feature in root["features"]:
          place = feature["geometry"]
          if place is not None:
              assert place["type"] == "Point"
              longitude, latitude = place["coordinates"]
              assert 73 < longitude < 136 and 3 < latitude < 54, feature["id"]
          print(feature["id"], "-" if place is None else f"{longitude:.6f},{latitude:.6f}",
                feature["properties"]["red_line"])
      """
    let outcome = try NeededTool.python.run(
      ["-c", script, bench.path("Reports/\(quarter)/data/leads.geojson").path], in: bench.url)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let read = outcome.output.split(separator: "\n").map(String.init)
    let zones = Dictionary(grouping: try bench.table("zones", of: quarter).named) {
      $0["lead_id"] ?? ""
    }
    let expected = try bench.table("leads", of: quarter).named.map { row in
      let id = row["lead_id"] ?? ""
      let place =
        row["longitude"] == "" ? "-" : "\(row["longitude"] ?? ""),\(row["latitude"] ?? "")"
      let values = (zones[id] ?? []).filter {
        let method = ($0["method"] ?? "").split(separator: ";")
        return $0["tag"] == "red_line" && !method.contains("event") && !method.contains("result")
      }.compactMap { $0["value"] }
      // What stays open for the lead is no "outside", whatever the zones alone say.
      let isOpen = values.contains("U") || row["in_red_line"] == "U"
      return "\(id) \(place) \(values.contains("T") ? "T" : isOpen ? "U" : "F")"
    }
    #expect(read.count == leads.count && read == expected)
  }

  @Test("the manifest lists it, and nothing of a layer's boundary is in it")
  func isListed() throws {
    let bench = try SampleRun.made.workbench
    #expect(try bench.text("Reports/2026Q3/manifest.json").contains("\"data/leads.geojson\""))
    let text = try bench.text("Reports/2026Q3/data/leads.geojson")
    let layer = try bench.text("Inputs/layers/红线.geojson")
    let corners = layer.matches(of: /\[(1\d\d\.\d+), (\d\d\.\d+)\]/).map {
      "\($0.output.1),\($0.output.2)"
    }
    #expect(corners.count > 100)
    #expect(corners.filter { text.contains($0) }.isEmpty)
    #expect(!text.contains("Polygon"))
  }
}
