import Testing

@testable import Matching

@Suite("Characters")
struct CharacterTableTests {
  private let characters = CharacterTable.standard

  private func unit(_ text: String) throws -> UInt16 { try #require(Array(text.utf16).first) }

  @Test("every line of the table is read")
  func wholeTable() {
    #expect(characters.unreadableLines == 0)
    #expect(characters.reading.filter { $0 != 0 }.count > 7_900)
    #expect(characters.shape.filter { $0 != 0 }.count > 20_000)
  }

  @Test(
    "traditional, variant and compatibility characters fold to one",
    arguments: [
      ("億東營造股份有限公司", "亿东营造股份有限公司"), ("臺灣水泥股份有限公司", "台湾水泥股份有限公司"), ("峯源礦業", "峰源矿业"),
      ("㈱宏达", "(株)宏达"), ("宏达①厂", "宏达1厂"), ("ＡｂＣ", "ABC"), ("⾦源", "金源"), ("宏·达", "宏达"),
    ])
  func folding(_ row: (String, String)) {
    #expect(PartyName(row.0).key == PartyName(row.1).key)
  }

  @Test("a character that stands for several stays: 乾 may be 干 or itself")
  func severalTargets() {
    #expect(PartyName("乾元").key == Array("乾元".utf16))
  }

  @Test("the key of a key is itself")
  func idempotent() {
    for code in UInt16(0x80)...0xD7FF {
      var once: [UInt16] = []
      characters.appendFolded(code, to: &once)
      var twice: [UInt16] = []
      for unit in once { characters.appendFolded(unit, to: &twice) }
      #expect(once == twice)
    }
  }

  @Test(
    "hears what is read alike, and what many do not tell apart",
    arguments: [
      ("宏", "红", true, true), ("三", "山", false, true), ("新", "兴", false, true),
      ("南", "兰", false, true),
      ("正", "真", false, true),
      ("正", "中", false, false), ("宏", "达", false, false), ("3", "三", true, true),
      ("A", "B", false, false),
    ])
  func sounds(_ row: (String, String, Bool, Bool)) throws {
    let (one, other) = (try unit(row.0), try unit(row.1))
    #expect(characters.areHomophones(one, other) == row.2)
    #expect(characters.areNearHomophones(one, other) == row.3)
  }

  @Test(
    "sees what looks alike",
    arguments: [
      ("治", "冶", true), ("己", "已", true), ("晴", "睛", true), ("末", "未", true), ("祥", "详", true),
      ("宏", "达", false), ("一", "鑫", false), ("A", "B", false),
    ])
  func shapes(_ row: (String, String, Bool)) throws {
    #expect(characters.lookAlike(try unit(row.0), try unit(row.1)) == row.2)
    #expect(characters.lookAlike(try unit(row.1), try unit(row.0)) == row.2)
  }
}
