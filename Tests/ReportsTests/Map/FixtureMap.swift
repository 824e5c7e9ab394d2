import Vocabulary

@testable import Reports

/// A map of a fixture's leads on a plane of its own, with layers of every kind drawn by hand.
enum FixtureMap {
  static let tags = [
    "red_line", "nature_reserve", "key_function_zone", "prohibited_zone", "strict_protection",
    "spring_protection", "other",
  ]

  /// The leads with a usable place; those far to the south are beyond the frame.
  static func map(
    of leads: [LeadEntry], layerName: String? = nil
  ) -> QuarterMap? {
    var marks: [QuarterMap.Mark] = []
    var (unlocated, beyond) = (0, 0)
    for (number, lead) in leads.enumerated() {
      guard let point = lead.usablePoint else {
        unlocated += 1
        continue
      }
      let x = (point.longitude - 110.9) * 320
      let y = (39.7 - point.latitude) * 420
      guard (0...900).contains(x), (0...660).contains(y) else {
        beyond += 1
        continue
      }
      marks.append(QuarterMap.Mark(lead: number, x: x, y: y, verdict: lead.mapVerdict))
    }
    guard !marks.isEmpty else { return nil }
    let outlines = tags.enumerated().map { number, tag in
      let (x, y) = (500 + number * 1_200, 900 + number * 600)
      return QuarterMap.Outline(
        name: layerName ?? "图层\(number)", tag: tag, tagTerm: layerName ?? "类别\(number)",
        version: number == 0 ? "" : layerName ?? "2025-12",
        areas: [
          QuarterMap.Area(
            name: layerName ?? "区域\(number)", path: "M\(x) \(y)l900 0 0 700-900 0z",
            label: (x + 450, y + 350, 900)),
          QuarterMap.Area(name: "", path: "M\(x) \(y + 900)l50 0 0 40z", label: nil),
        ], omitted: number)
    }
    return QuarterMap(
      width: 900, height: 660, metresPerPixel: 270, projection: .plane(latitude: 38.9),
      tolerance: 0.4, outlines: outlines,
      graticule: [
        QuarterMap.Graticule(
          degrees: 112.5, isMeridian: true, path: "M5120 0L5120 6600", edge: 512),
        QuarterMap.Graticule(degrees: 39, isMeridian: false, path: "M0 2940L9000 2940", edge: 294),
      ], marks: marks, unlocated: unlocated, beyond: beyond)
  }
}
