import Foundation
import Testing
import Vocabulary

@testable import Reports

@Suite("What masked codes show")
struct MaskedCodesTests {
  private let measured = MaskedCodes(
    .organisation, obligors: 1200, contested: 3, masked: 1000, found: 980, wrong: 4, asked: 10)

  @Test("the sentence has every count, and shares with their intervals")
  func sentence() {
    let sentence = measured.sentence
    for part in [
      "1,200 个义务人", "1,000 条", "归对 980 条", "错归他人 4 条", "未归并 16 条", "10 条已列入人工研判",
      "准确率 99.59%（95% 置信区间 98.96% 至 99.84%）", "召回率 98.00%（95% 置信区间 96.93% 至 98.70%）",
      "另有 3 个统一社会信用代码",
    ] {
      #expect(sentence.contains(part), "\(part) in \(sentence)")
    }
  }

  @Test("too few say that they are too few, and nothing is never everything")
  func tooFew() {
    let few = MaskedCodes(.person, obligors: 5, masked: 5, found: 5).sentence
    #expect(few.contains("样本不足") && !few.contains("%（"))
    let none = MaskedCodes(.person).sentence
    #expect(none.contains("无从检验") && !none.contains("%"))
    // Nothing was put to anybody: no precision, however many were masked.
    let missed = MaskedCodes(.organisation, obligors: 50, masked: 50)
    #expect(missed.precision == nil && missed.recall?.share == 0)
    #expect(missed.sentence.contains("准确率样本不足"))
  }

  @Test("the manifest has counts and shares; a share of too few is null; a run without has no key")
  func manifest() throws {
    var report = HostileReport.report()
    #expect(try parsed(report)["matching"] == nil)
    var blocks = BlockReport()
    blocks.count(.oneSlip) { $0.partiesLeftOut = 8 }
    report.matching = MatchingAccount(
      model: 1, join: 6000, review: 3000, margin: 3000, blocks: blocks,
      masked: [measured, MaskedCodes(.person, masked: 2)])
    let matching = try #require(try parsed(report)["matching"] as? [String: Any])
    let met = try #require(matching["blocks"] as? [String: [String: Int]])
    #expect(met["one-slip"]?["parties_left_out"] == 8)
    let codes = try #require(matching["masked_codes"] as? [String: [String: Any]])
    #expect(codes["organisation"]?["missed"] as? Int == 16)
    let precision = try #require(codes["organisation"]?["precision"] as? [String: Double])
    #expect(precision == ["value": 0.9959, "low": 0.9896, "high": 0.9984])
    #expect(codes["person"]?["recall"] is NSNull)
  }

  private func parsed(_ report: QuarterReport) throws -> [String: Any] {
    let bytes = try Manifest.bytes(of: report, outputs: [])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
