import Testing

@testable import Sample

@Suite("Cases of the sample")
struct PlacedCaseTests {
  let workspace = SampleWorkspace.ofRepository

  /// The records a case is marked at, as text.
  private func records(_ kind: SampleCase) -> [[String]] {
    var found: [[String]] = []
    for file in workspace.files where file.path.hasSuffix(".csv") {
      let lines = workspace.cases.filter { $0.kind == kind && $0.path == file.path }.map(\.line)
      guard !lines.isEmpty, let read = ReadBack(file) else { continue }
      found += read.rows.filter { lines.contains($0.line) }.map(\.fields)
    }
    return found
  }

  @Test(
    "stand where they are said to stand",
    arguments: [
      (.strayQuote, "12\"管"), (.totalsRow, "合计"),
      (.zeroCode, "000000000000000000"), (.sexagesimalCoordinates, "°"), (.otherDatum, "GCJ-02"),
      (.rareCharacter, "\u{2CB5A}"), (.quotedLineBreak, "\n"), (.restored, "是"),
      (.repeatWithinTwoYears, "1489"), (.withdrawnPenalty, "撤销"), (.branchAndParent, "公司"),
      (.oneCodeTwoNames, "1489"), (.repeatedHeader, "CF_XDR_MC"), (.maskedPerson, "********"),
      (.feedbackOverdue, "否"), (.feedbackGiven, "是"), (.majorCentral, "中央"),
      (.majorProvincial, "省级"),
    ] as [(SampleCase, String)])
  func standWhereSaid(kind: SampleCase, text: String) {
    let found = records(kind)
    #expect(!found.isEmpty)
    // Scalars, not characters: CRLF is one Character and would hide the line feed.
    for fields in found {
      #expect(
        fields.contains { $0.unicodeScalars.contains(text.unicodeScalars) }, "\(kind): \(fields)")
    }
  }

  @Test("of values hold one of the values of their kind")
  func holdTheirValues() {
    let values: [SampleCase: [String]] = [
      .amountInWords: ["待评估", "正在评估", "叁仟元整"],
      .placeholder: ["无", "-", "不详", "0", "(null)", "/"],
      .unknownWord: ["未达序时进度", "已转办"],
      .unknownCounty: ["雁北县", "140990"],
      .fullWidthDigits: ["２０２６－０５－１２", "２０２６／８／１２", "１２，５００．００"],
      .monthOnlyDate: ["2026年5月", "2026年8月", "2026年春季", "2024年6月"],
      .impossibleDate: [
        "2026-06-31", "2026/9/31", "2026-02-30", "2026/13/5", "2026-06-31 25:10", "2026年4月31日",
        "2026-00-15",
      ],
    ]
    for (kind, words) in values {
      for fields in records(kind) {
        #expect(fields.contains { words.contains($0) }, "\(kind): \(fields)")
      }
    }
  }

  @Test("of repeated rows stand twice, alike to the last character")
  func repeatsAreAlike() {
    let rows = records(.identicalRow)
    #expect(rows.count >= 6)
    for row in rows { #expect(rows.count { $0 == row } == 2) }
  }

  @Test("of several sources share their decision's number")
  func sourcesShareNumbers() {
    let rows = records(.severalSources)
    let numbers = rows.flatMap { $0.filter { $0.contains("〔2026〕") && $0.contains("罚") } }
    for number in Set(numbers) { #expect(numbers.count { $0 == number } == 2, "\(number)") }
    #expect(Set(numbers).count == 6)
  }

  @Test("of exchanged coordinates have the latitude where the longitude should be")
  func exchanged() throws {
    for placed in workspace.cases where placed.kind == .exchangedCoordinates {
      let file = try #require(workspace.files.first { $0.path == placed.path })
      let longitude = try #require(ReadBack(file)).column(["经度"])[placed.line]
      #expect(longitude?.hasPrefix("3") == true)
    }
  }

  @Test("of one code have two names, and of similar names two codes")
  func partiesAreAsSaid() {
    let codes = { (rows: [[String]]) in rows.flatMap { $0.filter { $0.hasPrefix("911489") } } }
    #expect(Set(codes(records(.oneCodeTwoNames))).count == 1)
    #expect(Set(records(.oneCodeTwoNames).map { $0[4] }).count == 2)
    #expect(Set(codes(records(.similarNames))).count == 2)
    #expect(Set(records(.sameNameOtherCounty).map { $0[4] }).count == 1)
    #expect(codes(records(.sameNameOtherCounty)).count == 1)
    #expect(Set(records(.sameNameOtherCounty).map { $0[3] }).count == 2)
  }

  @Test("repeat Q2's record numbers in Q3")
  func repeatAcrossQuarters() {
    let numbers = records(.repeatedAcrossQuarters).map { $0[0] }
    #expect(Set(numbers).count * 2 == numbers.count)
    #expect(Set(numbers).count == 6)
  }
}
