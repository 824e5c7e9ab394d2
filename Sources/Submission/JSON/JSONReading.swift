internal import Vocabulary

/// A strict reader of JSON: UTF-8 without BOM, no key twice in an object, 32 levels, nothing after.
///
/// At most 32 MiB, and 8 KiB in a string: comparing and hashing longer ones costs seconds where a
/// stranger fills them with combining marks.
/// Works on bytes; strings are only made where one is complete, so that combining marks after a quote
/// hide nothing.
struct JSONReading {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private static let depth = 32
  private static let documentBytes = 32 << 20
  private static let stringBytes = 8 << 10

  /// The document in `bytes`.
  static func node(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
    guard bytes.count <= documentBytes else { throw JSONFault(line: 1, reason: tooLong) }
    var reading = JSONReading(bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault(line: 1, reason: Wording(zh: "不是 UTF-8", en: "not UTF-8"))
    }
    let node = try reading.value(level: 0)
    reading.skipBlanks()
    guard reading.place == bytes.count else { throw reading.fault }
    return node
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var fault: JSONFault {
    JSONFault(line: line, reason: Wording(zh: "写法不合 JSON", en: "not JSON"))
  }

  private static let tooLong = Wording(zh: "过长", en: "too long")

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte = next {
      switch byte {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(level: Int) throws(JSONFault) -> JSONNode {
    guard level < JSONReading.depth else {
      throw JSONFault(line: line, reason: Wording(zh: "嵌套过深", en: "nested too deeply"))
    }
    skipBlanks()
    let start = line
    switch next {
    case UInt8(ascii: "{"): return JSONNode(try object(level: level), line: start)
    case UInt8(ascii: "["): return JSONNode(try array(level: level), line: start)
    case UInt8(ascii: "\""): return JSONNode(.string(try string()), line: start)
    case UInt8(ascii: "t"): return JSONNode(try word("true", .truth(true)), line: start)
    case UInt8(ascii: "f"): return JSONNode(try word("false", .truth(false)), line: start)
    case UInt8(ascii: "n"): return JSONNode(try word("null", .null), line: start)
    default: return JSONNode(.number(try number()), line: start)
    }
  }

  private mutating func object(level: Int) throws(JSONFault) -> JSONNode.Content {
    place += 1
    var members: [JSONNode.Member] = []
    var keys: Set<[UInt8]> = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw fault }
      let key = try string()
      guard keys.insert(Array(key.utf8)).inserted else {
        throw JSONFault(
          line: line, reason: Wording(zh: "键重复：\(key)", en: "duplicate key: \(key)"))
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw fault }
      members.append(JSONNode.Member(key: key, value: try value(level: level + 1)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw fault }
    }
  }

  private mutating func array(level: Int) throws(JSONFault) -> JSONNode.Content {
    place += 1
    var nodes: [JSONNode] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      nodes.append(try value(level: level + 1))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(nodes) }
      guard take(UInt8(ascii: ",")) else { throw fault }
    }
  }

  private mutating func word(
    _ word: StaticString, _ content: JSONNode.Content
  ) throws(JSONFault) -> JSONNode.Content {
    for byte in word.description.utf8 {
      guard take(byte) else { throw fault }
    }
    return content
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, byte >= 0x30, byte <= 0x39 { place += 1 }
    return place - start
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = place
    _ = take(UInt8(ascii: "-"))
    let leadsWithZero = next == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !(leadsWithZero && whole > 1) else { throw fault }
    if take(UInt8(ascii: ".")) {
      guard digits() > 0 else { throw fault }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() > 0 else { throw fault }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func string() throws(JSONFault) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      guard text.count <= JSONReading.stringBytes else {
        throw JSONFault(line: line, reason: JSONReading.tooLong)
      }
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0..<0x20: throw fault
      default: text.append(byte)
      }
    }
    throw fault
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard let byte = next else { throw fault }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try escapedScalar())).utf8)
    default: throw fault
    }
  }

  private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
    var unit = try unit()
    if (0xD800..<0xDC00).contains(unit) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault }
      let low = try self.unit()
      guard (0xDC00..<0xE000).contains(low) else { throw fault }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw fault }
    return scalar
  }

  private mutating func unit() throws(JSONFault) -> UInt32 {
    guard place + 4 <= bytes.count else { throw fault }
    var unit: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault
      }
      unit = unit << 4 + UInt32(digit)
    }
    place += 4
    return unit
  }
}
