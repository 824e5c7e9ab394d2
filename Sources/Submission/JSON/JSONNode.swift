internal import Vocabulary

/// A value of a JSON document (RFC 8259) with the line it stands on; numbers stay text.
struct JSONNode: Sendable, Hashable {
  indirect enum Content: Sendable, Hashable {
    case object([Member])
    case array([JSONNode])
    case string(String)
    case number(String)
    case truth(Bool)
    case null
  }

  struct Member: Sendable, Hashable {
    let key: String
    let value: JSONNode
  }

  let content: Content
  /// Counted from 1; 0 in documents that are being made.
  let line: Int

  init(_ content: Content, line: Int = 0) {
    self.content = content
    self.line = line
  }

  static func text(_ text: String) -> JSONNode { JSONNode(.string(text)) }
  static func number(_ number: Int) -> JSONNode { JSONNode(.number(String(number))) }
  static func array(_ nodes: [JSONNode]) -> JSONNode { JSONNode(.array(nodes)) }

  /// An object with those members that have a value, in this order.
  static func object(_ members: [(String, JSONNode?)]) -> JSONNode {
    JSONNode(
      .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } }))
  }

  /// The value of a member; `nil` if there is none, or this is no object.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string; `nil` for anything else.
  var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// A whole number; `nil` for anything else, for fractions and for what does not fit.
  var integer: Int? {
    if case .number(let text) = content { Int(text) } else { nil }
  }

  /// The values of an array; `nil` for anything else.
  var elements: [JSONNode]? {
    if case .array(let nodes) = content { nodes } else { nil }
  }

  /// The members of an object; `nil` for anything else.
  var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  var isNull: Bool { content == .null }
}

/// What is wrong with a JSON document, and where.
struct JSONFault: Error {
  /// Counted from 1.
  let line: Int
  let reason: Wording
}
