import Foundation
import Testing

@testable import Sample

@Suite("The sample workspace")
struct SampleWorkspaceTests {
  let workspace = SampleWorkspace.ofRepository

  @Test("is the same, byte for byte, every time it is made")
  func isDeterministic() {
    #expect(SampleWorkspace.files() == workspace.files)
    #expect(SampleWorkspace(seed: 7).files != workspace.files)
    let all = workspace.files.flatMap { Array($0.path.utf8) + $0.bytes }
    #expect(fingerprint(all) == 2_597_630_274_402_519_770)
  }

  @Test("has every kind of case and trouble at least once")
  func hasEveryCase() {
    let present = Set(workspace.cases.map(\.kind))
    #expect(SampleCase.allCases.filter { !present.contains($0) } == [])
  }

  @Test("has the files of two quarters, the history, the layers and the configuration")
  func hasItsFiles() {
    let names = ["信访举报", "双公示行政处罚", "执法检查", "检察移送", "督察问题", "突发环境事件"]
    var expected = ["leadscreen.yaml", "Inputs/history/历史赔偿案件_2023-2025.csv"]
    let layers = ["红线", "自然保护地", "重点生态功能区", "禁止开发区", "泉域重点保护区", "县区"]
    expected += layers.map { "Inputs/layers/\($0).geojson" }
    for quarter in ["2026Q2", "2026Q3"] {
      expected += names.map { "Inputs/\(quarter)/\($0)_\(quarter).csv" }
    }
    #expect(workspace.files.map(\.path) == expected.sorted())
  }

  @Test(
    "has some 430 and 600 records in its quarters", arguments: [("2026Q2", 430), ("2026Q3", 595)])
  func hasItsSize(quarter: String, about: Int) {
    let records = workspace.files.filter { $0.path.contains(quarter) }.reduce(0) { $0 + $1.records }
    #expect(abs(records - about) <= 20, "\(records) records in \(quarter)")
  }

  @Test("grows with its scale, its cases staying as many")
  func grows() {
    let larger = SampleWorkspace(scale: 3)
    let before = workspace.files.reduce(0) { $0 + $1.records }
    let after = larger.files.reduce(0) { $0 + $1.records }
    #expect(after > before * 5 / 2)
    let counts = { (one: SampleWorkspace, kind: SampleCase) in
      one.cases.count { $0.kind == kind }
    }
    // An emergency has two or three reports, as it is drawn.
    for kind in SampleCase.allCases where kind != .emergencySeries && kind != .majorEmergency {
      #expect(counts(larger, kind) == counts(workspace, kind), "\(kind)")
    }
  }

  @Test(
    "reads back in GB 18030 or UTF-8, and its rows are as wide as the header but for the marked")
  func readsBack() throws {
    for file in workspace.files where file.path.hasSuffix(".csv") {
      let read = try #require(ReadBack(file))
      #expect(!read.text.contains("〓") && !read.text.contains("\u{FFFD}"), "\(file.path)")
      let odd = workspace.cases.filter {
        $0.path == file.path && $0.kind == .wrongFieldCount
      }
      let width = try #require(read.rows.first { $0.fields.count > 5 }).fields.count
      let ragged = read.rows.filter { $0.fields.count != width }.map(\.line)
      #expect(Set(ragged) == Set(odd.map(\.line)), "\(file.path)")
      #expect(read.rows.count - 1 == file.records)
    }
  }

  @Test("writes GB 18030 as Foundation reads it, also what takes four bytes")
  func writesGB18030() throws {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let text = "岢岚县、繁峙县滹沱河〔2026〕（元）￥Ⅲ级112°43′48.5″，王\u{2CB5A}\u{20BB7}“”…—ＡＢ１２，。\r\n"
    var bytes: [UInt8] = []
    GB18030.append(text, to: &bytes)
    #expect(String(bytes: bytes, encoding: encoding) == text)
    for row in GB18030.rows {
      let assigned = String(row.unicodeScalars.filter { $0 != "〓" })
      bytes = []
      GB18030.append(assigned, to: &bytes)
      #expect(String(bytes: bytes, encoding: encoding) == assigned)
      #expect(row.unicodeScalars.count == 94)
    }
  }

  @Test("mixes encodings, line ends and delimiters")
  func mixesForms() {
    let files = workspace.files.filter { $0.path.hasSuffix(".csv") }
    #expect(files.contains { $0.bytes.starts(with: [0xEF, 0xBB, 0xBF]) })
    #expect(files.contains { String(bytes: $0.bytes, encoding: .utf8) == nil })
    #expect(files.contains { $0.bytes.prefix(200).contains(0x09) })
    let breaks = files.map { file in file.bytes.firstIndex(of: 0x0A).map { file.bytes[$0 - 1] } }
    #expect(breaks.contains(0x0D) && breaks.contains { $0 != 0x0D })
  }
}
