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
        return (layer, index, asking.rate(count))
      }
    }
    let (layer, index, ownRate) = try outcome.get()
    print("layer, index, places and findings: \(whole.peakBytesBeyond / 1_000_000) MB")
    for kind in PlaceSample.Kind.allCases {
      let sample = PlaceSample(100_000, of: layer, only: kind, seed: placeSeed)
      let (_, reading) = ProcessMeter.measure { index.findings(at: sample.points) }
      print("  \(kind.rawValue): \(reading.rate(100_000)) places a CPU second")
    }
    // As screening asks: with the names, and of a quarter's leads, which may be few.
    for number in [count, count / 100, count / 3_000] {
      let leads = PlaceSample(number, of: layer, seed: placeSeed).points.map { [$0] }
      let (verdicts, reading) = ProcessMeter.measure { index.verdicts(of: leads) }
      print("  verdicts of \(verdicts.count) leads: \(reading.rate(number)) places a CPU second")
    }
    if withGEOS { timeGEOS(layer, count, ownRate: ownRate) }
  }

  /// Times GEOS on some of the places as they come, and on as many neighbours of the sorted places.
  private static func timeGEOS(_ layer: Layer, _ count: Int, ownRate: Int) {
    let (zone, start) = ProcessMeter.measure { GEOSZone(layer) }
    guard let zone else { return print("GEOS fails") }
    let points = PlaceSample(count, of: layer, seed: placeSeed).points
    let sorted = points.sorted {
      (($0.latitude * 50).rounded(.down), $0.longitude)
        < (($1.latitude * 50).rounded(.down), $1.longitude)
    }
    let stretches = (0..<20).flatMap { stretch in
      sorted.dropFirst(count / 20 * stretch).prefix(timedByGEOS / 20)
    }
    _ = zone.signedDistance(from: points[0])
    print("GEOS: start \(start.text)")
    let ways = [
      ("as they come", Array(points.prefix(timedByGEOS))), ("in the order of places", stretches),
    ]
    for (name, some) in ways {
      time(name, some, ownRate: ownRate) { zone.signedDistance(from: $0) }
    }
    guard let features = GEOSFeatures(layer) else { return print("GEOS fails") }
    _ = points.prefix(100).reduce(0) { $0 + features.signedDistance(from: $1) }
    for (name, some) in ways {
      time("\(name), feature by feature", some, ownRate: ownRate) {
        features.signedDistance(from: $0)
      }
    }
  }

  private static func time(
    _ name: String, _ points: [Point], ownRate: Int, _ ask: (Point) -> Double
  ) {
    let (_, reading) = ProcessMeter.measure { points.reduce(0) { $0 + ask($1) } }
    let rate = reading.rate(points.count)
    print("GEOS: places \(name): \(rate) a CPU second; the index is", terminator: " ")
    print("\(Double(ownRate * 10 / max(rate, 1)) / 10) times as fast")
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
      "uncertainty, \(agreement.atGaps) at a gap too narrow to part a zone; distances differ by at most",
      "\(agreement.largestDifferenceMetres) m")
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
