internal import Vocabulary

/// The names of a table as matching compares them, each distinct text read once.
struct PartyNames {
  private var byText: [TextID: Int32] = [:]
  private var byKey: [[UInt16]: Int32] = [:]
  private(set) var names: [PartyName] = []
  private(set) var keys: [Int32] = []

  /// The number of the row's party name; -1 if it has none that tells anybody apart.
  mutating func number(_ table: RecordTable, _ row: Int) -> Int32 {
    let text = table.text(.partyName, row)
    guard !text.isMissing else { return -1 }
    if let known = byText[text] { return known }
    let name = PartyName(table.texts.string(text))
    guard !name.key.isEmpty, !name.isGeneric else {
      byText[text] = -1
      return -1
    }
    let number = Int32(names.count)
    let key = byKey[name.key] ?? number
    byKey[name.key] = key
    names.append(name)
    keys.append(key)
    byText[text] = number
    return number
  }

  /// Whether two names can be one party's; a missing name (-1) is compatible with any.
  func areCompatible(_ left: Int32, _ right: Int32) -> Bool {
    guard left >= 0, right >= 0, keys[Int(left)] != keys[Int(right)] else { return true }
    return names[Int(left)].isCompatible(with: names[Int(right)])
  }
}
