/// A chart as inline SVG: presentation attributes only, so that it needs no style and prints sharp.
///
/// Coordinates are user units of the view box, y downwards.
struct SVGDrawing {
  let width: Int
  let height: Int
  /// What the chart shows, in a few words, for readers who cannot see it.
  let title: String
  /// Its numbers in a sentence.
  let description: String
  private var shapes = HTMLWriter()
  /// Whether numbers in it are links, so that readers must be let into it.
  private var hasLinks = false

  init(width: Int, height: Int, title: String, description: String) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
  }

  /// The report's palette; red is breach or exception, amber is attention, neither is decoration.
  enum Ink: String {
    case ink = "#1D2939"
    case muted = "#5B6675"
    case brand = "#0B4F5C"
    case mid = "#2F7785"
    case pale = "#A7CDD2"
    case sand = "#CDBE97"
    case violet = "#AEA5C6"
    case grey = "#B9BEC5"
    case rule = "#98A2B3"
    case red = "#B3261E"
    case amber = "#A86400"
    case white = "#FFFFFF"
  }

  enum Anchor: String {
    case start, middle, end
  }

  /// A bar; one of the past is paler, one with an edge is parted from its neighbours.
  mutating func bar(
    x: Double, y: Double, width: Double, height: Double, fill: Ink, isPast: Bool = false,
    hasEdge: Bool = false
  ) {
    shapes.void(
      "rect", .named("x", SVGDrawing.tenth(x)), .named("y", SVGDrawing.tenth(y)),
      .named("width", SVGDrawing.tenth(width)),
      .named("height", SVGDrawing.tenth(height)), .named("fill", fill.rawValue),
      .named("fill-opacity", isPast ? "0.5" : "1"),
      .named("stroke", hasEdge ? Ink.white.rawValue : "none"))
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), ink: Ink,
    isDashed: Bool = false
  ) {
    shapes.void(
      "line", .named("x1", SVGDrawing.tenth(start.x)), .named("y1", SVGDrawing.tenth(start.y)),
      .named("x2", SVGDrawing.tenth(end.x)),
      .named("y2", SVGDrawing.tenth(end.y)), .named("stroke", ink.rawValue),
      .named("stroke-dasharray", isDashed ? "4 3" : "none"))
  }

  mutating func label(
    _ label: String, x: Double, y: Double, size: Double = 12, ink: Ink = .ink,
    anchor: Anchor = .start, isStrong: Bool = false
  ) {
    shapes.element(
      "text", .named("x", SVGDrawing.tenth(x)), .named("y", SVGDrawing.tenth(y)),
      .named("font-size", SVGDrawing.tenth(size)),
      .named("fill", ink.rawValue), .named("text-anchor", anchor.rawValue),
      .named("font-weight", isStrong ? "600" : "400"), text: label)
  }

  /// A number of leads as a link to them, with what it counts for readers who do not see its place.
  mutating func count(
    _ count: LeadCount, of term: String, x: Double, y: Double, size: Double = 12, ink: Ink = .ink,
    anchor: Anchor = .middle
  ) {
    let number = Numeral.grouped(count.all)
    guard count.isLinked else {
      label(number, x: x, y: y, size: size, ink: ink, anchor: anchor, isStrong: true)
      return
    }
    hasLinks = true
    shapes.element(
      "text", .named("x", SVGDrawing.tenth(x)), .named("y", SVGDrawing.tenth(y)),
      .named("font-size", SVGDrawing.tenth(size)), .named("fill", ink.rawValue),
      .named("text-anchor", anchor.rawValue), .named("font-weight", "600")
    ) { html in
      html.element(
        "a", .href("#leads"), .named("data-q", count.filter.query),
        .named("aria-label", "\(term) \(number) 件"), text: number)
    }
  }

  /// A number as a link to where the page breaks it down.
  mutating func link(_ number: String, to anchor: String, x: Double, y: Double, size: Double) {
    hasLinks = true
    shapes.element(
      "text", .named("x", SVGDrawing.tenth(x)), .named("y", SVGDrawing.tenth(y)),
      .named("font-size", SVGDrawing.tenth(size)), .named("fill", Ink.ink.rawValue),
      .named("text-anchor", Anchor.middle.rawValue), .named("font-weight", "600")
    ) { $0.element("a", .href("#" + anchor), text: number) }
  }

  /// Writes the drawing; `number` makes the ids of its title and description unique on the page.
  func write(into html: inout HTMLWriter, number: Int) {
    html.element(
      "svg", .class(width > 600 ? "broad" : "small"), .named("viewBox", "0 0 \(width) \(height)"),
      .named("role", hasLinks ? "group" : "img"),
      .named("aria-labelledby", "c\(number)t c\(number)d")
    ) { html in
      html.element("title", .id("c\(number)t"), text: title)
      html.element("desc", .id("c\(number)d"), text: description)
      html.append(shapes)
    }
  }

  /// One decimal, without a trailing zero.
  static func tenth(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let magnitude = tenths.magnitude
    return magnitude % 10 == 0
      ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
  }
}

extension HTMLWriter {
  /// A bar in a table cell, `part` of `whole` of the cell's width; the number stands beside it.
  mutating func barCell(_ part: Int, of whole: Int) {
    raw("<td class=\"bar\"><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"")
    raw(" aria-hidden=\"true\"><rect width=\"")
    text(String(whole > 0 ? max(part * 100 / whole, part > 0 ? 1 : 0) : 0))
    raw("\" height=\"10\" fill=\"#A7CDD2\"/></svg></td>")
  }
}
