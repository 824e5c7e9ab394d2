import Vocabulary

/// The provinces, cities and counties of the mainland, by name and by code, seen from one
/// jurisdiction.
///
/// Names and codes abolished since 1990 lead to their successors. A name that several places share
/// means the one in the home city, else the one in the home province. Reading a cell costs one
/// look-up for a plain name and allocates nothing. Source: yescallop/areacodes (CC0), after
/// GB/T 2260 and 民政部.
package struct Gazetteer: Sendable {
  /// The jurisdiction that screens: a city or a province.
  package let home: DivisionCode
  private let table: DivisionTable
  /// Former codes, ascending, each with its successors.
  private let former: [DivisionTable.Former]
  /// Numbers of `groups` by name.
  private let index: WordTable<Int32>
  private let groups: [Namesakes]
  private let longestName: Int

  /// The divisions that one name may mean.
  private struct Namesakes: Sendable {
    var inForce: [DivisionCode] = []
    var former: [DivisionCode] = []
    /// By a name without 县, 市 or 区.
    var short: [DivisionCode] = []
  }

  /// The divisions as `home` sees them; builds the index of names, once a run.
  package init(home: DivisionCode) {
    self.home = home
    table = DivisionTable()
    var builder = Builder()
    for (code, name) in zip(table.codes, table.names) {
      builder.add(name) { $0.inForce.append(code) }
      if let short = shortDivisionName(name) { builder.add(short) { $0.short.append(code) } }
    }
    for one in table.former where !one.name.isEmpty {
      // A division that was divided leads nowhere in particular.
      guard one.successors.count == 1 else { continue }
      builder.add(one.name) { $0.former.append(contentsOf: one.successors) }
    }
    for name in ["市本级", "市直", "本级", "市辖区", "省本级", "省直"] {
      builder.add(name) { $0.inForce.append(home) }
    }
    former = table.former.sorted { $0.code < $1.code }
    (index, groups, longestName) = (builder.index, builder.groups, builder.longestName)
  }

  /// Reads a division: its code of 6, 9 or 12 digits, its name with or without 县, 市 or 区, or a path
  /// such as `山西省忻州市代县`, with further text behind it.
  ///
  /// A county wherever the cell names one; a city or a province where it names no more. An abolished
  /// code or name gives its one successor, flagged `unknownCounty`. Several successors, several
  /// namesakes outside the home province, and names the table does not have are unreadable.
  package func code(for bytes: Span<UInt8>, words: ColumnWords = .none) -> Reading<DivisionCode> {
    let cell = FoldedCell(bytes)
    if cell.isBlank { return .missing }
    switch words.meaning(of: cell) {
    case .some(.unknown): return .missing
    case .some(.raw(let raw)):
      if let code = DivisionCode(number: Int(raw)) { return .value(code) }
    case nil: break
    }
    if cell.isDigits { return code(ofDigits: cell) }
    if let found = named(cell, 0..<cell.count, in: nil) { return found }
    return path(cell)
  }

  /// The name in force: `代县`; `nil` for a code that is not in force.
  package func name(of code: DivisionCode) -> String? {
    table.index(of: code).map { table.names[$0] }
  }

  /// The name with those of city and province before it: `山西省忻州市代县`.
  package func fullName(of code: DivisionCode) -> String? {
    guard let name = name(of: code) else { return nil }
    var full = ""
    if code.province != code { full += self.name(of: code.province) ?? "" }
    if code.city != code, code.city != code.province { full += self.name(of: code.city) ?? "" }
    return full + name
  }

  /// The counties in force of a city or a province, by code; a county gives itself.
  package func counties(in division: DivisionCode) -> [DivisionCode] {
    var result: [DivisionCode] = []
    var place = table.firstIndex(notBelow: division)
    while place < table.codes.count, division.contains(table.codes[place]) {
      if table.codes[place].isCounty { result.append(table.codes[place]) }
      place += 1
    }
    return result
  }

  private func code(ofDigits cell: FoldedCell) -> Reading<DivisionCode> {
    var scanner = CellScanner(cell)
    // 9 and 12 digits go on with the township and the village.
    guard [6, 9, 12].contains(cell.count), let number = scanner.number(digits: 6),
      let code = DivisionCode(number: number)
    else { return .unreadable(.unknownCounty, DivisionFlaw.notACode) }
    if table.index(of: code) != nil { return .value(code) }
    // The rows of one code stand together, the last of them the latest.
    guard let last = former.last(where: { $0.code == code }) else {
      return .unreadable(.unknownCounty, DivisionFlaw.notACode)
    }
    return last.successors.count == 1
      ? .flagged(last.successors[0], .unknownCounty)
      : .unreadable(.unknownCounty, DivisionFlaw.divided)
  }

  /// What that part of the cell names, within `scope` if there is one; `nil` if it is no name.
  private func named(
    _ cell: FoldedCell, _ range: Range<Int>, in scope: DivisionCode?
  ) -> Reading<DivisionCode>? {
    guard let number = index[cell, range] else { return nil }
    let group = groups[Int(number)]
    if let code = chosen(group.inForce, scope) { return .value(code) }
    // A short name counts only within its parent, near home, or for a province.
    if let code = chosen(group.short, scope, where: { scope != nil || isNearHome($0) }) {
      return .value(code)
    }
    if let code = chosen(group.former, scope) { return .flagged(code, .unknownCounty) }
    return scope == nil ? .unreadable(.unknownCounty, DivisionFlaw.namesakes) : nil
  }

  private func isNearHome(_ code: DivisionCode) -> Bool {
    code.province == code || home.province.contains(code)
  }

  /// The one division meant: alone in the home city, else in the home province, else at all.
  private func chosen(
    _ codes: [DivisionCode], _ scope: DivisionCode?,
    where isEligible: (DivisionCode) -> Bool = { _ in true }
  ) -> DivisionCode? {
    for region in [home, home.city, home.province, nil] {
      var only: DivisionCode?
      for code in codes where code != scope && code != only && isEligible(code) {
        guard scope?.contains(code) ?? true, region?.contains(code) ?? true else { continue }
        // Namesakes within one region: no wider region can tell them apart.
        if only != nil { return nil }
        only = code
      }
      if let only { return only }
    }
    return nil
  }

  /// Walks down a path of names, each within the one before, to the smallest it reaches.
  private func path(_ cell: FoldedCell) -> Reading<DivisionCode> {
    var position = 0
    var found: Reading<DivisionCode>?
    while position < cell.count {
      if isJoint(cell[position]) {
        position += 1
        continue
      }
      guard let step = longestName(cell, from: position, in: found?.usable) else { break }
      found = step.reading
      position = step.end
      guard let code = found?.usable, !code.isCounty else { break }
    }
    return found ?? .unreadable(.unknownCounty, DivisionFlaw.notAName)
  }

  /// The longest name at that place that leads to one division of `scope`.
  ///
  /// At the start of a path a short name counts only for a province or a city, so that a text does
  /// not become a county by its first two characters.
  private func longestName(
    _ cell: FoldedCell, from start: Int, in scope: DivisionCode?
  ) -> (reading: Reading<DivisionCode>, end: Int)? {
    var end = min(cell.count, start + longestName)
    while end > start {
      if let reading = named(cell, start..<end, in: scope), let code = reading.usable {
        let isWholeName = name(of: code)?.unicodeScalars.count == end - start
        if isWholeName || !code.isCounty || scope != nil { return (reading, end) }
      }
      end -= 1
    }
    return nil
  }

  private func isJoint(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case " ", "-", "/", ",", "、", "·", ">", "|", "_": true
    default: false
    }
  }

  /// Gathers the divisions under their names.
  private struct Builder {
    var index = WordTable<Int32>()
    var groups: [Namesakes] = []
    var longestName = 0

    mutating func add(_ name: String, _ change: (inout Namesakes) -> Void) {
      let word = FoldedCell(name)
      var number = Int32(groups.count)
      index.update(word) { known in
        if let known { number = known } else { known = number }
      }
      if Int(number) == groups.count { groups.append(Namesakes()) }
      change(&groups[Int(number)])
      longestName = max(longestName, word.count)
    }
  }
}

/// Why a division is unknown.
private enum DivisionFlaw {
  static let notACode = Wording(
    zh: "不是现行或已废止的行政区划代码", en: "not a code in force or an abolished one")
  static let notAName = Wording(
    zh: "名称不在行政区划表内", en: "the table of divisions does not have the name")
  static let divided = Wording(
    zh: "该代码已废止并分属几个县区", en: "the code was abolished and divided among several")
  static let namesakes = Wording(
    zh: "几个县区同名，须写明省市", en: "several divisions have this name: add city and province")
}
