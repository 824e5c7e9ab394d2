/// Writes word/document.xml: head, title, body and end of one document.
struct BodyWriter {
  let document: OfficialDocument
  var xml = XMLWriter()
  private var controls = 0
  private var headings = HeadingNumbers()
  private var tables = 0

  init(_ document: OfficialDocument) { self.document = document }

  /// The part's bytes.
  static func part(of document: OfficialDocument) -> [UInt8] {
    var writer = BodyWriter(document)
    writer.xml.raw(
      """
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
      """)
    writer.head()
    for block in document.body { writer.block(block) }
    writer.end()
    writer.section()
    writer.xml.raw("</w:body></w:document>")
    return writer.xml.bytes
  }

  private mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let text):
      let number = headings.next(level)
      let style: StaticString =
        switch level {
        case .first: "Heading1"
        case .second: "Heading2"
        case .third: "Heading3"
        case .fourth: "Heading4"
        }
      paragraph(style) { $0.run(number + ShownText.cut(text, to: ShownText.line)) }
    case .paragraph(let runs):
      // Justified, the line before a code that does not fit would be drawn apart.
      let isRagged = runs.contains { $0.hasLongWord }
      paragraph("BodyText", settings: { if isRagged { $0.raw("<w:jc w:val=\"left\"/>") } }) {
        $0.runs(runs, limit: ShownText.paragraph)
      }
    case .table(let table):
      tables += 1
      self.table(table, number: tables)
    }
  }

  /// A paragraph of that style, whose own settings come before its runs.
  mutating func paragraph(
    _ style: StaticString, settings: (inout XMLWriter) -> Void = { _ in },
    _ content: (inout BodyWriter) -> Void
  ) {
    xml.raw("<w:p><w:pPr><w:pStyle w:val=\"")
    xml.raw(style)
    xml.raw("\"/>")
    settings(&xml)
    xml.raw("</w:pPr>")
    content(&self)
    xml.raw("</w:p>")
  }

  /// The runs of a line or a cell, each cut at the limit.
  mutating func runs(_ runs: [Run], limit: Int) {
    for piece in runs {
      switch piece {
      case .text(let text): run(ShownText.cut(text, to: limit))
      case .figure(let name, let text):
        control("figure:" + name, alias: name) { $0.run(ShownText.cut(text, to: ShownText.line)) }
      case .placeholder(let field): placeholder(field)
      }
    }
  }

  /// Text as the paragraph has it; `points` is its size where it is another.
  mutating func run(_ text: String, points: Int? = nil) {
    xml.raw("<w:r>")
    if let points {
      xml.raw("<w:rPr><w:sz w:val=\"")
      xml.number(points * 2)
      xml.raw("\"/><w:szCs w:val=\"")
      xml.number(points * 2)
      xml.raw("\"/></w:rPr>")
    }
    xml.raw("<w:t xml:space=\"preserve\">")
    xml.text(text)
    xml.raw("</w:t></w:r>")
  }

  /// A field to be filled in; what is filled in has the style `filled`, if any.
  mutating func placeholder(_ field: Placeholder, filled: StaticString? = nil) {
    openControl(field.tag, alias: field.prompt, style: filled)
    xml.raw(
      """
      <w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>\
      <w:rStyle w:val="PlaceholderText"/></w:rPr><w:t xml:space="preserve">
      """)
    xml.text(field.shown)
    xml.raw("</w:t></w:r></w:sdtContent></w:sdt>")
  }

  /// Content that a program finds by its tag.
  mutating func control(_ tag: String, alias: String, _ content: (inout BodyWriter) -> Void) {
    openControl(tag, alias: alias, style: nil)
    xml.raw("</w:sdtPr><w:sdtContent>")
    content(&self)
    xml.raw("</w:sdtContent></w:sdt>")
  }

  /// Word takes a file for damaged whose tags have more UTF-16 units.
  private static let longestTag = 64

  private mutating func openControl(_ tag: String, alias: String, style: StaticString?) {
    controls += 1
    xml.raw("<w:sdt><w:sdtPr>")
    if let style {
      xml.raw("<w:rPr><w:rStyle w:val=\"")
      xml.raw(style)
      xml.raw("\"/></w:rPr>")
    }
    xml.raw("<w:alias w:val=\"")
    xml.text(String(decoding: alias.utf16.prefix(BodyWriter.longestTag), as: UTF16.self))
    xml.raw("\"/><w:tag w:val=\"")
    xml.text(String(decoding: tag.utf16.prefix(BodyWriter.longestTag), as: UTF16.self))
    xml.raw("\"/><w:id w:val=\"")
    xml.number(controls)
    xml.raw("\"/>")
  }
}
