private import Vocabulary

/// A typed HTML builder: appends markup to a buffer of UTF-8 bytes.
///
/// Markup enters only as `StaticString`, that is, as written in this program; text and attribute
/// values are always escaped, so that nothing a source says can become markup. Elements are closed
/// by construction. Cost: one pass over the bytes of every text, no intermediate strings.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Markup that the program itself wrote.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// What another writer made.
  mutating func append(_ other: HTMLWriter) {
    bytes.append(contentsOf: other.bytes)
  }

  /// A part of what another writer made.
  mutating func append(_ part: HTMLPart) {
    bytes.append(contentsOf: part.bytes)
  }

  /// What stands in that range of the buffer.
  func part(_ range: Range<Int>) -> HTMLPart { HTMLPart(bytes: bytes[range]) }

  /// Bytes of the program's own resources (style sheet and script), unchanged.
  mutating func resource(_ contents: [UInt8]) {
    bytes.append(contentsOf: contents)
  }

  /// Character data, escaped.
  mutating func text(_ text: String) {
    bytes.appendEscaped(text)
  }

  /// An element with its content.
  mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  /// An element that holds text only.
  mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., text: String) {
    open(name, attributes)
    self.text(text)
    raw("</")
    raw(name)
    raw(">")
  }

  /// An element that cannot have content: `meta`, `br`, `col`; or an SVG shape.
  mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) {
    raw("<")
    raw(name)
    write(attributes)
    raw("/>")
  }

  private mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    raw("<")
    raw(name)
    write(attributes)
    raw(">")
  }

  private mutating func write(_ attributes: [HTMLAttribute]) {
    for attribute in attributes {
      raw(" ")
      raw(attribute.name)
      guard let value = attribute.value else { continue }
      raw("=\"")
      text(value)
      raw("\"")
    }
  }
}

/// A stretch of markup out of a writer; nothing else can make one.
struct HTMLPart {
  fileprivate let bytes: ArraySlice<UInt8>
}

/// One attribute; the name is the program's own, the value is escaped when written.
struct HTMLAttribute {
  let name: StaticString
  /// `nil` for an attribute that only has to be there: `hidden`.
  let value: String?

  /// Any attribute by its name.
  static func named(_ name: StaticString, _ value: String) -> HTMLAttribute {
    HTMLAttribute(name: name, value: value)
  }

  /// An attribute without a value.
  static func flag(_ name: StaticString) -> HTMLAttribute {
    HTMLAttribute(name: name, value: nil)
  }

  static func `class`(_ value: String) -> HTMLAttribute { .named("class", value) }
  static func id(_ value: String) -> HTMLAttribute { .named("id", value) }
  static func href(_ value: String) -> HTMLAttribute { .named("href", value) }
  static let columnHeader = HTMLAttribute.named("scope", "col")
  static let rowHeader = HTMLAttribute.named("scope", "row")
}
