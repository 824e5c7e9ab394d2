internal import Vocabulary

/// Recognition of text that is no table: markup, JSON, mail.
enum TextFormat {
  private static let markup = [
    "<!doctype", "<!--", "<html", "<head", "<body", "<meta", "<style", "<script", "<table", "<div",
    "<?xml", "<workbook", "<svg", "<kml", "<gml", "<rss", "<feed",
  ]

  /// Lines that a message or an archived page may begin with.
  private static let mailFields = [
    "received:", "return-path:", "delivered-to:", "from:", "to:", "date:", "subject:",
    "message-id:", "mime-version:", "content-type:", "x-",
  ]

  /// What text that begins with `head` is, if it is no table.
  static func name(of head: ArraySlice<UInt8>) -> Wording? {
    let start = head.drop(while: isBlank)
    guard let first = start.first else { return nil }
    switch first {
    case UInt8(ascii: "<"):
      let lowered = start.prefix(9).map(lowercase)
      guard markup.contains(where: { lowered.starts(with: $0.utf8) }) else { return nil }
      return Wording(zh: "HTML 或 XML", en: "HTML or XML")
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return JSONStart(start).isJSON ? Wording(zh: "JSON", en: "JSON") : nil
    default:
      return isMail(start) ? Wording(zh: "邮件或存档网页", en: "a mail or an archived page") : nil
    }
  }

  /// Whether the text begins with a field of a mail header (RFC 5322) and tells its MIME version or
  /// has a message id on a line of its own.
  private static func isMail(_ text: ArraySlice<UInt8>) -> Bool {
    let lines = text.split(separator: 0x0A, maxSplits: 64).prefix(64)
      .map { $0.prefix(16).map(lowercase) }
    guard let first = lines.first, mailFields.contains(where: { first.starts(with: $0.utf8) })
    else { return false }
    return lines.contains { line in
      line.starts(with: "mime-version:".utf8) || line.starts(with: "message-id:".utf8)
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

/// The start of a text that may be JSON (RFC 8259).
///
/// A table may have a first cell in brackets, `[编号],[名称]` or `{A1}`, so what follows a bracket must
/// be what JSON has there.
private struct JSONStart {
  private var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    rest = text
  }

  var isJSON: Bool {
    var reading = self
    return reading.isValue()
  }

  /// Whether the text begins with an object or an array, as far as one needs to read to be sure.
  private mutating func isValue() -> Bool {
    switch next() {
    case UInt8(ascii: "{"): isObject()
    case UInt8(ascii: "["): isArray()
    default: false
    }
  }

  private mutating func isObject() -> Bool {
    switch next() {
    case UInt8(ascii: "}"): isAlone()
    case UInt8(ascii: "\""): skipString() && next() == UInt8(ascii: ":")
    default: false
    }
  }

  private mutating func isArray() -> Bool {
    var ending = self
    switch ending.next() {
    case UInt8(ascii: "]"): return ending.isAlone()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return isValue()
    case UInt8(ascii: "\""):
      rest = ending.rest
      guard skipString() else { return false }
    default:
      let isScalar: (UInt8) -> Bool = { byte in
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2D
          || byte == 0x2B || byte == 0x2E
      }
      let scalar = rest.drop(while: TextFormat.isBlank).prefix(while: isScalar)
      guard JSONStart.isScalar(scalar) else { return false }
      rest = rest[scalar.endIndex...]
    }
    switch next() {
    case UInt8(ascii: ","): return true
    case UInt8(ascii: "]"): return isAlone()
    default: return false
    }
  }

  private static func isScalar(_ text: ArraySlice<UInt8>) -> Bool {
    if ["true", "false", "null"].contains(where: { text.elementsEqual($0.utf8) }) { return true }
    guard let last = text.last, last >= 0x30, last <= 0x39 else { return false }
    return text.allSatisfy { $0 < 0x40 || $0 | 0x20 == 0x65 }
  }

  /// Whether nothing more stands on the line.
  private func isAlone() -> Bool {
    let following = rest.drop { $0 == 0x20 || $0 == 0x09 }.first
    return following == nil || following == 0x0A || following == 0x0D
  }

  private mutating func next() -> UInt8? {
    rest = rest.drop(while: TextFormat.isBlank)
    return rest.popFirst()
  }

  /// Skips to after the closing quote; `false` if there is none on the line.
  private mutating func skipString() -> Bool {
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return true
      case UInt8(ascii: "\\"): _ = rest.popFirst()
      case 0..<0x20: return false
      default: continue
      }
    }
    return false
  }
}
