import Vocabulary

/// The provinces, cities and counties of the mainland, by name and by code, seen from one
/// jurisdiction.
///
/// Names and codes abolished since 1982 lead to their successors. A name that several places share
/// means the one in the home city, else the one in the home province. Reading a cell costs one
/// look-up for a plain name and allocates nothing. Source: yescallop/areacodes (CC0), after
/// GB/T 2260 and 民政部.
package struct Gazetteer: Sendable {
  /// The jurisdiction that screens: a city or a province.
  package let home: DivisionCode
  private let table: DivisionTable
  /// Former divisions by code, those of one code by year.
  private let former: [DivisionTable.Former]
  /// Numbers of `groups` by name.
  private let index: WordTable<Int32>
  private let groups: [Namesakes]
  /// In characters.
  let longestName: Int

  /// The divisions that one name may mean.
  private struct Namesakes: Sendable {
    var inForce: [DivisionCode] = []
    /// Places in `former`.
    var former: [Int32] = []
    /// By a name without 县, 市 or 区.
    var short: [DivisionCode] = []
  }

  /// The divisions as `home` sees them; builds the index of names, once a run.
  package init(home: DivisionCode) {
    self.home = home
    table = DivisionTable()
    // The table has them so already; what is looked for by halves must be in order whatever it has.
    former = table.former.sorted { ($0.code, $0.year) < ($1.code, $1.year) }
    var builder = Builder()
    for (code, name) in zip(table.codes, table.names) {
      builder.add(name) { $0.inForce.append(code) }
      if let short = shortDivisionName(name) { builder.add(short) { $0.short.append(code) } }
    }
    for (place, one) in former.enumerated() where !one.name.isEmpty {
      builder.add(one.name) { $0.former.append(Int32(place)) }
    }
    for name in ["市本级", "市直", "本级", "市辖区", "省本级", "省直"] {
      builder.add(name) { $0.inForce.append(home) }
    }
    (index, groups, longestName) = (builder.index, builder.groups, builder.longestName)
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

  /// What that code means: the division in force, or the one that a former division is now.
  func division(withCode code: DivisionCode) -> Reading<DivisionCode> {
    if table.index(of: code) != nil { return .value(code) }
    var (low, high) = (0, former.count)
    while low < high {
      let middle = (low + high) / 2
      if former[middle].code <= code { low = middle + 1 } else { high = middle }
    }
    // The last of a code's rows is the latest.
    guard low > 0, former[low - 1].code == code else {
      return .unreadable(.unknownCounty, DivisionFlaw.notACode)
    }
    return abolished(former[low - 1])
  }

  /// What that part of the cell names, within `scope` if there is one; `nil` if it is no name.
  func named(
    _ cell: FoldedCell, _ range: Range<Int>, in scope: DivisionCode?
  ) -> Reading<DivisionCode>? {
    guard let number = index[cell, range] else { return nil }
    let group = groups[Int(number)]
    if let code = chosen(group.inForce, scope) { return .value(code) }
    // A short name counts only within its parent, near home, or for a province.
    if let code = chosen(group.short, scope, where: { scope != nil || isNearHome($0) }) {
      return .value(code)
    }
    let ended = group.former.map { former[Int($0)] }
    if let code = chosen(ended.compactMap(\.target), scope),
      let latest = ended.filter({ $0.target == code }).max(by: { $0.year < $1.year })
    {
      return abolished(latest)
    }
    if scope != nil { return nil }
    if group.inForce.isEmpty, group.short.isEmpty, ended.count == 1 { return abolished(ended[0]) }
    return .unreadable(.unknownCounty, DivisionFlaw.namesakes)
  }

  private func abolished(_ one: DivisionTable.Former) -> Reading<DivisionCode> {
    let names = one.successors.map { "\(name(of: $0) ?? "")（\($0)）" }.joined(separator: "、")
    let detail = Wording(
      zh: "\(one.year)年撤销或更名，现为\(names)",
      en: "abolished or renamed in \(one.year); now \(names)")
    guard let target = one.target else { return .unreadable(.abolishedDivision, detail) }
    return .flagged(target, .abolishedDivision, detail)
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
enum DivisionFlaw {
  static let notACode = Wording(
    zh: "不是现行或已废止的行政区划代码", en: "not a code in force or an abolished one")
  static let notAName = Wording(
    zh: "名称不在行政区划表内", en: "the table of divisions does not have the name")
  static let namesakes = Wording(
    zh: "几个县区同名，须写明省市", en: "several divisions have this name: add city and province")
}
