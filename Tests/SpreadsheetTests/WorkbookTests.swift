import Foundation
import Testing
import Vocabulary

@testable import Spreadsheet

@Suite struct WorkbookTests {
  /// A workbook beside the tests.
  private static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }

  private static func fault(_ bytes: [UInt8], partLimit: Int = 1 << 30) -> Wording? {
    do throws(Failure) {
      let book = try Workbook(bytes, shown: "x.xlsx", partLimit: partLimit)
      for place in book.sheets.indices { _ = try book.rows(ofSheet: place) }
      return nil
    } catch {
      #expect(error.status == .unusableInput)
      #expect(error.problems.map(\.code) == [.unreadableWorkbook])
      return error.problems.first?.detail ?? Wording(zh: "", en: "")
    }
  }

  @Test(
    "a workbook reads the same from whatever program saved it",
    arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
  func read(name: String) throws {
    let book = try Workbook(Self.fixture(name), shown: name)
    #expect(book.sheets == ["一", "二"])
    #expect(!book.countsFrom1904)
    let rows = try book.rows(ofSheet: 0)
    #expect(rows.first?.cells[1] == .text("结论"))
    #expect(rows.first { $0.number == 2 }?.cells[0] == .text("R1"))
    #expect(rows.first { $0.number == 2 }?.cells[2] == .number(46_315))
    #expect(rows.first { $0.number == 2 }?.cells[3] == .text("同一排口 & <甲>"))
    #expect(rows.first { $0.number == 2 }?.cells[4] == .number(12.5))
    #expect(rows.last { !$0.cells.isEmpty }?.number == 5)
    #expect(rows.last { !$0.cells.isEmpty }?.cells[0] == .text("隔行"))
    let second = try book.rows(ofSheet: 1).filter { !$0.cells.isEmpty }
    #expect(second == [SheetRow(number: 3, cells: [2: .text("🏭 厂")])])
  }

  @Test("days may count from 1904")
  func macDays() throws {
    let book = try Workbook(Self.fixture("1904.xlsx"), shown: "x")
    #expect(book.countsFrom1904)
  }

  @Test("a document type is refused before anything in it counts")
  func doctype() throws {
    #expect(try Self.fault(Self.fixture("doctype.xlsx")) == SpreadsheetFault.entities)
  }

  @Test("what is no place, or is nested without end, is refused")
  func badXML() throws {
    #expect(try Self.fault(Self.fixture("bad-place.xlsx")) == SpreadsheetFault.badCell)
    #expect(try Self.fault(Self.fixture("deep.xlsx")) == SpreadsheetFault.badXML)
  }

  @Test("a part that unpacks to more than the limit is refused while it is read")
  func bomb() throws {
    #expect(
      try Self.fault(Self.fixture("openpyxl.xlsx"), partLimit: 600) == SpreadsheetFault.tooLarge)
    #expect(try Self.fault(Self.fixture("openpyxl.xlsx"), partLimit: 100_000) == nil)
  }

  @Test("a workbook cut short anywhere, or with any byte changed, is read or refused")
  func damaged() throws {
    let whole = try Self.fixture("libreoffice.xlsx")
    for length in stride(from: 0, to: whole.count, by: 97) {
      #expect(Self.fault(Array(whole.prefix(length))) != nil, "\(length)")
    }
    for place in stride(from: 0, to: whole.count, by: 13) {
      var bytes = whole
      bytes[place] ^= 0xFF
      _ = Self.fault(bytes)
    }
  }

  @Test("an encrypted workbook is refused as such")
  func encrypted() throws {
    #expect(try Self.fault(Self.fixture("encrypted.xlsx")) == SpreadsheetFault.encrypted)
  }

  @Test(
    "other files are refused by name", arguments: ["PK", "编号,结论\n", "<?xml version=\"1.0\"?>"])
  func noWorkbook(text: String) {
    #expect(Self.fault(Array(text.utf8)) == SpreadsheetFault.noArchive)
  }
}
