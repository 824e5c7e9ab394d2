import Vocabulary

/// Whether a layer lies where it can say anything of the jurisdiction, by the boxes of its polygons.
///
/// A layer under a wrong central meridian, or another place's, is sound in itself: it shows only beside
/// what is known of the jurisdiction.
package enum LayerLocation: Sendable, Hashable {
  /// Nothing speaks against it.
  case near
  /// It reaches beyond China.
  case beyondChina
  /// Most of it lies away from the jurisdiction's counties.
  case awayFromCounties(Distance)
  /// Most of it lies away from every other layer: one of them is wrong, and nobody says which.
  case awayFromLayers(Distance)

  /// How much lies away, and how far the nearest of it.
  package struct Distance: Sendable, Hashable {
    package let polygons: Int
    /// Those beyond the margin.
    package let away: Int
    package let nearestMetres: Double
  }

  /// Polygons further than this from the counties' boxes lie away from them.
  package static let countyMargin = 50_000.0
  /// The same of other layers, which need not fill the jurisdiction.
  package static let layerMargin = LayerSurroundings.farMetres

  /// Where the layer lies: beside the boxes of all counties of the jurisdiction, or, where these are not
  /// known, beside the extents of other layers; without either only China's box is held against it.
  ///
  /// A layer is near if at least half of its polygons lie within the margin, or if its box and the
  /// margin cover all of the area: that of a province reaches far beyond a city. Other layers beyond
  /// China say nothing. O(n) for n vertices, and polygons by counties.
  package init(_ layer: Layer, counties: [Box], others: [Box]) {
    let table = layer.polygons
    let boxes = (0..<table.polygonCount).map { table.box(ofPolygon: $0) }
    let extent = boxes.reduce(into: Box.empty) { $0.formUnion($1) }
    guard !boxes.isEmpty else {
      self = .near
      return
    }
    guard LayerCheck.china.covers(extent) else {
      self = .beyondChina
      return
    }
    func distance(to areas: [Box], margin: Double) -> Distance? {
      LayerLocation.distance(of: boxes, within: extent, to: areas, margin: margin)
    }
    if !counties.isEmpty {
      self =
        distance(to: counties, margin: LayerLocation.countyMargin)
        .map { .awayFromCounties($0) } ?? .near
      return
    }
    let away = others.filter { LayerCheck.china.covers($0) }.map {
      distance(to: [$0], margin: LayerLocation.layerMargin)
    }
    guard !away.contains(nil),
      let nearest = away.compactMap(\.self).min(by: { $0.nearestMetres < $1.nearestMetres })
    else {
      self = .near
      return
    }
    self = .awayFromLayers(nearest)
  }

  /// How far boxes lie from areas; `nil` if they lie near them or cover them.
  private static func distance(
    of boxes: [Box], within extent: Box, to areas: [Box], margin: Double
  ) -> Distance? {
    let whole = areas.reduce(into: Box.empty) { $0.formUnion($1) }
    if Box(around: [extent], marginMetres: margin)?.covers(whole) == true { return nil }
    let wide = areas.compactMap { Box(around: [$0], marginMetres: margin) }
    let away = boxes.count { box in !wide.contains { $0.meets(box) } }
    guard away * 2 > boxes.count else { return nil }
    let nearest = boxes.map { $0.metres(to: whole) }.min() ?? 0
    return Distance(polygons: boxes.count, away: away, nearestMetres: nearest)
  }

  /// Whether "outside" of it means nothing.
  package var isAstray: Bool { self != .near }

  /// Whether "inside" of it means nothing either: not where another layer may be the wrong one.
  package var isCertainlyAstray: Bool {
    switch self {
    case .near, .awayFromLayers: false
    case .beyondChina, .awayFromCounties: true
    }
  }

  /// What is wrong, for the problem that names the file; `nil` if nothing is.
  package var wording: Wording? {
    switch self {
    case .near: nil
    case .beyondChina: Wording(zh: "超出全国范围", en: "it reaches beyond China")
    case .awayFromCounties(let distance):
      distance.wording(
        margin: LayerLocation.countyMargin,
        from: Wording(zh: "本辖区各县区", en: "the jurisdiction's counties"))
    case .awayFromLayers(let distance):
      distance.wording(
        margin: LayerLocation.layerMargin,
        from: Wording(zh: "其他图层", en: "the other layers"),
        note: Wording(
          zh: "；没有完整的县区图，无从判断哪一个有误",
          en: "; without polygons of all counties nobody can say which is wrong"))
    }
  }
}

extension LayerLocation.Distance {
  fileprivate func wording(
    margin: Double, from area: Wording, note: Wording = Wording(verbatim: "")
  ) -> Wording {
    let limit = Figure(margin / 1000, places: 0).text
    let nearest = Figure(nearestMetres / 1000, places: 0).text
    return Wording(
      zh: "\(polygons) 个面中 \(away) 个距\(area.zh) \(limit) 公里以上，最近约 \(nearest) 公里\(note.zh)",
      en: "\(away) of \(polygons) polygons lie more than \(limit) km from \(area.en), the nearest "
        + "about \(nearest) km\(note.en)")
  }
}
