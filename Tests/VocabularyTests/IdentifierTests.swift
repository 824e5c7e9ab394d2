import Testing
import Vocabulary

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "of leads come back from their own writing",
    arguments: [
      ("XS140900-2026Q3-00042", 140_900, 42), ("XS110000-0001Q1-00001", 110_000, 1),
      ("XS829999-9999Q4-123456", 829_999, 123_456), ("XS140981-2026Q1-99999", 140_981, 99_999),
    ])
  func leads(text: String, division: Int, serial: Int) throws {
    let id = try #require(LeadID(text))
    #expect(id.jurisdiction.number == Int32(division))
    #expect(id.serial == serial)
    #expect(id.description == text)
    #expect(LeadID(jurisdiction: id.jurisdiction, quarter: id.quarter, serial: serial) == id)
  }

  @Test(
    "of leads have one spelling",
    arguments: [
      "", "XS", "xs140900-2026Q3-00042", "XS140900-2026Q3-42", "XS140900-2026Q3-000042",
      "XS140900-2026Q3-0004２", "XS140900-2026Q3-+0042", "XS140900-2026Q3--0042",
      "XS140900-2026Q3-00042-", "XS140900-2026Q3", "XS14090-2026Q3-00042",
      "XS140900-2026Q5-00042", "XS999999-2026Q3-00042", " XS140900-2026Q3-00042",
      "XS140900-2026Q3-00042\n", "XS140900-2026Q3-99999999999999999999", "YW140900-000042",
      "XS140900–2026Q3–00042", "XS140900-2026Q3-00042\u{301}",
    ])
  func leadRefusals(text: String) {
    #expect(LeadID(text) == nil)
  }

  @Test("of obligors come back from their own writing", arguments: [1, 42, 999_999, 1_000_000])
  func obligors(serial: Int) throws {
    let home = try #require(DivisionCode("140900"))
    let id = ObligorID(jurisdiction: home, serial: serial)
    #expect(ObligorID(id.description) == id)
  }

  @Test(
    "of obligors have one spelling",
    arguments: [
      "", "YW140900-42", "YW140900-0000042", "YW140900", "YW000000-000042", "yw140900-000042",
      "YW140900-00004２", "YW140900-000042-1", "XS140900-2026Q3-00042",
      "YW140900-99999999999999999999",
    ])
  func obligorRefusals(text: String) {
    #expect(ObligorID(text) == nil)
  }

  @Test("sort by quarter and serial, as numbers")
  func order() {
    let written = [
      "XS140900-2026Q4-00001", "XS140900-2026Q3-100000", "XS140900-2026Q3-00002",
      "XS110000-2026Q3-00002", "XS140900-2025Q4-99999",
    ]
    #expect(
      written.compactMap { LeadID($0) }.sorted().map(\.description)
        == [
          "XS140900-2025Q4-99999", "XS110000-2026Q3-00002", "XS140900-2026Q3-00002",
          "XS140900-2026Q3-100000", "XS140900-2026Q4-00001",
        ])
  }

  @Test("of content are 32 hexadecimal digits that sort as they read")
  func content() {
    let hashes = [
      ContentHash(high: .max, low: 0), ContentHash(high: 0, low: .max),
      ContentHash(high: 0, low: 1), ContentHash(high: 1, low: 0),
    ].sorted()
    #expect(
      hashes.map(\.description) == [
        "00000000000000000000000000000001", "0000000000000000ffffffffffffffff",
        "00000000000000010000000000000000", "ffffffffffffffff0000000000000000",
      ])
  }
}

@Suite("Division codes")
struct DivisionCodeTests {
  @Test(
    "are six digits in the range of GB/T 2260",
    arguments: [
      "", "14090", "1409000", "109999", "830000", "000000", "999999", "14090O", "１４０９００",
      "+14090", "-14090", " 40900", "1409.0",
    ])
  func refusals(text: String) {
    #expect(DivisionCode(text) == nil)
  }

  @Test("reach from 110000 to 829999")
  func range() {
    #expect(DivisionCode(number: 110_000)?.description == "110000")
    #expect(DivisionCode(number: 829_999)?.description == "829999")
    for number in [Int.min, -1, 0, 109_999, 830_000, .max] {
      #expect(DivisionCode(number: number) == nil)
    }
  }

  @Test(
    "contain what lies in them",
    arguments: [
      ("140000", "140000", true), ("140000", "140900", true), ("140000", "140922", true),
      ("140000", "150000", false), ("140900", "140900", true), ("140900", "140922", true),
      ("140900", "141022", false), ("140900", "140000", false), ("140922", "140922", true),
      ("140922", "140923", false), ("140922", "140900", false), ("140922", "140000", false),
    ])
  func containment(outer: String, inner: String, isInside: Bool) throws {
    let area = try #require(DivisionCode(outer))
    #expect(try area.contains(#require(DivisionCode(inner))) == isInside)
  }

  @Test("of every county lie in their city, and that in its province")
  func nesting() {
    for number in stride(from: 110_000, through: 829_999, by: 7) {
      guard let code = DivisionCode(number: number) else {
        Issue.record("\(number)")
        return
      }
      guard code.province.contains(code), code.city.contains(code),
        code.province.contains(code.city), code.province.province == code.province,
        code.city.city == code.city, code.isCounty == (number % 100 != 0)
      else {
        Issue.record("\(number)")
        return
      }
    }
  }
}
