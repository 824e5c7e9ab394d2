/// From the attachments to the last line, and the page itself.
extension BodyWriter {
  mutating func end() {
    attachments()
    signature()
    if let note = document.note {
      paragraph("DocNote") { $0.run("（\(ShownText.cut(note, to: ShownText.line))）") }
    }
    colophon()
  }

  /// 附件说明: one name without a number, several numbered.
  private mutating func attachments() {
    let names = document.attachments.map { ShownText.cut($0, to: ShownText.line) }
    for (place, name) in names.enumerated() {
      let number = names.count > 1 ? "\(place + 1)." : ""
      let isFirst = place == 0
      let style: StaticString =
        names.count == 1 ? "AttachmentOnly" : isFirst ? "AttachmentFirst" : "AttachmentNext"
      paragraph(style) { body in
        body.run((isFirst ? "附件：" : "") + number)
        // Lines that follow begin below the name, whatever the number's width.
        if !number.isEmpty { body.xml.raw("<w:r><w:tab/></w:r>") }
        body.run(name)
      }
    }
  }

  private mutating func signature() {
    let name = ShownText.cut(document.organisation, to: ShownText.line)
    let indents = PageLayout.signatureIndents(of: name)
    func indent(_ width: Int) -> (inout XMLWriter) -> Void {
      { xml in
        xml.raw("<w:ind w:right=\"")
        xml.number(width)
        xml.raw("\"/>")
      }
    }
    paragraph("Signature", settings: indent(indents.name)) { body in
      body.control("signature", alias: "发文机关署名") { $0.run(name) }
    }
    paragraph("Date", settings: indent(indents.date)) { $0.placeholder(.date) }
  }

  /// 版记: at the foot of the last page; a letter's has neither lines nor who printed it (7.4, 10.1).
  ///
  /// A table that floats, for it must end where the text's area ends; there is no other way to put
  /// it there that keeps its lines.
  private mutating func colophon() {
    let isLetter = document.kind.isLetter
    if isLetter, document.copies.isEmpty { return }
    xml.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"")
    xml.raw(isLetter ? "LetterColophon" : "Colophon")
    xml.raw(
      """
      "/><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" \
      w:horzAnchor="margin" w:tblpX="0" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>\
      <w:tblW w:w="8844" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>\
      <w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>
      """)
    if !document.copies.isEmpty {
      line { body in body.paragraph("Copies") { $0.run($0.copies) } }
    }
    if !isLetter { line { $0.printed() } }
    xml.raw("</w:tbl>")
    // A body ends with a paragraph; this one has a line of one point.
    paragraph("LastLine") { _ in }
  }

  /// 印发机关 and 印发日期.
  private mutating func printed() {
    paragraph("Printed") { line in
      if let printer = line.document.printer {
        line.control("printer", alias: "印发机关") {
          $0.run(ShownText.cut(printer, to: ShownText.line))
        }
      } else {
        line.placeholder(.printer)
      }
      line.xml.raw("<w:r><w:tab/></w:r>")
      line.placeholder(.printDate)
      line.run("印发")
    }
  }

  private var copies: String {
    let names = document.copies.map { ShownText.cut($0, to: ShownText.line) }
    return "抄送：" + names.joined(separator: "，") + "。"
  }

  private mutating func line(_ content: (inout BodyWriter) -> Void) {
    xml.raw(
      """
      <w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>
      """)
    content(&self)
    xml.raw("</w:tc></w:tr>")
  }

  /// The page: A4, margins, lines; the heads and feet of `PageEdge`.
  mutating func section() {
    xml.raw("<w:sectPr>")
    for edge in PageEdge.all(of: document.kind) {
      xml.raw(edge.isHeader ? "<w:headerReference w:type=\"" : "<w:footerReference w:type=\"")
      xml.text(edge.pages.rawValue)
      xml.raw("\" r:id=\"")
      xml.text(edge.name)
      xml.raw("\"/>")
    }
    xml.raw(
      """
      <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" \
      w:left="1588" w:header="850" w:footer="1000" w:gutter="0"/><w:cols w:space="425"/>
      """)
    if document.kind.isLetter { xml.raw("<w:titlePg/>") }
    xml.raw("<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>")
  }
}
