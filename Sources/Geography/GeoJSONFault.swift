import Vocabulary

/// Why a file is no GeoJSON, where the decoder only says that it is no JSON.
enum GeoJSONFault {
  /// That the bytes are not UTF-8, as JSON must be; `nil` if they are.
  static func encoding(of bytes: [UInt8]) -> Wording? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return Wording(
      zh: "不是 UTF-8 编码（可能是 GBK），GeoJSON 只能用 UTF-8；请另存为 UTF-8",
      en: "it is not in UTF-8 (perhaps in GBK), as GeoJSON must be; save it as UTF-8")
  }

  /// The line of the first number that is larger than a double can be; `nil` if there is none.
  ///
  /// O(n); the number itself is not quoted, for it may be a coordinate.
  static func range(of bytes: [UInt8]) -> Wording? {
    var line = 1
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "\""):
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
          place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let end = bytes[place...].firstIndex { !isOfNumber($0) } ?? bytes.count
        if Double(String(decoding: bytes[place..<end], as: UTF8.self))?.isInfinite == true {
          return Wording(zh: "第 \(line) 行有超出范围的数值", en: "a number in line \(line) is out of range")
        }
        place = end - 1
      default: break
      }
      place += 1
    }
    return nil
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
