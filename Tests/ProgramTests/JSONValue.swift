import Foundation

/// JSON as it stands, for claims about exact keys.
enum JSONValue: Decodable, Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case real(Double)
  case truth(Bool)
  case null

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .real(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var keys: Set<String> {
    if case .object(let members) = self { Set(members.keys) } else { [] }
  }

  var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  var text: String? { if case .string(let text) = self { text } else { nil } }

  var number: Int? { if case .real(let value) = self { Int(exactly: value) } else { nil } }

  var real: Double? { if case .real(let value) = self { value } else { nil } }

  var isTrue: Bool? { if case .truth(let value) = self { value } else { nil } }
}
