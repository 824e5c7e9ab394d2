import Foundation
import Sample
import Testing

@Suite("The sample at the top level")
struct CommittedSampleTests {
  @Test("is what the generator makes, byte for byte; scripts/make-sample mends it")
  func committed() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for file in SampleWorkspace.files() {
      let there = try Data(contentsOf: top.appending(path: file.path))
      #expect(there == Data(file.bytes), "\(file.path)")
    }
  }
}
