/// From the red head to the addressee.
extension BodyWriter {
  mutating func head() {
    switch document.kind {
    case .reportUpwards:
      mark()
      paragraph("DocNumberUpwards") { body in
        body.xml.raw("<w:r><w:tab/></w:r>")
        body.placeholder(.number)
        body.xml.raw("<w:r><w:tab/></w:r>")
        body.run("签发人：")
        body.placeholder(.signer, filled: "SignerName")
      }
    case .bulletin:
      mark()
      paragraph("DocNumber") { $0.placeholder(.number) }
    case .transferLetter, .feedbackLetter:
      // A letter's mark stands in the first page's header, above the text.
      paragraph("LetterNumber") { $0.placeholder(.number) }
    }
    title()
    paragraph("SendTo") { body in
      if let addressee = body.document.addressee {
        body.control("to", alias: "主送机关") {
          $0.run(ShownText.cut(addressee, to: ShownText.line))
        }
      } else {
        body.placeholder(.addressee)
      }
      body.run("：")
    }
  }

  private mutating func mark() {
    let text = ShownText.cut(document.organisation, to: ShownText.line) + "文件"
    paragraph("AgencyMark") { body in
      body.control("agency", alias: "发文机关标志") {
        $0.run(text, points: PageLayout.markSize(of: text))
      }
    }
  }

  private mutating func title() {
    paragraph("Title") { body in
      body.control("title", alias: "标题") { content in
        for (place, line) in content.document.title.enumerated() {
          if place > 0 { content.xml.raw("<w:r><w:br/></w:r>") }
          content.run(ShownText.cut(line, to: ShownText.line))
        }
      }
    }
  }
}
