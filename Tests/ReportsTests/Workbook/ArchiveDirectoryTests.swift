import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("The directory of a written workbook")
struct ArchiveDirectoryTests {
  @Test("names every sheet's size, and nothing once the file is cut short")
  func sizes() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    let path = url.path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(at: url) }
    try LedgerWorkbook.write(HostileReport.report(), to: path)
    let sizes = try #require(try read(url))
    #expect(sizes.count == 12)
    #expect(sizes.allSatisfy { $0 > 500 })
    let bytes = try Data(contentsOf: url)
    for kept in [0, 21, bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(kept).write(to: url)
      #expect(try read(url) == nil, "\(kept) bytes")
    }
  }

  private func read(_ url: URL) throws -> [Int]? {
    let file = try FileHandle(forReadingFrom: url)
    defer { try? file.close() }
    return ArchiveDirectory.sheetSizes(file.fileDescriptor)
  }
}
