import Testing
import Vocabulary

@testable import Law

/// Which texts decide a lead, by the place of its damage.
@Suite struct PlaceLawTests {
  private func packs(of place: Int?, home: Int) throws -> [String] {
    let library = try RuleLibrary()
    let law = PlaceLaw(library, home: try #require(DivisionCode(number: home)))
    let division = try place.map { try #require(DivisionCode(number: $0)) }
    return law.engines[law.number(for: division)].packs.map(\.id)
  }

  @Test(
    "a place is decided by the texts of its city, its province and the nation",
    arguments: [
      (140_922, ["national-2025", "shanxi-2025", "xinzhou-2019"]),
      (140_105, ["national-2025", "shanxi-2025"]),
      (320_102, ["jiangsu-2023", "national-2025"]),
      (640_104, ["national-2025", "ningxia-2024"]),
      (110_101, ["national-2025"]),
    ])
  func places(place: Int, expected: [String]) throws {
    for home in [140_900, 140_000, 640_000] {
      #expect(try packs(of: place, home: home).sorted() == expected, "\(home)")
    }
  }

  @Test("every place has the packs whose area it lies in, where areas lie in each other")
  func everyPlace() throws {
    func county(_ id: String, _ code: String) -> RuleLibrary.File {
      let file = smallPack(id: id, "rules: []")
      let text = String(decoding: file.bytes, as: UTF8.self).replacing("140900", with: code)
      return (file.path, Array(text.utf8))
    }
    let library = try RuleLibrary(overriding: [
      county("a-2026", "140922"), county("z-2026", "140100"),
    ])
    let home = try #require(DivisionCode("140922"))
    let law = PlaceLaw(library, home: home)
    for number in [140_922, 140_921, 140_123, 140_100, 149_000, 320_102, 640_104, 110_101] {
      let place = try #require(DivisionCode(number: number))
      let packs = law.engines[law.number(for: place)].packs.map(\.id)
      #expect(packs == library.chain(of: place).map(\.id), "\(number)")
    }
    #expect(law.homeEngine.packs.map(\.id) == library.chain(of: home).map(\.id))
    #expect(Set(law.engines.map { $0.packs.map(\.id) }).count == law.engines.count)
  }

  @Test("a place that is not known, or is only the home's province, is the home's")
  func unknownPlaces() throws {
    let own = try packs(of: 140_922, home: 140_900)
    #expect(try packs(of: nil, home: 140_900) == own)
    #expect(try packs(of: 140_000, home: 140_900) == own)
    #expect(try packs(of: 140_000, home: 640_000) == ["national-2025", "shanxi-2025"])
  }

  @Test(
    "the home's texts are presumed only where nothing closer than a superior division is known",
    arguments: [
      (nil, true), (140_000, true), (140_900, false), (140_902, false), (320_102, false),
      (320_000, false),
    ] as [(Int?, Bool)])
  func presumption(place: Int?, isPresumed: Bool) throws {
    let law = PlaceLaw(try RuleLibrary(), home: try #require(DivisionCode(number: 140_900)))
    let division = try place.map { try #require(DivisionCode(number: $0)) }
    #expect(law.presumesHome(for: division) == isPresumed)
  }
}
