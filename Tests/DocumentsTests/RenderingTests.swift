import Documents
import Foundation
import Testing
import Vocabulary

/// What LibreOffice makes of the files; `DOCUMENT_PICTURES` names a folder that keeps the pages.
@Suite("Documents as pages")
struct RenderingTests {
  @Test("22 lines of 28 characters fill a page (GB/T 9704-2012, 5.2.3)")
  func grid() throws {
    var document = SampleDocuments.report(.bulletin)
    document.body = [.text(String(repeating: "山西省忻州市生态环境损害赔偿线索", count: 120))]
    let pages = try RenderingTests.pages(of: [document])[0]
    let lines = pages[1].filter { $0.count > 20 }
    #expect(lines.count == 22)
    #expect(lines.map(\.count) == [Int](repeating: 28, count: 22))
  }

  @Test("Every page has its banner and number, every page of a table its head, no row is lost")
  func longTable() throws {
    let documents = [SampleDocuments.report(.bulletin, rows: 90)] + SampleDocuments.all
    let rendered = try RenderingTests.pages(of: documents)
    let pages = rendered[0]
    #expect(pages.count > 3)
    for (place, page) in pages.enumerated() {
      #expect(page.contains("内部版　含责任主体信息，不得公开") || page.contains { $0.hasPrefix("内部版") })
      #expect(page.contains("—\(place + 1)—"))
    }
    let withRows = pages.filter { $0.contains { $0.hasSuffix("61823412.6") } }
    #expect(withRows.count == 3)
    #expect(withRows.allSatisfy { $0.contains { $0.contains("有效线索应当启动") } })
    let rows = pages.joined().filter { $0.hasSuffix("61823412.6") }
    #expect(rows.count == 90)
    #expect(Set(rows).count == 90)
    for (kind, letter) in zip(["移送", "反馈"], rendered[3...]) {
      #expect(letter[0].contains { $0.hasPrefix("内部版") })
      #expect(letter[0].contains("忻州市生态环境局"), "\(kind): the mark")
      #expect(!letter[0].contains("—1—"), "\(kind): no number on the first page (10.1)")
      #expect(letter[1].contains("—2—"))
    }
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
