import Testing
import Vocabulary

@testable import Matching

@Suite("Addresses")
struct AddressTests {
  private func level(_ left: String, _ right: String, county: Int = 140_923) -> AddressLevel {
    let table = table([
      Said(name: "甲", number: "1", county: county, place: left),
      Said(name: "乙", number: "2", county: county, place: right),
    ])
    let addresses = AddressTable(RankedRecords(table, settledCount: table.count))
    return addresses.level(addresses.addressOfRow[0], addresses.addressOfRow[1])
  }

  @Test(
    "addresses are compared by town, by village or road, and by number",
    arguments: [
      ("山西省忻州市代县城关镇建设路12号", "代县城关镇建设路12号", AddressLevel.equal),
      ("代县城关镇建设路12号", "城关镇建设路十二号", .equal),
      ("代县城关镇建设路１２号院", "建设路12号", .equal),
      ("代县城关镇建设路12号", "代县城关镇建设路", .samePlace),
      ("代县城关镇建设路12号", "代县城关镇", .sameTown),
      ("代县城关镇建设路12号", "代县城关镇建设路13号", .otherNumber),
      ("代县沙川镇前榆沟村村东", "代县沙川镇前榆沟村村西", .otherNumber),
      ("代县沙川镇前榆沟村", "代县沙川镇后榆沟村", .otherPlace),
      ("代县沙川镇前榆沟村", "代县白坡镇前榆沟村", .different),
      ("代县沙川镇前榆沟村", "代县", .missing),
      ("代县沙川镇前榆沟村", "", .missing),
    ])
  func levels(_ left: String, _ right: String, _ expected: AddressLevel) {
    #expect(level(left, right) == expected)
    #expect(level(right, left) == expected)
  }

  @Test("one road of two counties is two roads")
  func counties() {
    let table = table([
      Said(name: "甲", number: "1", county: 140_923, place: "城关镇建设路12号"),
      Said(name: "乙", number: "2", county: 140_981, place: "城关镇建设路12号"),
    ])
    let addresses = AddressTable(RankedRecords(table, settledCount: table.count))
    #expect(addresses.level(0, 1) == .different)
    #expect(addresses.key(0) != addresses.key(1))
  }

  @Test("an address of 10,000 characters is read like any other")
  func long() {
    #expect(level(String(repeating: "路", count: 10_000), "路路") != .equal)
  }
}
