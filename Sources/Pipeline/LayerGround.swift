internal import Geography
internal import Normalise
package import Vocabulary

/// Where the workspace's layers lie: beside the counties of its jurisdiction, else beside one another.
struct LayerGround {
  /// The polygons of counties; `nil` also where they reach beyond China and so say nothing.
  let counties: Layer?
  /// Where each layer lies, in the order of leadscreen.yaml.
  let locations: [LayerLocation]
  /// The layers that are astray, the counties last.
  let problems: [Problem]

  /// O(n) for the layers' vertices, and polygons by counties.
  init(_ screening: Screening) {
    let drawn = screening.registry.counties?.layer
    let own = drawn.map { LayerLocation($0, counties: [], others: []) }
    counties = own?.isAstray == false ? drawn : nil
    let boxes = counties.map { LayerGround.boxes(of: screening.home, on: $0) } ?? []
    let isComplete = counties.map { LayerGround.hasAll(of: screening, $0) } ?? false
    let layers = screening.layers
    locations = layers.enumerated().map { number, layer in
      LayerLocation(
        layer, counties: isComplete ? boxes : [],
        others: LayerGround.others(than: number, among: layers) + (isComplete ? [] : boxes))
    }
    problems =
      zip(layers, locations).compactMap { LayerGround.problem($0, $1) }
      + [drawn].compactMap { layer in
        layer.flatMap { layer in own.flatMap { LayerGround.problem(layer, $0) } }
      }
  }

  /// The boxes of the division's counties on the map.
  private static func boxes(of home: DivisionCode, on map: Layer) -> [Box] {
    map.features.filter { $0.label.code.map(home.contains) ?? false }.map {
      map.polygons.box(ofPolygons: $0.polygons)
    }
  }

  /// Whether the map has the whole jurisdiction: itself, or all its counties.
  private static func hasAll(of screening: Screening, _ map: Layer) -> Bool {
    let codes = Set(map.features.compactMap(\.label.code))
    let wanted = screening.gazetteer.counties(in: screening.home)
    return codes.contains(screening.home) || !wanted.isEmpty && codes.isSuperset(of: wanted)
  }

  /// The extents of the other layers; of the other versions of the same one where there is no other.
  private static func others(than number: Int, among layers: [Layer]) -> [Box] {
    let own = layers[number].source
    let others = layers.enumerated().filter { $0.offset != number }.map(\.element)
    let foreign = others.filter { $0.source.name != own.name || $0.source.tag != own.tag }
    return (foreign.isEmpty ? others : foreign).map(\.extent)
  }

  private static func problem(_ layer: Layer, _ location: LayerLocation) -> Problem? {
    location.wording.map { wording in
      Problem(
        .layerAstray, file: layer.source.path, value: layer.source.entry.title, detail: wording)
    }
  }
}

extension Screening {
  /// What a run says of its layers: features of which nothing is drawn, so that places in them would
  /// seem to be outside, and layers that are astray.
  var layerNotices: [Problem] {
    layers.filter { $0.repairs.otherGeometries + $0.repairs.emptyFeatures > 0 }.flatMap(\.warnings)
      + astrayLayers
  }

  /// A problem for each layer that is not of the jurisdiction or drawn in the wrong place.
  package var astrayLayers: [Problem] { LayerGround(self).problems }
}
