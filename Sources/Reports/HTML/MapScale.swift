internal import Vocabulary

/// The scale bar of a map: a round length in two halves.
struct MapScale {
  let metresPerPixel: Double

  /// The longest of 1, 2 and 5 times a power of ten metres that takes at most so many pixels.
  private static let longest = 190.0

  /// In metres; never less than 1.
  var metres: Int {
    var best = 1
    var power = 1
    while power <= 10_000_000 {
      for factor in [1, 2, 5] where Double(factor * power) / metresPerPixel <= MapScale.longest {
        best = factor * power
      }
      power *= 10
    }
    return best
  }

  /// In pixels.
  var length: Double { Double(metres) / metresPerPixel }

  /// `20 公里`, `500 米`.
  var term: String { metres >= 1000 ? "\(metres / 1000) 公里" : "\(metres) 米" }

  /// Writes the bar into the lower left corner of a map that ends at `bottom`.
  func write(below bottom: Double, into html: inout HTMLWriter) {
    let (x, y) = (18.0, bottom - 22)
    html.void(
      "rect", .named("x", "8"), .named("y", SVGDrawing.tenth(bottom - 46)),
      .named("width", SVGDrawing.tenth(length + 32)), .named("height", "38"),
      .named("fill", "#FFFFFF"), .named("fill-opacity", ".85"))
    for (place, fill) in ["#3C4858", "#FFFFFF"].enumerated() {
      html.void(
        "rect", .named("x", SVGDrawing.tenth(x + length / 2 * Double(place))),
        .named("y", SVGDrawing.tenth(y)), .named("width", SVGDrawing.tenth(length / 2)),
        .named("height", "5"), .named("fill", fill), .named("stroke", "#3C4858"))
    }
    html.element(
      "g", .named("font-size", "11"), .named("fill", "#3C4858")
    ) { html in
      html.element(
        "text", .named("x", SVGDrawing.tenth(x)), .named("y", SVGDrawing.tenth(y - 5)),
        .named("text-anchor", "middle"), text: "0")
      html.element(
        "text", .named("x", SVGDrawing.tenth(x + length + 8)), .named("y", SVGDrawing.tenth(y - 5)),
        .named("text-anchor", "end"), text: term)
    }
  }
}
