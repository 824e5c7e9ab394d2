import Testing

@testable import Documents

/// Names and texts as an enemy would write them.
@Suite("Hostile texts in official documents")
struct HostileTextTests {
  private static let long = String(repeating: "长", count: 32_768)
  private static let texts = [
    "\u{0}\u{8}\u{B}\u{1B}[2J\u{7F}\u{85}", "\u{FFFE}\u{FFFF}",
    "甲\u{202E}乙\u{2066}丙\u{200B}丁\u{FEFF}",
    "]]></w:t></w:r><w:p/>", "<!ENTITY x \"y\"> & &amp; ' \"", "行一\r\n行二\t列", "😀𠮷\u{301}\u{301}",
    "", long,
  ]

  /// A document that has the text wherever a text can stand.
  private static func document(_ kind: OfficialKind, _ text: String) -> OfficialDocument {
    var document = OfficialDocument(
      kind, banner: text, organisation: text, title: [text, text], asOf: SampleDocuments.asOf,
      run: text)
    document.warnings = [text]
    document.addressee = text
    document.body = [
      .heading(.first, text), .heading(.fourth, text),
      .paragraph([
        .text(text), .figure(name: text, text), .placeholder(Placeholder(tag: text, prompt: text)),
      ]),
      .table(
        DocumentTable(
          text, columns: [.init(1)], header: [[text]], rows: [[[.text(text)]]], note: text)
      ),
    ]
    document.attachments = [text, text]
    document.note = text
    document.copies = [text]
    document.printer = text
    return document
  }

  @Test("stand in well-formed parts, nothing hidden among them", arguments: OfficialKind.allCases)
  func wellFormed(kind: OfficialKind) throws {
    for text in HostileTextTests.texts {
      let read = try ReadDocument(HostileTextTests.document(kind, text))
      for (name, content) in read.parts {
        let hidden = content.unicodeScalars.filter {
          [.control, .format].contains($0.properties.generalCategory)
            && !"\t\n".unicodeScalars.contains($0)
            || $0.properties.isNoncharacterCodePoint
        }
        #expect(hidden.isEmpty, "\(name) of \(text.debugDescription.prefix(60))")
      }
    }
  }

  @Test("stand there as they are, what cannot be seen as U+FFFD")
  func shown() throws {
    func cell(_ text: String) throws -> String {
      try ReadDocument(HostileTextTests.document(.bulletin, text)).texts(of: "TableText")[0]
    }
    #expect(try cell("]]></w:t><w:p/>") == "]]></w:t><w:p/>")
    #expect(try cell("a\u{0}b\u{FFFE}c\u{202E}d") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    #expect(try cell("&amp; \"'") == "&amp; \"'")
  }

  @Test("that are too long are cut and say so")
  func cut() throws {
    let read = try ReadDocument(HostileTextTests.document(.bulletin, HostileTextTests.long))
    let note = "……（原文共32768字，余下从略）"
    #expect(read.texts(of: "TableText") == [String(repeating: "长", count: 400) + note])
    #expect(read.texts(of: "Heading1") == ["一、" + String(repeating: "长", count: 120) + note])
    #expect(read.texts(of: "BodyText")[0].hasPrefix(String(repeating: "长", count: 3000) + note))
    #expect(read.controls.allSatisfy { $0.tag.utf16.count <= 64 })
    #expect(ShownText.cut("四个汉字", to: 4) == "四个汉字")
    #expect(ShownText.cut("五个汉字啊", to: 4) == "五个汉字……（原文共5字，余下从略）")
  }
}
