internal import Normalise

/// The folding of names to keys.
enum NameKey {
  /// The key of a typed name: units folded, 有限责任公司 as 有限公司.
  ///
  /// Linear.
  static func folded(_ text: Span<UInt8>) -> [UInt16] {
    var units: [UInt16] = []
    appendNameUnits(text, to: &units)
    let characters = CharacterTable.standard
    var key: [UInt16] = []
    key.reserveCapacity(units.count)
    for unit in units {
      characters.appendFolded(unit, to: &key)
      // 责任 goes as soon as 公司 follows.
      if key.last == lastOfForm, key.count >= 6, key.suffix(6).elementsEqual(longForm) {
        key.removeSubrange((key.count - 4)..<(key.count - 2))
      }
    }
    return key
  }

  /// Where a note in brackets at the end begins; the count of units if there is none.
  ///
  /// The brackets may hold brackets: (曾用名:宏达(原平)厂).
  static func noteStart(in key: [UInt16]) -> Int {
    guard key.last == 0x29 else { return key.count }
    var depth = 0
    var open = key.count
    while open > 0 {
      open -= 1
      if key[open] == 0x29 { depth += 1 }
      if key[open] == 0x28 { depth -= 1 }
      if depth == 0 { break }
    }
    guard depth == 0, open > 0 else { return key.count }
    let content = key[(open + 1)..<(key.count - 1)]
    // 原 before an organisation is its former name, but 原平 is a place.
    let isFormer =
      content.first == formerMark && NameWords.organisations.first(in: content) != nil
      && !startsWithDivision(content)
    return isFormer || NameWords.notes.first(in: content) != nil ? open : key.count
  }

  /// The former or the present name that a note in brackets says; empty where it says none, or more
  /// than one.
  static func otherName(in note: [UInt16]) -> [UInt16] {
    guard note.count > 2 else { return [] }
    let content = note[1..<(note.count - 1)]
    guard let word = NameWords.otherNames.longest(in: content, at: content.startIndex) else {
      return []
    }
    if word.count == 1, startsWithDivision(content) { return [] }
    let name = content.dropFirst(word.count).drop { separators.contains($0) }
    guard name.count >= 4, !name.contains(where: separators.contains),
      NameWords.organisations.first(in: name) != nil
    else { return [] }
    return Array(name)
  }

  private static func startsWithDivision(_ units: ArraySlice<UInt16>) -> Bool {
    RegionNames.standard.leading(units, hasBrand: { _ in true }).count > 0
  }

  private static let separators = UnitSet(":,、;/")
  private static let longForm = Array("有限责任公司".utf16)
  private static let lastOfForm = longForm[5]
  private static let formerMark = Array("原".utf16)[0]
}
