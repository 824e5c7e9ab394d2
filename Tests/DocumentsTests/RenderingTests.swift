import Documents
import Foundation
import Testing
import Vocabulary

/// What LibreOffice makes of the files; `DOCUMENT_PICTURES` names a folder that keeps the pages.
@Suite("Documents as pages")
struct RenderingTests {
  @Test("22 lines of 28 characters fill a page (GB/T 9704-2012, 5.2.3)")
  func grid() throws {
    let lines = try RenderingTests.rendered.get().dense[1].filter { $0.count > 20 }
    #expect(lines.map(\.count) == [Int](repeating: 28, count: 22))
  }

  @Test("Every page of a table has its head, and no row is lost")
  func longTable() throws {
    let pages = try RenderingTests.rendered.get().table
    let withRows = pages.filter { $0.contains { $0.hasSuffix("61823412.6") } }
    #expect(withRows.count == 3)
    #expect(withRows.allSatisfy { $0.contains { $0.contains("有效线索应当启动") } })
    let rows = pages.joined().filter { $0.hasSuffix("61823412.6") }
    #expect(rows.count == 90)
    #expect(Set(rows).count == 90)
  }

  @Test("Every page says for whom it is and has its number, but a letter's first")
  func edges() throws {
    let rendered = try RenderingTests.rendered.get()
    for pages in [rendered.dense, rendered.table, rendered.report] + rendered.letters {
      #expect(pages.count > 2)
      for (place, page) in pages.enumerated() {
        #expect(page.contains("内部版含责任主体信息，不得公开"))
        let isLetter = pages[0].contains("忻州市生态环境局")
        #expect(page.contains("—\(place + 1)—") == (place > 0 || !isLetter))
      }
    }
    for letter in rendered.letters {
      #expect(letter[0].contains("忻州市生态环境局"), "the mark")
    }
  }

  /// Documents as lines of pages, without spaces.
  private struct Rendered {
    var dense, table, report: [[String]]
    var letters: [[[String]]]
  }

  /// Made once, for LibreOffice takes seconds to start.
  private static let rendered = Result {
    var dense = SampleDocuments.report(.bulletin)
    dense.body = [.text(String(repeating: "山西省忻州市生态环境损害赔偿线索", count: 120))]
    let pages = try RenderingTests.pages(of: [
      dense, SampleDocuments.report(.bulletin, rows: 90), SampleDocuments.report(),
      SampleDocuments.letter(.transferLetter), SampleDocuments.letter(.feedbackLetter),
    ])
    return Rendered(
      dense: pages[0], table: pages[1], report: pages[2], letters: Array(pages[3...]))
  }

  /// The lines of every page of every document, without spaces.
  private static func pages(of documents: [OfficialDocument]) throws -> [[[String]]] {
    let folder = try TemporaryFolder()
    let files = try documents.enumerated().map { try folder.write($1, to: "\($0).docx") }
    // A profile of its own: LibreOffice runs once for each.
    _ = try DocumentReader.run(
      URL(filePath: "/usr/bin/soffice"),
      [
        "-env:UserInstallation=\(folder.url.appending(path: "profile").absoluteString)",
        "--headless", "--convert-to", "pdf", "--outdir", folder.url.path,
      ] + files.map(\.path), in: folder)
    return try files.indices.map { place in
      let pdf = folder.url.appending(path: "\(place).pdf")
      try keepPictures(of: pdf, in: folder)
      let text = try DocumentReader.run(
        URL(filePath: "/usr/bin/pdftotext"), ["-layout", pdf.path, "-"], in: folder)
      return String(decoding: text, as: UTF8.self).split(separator: "\u{C}").map { page in
        page.split(whereSeparator: \.isNewline)
          .map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
      }
    }
  }

  private static func keepPictures(of pdf: URL, in folder: TemporaryFolder) throws {
    guard let kept = ProcessInfo.processInfo.environment["DOCUMENT_PICTURES"] else { return }
    let name = pdf.deletingPathExtension().lastPathComponent
    _ = try DocumentReader.run(
      URL(filePath: "/usr/bin/pdftoppm"), ["-r", "70", "-png", pdf.path, "\(kept)/\(name)"],
      in: folder)
  }
}
