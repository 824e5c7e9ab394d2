internal import Vocabulary

/// Reads an object's members one by one and gathers what is wrong with them.
struct JSONMembers {
  /// What is wrong, where.
  struct Fault {
    let line: Int
    let key: String
    let reason: Wording
  }

  let node: JSONNode
  private(set) var faults: [Fault] = []
  private var taken: Set<String> = []

  init(_ node: JSONNode) {
    self.node = node
    if node.members == nil {
      faults.append(
        Fault(line: node.line, key: "", reason: Wording(zh: "此处应为对象", en: "an object is expected")))
    }
  }

  mutating func add(_ key: String, _ reason: Wording, line: Int? = nil) {
    faults.append(Fault(line: line ?? node[key]?.line ?? node.line, key: key, reason: reason))
  }

  /// The value of a member that has one; a member that is absent or null is a fault if `isRequired`.
  mutating func value(_ key: String, isRequired: Bool = true) -> JSONNode? {
    taken.insert(key)
    if let value = node[key], !value.isNull { return value }
    if isRequired, node.members != nil { add(key, Wording(zh: "缺少这一项", en: "missing member")) }
    return nil
  }

  /// A text that is not empty.
  mutating func text(_ key: String, isRequired: Bool = true) -> String? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    if let text = value.string, !text.isEmpty { return text }
    add(key, Wording(zh: "应为文字", en: "must be a text"))
    return nil
  }

  /// A whole number that is not negative.
  mutating func count(_ key: String, isRequired: Bool = true) -> Int? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    if let number = value.integer, number >= 0 { return number }
    add(key, Wording(zh: "应为非负整数", en: "must be a whole number, not negative"))
    return nil
  }

  mutating func truth(_ key: String, isRequired: Bool = true) -> Bool? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    if case .truth(let isTrue) = value.content { return isTrue }
    add(key, Wording(zh: "应为 true 或 false", en: "must be true or false"))
    return nil
  }

  /// The values of a list; empty if it is absent.
  mutating func list(_ key: String, isRequired: Bool = true) -> [JSONNode] {
    guard let value = value(key, isRequired: isRequired) else { return [] }
    if let elements = value.elements { return elements }
    add(key, Wording(zh: "应为列表", en: "must be a list"))
    return []
  }

  /// A list of texts, or one text in its place.
  mutating func texts(_ key: String, isRequired: Bool = true) -> [String] {
    guard let value = value(key, isRequired: isRequired) else { return [] }
    if let text = value.string { return [text] }
    let texts = value.elements?.map(\.string) ?? [nil]
    if !texts.contains(nil) { return texts.compactMap { $0 } }
    add(key, Wording(zh: "应为文字的列表", en: "must be a list of texts"))
    return []
  }

  /// Takes over what was found in an object within this one.
  mutating func take(_ other: JSONMembers) { faults += other.faults }

  /// Adds a fault for every member that nobody has asked for.
  mutating func refuseOthers() {
    for member in node.members ?? [] where !taken.contains(member.key) {
      add(member.key, Wording(zh: "不认识的项", en: "unknown member"), line: member.value.line)
    }
  }
}
