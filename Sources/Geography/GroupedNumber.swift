/// A number as people read it: `-1,234.50`, rounded half away from zero.
///
/// `—` for one that is none, or of 10^15 or more.
func grouped(_ value: Double, places: Int = 0) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "—" }
  let figure = Figure(value, places: places).text
  let sign = figure.hasPrefix("-") ? "-" : ""
  let parts = figure.dropFirst(sign.count).split(separator: ".")
  guard let whole = parts.first else { return figure }
  var text = sign
  for (place, digit) in whole.enumerated() {
    if place > 0, (whole.count - place) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return parts.count == 2 ? "\(text).\(parts[1])" : text
}

/// A share of 0 to 1 in percent, as `12.3`: only the whole is shown as 100 and only nothing as 0.
func percentage(_ share: Double) -> String {
  if share <= 0 { return "0" }
  if share >= 1 { return "100" }
  if share < 0.0005 { return "<0.1" }
  return share >= 0.9995 ? ">99.9" : grouped(share * 100, places: 1)
}
