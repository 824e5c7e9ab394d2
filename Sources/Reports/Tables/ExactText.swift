internal import Vocabulary

/// Values as machine files write them, appended as UTF-8 bytes: no locale, no floating-point noise.
extension [UInt8] {
  /// The number in decimal, a minus sign before a negative one.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(number.magnitude), atLeast: 1)
  }

  /// The number in decimal with leading zeros up to `width` digits.
  mutating func append(digits number: UInt64, atLeast width: Int) {
    var count = 1
    var bound: UInt64 = 10
    while count < 20, number >= bound {
      count += 1
      if count < 20 { bound *= 10 }
    }
    let start = self.count
    let length = Swift.max(count, width)
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: length))
    var rest = number
    var place = start + length - 1
    while rest > 0 {
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      place -= 1
    }
  }

  /// A number of `decimals` fixed decimals, given in units of the last one; never a negative zero.
  mutating func append(units: Int64, decimals: Int) {
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale *= 10 }
    if units < 0 { append(UInt8(ascii: "-")) }
    append(digits: units.magnitude / scale, atLeast: 1)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    append(digits: units.magnitude % scale, atLeast: decimals)
  }

  /// A measured value rounded to `decimals` decimals, half away from zero.
  ///
  /// Nothing for a value that is not finite, or too large to be written exactly.
  mutating func append(measure value: Double, decimals: Int) {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, scaled.magnitude < 9e15 else { return }
    append(units: Int64(scaled), decimals: decimals)
  }

  /// `YYYY-MM-DD`.
  mutating func append(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    append(digits: UInt64(Swift.max(year, 0)), atLeast: 4)
    append(UInt8(ascii: "-"))
    append(digits: UInt64(month), atLeast: 2)
    append(UInt8(ascii: "-"))
    append(digits: UInt64(dayOfMonth), atLeast: 2)
  }

  /// Yuan with two decimals.
  mutating func append(_ money: Money) { append(units: money.fen, decimals: 2) }

  /// `2026Q3`.
  mutating func append(_ quarter: Quarter) {
    append(digits: UInt64(Swift.max(quarter.year, 0)), atLeast: 4)
    append(UInt8(ascii: "Q"))
    append(decimal: quarter.ordinal)
  }

  /// `XS140900-2026Q3-00042`.
  mutating func append(_ lead: LeadID) {
    append(UInt8(ascii: "X"))
    append(UInt8(ascii: "S"))
    append(digits: UInt64(lead.jurisdiction.number.magnitude), atLeast: 6)
    append(UInt8(ascii: "-"))
    append(lead.quarter)
    append(UInt8(ascii: "-"))
    append(digits: UInt64(lead.serial.magnitude), atLeast: 5)
  }

  /// `YW140900-000042`.
  mutating func append(_ obligor: ObligorID) {
    append(UInt8(ascii: "Y"))
    append(UInt8(ascii: "W"))
    append(digits: UInt64(obligor.jurisdiction.number.magnitude), atLeast: 6)
    append(UInt8(ascii: "-"))
    append(digits: UInt64(obligor.serial.magnitude), atLeast: 6)
  }
}
