import Foundation
import Testing

/// Texts on record beside the tests, line by line; `LEADSCREEN_RECORD=1` records them anew.
enum RecordedText {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Recorded")

  static func compare(
    _ text: String, with name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["LEADSCREEN_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded anew; read the difference", sourceLocation: location)
      return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let (wanted, found) = (lines(recorded), lines(text))
    for (number, pair) in zip(wanted, found).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name):\(number + 1)\n- \(pair.0)\n+ \(pair.1)", sourceLocation: location)
      return
    }
    #expect(wanted.count == found.count, "\(name)", sourceLocation: location)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
