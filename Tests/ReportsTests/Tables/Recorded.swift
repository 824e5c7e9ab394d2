import Foundation
import Testing

/// Bytes on record beside the tests; `LEADSCREEN_RECORD=1` records them anew.
enum Recorded {
  static func compare(
    _ bytes: [UInt8], with name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["LEADSCREEN_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      Issue.record("\(name) was recorded anew; read the difference", sourceLocation: location)
      return
    }
    let recorded = [UInt8](try Data(contentsOf: file))
    let difference = zip(recorded, bytes).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
      recorded == bytes, "\(name) differs at byte \(difference?.offset ?? recorded.count)",
      sourceLocation: location)
  }
}
