import Vocabulary

/// A node of a reference system's description in well-known text (OGC 01-009, OGC 18-010).
struct WKTNode {
  enum Value {
    case text(String)
    case number(Double)
    case word(String)
    case node(WKTNode)
  }

  /// In capitals: `PROJCS`.
  let keyword: String
  let values: [Value]

  /// What descriptions may cost to read; those of real systems have 60 nodes, six deep.
  enum Limits {
    static let bytes = 32_768
    static let depth = 12
    static let values = 2_000
  }

  /// The one node that the text is; `nil` for anything else, and above the limits.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Limits.bytes else { return nil }
    var reading = WKTReading(bytes)
    guard let node = reading.readNode(depth: 0), reading.isAtEnd else { return nil }
    self = node
  }

  fileprivate init(keyword: String, values: [Value]) {
    self.keyword = keyword
    self.values = values
  }

  /// The nodes directly in this one, in order.
  var children: [WKTNode] {
    values.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// The first child with one of these keywords.
  func child(_ keywords: String...) -> WKTNode? {
    children.first { keywords.contains($0.keyword) }
  }

  /// The quoted text at that place.
  func text(_ index: Int) -> String? {
    guard values.indices.contains(index), case .text(let text) = values[index] else { return nil }
    return text
  }

  /// The number at that place.
  func number(_ index: Int) -> Double? {
    guard values.indices.contains(index), case .number(let number) = values[index] else {
      return nil
    }
    return number
  }
}

/// A place in the bytes of a description, moving on.
private struct WKTReading {
  private let bytes: [UInt8]
  private var place = 0
  private var valueCount = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return place == bytes.count
    }
  }

  mutating func readNode(depth: Int) -> WKTNode? {
    skipBlanks()
    guard depth < WKTNode.Limits.depth, let keyword = readWord() else { return nil }
    return readNode(keyword, depth: depth)
  }

  /// Reads what stands in the brackets behind a keyword.
  private mutating func readNode(_ keyword: String, depth: Int) -> WKTNode? {
    guard depth < WKTNode.Limits.depth else { return nil }
    let closing: UInt8
    switch take() {
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var values: [WKTNode.Value] = []
    while true {
      guard let value = readValue(depth: depth + 1) else { return nil }
      valueCount += 1
      guard valueCount <= WKTNode.Limits.values else { return nil }
      values.append(value)
      switch take() {
      case UInt8(ascii: ","): continue
      case closing: return WKTNode(keyword: keyword, values: values)
      default: return nil
      }
    }
  }

  private mutating func readValue(depth: Int) -> WKTNode.Value? {
    skipBlanks()
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "\""): return readText().map { .text($0) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."):
      return readNumber().map { .number($0) }
    default:
      guard let word = readWord() else { return nil }
      skipBlanks()
      let isNode =
        place < bytes.count
        && (bytes[place] == UInt8(ascii: "[") || bytes[place] == UInt8(ascii: "("))
      return isNode ? readNode(word, depth: depth).map { .node($0) } : .word(word)
    }
  }

  /// Letters, digits and underscores, in capitals.
  private mutating func readWord() -> String? {
    let start = place
    while place < bytes.count, bytes[place].isWordByte { place += 1 }
    guard place > start else { return nil }
    return String(decoding: bytes[start..<place], as: UTF8.self).uppercased()
  }

  /// A text in quotes, where two quotes are one of the text.
  private mutating func readText() -> String? {
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
        return String(decoding: text, as: UTF8.self)
      }
      text.append(byte)
      place += 1
    }
    return nil
  }

  private mutating func readNumber() -> Double? {
    let start = place
    while place < bytes.count, bytes[place].isNumberByte { place += 1 }
    guard place - start <= 40,
      let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  /// The next byte that is no blank; 0 at the end.
  private mutating func take() -> UInt8 {
    skipBlanks()
    guard place < bytes.count else { return 0 }
    place += 1
    return bytes[place - 1]
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isWordByte: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || isDigit
      || self == UInt8(ascii: "_")
  }

  fileprivate var isNumberByte: Bool {
    switch self {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: isDigit
    }
  }
}
