private import Files
package import Vocabulary

/// An official document as a file that Word, WPS and LibreOffice open (ECMA-376, .docx).
package enum DocumentFile {
  /// The file's bytes: the same for the same document, on any day and in any time zone.
  ///
  /// Throws when memory is short. Cost: one pass over the texts, and deflating them.
  package static func bytes(of document: OfficialDocument) throws(Failure) -> [UInt8] {
    var zip = try ZipWriting()
    for part in parts(of: document) { try zip.add(part.name, part.bytes) }
    return try zip.finish()
  }

  private static func parts(of document: OfficialDocument) -> [(name: String, bytes: [UInt8])] {
    let edges = PageEdge.all(of: document.kind)
    // The list of types comes first: readers of a stream need it before the rest.
    return [
      ("[Content_Types].xml", contentTypes(edges)),
      ("_rels/.rels", packageLinks),
      ("docProps/core.xml", properties(of: document)),
      ("word/document.xml", BodyWriter.part(of: document)),
      ("word/_rels/document.xml.rels", documentLinks(edges)),
      ("word/styles.xml", PackageResources.styles_xml),
      ("word/settings.xml", PackageResources.settings_xml),
      ("word/fontTable.xml", PackageResources.fontTable_xml),
    ] + edges.map { ("word/\($0.name).xml", $0.part(of: document)) }
  }

  private static func contentTypes(_ edges: [PageEdge]) -> [UInt8] {
    var xml = XMLWriter()
    xml.raw(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
      <Override PartName="/word/document.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
      <Override PartName="/word/settings.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
      <Override PartName="/word/fontTable.xml" ContentType=\
      "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>
      """)
    for edge in edges {
      xml.raw("<Override PartName=\"/word/")
      xml.text(edge.name)
      xml.raw(
        ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.")
      xml.raw(edge.isHeader ? "header+xml\"/>" : "footer+xml\"/>")
    }
    xml.raw("</Types>")
    return xml.bytes
  }

  private static var packageLinks: [UInt8] {
    var xml = XMLWriter()
    xml.raw(
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="document" Type=\
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="word/document.xml"/><Relationship Id="core" Type=\
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """)
    return xml.bytes
  }

  private static func documentLinks(_ edges: [PageEdge]) -> [UInt8] {
    var xml = XMLWriter()
    xml.raw(
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="styles" Target="styles.xml" Type=\
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>\
      <Relationship Id="settings" Target="settings.xml" Type=\
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"/>\
      <Relationship Id="fonts" Target="fontTable.xml" Type=\
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"/>
      """)
    for edge in edges {
      xml.raw("<Relationship Id=\"")
      xml.text(edge.name)
      xml.raw("\" Target=\"")
      xml.text(edge.name)
      xml.raw(
        """
        .xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/
        """)
      xml.raw(edge.isHeader ? "header\"/>" : "footer\"/>")
    }
    xml.raw("</Relationships>")
    return xml.bytes
  }

  /// Title, kind, organisation, run and day; the day is the document's, no clock is read.
  private static func properties(of document: OfficialDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.raw(
      """
      <cp:coreProperties \
      xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>
      """)
    // Word refuses properties of more than 255 characters.
    xml.text(ShownText.cut(document.title.joined(), to: ShownText.line))
    xml.raw("</dc:title><dc:subject>")
    xml.text(document.kind.name)
    xml.raw("</dc:subject><dc:creator>")
    xml.text(ShownText.cut(document.organisation, to: ShownText.line))
    xml.raw("</dc:creator><dc:identifier>")
    xml.text(ShownText.cut(document.run, to: ShownText.line))
    xml.raw("</dc:identifier><dc:language>zh-CN</dc:language>")
    xml.raw("<dcterms:created xsi:type=\"dcterms:W3CDTF\">")
    xml.text("\(document.asOf)T00:00:00Z")
    xml.raw("</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">")
    xml.text("\(document.asOf)T00:00:00Z")
    xml.raw("</dcterms:modified></cp:coreProperties>")
    return xml.bytes
  }
}
