import Vocabulary

/// A number of less than 10^15 in so many decimal places, rounded half away from zero.
struct Figure {
  let text: String

  init(_ value: Double, places: Int) {
    let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
    let scaled = Int((abs(value) * unit).rounded())
    let whole = scaled / Int(unit)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    text =
      places == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(padded(scaled % Int(unit), to: places))"
  }
}

extension Double {
  /// Square metres in the unit people read: below a hectare in m², else in km².
  var area: String {
    self < 10_000
      ? Figure(self, places: 0).text + " m²" : Figure(self / 1e6, places: 4).text + " km²"
  }
}
