/// Writes JSON the same way every time: two spaces a level, members as they stand, a final line end.
extension JSONNode {
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, level: 0)
    bytes.append(0x0A)
    return bytes
  }

  private func write(to bytes: inout [UInt8], level: Int) {
    switch content {
    case .object(let members):
      JSONNode.list(members, "{", "}", level, &bytes) { member, bytes in
        JSONNode.write(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.write(to: &bytes, level: level + 1)
      }
    case .array(let nodes):
      JSONNode.list(nodes, "[", "]", level, &bytes) { $0.write(to: &$1, level: level + 1) }
    case .string(let text): JSONNode.write(text, to: &bytes)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .truth(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ level: Int, _ bytes: inout [UInt8],
    _ write: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(level + 1, &bytes)
      write(element, &bytes)
    }
    if !elements.isEmpty { breakLine(level, &bytes) }
    bytes.append(contentsOf: close.utf8)
  }

  private static func breakLine(_ level: Int, _ bytes: inout [UInt8]) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, byte])
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes.append(
          contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
