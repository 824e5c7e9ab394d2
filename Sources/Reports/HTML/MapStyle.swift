/// How a map draws layers and verdicts: each by more than its colour.
enum MapStyle {
  /// The look of one kind of layer; lengths in tenths of a pixel.
  struct Layer {
    let fill: String
    let opacity: String
    let stroke: String
    let dashes: String
  }

  /// By tag; unknown ones look like other areas.
  static func layer(_ tag: String) -> Layer {
    switch tag {
    case "red_line": Layer(fill: "#B3261E", opacity: ".1", stroke: "#B5524B", dashes: "none")
    case "nature_reserve":
      Layer(fill: "#2F7785", opacity: ".16", stroke: "#2F7785", dashes: "70 30")
    case "key_function_zone":
      Layer(fill: "#8E83AC", opacity: ".22", stroke: "#6F6392", dashes: "20 25")
    case "prohibited_zone":
      Layer(fill: "#CDBE97", opacity: ".4", stroke: "#86733A", dashes: "90 25 20 25")
    case "strict_protection":
      Layer(fill: "#5B6675", opacity: ".14", stroke: "#5B6675", dashes: "130 30")
    case "spring_protection":
      Layer(fill: "#4C86B8", opacity: ".18", stroke: "#3A6F9C", dashes: "35 20")
    default: Layer(fill: "#B9BEC5", opacity: ".25", stroke: "#7B8494", dashes: "10 20")
    }
  }

  /// A verdict's colour.
  static func ink(_ verdict: MapVerdict) -> String {
    switch verdict {
    case .inside: "#B3261E"
    case .uncertain: "#A86400"
    case .outside, .notCompared: "#4E6670"
    }
  }

  /// A verdict's shape around a position: circle, triangle, square, or an open diamond.
  static func shape(
    _ verdict: MapVerdict, x: Double, y: Double, size: Double, into html: inout HTMLWriter
  ) {
    let ink = MapStyle.ink(verdict)
    func corners(_ offsets: [(Double, Double)]) -> String {
      offsets.map { "\(SVGDrawing.tenth(x + $0.0 * size)),\(SVGDrawing.tenth(y + $0.1 * size))" }
        .joined(separator: " ")
    }
    switch verdict {
    case .inside:
      html.void(
        "circle", .named("cx", SVGDrawing.tenth(x)), .named("cy", SVGDrawing.tenth(y)),
        .named("r", SVGDrawing.tenth(size)),
        .named("fill", ink))
    case .uncertain:
      html.void(
        "polygon", .named("points", corners([(0, -1.25), (1.15, 0.8), (-1.15, 0.8)])),
        .named("fill", ink))
    case .outside:
      html.void(
        "rect", .named("x", SVGDrawing.tenth(x - size * 0.8)),
        .named("y", SVGDrawing.tenth(y - size * 0.8)),
        .named("width", SVGDrawing.tenth(size * 1.6)),
        .named("height", SVGDrawing.tenth(size * 1.6)),
        .named("fill", ink))
    case .notCompared:
      html.void(
        "polygon", .named("points", corners([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)])),
        .named("fill", "#FFFFFF"), .named("stroke", ink))
    }
  }
}
