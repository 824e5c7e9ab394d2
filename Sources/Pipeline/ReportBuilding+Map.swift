internal import Geography
internal import Reports
internal import Vocabulary

/// The map: leads and layers, from degrees to pixels.
extension ReportBuilding {
  /// The map of the quarter's leads, their places rounded for the audience; `nil` if no lead has one.
  func map(of layers: [Layer], rounding: CoordinateRounding) -> QuarterMap? {
    let places = entries.indices.compactMap { lead -> (lead: Int, place: MapPlace)? in
      guard let point = entries[lead].usablePoint else { return nil }
      let place = MapPlace(
        longitude: rounding.rounded(degrees: point.longitude),
        latitude: rounding.rounded(degrees: point.latitude),
        isKept: entries[lead].mapVerdict > .outside)
      return (lead, place)
    }
    guard let frame = MapFrame(around: places.map(\.place), layers: layers) else { return nil }
    let outlines = MapOutlines(layers, in: frame)
    let marks = places.compactMap { lead, place -> QuarterMap.Mark? in
      let position = frame.position(longitude: place.longitude, latitude: place.latitude)
      guard frame.shows(position) else { return nil }
      return QuarterMap.Mark(
        lead: lead, x: position.x, y: position.y, verdict: entries[lead].mapVerdict)
    }
    return QuarterMap(
      width: MapFrame.width, height: frame.height, metresPerPixel: frame.metresPerPixel,
      projection: projection(frame), tolerance: outlines.tolerance,
      outlines: zip(layers, outlines.layers).map(outline),
      graticule: frame.graticule.map {
        QuarterMap.Graticule(
          degrees: $0.degrees, isMeridian: $0.isMeridian, path: $0.path, edge: $0.edge)
      },
      marks: marks, unlocated: entries.count - places.count, beyond: places.count - marks.count)
  }

  private func projection(_ frame: MapFrame) -> QuarterMap.Projection {
    switch frame.projection.kind {
    case .plane(let latitude): .plane(latitude: latitude)
    case .albers(let south, let north): .albers(south: south, north: north)
    }
  }

  private func outline(of layer: Layer, _ outline: MapOutline) -> QuarterMap.Outline {
    QuarterMap.Outline(
      name: layer.source.name, tag: layer.source.tag.rawValue, tagTerm: layer.source.tag.term,
      version: layer.source.version ?? "",
      areas: outline.areas.map { area in
        QuarterMap.Area(
          name: area.isNamed ? area.name : "", path: area.path,
          label: area.label.map { ($0.x, $0.y, area.room) })
      }, omitted: outline.omitted)
  }
}
