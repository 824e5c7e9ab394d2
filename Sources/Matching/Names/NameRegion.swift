internal import Normalise
internal import Vocabulary

/// The division that a name says its party is of, as far as it can be told.
struct NameRegion: Hashable, Sendable {
  /// A code of GB/T 2260; below zero a name that several divisions have, by its number in
  /// `RegionNames`; 0 where no division is named.
  let number: Int32

  static let none = NameRegion(number: 0)

  /// The division, where the name means one alone.
  var code: DivisionCode? { number > 0 ? DivisionCode(number: Int(number)) : nil }

  /// How the divisions of two names stand to each other; looks at `RegionNames` only for namesakes.
  func relation(to other: NameRegion) -> RegionRelation {
    if number == 0 || other.number == 0 { return self == other ? .neither : .oneMissing }
    if self == other { return .agree }
    guard let code, let otherCode = other.code else {
      let regions = RegionNames.standard
      return regions.isWithin(self, other) || regions.isWithin(other, self) ? .agree : .contradict
    }
    return code.contains(otherCode) || otherCode.contains(code) ? .agree : .contradict
  }
}

/// How the divisions of two names stand to each other.
package enum RegionRelation: UInt8, Sendable {
  /// Neither name has one.
  case neither
  /// One name has none.
  case oneMissing
  /// One lies in the other, or they are the same.
  case agree
  case contradict
}

/// The divisions of the mainland by name, as party names begin with them or put them in brackets.
struct RegionNames: Sendable {
  /// The divisions that the program carries.
  static let standard = RegionNames()

  /// What a name may mean; short names leave out 省, 市, 县 or 区.
  private struct Meanings: Sendable {
    var full: [DivisionCode] = []
    var short: [DivisionCode] = []
    /// Whether the short name alone is taken for a division: a province's, a city's, or the only one
    /// of a county that is no district (区), for districts are often called by common words.
    var isToldShort = false
    /// Whether only counties are called so for short.
    var isCountyShort = true
  }

  private var trie = WordTrie()
  private var meanings: [Meanings] = []
  /// By number of a name, all divisions that have it.
  private var namesakes: [[DivisionCode]] = []

  /// Words before which a division's short name is part of another name: 北京路, 上海道, 原平河.
  private static let roadUnits = UnitSet("路街道巷村镇乡")
  private static let landscapeUnits = UnitSet("桥河湖山庄港湾")
  private static let roadWorks = Array("路桥".utf16)

  private init() {
    let characters = CharacterTable.standard
    for division in NamedDivision.all() {
      var word: [UInt16] = []
      for unit in division.name.utf16 { characters.appendFolded(unit, to: &word) }
      guard word.count >= 2 else { continue }
      let known = trie.value(of: word[...]).map(Int.init)
      let number = known ?? meanings.count
      if known == nil {
        meanings.append(Meanings())
        trie.insert(word, Int32(number))
      }
      RegionNames.add(division, to: &meanings[number])
    }
    namesakes = meanings.map { $0.full + $0.short }
  }

  private static func add(_ division: NamedDivision, to meanings: inout Meanings) {
    let code = division.code
    guard division.isShort else {
      if !meanings.full.contains(code) { meanings.full.append(code) }
      return
    }
    meanings.short.append(code)
    // 市辖区 of a city have numbers to 20 in its last two digits; counties and cities have higher.
    let isDistrict = code.isCounty && (code.number % 100 <= 20 || code.city == code.province)
    meanings.isCountyShort = meanings.isCountyShort && code.isCounty
    meanings.isToldShort =
      !code.isCounty || meanings.isToldShort && !meanings.isCountyShort
      || meanings.short.count == 1 && !isDistrict
  }

  /// The divisions that the units begin with, from the largest to the smallest, and how many units
  /// they take; at least two units are left.
  ///
  /// A county's short name counts only where `hasBrand` says so of what follows it: 原平 of
  /// 原平宏达铸造厂, not 和平 of 和平饭店.
  func leading(
    _ units: ArraySlice<UInt16>, hasBrand: (ArraySlice<UInt16>) -> Bool
  ) -> (region: NameRegion, count: Int) {
    var region = NameRegion.none
    var place = units.startIndex
    for _ in 0..<4 {
      var step: (region: NameRegion, count: Int)?
      trie.forEachWord(in: units, at: place) { count, number in
        let rest = units[(place + count)...]
        guard rest.count >= 2,
          let found = meaning(Int(number), in: region, before: rest, hasBrand: hasBrand)
        else { return }
        step = (found, count)
      }
      guard let step else { break }
      region = step.region
      place += step.count
      if region.code?.isCounty ?? true { break }
    }
    return (region, place - units.startIndex)
  }

  /// The division that all the units name, as in brackets: 深圳, 山西省忻州市.
  func whole(_ units: ArraySlice<UInt16>) -> NameRegion? {
    var region = NameRegion.none
    var place = units.startIndex
    while place < units.endIndex {
      var step: (region: NameRegion, count: Int)?
      trie.forEachWord(in: units, at: place) { count, number in
        let rest = units[(place + count)...]
        guard let found = meaning(Int(number), in: region, before: rest, hasBrand: { _ in true })
        else { return }
        step = (found, count)
      }
      guard let step else { return nil }
      region = step.region
      place += step.count
    }
    return region == .none ? nil : region
  }

  /// Whether one of the inner divisions lies in one of the outer ones.
  func isWithin(_ inner: NameRegion, _ outer: NameRegion) -> Bool {
    guard let code = inner.code else {
      return namesakes[Int(~inner.number)].contains { isWithin($0, outer) }
    }
    return isWithin(code, outer)
  }

  private func isWithin(_ code: DivisionCode, _ outer: NameRegion) -> Bool {
    guard let container = outer.code else {
      return namesakes[Int(~outer.number)].contains { $0.contains(code) }
    }
    return container.contains(code)
  }

  private func meaning(
    _ number: Int, in scope: NameRegion, before rest: ArraySlice<UInt16>,
    hasBrand: (ArraySlice<UInt16>) -> Bool
  ) -> NameRegion? {
    if let found = only(meanings[number].full, number, in: scope) { return found }
    guard !meanings[number].short.isEmpty, scope != .none || meanings[number].isToldShort,
      !isPartOfRoad(meanings[number].short, before: rest),
      !meanings[number].isCountyShort || hasBrand(rest)
    else { return nil }
    return only(meanings[number].short, number, in: scope)
  }

  /// Whether what follows makes a road or a landscape of a short name: 北京路, 原平河, not 北京路桥.
  ///
  /// Nobody calls a lake or a hill by a province: 山西湖畅 is a brand's beginning.
  private func isPartOfRoad(_ codes: [DivisionCode], before rest: ArraySlice<UInt16>) -> Bool {
    guard let next = rest.first, !rest.starts(with: RegionNames.roadWorks) else { return false }
    if RegionNames.roadUnits.contains(next) { return true }
    return RegionNames.landscapeUnits.contains(next)
      && !codes.allSatisfy { $0.number % 10_000 == 0 }
  }

  /// The one division in `scope`, the one that holds all others, or without a scope the name of all.
  private func only(_ codes: [DivisionCode], _ number: Int, in scope: NameRegion) -> NameRegion? {
    var found: DivisionCode?
    for code in codes where scope == .none || isWithin(code, scope) {
      guard let known = found, !known.contains(code) else {
        found = found ?? code
        continue
      }
      guard code.contains(known) else {
        return scope == .none ? NameRegion(number: ~Int32(number)) : nil
      }
      found = code
    }
    // A division is not within itself again: 吉林省吉林 means the city.
    guard let found, found != scope.code else { return nil }
    return NameRegion(number: found.number)
  }
}
