import Foundation
import Glibc
import Testing
import Vocabulary

@testable import Intake

@Suite("Drop folders")
final class DropFolderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "leadscreen-drop-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ name: String, _ text: String = "a,b\n") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  @Test("takes .csv and .tsv in the order of their bytes and says what it passed over")
  func takes() throws {
    for name in [
      "b.CSV", "a.csv", "督察.csv", "c.tsv", ".hidden.csv", "~$a.csv", "d.csv.part",
      "e.tmp", "说明.docx",
    ] { try write(name) }
    let (files, skipped, refused) = try DropFolder.contents(of: folder, shown: "Inputs/2026Q3")
    #expect(refused == [])
    #expect(
      files.map(\.shown) == ["a.csv", "b.CSV", "c.tsv", "督察.csv"].map { "Inputs/2026Q3/\($0)" })
    #expect(
      skipped.map(\.file)
        == [".hidden.csv", "d.csv.part", "e.tmp", "~$a.csv", "说明.docx"].map {
          "Inputs/2026Q3/\($0)"
        })
    #expect(skipped.allSatisfy { $0.detail != nil })
    #expect(try files[0].source().open().bytes(in: 0..<4) == Array("a,b\n".utf8))
  }

  @Test("refuses links, pipes and folders named as exports, all at once")
  func refuses() throws {
    try write("good.csv")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: "\(folder)/link.csv", withDestinationPath: "\(folder)/good.csv")
    try manager.createSymbolicLink(
      atPath: "\(folder)/dangling.csv", withDestinationPath: "\(folder)/none")
    try manager.createDirectory(atPath: "\(folder)/folder.csv", withIntermediateDirectories: false)
    #expect(unsafe mkfifo("\(folder)/pipe.csv", 0o600) == 0)
    let contents = try DropFolder.contents(of: folder, shown: "Inputs/2026Q3")
    #expect(contents.files.map(\.shown) == ["Inputs/2026Q3/good.csv"])
    #expect(contents.refused.map(\.code) == Array(repeating: .notRegularFile, count: 4))
    #expect(
      contents.refused.compactMap(\.file)
        == ["dangling", "folder", "link", "pipe"].map {
          "Inputs/2026Q3/\($0).csv"
        })
  }

  @Test("refuses names with control characters and names that are not UTF-8")
  func names() throws {
    try write("a\nb.csv")
    let raw: [CChar] = (Array("\(folder)/".utf8) + [0xFF] + Array(".csv".utf8) + [0]).map {
      CChar(bitPattern: $0)
    }
    let descriptor = unsafe creat(raw, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let contents = try DropFolder.contents(of: folder, shown: "Inputs/2026Q3")
    #expect(contents.files == [])
    #expect(contents.refused.map(\.code) == [.unusableName, .unusableName])
  }

  @Test("a folder that is not there is a missing drop")
  func missing() {
    let failure = #expect(throws: Failure.self) {
      try DropFolder.contents(of: folder + "/none", shown: "Inputs/2026Q4")
    }
    #expect(failure?.status == .missingInput)
    #expect(failure?.problems.map(\.code) == [.missingDrop])
  }
}
