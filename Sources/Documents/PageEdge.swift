/// A head or foot of pages, a part of its own.
struct PageEdge {
  /// Of which pages, as the format calls them; `default` are the odd ones.
  enum Pages: String { case odd = "default", even, first }

  let isHeader: Bool
  let pages: Pages

  /// The part's name without folder and ending, also the name by which the document refers to it.
  var name: String { (isHeader ? "header-" : "footer-") + pages.rawValue }

  /// Letters have a first page of their own.
  static func all(of kind: OfficialKind) -> [PageEdge] {
    let pages: [Pages] = kind.isLetter ? [.odd, .even, .first] : [.odd, .even]
    return [true, false].flatMap { isHeader in
      pages.map { PageEdge(isHeader: isHeader, pages: $0) }
    }
  }

  /// The part's bytes.
  func part(of document: OfficialDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.raw(isHeader ? "<w:hdr" : "<w:ftr")
    xml.raw(" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">")
    if isHeader { header(of: document, &xml) } else { footer(&xml) }
    xml.raw(isHeader ? "</w:hdr>" : "</w:ftr>")
    return xml.bytes
  }

  /// For whom the document is; on a letter's first page also whose letter it is.
  private func header(of document: OfficialDocument, _ xml: inout XMLWriter) {
    let lines = [document.banner] + document.warnings
    for line in lines {
      xml.raw("<w:p><w:pPr><w:pStyle w:val=\"Header\"/>")
      xml.raw(pages == .even ? "<w:jc w:val=\"left\"/></w:pPr>" : "</w:pPr>")
      xml.raw("<w:r><w:t xml:space=\"preserve\">")
      xml.text(ShownText.cut(line, to: ShownText.banner))
      xml.raw("</w:t></w:r></w:p>")
    }
    if pages == .first { letterMark(of: document, below: lines.count, &xml) }
  }

  /// A letter's mark: its top 30 mm below the paper's, the double line 4 mm below it (10.1).
  private func letterMark(
    of document: OfficialDocument, below lines: Int, _ xml: inout XMLWriter
  ) {
    let name = ShownText.cut(document.organisation, to: ShownText.line)
    let points = PageLayout.markSize(of: name)
    // 850 is where the head begins, 280 the height of a banner's line, 80 what a line has above
    // its characters.
    let before = max(0, 1701 - 80 - 850 - 280 * lines)
    xml.raw("<w:p><w:pPr><w:pStyle w:val=\"LetterMark\"/><w:spacing w:before=\"")
    xml.number(before)
    xml.raw("\" w:after=\"0\" w:line=\"")
    xml.number(points * 20 + 160)
    xml.raw("\" w:lineRule=\"exact\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"")
    xml.number(points * 2)
    xml.raw("\"/><w:szCs w:val=\"")
    xml.number(points * 2)
    xml.raw("\"/></w:rPr><w:t xml:space=\"preserve\">")
    xml.text(name)
    xml.raw("</w:t></w:r></w:p>")
  }

  /// `— 1 —`, outside on both sides of a sheet; a letter's first page has the second line instead.
  private func footer(_ xml: inout XMLWriter) {
    if pages == .first {
      xml.raw("<w:p><w:pPr><w:pStyle w:val=\"LetterFoot\"/></w:pPr></w:p>")
      return
    }
    xml.raw("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/>")
    xml.raw(pages == .even ? "<w:jc w:val=\"left\"/></w:pPr>" : "</w:pPr>")
    xml.raw(
      """
      <w:r><w:t xml:space="preserve">— </w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="begin"/></w:r>\
      <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>
      """)
  }
}
