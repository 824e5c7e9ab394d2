/// Tables with their captions and notes.
extension BodyWriter {
  mutating func table(_ table: DocumentTable, number: Int) {
    paragraph("Caption") {
      $0.run("表\(number)　" + ShownText.cut(table.caption, to: ShownText.line))
    }
    let widths = table.widths(of: PageLayout.textWidth)
    xml.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"GovTable\"/><w:tblW w:w=\"")
    xml.number(PageLayout.textWidth)
    xml.raw("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>")
    for width in widths {
      xml.raw("<w:gridCol w:w=\"")
      xml.number(width)
      xml.raw("\"/>")
    }
    xml.raw("</w:tblGrid>")
    for titles in table.header {
      xml.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
      for (title, width) in zip(titles, widths) {
        cell(width) { body in
          body.paragraph("TableHead") { $0.run(ShownText.cut(title, to: ShownText.line)) }
        }
      }
      xml.raw("</w:tr>")
    }
    for (place, row) in table.rows.enumerated() {
      // A note alone on the next page would be read as another table's.
      let isBeforeNote = place == table.rows.count - 1 && table.note != nil
      self.row(row, of: table, widths: widths, staysWithNext: isBeforeNote)
    }
    if table.rows.isEmpty { emptyRow(across: widths.count) }
    xml.raw("</w:tbl>")
    // Also where there is no note: text needs a little room below a table.
    paragraph("TableNote") { body in
      if let note = table.note { body.run(ShownText.cut(note, to: ShownText.cell)) }
    }
  }

  private mutating func row(
    _ row: [[Run]], of table: DocumentTable, widths: [Int], staysWithNext: Bool
  ) {
    xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    for (place, content) in row.enumerated() {
      let style: StaticString =
        switch table.columns[place].alignment {
        case .left: "TableText"
        case .centre: "TableWord"
        case .right: "TableNumber"
        }
      cell(widths[place]) { body in
        body.paragraph(style, settings: { if staysWithNext { $0.raw("<w:keepNext/>") } }) {
          $0.runs(content, limit: ShownText.cell)
        }
      }
    }
    xml.raw("</w:tr>")
  }

  /// Says that there is nothing, lest the table look unfinished.
  private mutating func emptyRow(across columns: Int) {
    xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    cell(PageLayout.textWidth, across: columns) { body in
      body.paragraph("TableWord") { $0.run("（无）") }
    }
    xml.raw("</w:tr>")
  }

  private mutating func cell(
    _ width: Int, across columns: Int = 1, _ content: (inout BodyWriter) -> Void
  ) {
    xml.raw("<w:tc><w:tcPr><w:tcW w:w=\"")
    xml.number(width)
    xml.raw("\" w:type=\"dxa\"/>")
    if columns > 1 {
      xml.raw("<w:gridSpan w:val=\"")
      xml.number(columns)
      xml.raw("\"/>")
    }
    xml.raw("<w:vAlign w:val=\"center\"/></w:tcPr>")
    content(&self)
    xml.raw("</w:tc>")
  }
}
