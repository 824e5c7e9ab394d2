import Testing
import Vocabulary

@testable import Sample

@Suite("Check digits")
struct CheckDigitTests {
  @Test(
    "of credit codes agree with published codes",
    arguments: [
      "91350100M000100Y43", "914403001922038216", "9144030071526726XG", "91110000710926094P",
      "9152000071430580XT", "914401011904864500", "915120212066509810",
    ])
  func credit(code: String) {
    let bytes = Array(code.utf8)
    #expect(CheckDigits.credit(bytes[..<17]) == bytes[17])
    #expect(CheckDigits.organisation(bytes[8..<16]) == bytes[16])
  }

  @Test(
    "of persons agree with the standard's examples",
    arguments: ["11010519491231002X", "440524188001010014"])
  func person(number: String) {
    let bytes = Array(number.utf8)
    #expect(CheckDigits.person(bytes[..<17]) == bytes[17])
  }

  @Test("hold in every code of the sample but the marked ones")
  func sample() throws {
    let workspace = SampleWorkspace.ofRepository
    let marked = Set(
      workspace.cases.filter { [.wrongCheckDigit, .letterForZero].contains($0.kind) }
        .map { "\($0.path):\($0.line)" })
    var checked = 0
    for file in workspace.files where file.path.hasSuffix(".csv") {
      let read = try #require(ReadBack(file))
      let titles = ["统一社会信用代码", "社会信用代码", "证件号码", "CF_XDR_SHXYM", "代码_1(统一社会信用代码)"]
      for (line, code) in read.column(titles) where code.hasPrefix("9") && code.count == 18 {
        let bytes = Array(code.utf8)
        let holds =
          CheckDigits.credit(bytes[..<17]) == bytes[17]
          && CheckDigits.organisation(bytes[8..<16]) == bytes[16] && !code.contains("O")
        #expect(holds != marked.contains("\(file.path):\(line)"), "\(file.path):\(line) \(code)")
        #expect(code.dropFirst(2).hasPrefix(CheckDigits.unassignedDivision))
        checked += 1
      }
    }
    #expect(checked > 500)
  }

  @Test("make different codes for different serials")
  func areDistinct() {
    let serials = [0, 1, 999_999, 1_000_000, 1_999_999, 2_000_000, 9_999_999]
    let codes = serials.map { CheckDigits.inventedCredit(kind: "91", county: 140_981, serial: $0) }
    #expect(Set(codes).count == serials.count)
    #expect(codes.allSatisfy { $0.count == 18 })
  }
}
