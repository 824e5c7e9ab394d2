import Vocabulary

/// A name that a division has, had, or is called by for short, and the division in force that it means.
package struct NamedDivision: Sendable {
  /// 忻州市; 忻州 where `isShort`.
  package let name: String
  /// In force; a former division's successor, or the city that all its successors lie in.
  package let code: DivisionCode
  /// Whether the name leaves out 省, 市, 县 or 区.
  package let isShort: Bool

  /// Every name of `CTables/divisions.txt`, those in force before former ones; namesakes stand
  /// several times.
  package static func all() -> [NamedDivision] {
    let table = DivisionTable()
    var found: [NamedDivision] = []
    for (code, name) in zip(table.codes, table.names) {
      found.append(NamedDivision(name: name, code: code, isShort: false))
      if let short = shortDivisionName(name) {
        found.append(NamedDivision(name: short, code: code, isShort: true))
      }
    }
    for former in table.former where !former.name.isEmpty {
      guard let code = former.target else { continue }
      found.append(NamedDivision(name: former.name, code: code, isShort: false))
    }
    return found
  }
}
