internal import Law

/// What an atom of `DecidingFacts` names.
enum DecidingAtom {
  case fact(Fact)
  /// A question of the register, by its id.
  case question(String)
  /// Whether a pack is in force, by its id.
  case force(String)
  /// A number of the law, by the name of its parameter.
  case number(String)
  /// What this program does not know.
  case other(String)

  /// Reads `fact:NAME`, `open:A-nn`, `in_force:PACK` or `param:NAME`.
  init(_ atom: String) {
    guard let colon = atom.firstIndex(of: ":") else {
      self = .other(atom)
      return
    }
    let name = String(atom[atom.index(after: colon)...])
    switch atom[..<colon] {
    case "fact": self = Fact(name: name).map { .fact($0) } ?? .other(name)
    case "open": self = .question(name)
    case "in_force": self = .force(name)
    case "param": self = .number(name)
    default: self = .other(name)
    }
  }
}
