internal import Vocabulary

/// The map of a quarter as inline SVG: presentation attributes only, no script, no reference to
/// anything outside itself.
struct MapDrawing {
  let map: QuarterMap
  let figures: ReportFigures
  let clusters: MapClusters
  /// In words, for readers who cannot see it.
  let title: String
  let description: String

  private var width: Double { Double(map.width) }
  private var height: Double { Double(map.height) }

  /// Writes the map; `number` makes the ids of its title and description unique on the page.
  func write(into html: inout HTMLWriter, number: Int) {
    html.element(
      "svg", .class("map"), .named("viewBox", "0 0 \(map.width) \(map.height)"),
      .named("role", "group"), .named("aria-labelledby", "c\(number)t c\(number)d")
    ) { html in
      html.element("title", .id("c\(number)t"), text: title)
      html.element("desc", .id("c\(number)d"), text: description)
      html.void(
        "rect", .named("width", String(map.width)), .named("height", String(map.height)),
        .named("fill", "#F7F9F9"))
      writeLines(into: &html)
      writeLabels(into: &html)
      writeMarks(into: &html)
      writeEdges(into: &html)
      MapScale(metresPerPixel: map.metresPerPixel).write(below: height, into: &html)
      writeNorth(into: &html)
      html.void(
        "rect", .named("x", ".5"), .named("y", ".5"), .named("width", String(map.width - 1)),
        .named("height", String(map.height - 1)), .named("fill", "none"),
        .named("stroke", "#B9C7CA"))
    }
  }

  /// Graticule and layers, in tenths of a pixel; what runs beyond the frame is cut off by it.
  private func writeLines(into html: inout HTMLWriter) {
    html.element(
      "svg", .named("width", String(map.width)), .named("height", String(map.height)),
      .named("viewBox", "0 0 \(map.width * 10) \(map.height * 10)")
    ) { html in
      html.element(
        "g", .named("fill", "none"), .named("stroke", "#E3E9EA"), .named("stroke-width", "9")
      ) { html in
        for line in map.graticule { html.void("path", .named("d", line.path)) }
      }
      for outline in map.outlines where !outline.areas.isEmpty {
        let style = MapStyle.layer(outline.tag)
        html.element(
          "g", .named("fill", style.fill), .named("fill-opacity", style.opacity),
          .named("fill-rule", "evenodd"), .named("stroke", style.stroke),
          .named("stroke-width", "11"), .named("stroke-linejoin", "round"),
          .named("stroke-dasharray", style.dashes)
        ) { html in
          html.element("title", text: Problem.printable(outline.name, limit: 60))
          for area in outline.areas {
            guard !area.name.isEmpty else {
              html.void("path", .named("d", area.path))
              continue
            }
            html.element("path", .named("d", area.path)) { html in
              html.element(
                "title", text: Problem.printable("\(area.name)（\(outline.name)）", limit: 60))
            }
          }
        }
      }
    }
  }

  private func writeLabels(into html: inout HTMLWriter) {
    let labels = MapLabels(map, leads: figures.report.leads, taken: taken).labels
    func write(_ labels: [MapLabels.Label], into html: inout HTMLWriter) {
      for label in labels {
        html.element(
          "text", .named("x", SVGDrawing.tenth(label.x)),
          .named("y", SVGDrawing.tenth(label.y + 4)),
          text: label.text)
      }
    }
    // The halo first, and apart from the letters: not every printer of pages knows `paint-order`.
    html.element(
      "g", .named("text-anchor", "middle"), .named("font-size", SVGDrawing.tenth(MapLabels.size)),
      .named("fill", "#F7F9F9"), .named("stroke", "#F7F9F9"), .named("stroke-width", "3"),
      .named("stroke-opacity", ".65"), .named("stroke-linejoin", "round"),
      .named("aria-hidden", "true")
    ) { write(labels, into: &$0) }
    for isCounty in [true, false] {
      html.element(
        "g", .named("text-anchor", "middle"), .named("font-size", SVGDrawing.tenth(MapLabels.size)),
        .named("fill", isCounty ? "#6B7684" : "#1D2939")
      ) { html in write(labels.filter { $0.isCounty == isCounty }, into: &html) }
    }
  }

  /// What names must not cover: marks, scale bar, north and the degrees at the edges.
  private var taken: [MapLabels.Box] {
    var boxes = clusters.clusters.map { cluster in
      let half = MapDrawing.size(of: cluster) + 1
      return MapLabels.Box(
        left: cluster.first.x - half, top: cluster.first.y - half, right: cluster.first.x + half,
        bottom: cluster.first.y + half)
    }
    boxes.append(MapLabels.Box(left: 0, top: height - 50, right: 236, bottom: height))
    boxes.append(MapLabels.Box(left: width - 44, top: 0, right: width, bottom: 56))
    for line in edges {
      boxes.append(
        line.graticule.isMeridian
          ? MapLabels.Box(
            left: line.at - 22, top: height - 17, right: line.at + 22, bottom: height)
          : MapLabels.Box(
            left: width - 46, top: line.at - 14, right: width, bottom: line.at))
    }
    return boxes
  }

  /// The lines of the graticule that are named at an edge, and where.
  private var edges: [(graticule: QuarterMap.Graticule, at: Double)] {
    map.graticule.compactMap { line in
      guard let edge = line.edge else { return nil }
      let isFree =
        line.isMeridian
        ? edge > 250 && edge < width - 60 : edge > 70 && edge < height - 24
      return isFree ? (line, edge) : nil
    }
  }

  /// What the lines of the graticule are, along the lower and the right edge.
  private func writeEdges(into html: inout HTMLWriter) {
    html.element("g", .named("font-size", "10"), .named("fill", "#6B7684")) { html in
      for (line, edge) in edges {
        let text = MapDrawing.degrees(line.degrees) + (line.isMeridian ? "°E" : "°N")
        html.element(
          "text", .named("x", SVGDrawing.tenth(line.isMeridian ? edge : width - 6)),
          .named("y", SVGDrawing.tenth(line.isMeridian ? height - 6 : edge - 3)),
          .named("text-anchor", line.isMeridian ? "middle" : "end"), text: text)
      }
    }
  }

  /// Degrees with up to two decimals.
  private static func degrees(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let text = SVGDrawing.tenth(value)
    return hundredths % 10 == 0
      ? text
      : "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100)."
        + (hundredths.magnitude % 100 < 10 ? "0" : "") + "\(hundredths.magnitude % 100)"
  }

  private func writeNorth(into html: inout HTMLWriter) {
    let x = width - 26
    html.void(
      "path", .named("d", "M\(SVGDrawing.tenth(x)) 12l7 24l-7-5l-7 5z"), .named("fill", "#3C4858"))
    html.element(
      "text", .named("x", SVGDrawing.tenth(x)), .named("y", "50"), .named("font-size", "12"),
      .named("fill", "#3C4858"), .named("text-anchor", "middle"), text: "北")
  }
}
