import Testing
import Vocabulary

@testable import Reports

@Suite("Values in machine files")
struct ExactTextTests {
  private func written(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "whole numbers are written in full",
    arguments: [0, 9, 10, -10, 99, 100, 1_000_000, Int.max, Int.min])
  func decimals(number: Int) {
    #expect(written { $0.append(decimal: number) } == String(number))
  }

  @Test(
    "measures are rounded half away from zero, without noise and without a negative zero",
    arguments: [
      (113.4978, 6, "113.497800"), (-0.0000001, 6, "0.000000"), (38.1234565, 6, "38.123457"),
      (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (1234.56, 1, "1234.6"), (0.1 + 0.2, 6, "0.300000"),
      (.infinity, 1, ""), (.nan, 1, ""), (1e300, 1, ""),
    ] as [(Double, Int, String)])
  func measures(value: Double, decimals: Int, expected: String) {
    #expect(written { $0.append(measure: value, decimals: decimals) } == expected)
  }

  @Test(
    "money is yuan with two decimals",
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (300_000, "3000.00"),
      (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func money(fen: Int64, expected: String) {
    #expect(written { $0.append(Money(fen: fen)) } == expected)
  }

  @Test(
    "days and ids are written as everywhere else", arguments: [1, 42, 99_999, 123_456, 7_654_321])
  func identifiers(serial: Int) throws {
    let jurisdiction = try #require(DivisionCode("140900"))
    let quarter = try #require(Quarter("0987Q4"))
    let lead = LeadID(jurisdiction: jurisdiction, quarter: quarter, serial: serial)
    let obligor = ObligorID(jurisdiction: jurisdiction, serial: serial)
    let day = Day(number: Int32(serial) - 100_000)
    #expect(written { $0.append(lead) } == lead.description)
    #expect(written { $0.append(obligor) } == obligor.description)
    #expect(written { $0.append(day) } == day.description)
  }
}
