import Vocabulary

extension Gazetteer {
  /// Reads a division: its code of 6, 9 or 12 digits, its name with or without 县, 市 or 区, or a path
  /// such as `山西省忻州市代县`, with further text behind it.
  ///
  /// A county wherever the cell names one; a city or a province where it names no more. What an
  /// abolished code or name has become is flagged `abolishedDivision`, and unreadable where that is
  /// not one place. Several counties of one city give the city, flagged `severalCounties`; of several
  /// cities they are unreadable. So are several namesakes outside the home province and names the
  /// table does not have: `unknownCounty`.
  package func code(for bytes: Span<UInt8>, words: ColumnWords = .none) -> Reading<DivisionCode> {
    let cell = FoldedCell(bytes)
    if cell.isBlank { return .missing }
    switch words.meaning(of: cell) {
    case .some(.unknown): return .missing
    case .some(.raw(let raw)):
      if let code = DivisionCode(number: Int(raw)) { return .value(code) }
    case nil: break
    }
    if cell.isDigits { return code(ofDigits: cell, 0..<cell.count) }
    if let found = named(cell, 0..<cell.count, in: nil) { return found }
    let places = severalPlaces(cell)
    if places.count > 1 { return shared(by: places) }
    let end = cell.codeEnd(from: 0)
    if end > 0, cell.hasListMark(at: end) { return code(ofDigits: cell, 0..<end) }
    return path(cell, from: 0).reading
      ?? .unreadable(.unknownCounty, DivisionFlaw.notAName)
  }

  private func code(ofDigits cell: FoldedCell, _ range: Range<Int>) -> Reading<DivisionCode> {
    var scanner = CellScanner(cell)
    scanner.skip(range.lowerBound)
    // 9 and 12 digits go on with the township and the village.
    guard [6, 9, 12].contains(range.count), let number = scanner.number(digits: 6),
      let code = DivisionCode(number: number)
    else { return .unreadable(.unknownCounty, DivisionFlaw.notACode) }
    return division(withCode: code)
  }

  /// The places that a list names, each the smallest of its path and none within another; empty for
  /// a cell that is no list.
  ///
  /// Whole names and codes only, so that no road or village makes a second county.
  private func severalPlaces(_ cell: FoldedCell) -> [DivisionCode] {
    guard (0..<cell.count).contains(where: { cell.hasListMark(at: $0) }) else { return [] }
    var found: [DivisionCode] = []
    var position = 0
    while position < cell.count {
      if position == 0 || cell.hasListMark(at: position - 1) {
        let digits = cell.codeEnd(from: position)
        let step =
          digits > position
          ? (reading: code(ofDigits: cell, position..<digits), end: digits)
          : wholeNames(cell, from: position, near: found.last)
        if let code = step.reading?.usable {
          found = found.filter { !$0.contains(code) }
          if !found.contains(where: { code.contains($0) }) { found.append(code) }
          position = max(step.end, position + 1)
          continue
        }
      }
      position += 1
    }
    return found
  }

  /// The path of whole names from there: what is in force before what was abolished, each first in the
  /// city of the place before, then anywhere.
  private func wholeNames(
    _ cell: FoldedCell, from start: Int, near neighbour: DivisionCode?
  ) -> (reading: Reading<DivisionCode>?, end: Int) {
    let near = neighbour.flatMap {
      longestName(cell, from: start, in: $0.city, isWhole: true)
    }
    if let near, case .value = near.reading { return near }
    let anywhere = longestName(cell, from: start, in: nil, isWhole: true)
    if let anywhere, case .value = anywhere.reading { return path(cell, from: start) }
    return near ?? (anywhere == nil ? (nil, start) : path(cell, from: start))
  }

  /// What several places have in common: the city, else nothing.
  private func shared(by places: [DivisionCode]) -> Reading<DivisionCode> {
    let names = places.prefix(6).map { name(of: $0) ?? $0.description }.joined(separator: "、")
    let city = places[0].city
    guard city != city.province, places.allSatisfy({ $0.city == city }) else {
      return .unreadable(
        .severalCounties,
        Wording(zh: "写了\(names)，不在同一个市", en: "names \(names), which are not of one city"))
    }
    return .flagged(
      city, .severalCounties,
      Wording(
        zh: "写了\(names)，只登记到\(name(of: city) ?? city.description)",
        en: "names \(names); only the city is taken, \(name(of: city) ?? city.description)"))
  }

  /// Walks down a path of names, each within the one before, to the smallest it reaches.
  private func path(
    _ cell: FoldedCell, from start: Int
  ) -> (reading: Reading<DivisionCode>?, end: Int) {
    var position = start
    var found: Reading<DivisionCode>?
    while position < cell.count {
      if cell.hasJoint(at: position) {
        position += 1
        continue
      }
      guard let step = longestName(cell, from: position, in: found?.usable, isWhole: false) else {
        break
      }
      found = step.reading
      position = step.end
      guard let code = found?.usable, !code.isCounty else { break }
    }
    return (found, position)
  }

  /// The longest name at that place that leads to one division of `scope`.
  ///
  /// At the start of a path a short name counts only for a province or a city, so that a text does
  /// not become a county by its first two characters; where a `isWhole` name is asked for, not at all.
  private func longestName(
    _ cell: FoldedCell, from start: Int, in scope: DivisionCode?, isWhole: Bool
  ) -> (reading: Reading<DivisionCode>?, end: Int)? {
    var end = min(cell.count, start + longestName)
    while end > start {
      if let reading = named(cell, start..<end, in: scope), let code = reading.usable {
        let isItsName = name(of: code)?.unicodeScalars.count == end - start
        if isItsName || !isWhole && (!code.isCounty || scope != nil) { return (reading, end) }
      }
      end -= 1
    }
    return nil
  }
}

extension FoldedCell {
  /// Whether what stands there may join the names of a path.
  fileprivate func hasJoint(at index: Int) -> Bool {
    switch Unicode.Scalar(self[index]) {
    case " ", "-", "/", ",", "、", "·", ">", "|", "_": true
    default: false
    }
  }

  /// Whether what stands there may set two places of a list apart.
  fileprivate func hasListMark(at index: Int) -> Bool {
    switch Unicode.Scalar(self[index]) {
    case " ", "-", "/", ",", "、", "|", ";", "&", "+", "和", "与", "及": true
    default: false
    }
  }

  /// Where the digits that begin there end.
  fileprivate func codeEnd(from start: Int) -> Int {
    var end = start
    while digit(at: end) != nil { end += 1 }
    return end
  }
}
