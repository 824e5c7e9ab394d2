/// A physical line in the form in which it can be split at ASCII bytes.
///
/// UTF-8 and GB 18030 stay as they are where none of the bytes that structure the table can be part of
/// another character. UTF-16, and GB 18030 split at `|`, `^` or a space, are turned into UTF-8 first;
/// marks escaped by a backslash are doubled.
struct LineText {
  private enum Source {
    case plain, gb18030, littleEndian, bigEndian
  }

  private let source: Source
  private let isEscaped: Bool
  /// The mark that a backslash may stand before.
  private let quote: UInt8
  /// The line turned into UTF-8; of use only if `isDecoded`.
  private(set) var decoded: [UInt8] = []

  init(_ encoding: TextEncoding, _ dialect: Dialect) {
    switch encoding {
    case .utf16LE: source = .littleEndian
    case .utf16BE: source = .bigEndian
    case .gb18030: source = dialect.delimiter.isPartOfCharacters ? .gb18030 : .plain
    case .utf8, .utf8BOM: source = .plain
    }
    quote = dialect.quote.byte ?? 0
    isEscaped = dialect.escape == .backslash && dialect.quote != .none
  }

  /// Whether lines are turned into UTF-8 before they are split.
  var isDecodedFirst: Bool { source != .plain }

  /// Whether the line to be split is `decoded` rather than the source's own bytes.
  var isDecoded: Bool { source != .plain || isEscaped }

  /// Takes the next line; `false` if a character in it is broken.
  mutating func take(_ window: [UInt8], _ content: Range<Int>) -> Bool {
    guard isDecoded else { return true }
    decoded.removeAll(keepingCapacity: true)
    let line = window.span.extracting(content)
    let isWhole: Bool
    switch source {
    case .plain:
      unsafe line.withUnsafeBufferPointer { unsafe decoded.append(contentsOf: $0) }
      isWhole = true
    case .gb18030: isWhole = GB18030.decode(line, into: &decoded)
    case .littleEndian: isWhole = UTF16Text.decode(line, isBigEndian: false, into: &decoded)
    case .bigEndian: isWhole = UTF16Text.decode(line, isBigEndian: true, into: &decoded)
    }
    if isEscaped { doubleEscapedQuotes() }
    return isWhole
  }

  /// `\"` becomes `""`; a backslash before a backslash escapes nothing after it.
  private mutating func doubleEscapedQuotes() {
    var index = 0
    while index + 1 < decoded.count {
      if decoded[index] == UInt8(ascii: "\\") {
        if decoded[index + 1] == quote { decoded[index] = quote }
        index += 2
      } else {
        index += 1
      }
    }
  }
}

extension TextEncoding {
  /// Whether UTF-16 comes with the high byte first; `nil` for other encodings.
  var isBigEndianUTF16: Bool? {
    switch self {
    case .utf16LE: false
    case .utf16BE: true
    case .utf8, .utf8BOM, .gb18030: nil
    }
  }

  /// How wide a character is in which line ends are written.
  var unit: LineReader.Unit {
    switch self {
    case .utf16LE: .littleEndianPair
    case .utf16BE: .bigEndianPair
    case .utf8, .utf8BOM, .gb18030: .byte
    }
  }
}

extension Dialect {
  /// What ends a line.
  var lineEnd: LineReader.End {
    if lineEnding == .cr { return .carriageReturn }
    return returnsEndRows ? .any : .feed
  }
}

extension Delimiter {
  /// Whether its byte can be the second of a character in GB 18030.
  var isPartOfCharacters: Bool {
    switch self {
    case .bar, .caret: true
    case .comma, .tab, .semicolon, .space: false
    }
  }
}
