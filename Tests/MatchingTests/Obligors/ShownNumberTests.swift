import Testing
import Vocabulary

@testable import Matching

/// Persons' numbers that are hidden in part: what they show tells persons apart, and holds them
/// together.
@Suite("Numbers hidden in part") struct ShownNumberTests {
  private let whole = "110105194912310021"

  private func accord(_ one: String, _ other: String) throws -> Accord {
    let left = try #require(ShownNumber(Array(one.utf8)[...]))
    return left.accord(try #require(ShownNumber(Array(other.utf8)[...])))
  }

  @Test("agree in what both show, differ in two places, and say nothing of one")
  func accords() throws {
    #expect(try accord("110105********0021", "110105********0021") == .equal)
    #expect(try accord("110105********0021", whole) == .equal)
    #expect(try accord("110105********0022", whole) == .missing)
    #expect(try accord("110105********0134", whole) == .different)
    // Eight places of both, else nothing is said.
    #expect(try accord("11010519**********", "11010519**********") == .equal)
    #expect(try accord("1101051949********", "110105********0021") == .missing)
  }

  @Test(
    "are no numbers otherwise",
    arguments: ["", "无", "11010519491231", "1101**************", "11010519491231002A", "张伟"])
  func refused(_ text: String) {
    #expect(ShownNumber(Array(text.utf8)[...]) == nil)
  }

  private func said(
    _ number: String, place: String = "东社镇上庄村", day: String = "2026-07-06", valid: Bool = false
  ) -> Said {
    Said(
      name: "贾春贵", person: valid ? number : "", number: "YS\(place)\(day)", day: day,
      media: MediumSet(.water), kind: .transfer, place: place, weak: valid ? "" : number)
  }

  private func match(_ records: [Said]) throws -> Matching {
    Matching(table(records), settled: SettledRows(), home: try home())
  }

  @Test("hold together what one village and another day tell of one person")
  func together() throws {
    for valid in [false, true] {
      let number = valid ? whole : "110105********0021"
      let matching = try match([
        said("110105********0021"),
        said(number, place: "苏龙口镇下庄村", day: "2026-08-20", valid: valid),
      ])
      #expect(Set(matching.obligor).count == 1, "\(valid)")
      #expect(matching.obligorJoins.map(\.rule) == [.weighedEvidence])
      let pieces = try #require(matching.obligorJoins.first?.waterfall?.pieces)
      #expect(pieces.contains { $0.evidence == "code" && $0.level == "equal-unproven" })
    }
  }

  @Test("keep two persons of one name and village apart")
  func apart() throws {
    for valid in [false, true] {
      let matching = try match([
        said(valid ? whole : "110105********0021", valid: valid), said("110105********3134"),
      ])
      #expect(Set(matching.obligor).count == 2, "\(valid)")
      #expect(matching.review.isEmpty)
    }
    // Through a third record that shows none, neither.
    let three = try match([said("110105********0021"), said(""), said("110105********3134")])
    #expect(three.obligor[0] != three.obligor[2])
  }
}
