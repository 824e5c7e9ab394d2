import Foundation
import Testing
import Vocabulary

@testable import Matching

@Suite("docs/matching.md")
struct ModelPageTests {
  private func page() throws -> String {
    var top = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { top.deleteLastPathComponent() }
    return try String(
      contentsOf: top.appendingPathComponent("docs/matching.md"), encoding: .utf8)
  }

  /// With one decimal, as the page has it.
  private func bits(_ weight: Int32) -> String {
    let tenths = (weight.magnitude + 50) / 100
    return "\(weight < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10)"
  }

  @Test(
    "has the weights of the model",
    arguments: [
      ("equal, with the same division", NameFinding.equalWithRegion),
      ("equal, one says no division", .equalOneRegion),
      ("equal, the city in one, a county of it in the other", .equalWithinRegion),
      ("one character apart, of one sound", .homophone),
      ("equal but for the legal form", .coreForm),
      ("one character apart, alike to the eye", .lookalike),
      ("one character apart, of no likeness", .other),
      ("one character apart within a word of trades, which is none in one of them", .tradeWord),
      ("one is a part of the other", .contains),
    ])
  func weights(_ words: String, _ finding: NameFinding) throws {
    #expect(try page().contains("| \(words) | \(bits(finding.weight(.standard))) |"))
  }

  @Test("has an example that comes out as it says")
  func example() throws {
    let records = [
      Said(
        name: "原平市宏达铸造有限公司", credit: "91140981MA0A000018", day: "2026-10-05",
        media: MediumSet(.air), place: "东社镇上庄村5号"),
      Said(
        name: "红达铸造有限公司", media: MediumSet(.air), kind: .complaint, place: "东社镇上庄村",
        reported: "2026-10-07"),
      Said(
        name: "原平市宏达锻造有限公司", day: "2026-10-20", media: MediumSet(.noise), kind: .penalty,
        place: "东社镇上庄村8号"),
    ]
    let matching = Matching(table(records), settled: SettledRows(), home: try home())
    #expect(matching.obligor[0] == matching.obligor[1])
    #expect(matching.obligor[0] != matching.obligor[2])
    let join = try #require(matching.obligorJoins.first)
    #expect(try page().contains("**\(bits(try #require(join.weight))): one obligor**"))
    let model = MatchingModel.standard
    let apart =
      NameFinding.other.weight(model) + model.counties[0] + AddressLevel.otherNumber.weight(model)
    #expect(try page().contains("**\(bits(apart)): two**"))
  }
}
