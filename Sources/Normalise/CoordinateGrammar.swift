import Vocabulary

/// A decimal number as written: its value, and what one of its last digit is worth.
private struct Measure {
  var value: Double
  var step: Double
}

extension FoldedCell {
  /// How many numbers the cell has, decimal points being part of them.
  var numberCount: Int {
    var numbers = 0
    for index in 0..<count where digit(at: index) != nil {
      let isInside =
        index > 0
        && (digit(at: index - 1) != nil
          || index > 1 && has(".", at: index - 1) && digit(at: index - 2) != nil)
      if !isInside { numbers += 1 }
    }
    return numbers
  }

  /// Whether what stands there sets two coordinates apart.
  fileprivate func isJoint(at index: Int) -> Bool {
    [" ", ",", ";", "、", "/", "|", "&", "和", "_", "-", "·", "("].contains { has($0, at: index) }
  }
}

extension CellScanner {
  /// Reads one coordinate from here, with the names and letters around it.
  ///
  /// `parts` is how many numbers it may consist of when no marks tell degrees, minutes and seconds.
  mutating func axis(parts: Int) -> Reading<AxisValue> {
    let elsewhere = Reading<AxisValue>.unreadable(
      .coordinateElsewhere, CoordinateFlaw.elsewhere)
    var named: AxisValue.Axis?
    guard skipAxisNames(&named) else { return elsewhere }
    let isNegative = accept("-")
    if digitCount > 3 { return metres() }
    guard let measure = angle(parts: parts) else {
      return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
    }
    skipSpaces()
    if acceptOne(of: "WS") || isNegative { return elsewhere }
    acceptLetterBehind(&named)
    if measure.value == 0 { return .missing }
    let axis = AxisValue(degrees: measure.value, step: measure.step, named: named)
    return axis.isLongitude || axis.isLatitude ? .value(axis) : elsewhere
  }

  /// Whether nothing but closing marks is left.
  mutating func endsHere() -> Bool {
    skipSpaces()
    while acceptOne(of: ")]}\"") { skipSpaces() }
    return isAtEnd
  }

  /// Moves past what says which axis follows; `false` for west and south.
  private mutating func skipAxisNames(_ named: inout AxisValue.Axis?) -> Bool {
    // A letter glued to the coordinate before it may belong to either.
    let isGlued = position > 0 && !cell.isJoint(at: position - 1)
    var start = -1
    while start != position {
      start = position
      skipSpaces()
      _ = acceptOne(of: "([{\"':=")
      for word in ["西经", "南纬", "W", "S"] where accept(word: word) { return false }
      for word in ["经度", "东经", "LONGITUDE", "LONG", "LON", "LNG"] where accept(word: word) {
        named = .longitude
      }
      for word in ["纬度", "北纬", "LATITUDE", "LAT"] where accept(word: word) { named = .latitude }
      if accept("E") { named = isGlued ? named : .longitude }
      if accept("N") { named = isGlued ? named : .latitude }
      _ = acceptOne(of: "XY)")
    }
    return true
  }

  /// Moves past an N or E behind the figure, unless it may be that of the coordinate that follows.
  private mutating func acceptLetterBehind(_ named: inout AxisValue.Axis?) {
    guard cell.digit(at: position + 1) == nil else { return }
    if named != .latitude, accept("E") { named = .longitude }
    if named != .longitude, accept("N") { named = .latitude }
  }

  /// Degrees with decimals, or with minutes and seconds after them.
  private mutating func angle(parts: Int) -> Measure? {
    guard let whole = measure() else { return nil }
    let end = position
    skipSpaces()
    guard acceptOne(of: "°º˚∘゜度") || accept("D") else {
      back(to: end)
      return parts > 1 && whole.step == 1 ? unmarkedAngle(whole, parts: parts) : whole
    }
    skipSpaces()
    guard whole.step == 1, digitCount > 0, beginsMinutes() else { return whole }
    guard let minutes = measure(), minutes.value < 60, let mark = acceptMinuteMark() else {
      return nil
    }
    let total = Measure(value: whole.value + minutes.value / 60, step: minutes.step / 60)
    skipSpaces()
    guard minutes.step == 1, digitCount > 0, beginsSeconds(mark) else { return total }
    guard let seconds = measure(), seconds.value < 60 else { return nil }
    _ = acceptSecondMark(mark)
    return Measure(
      value: whole.value + (minutes.value * 60 + seconds.value) / 3600, step: seconds.step / 3600)
  }

  /// What follows the degrees of `112 44 04.2`, `112:44:04.2`, `112-44-04.2` and `112 44.07`.
  private mutating func unmarkedAngle(_ degrees: Measure, parts: Int) -> Measure? {
    guard let separator = Unicode.Scalar(next), [" ", ":", "-"].contains(separator) else {
      return degrees
    }
    skip()
    guard let minutes = measure(), minutes.value < 60 else { return nil }
    if parts == 2 {
      // Two whole numbers may be one of them with its point lost.
      guard minutes.step < 1 else { return nil }
      return Measure(value: degrees.value + minutes.value / 60, step: minutes.step / 60)
    }
    guard parts == 3, minutes.step == 1, accept(separator), let seconds = measure(),
      seconds.value < 60
    else { return nil }
    return Measure(
      value: degrees.value + (minutes.value * 60 + seconds.value) / 3600,
      step: seconds.step / 3600)
  }

  /// Whether the number that stands here is one of minutes, not the next coordinate.
  private mutating func beginsMinutes() -> Bool {
    let start = position
    defer { back(to: start) }
    return measure() != nil && acceptMinuteMark() != nil
  }

  /// Whether the number that stands here is one of seconds; their mark is often forgotten.
  private mutating func beginsSeconds(_ minuteMark: Unicode.Scalar) -> Bool {
    let start = position
    defer { back(to: start) }
    guard measure() != nil else { return false }
    if acceptSecondMark(minuteMark) { return true }
    skipSpaces()
    return !acceptOne(of: "°º˚∘゜度.") && !accept("D") && acceptMinuteMark() == nil
  }

  private mutating func acceptMinuteMark() -> Unicode.Scalar? {
    skipSpaces()
    if acceptOne(of: "′'’‘´`ʹ分") { return "′" }
    return accept("M") ? "M" : nil
  }

  /// Moves past the mark of seconds; an S is one only behind minutes marked by an M, else the south.
  private mutating func acceptSecondMark(_ minuteMark: Unicode.Scalar) -> Bool {
    skipSpaces()
    if minuteMark == "M", accept("S") { return true }
    return acceptOne(of: "″\"”“ʺ〃秒") || accept(word: "''") || accept(word: "′′")
      || accept(word: "’’") || accept(word: "‘‘") || accept(word: "´´") || accept(word: "``")
  }

  /// A number with at most 12 decimals; more are dropped, as no device has them.
  private mutating func measure() -> Measure? {
    let digits = digitCount
    guard digits <= 3, let whole = number(digits: digits) else { return nil }
    guard accept(".") else { return Measure(value: Double(whole), step: 1) }
    let decimals = digitCount
    guard decimals > 0 else { return nil }
    let kept = min(decimals, 12)
    guard let fraction = number(digits: kept) else { return nil }
    skip(decimals - kept)
    let scale = powersOfTen[kept]
    return Measure(value: (Double(whole) * scale + Double(fraction)) / scale, step: 1 / scale)
  }

  /// Metres of a projection: an easting with its zone's number has eight digits before the point, a
  /// northing seven.
  private mutating func metres() -> Reading<AxisValue> {
    let digits = digitCount
    guard (6...8).contains(digits), let whole = number(digits: digits) else {
      return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
    }
    var fraction = 0.0
    var step = 1.0
    if accept(".") {
      let kept = min(digitCount, 6)
      let decimals = digitCount
      guard let number = number(digits: kept) else {
        return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
      }
      skip(decimals - kept)
      step = 1 / powersOfTen[kept]
      fraction = Double(number) * step
    }
    skipSpaces()
    _ = acceptOne(of: "M米")
    let value = Double(whole) + fraction
    switch digits {
    case 8:
      guard let zone = ProjectionZone(number: whole / 1_000_000) else {
        return .unreadable(.projectionUnknown, CoordinateFlaw.zone)
      }
      let easting = value - Double(whole / 1_000_000 * 1_000_000)
      return .value(AxisValue(.easting(zone: zone), metres: easting, step: step))
    case 7 where value <= 6_000_000:
      return .value(AxisValue(.northing, metres: value, step: step))
    case 6: return .value(AxisValue(.shortMetres, metres: value, step: step))
    default: return .unreadable(.unreadableCoordinate, CoordinateFlaw.form)
    }
  }
}
