import Foundation
import Testing

/// Letters about single leads.
@Suite("Letters") struct LetterTests {
  @Test("are written for the lead that has a ground for them, and never over a changed one")
  func letters() throws {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: 2).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let leads = try bench.table("leads", of: "2026Q3").column("lead_id")
    // 河道 is the matter of the water authority, and the procuratorate sent it.
    let asked = ["report", "2026Q3", "--letters"] + leads
    let outcome = try bench.run(asked)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let folder = "Reports/2026Q3-letters"
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.path(folder).path)
      .sorted()
    #expect(
      names == leads.flatMap { ["\($0)-检察反馈函.docx", "\($0)-移送函.docx"] }.sorted())
    let written = try bench.digest(folder)
    #expect(try bench.run(asked).status == 0)
    #expect(try bench.digest(folder) == written)
    try bench.write("改过", to: "\(folder)/\(names[3])")
    try bench.remove("\(folder)/\(names[0])")
    let refused = try bench.run(asked)
    #expect(refused.status == 73 && refused.messages.contains("E519"))
    #expect(try bench.text("\(folder)/\(names[3])") == "改过")
    #expect(!bench.exists("\(folder)/\(names[0])"))
  }
}
