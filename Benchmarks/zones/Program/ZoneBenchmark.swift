import Geography
import Metering
import Vocabulary

/// Measures the zones: verdicts with their distance against prepared GEOS, and whether they agree.
///
///     speed PARKS [PLACES]     CPU and memory on invented and on real outlines, and GEOS beside it
///     alone PARKS [PLACES]     the same without GEOS, to profile
///     agree PARKS [PLACES]     every verdict compared with GEOS's, invalid layers among them
///     hostile                  layers nobody should hand in, at their full size
///
/// PARKS is the GeoJSON file of real protected areas.
@main
struct ZoneBenchmark {
  private static let layerSeed: UInt64 = 0x5EED_0001
  private static let placeSeed: UInt64 = 0x5EED_0002
  /// GEOS is asked about so many of the places when it is timed.
  private static let timedByGEOS = 20_000

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let count = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000_000
    switch (arguments.first, arguments.dropFirst().first) {
    case ("speed", let parks?), ("alone", let parks?):
      let withGEOS = arguments.first == "speed"
      print("seeds: layer \(layerSeed), places \(placeSeed)")
      try speed("invented outlines", count, withGEOS: withGEOS) {
        InventedLayer.layer(polygons: 1_000, vertices: 2_500, seed: layerSeed)
      }
      try speed("real outlines", count, withGEOS: withGEOS) {
        try RealOutlines.layer(features: 6_100, from: parks)
      }
    case ("agree", let parks?):
      print("seeds: layer \(layerSeed), places \(placeSeed)")
      agree(
        "invented outlines",
        InventedLayer.layer(polygons: 1_000, vertices: 2_500, seed: layerSeed), count)
      agree("real outlines", try RealOutlines.layer(features: 6_100, from: parks), count)
      agree(
        "outlines that cross themselves",
        InventedLayer.layer(polygons: 1_000, vertices: 500, crossings: 3, seed: layerSeed), count)
    case ("hostile", _): HostileLayers.run()
    default:
      print(
        "speed or alone PARKS [PLACES], agree PARKS [PLACES] or hostile; see ZoneBenchmark.swift")
    }
  }

  /// What the index costs on a layer, from nothing to all verdicts, and what GEOS does.
  private static func speed(
    _ name: String, _ count: Int, withGEOS: Bool, _ make: () throws -> Layer
  ) throws {
    print("### \(name)")
    let (outcome, whole) = ProcessMeter.measure {
      Result {
        let layer = try make()
        let (index, start) = ProcessMeter.measure { ZoneIndex(layer, number: 0) }
        let sample = PlaceSample(count, of: layer, seed: placeSeed)
        let (findings, asking) = ProcessMeter.measure { index.findings(at: sample.points) }
        print(
          "\(layer.features.count) features, \(layer.polygons.polygonCount) polygons,",
          "\(layer.polygons.ringCount) rings, \(layer.polygons.vertexCount) vertices")
        print("start \(start.text)")
        print("\(findings.count) places \(asking.text)")
        return (layer, index)
      }
    }
    let (layer, index) = try outcome.get()
    print("layer, index, places and findings: \(whole.peakBytesBeyond / 1_000_000) MB")
    for kind in PlaceSample.Kind.allCases {
      let sample = PlaceSample(100_000, of: layer, only: kind, seed: placeSeed)
      let (_, reading) = ProcessMeter.measure { index.findings(at: sample.points) }
      print("  \(kind.rawValue): \(reading.rate(100_000)) places a CPU second")
    }
    if withGEOS { compareSpeed(index, layer) }
  }

  private static func compareSpeed(_ index: ZoneIndex, _ layer: Layer) {
    let sample = PlaceSample(timedByGEOS, of: layer, seed: placeSeed)
    let (_, own) = ProcessMeter.measure { index.findings(at: sample.points) }
    let (zone, start) = ProcessMeter.measure { GEOSZone(layer) }
    guard let zone else { return print("GEOS fails") }
    _ = zone.signedDistance(from: sample.points[0])
    let (_, asDrawn) = ProcessMeter.measure {
      sample.points.reduce(0) { $0 + zone.signedDistance(from: $1) }
    }
    let sorted = sample.points.sorted {
      (($0.latitude * 50).rounded(.down), $0.longitude)
        < (($1.latitude * 50).rounded(.down), $1.longitude)
    }
    let (_, inOrder) = ProcessMeter.measure {
      sorted.reduce(0) { $0 + zone.signedDistance(from: $1) }
    }
    print("GEOS: start \(start.text)")
    print(
      "GEOS: \(asDrawn.rate(timedByGEOS)) places a CPU second,",
      "\(inOrder.rate(timedByGEOS)) in the order of places; the index",
      "\(own.rate(timedByGEOS)) on the same:",
      "\(Int(min(asDrawn.cpuSeconds, inOrder.cpuSeconds) / own.cpuSeconds)) times less CPU")
  }

  private static func agree(_ name: String, _ drawn: Layer, _ count: Int) {
    print("### \(name)")
    guard let repair = try? LayerRepair(drawn), let zone = GEOSZone(drawn, cutsEdges: true) else {
      return print("GEOS fails")
    }
    let index = ZoneIndex(repair.layer, number: 0)
    var agreement = Agreement()
    let sample = PlaceSample(count, of: drawn, seed: placeSeed)
    agreement.compare(index.findings(at: sample.points), at: sample, with: zone)
    print(
      "\(repair.records.count) features repaired,",
      "\(repair.layer.doubtful.features.count) of them ambiguous;",
      "\(agreement.places) places: \(agreement.inside) inside,",
      "\(agreement.unknown) unknown, \(agreement.doubtful) of them by the drawing")
    print(
      "\(agreement.wrong) disagreements, \(agreement.onTheLine) where the distance is the",
      "uncertainty; distances differ by at most \(agreement.largestDifferenceMetres) m")
    agreement.disagreements.forEach { print($0) }
  }
}

extension ProcessMeter.Reading {
  /// `0.512 CPU s, 12 MB`.
  var text: String {
    "\(Double(Int(cpuSeconds * 1000)) / 1000) CPU s, \(peakBytesBeyond / 1_000_000) MB"
  }

  /// So many of something in a CPU second.
  func rate(_ count: Int) -> Int { Int(Double(count) / max(cpuSeconds, 1e-9)) }
}
