import Foundation
import Testing

/// `explain` end to end, in both languages.
@Suite struct ExplainTests {
  /// What is explained.
  ///
  /// By the number of a record: that record, or the lead or obligor it is of.
  struct Subject: CustomStringConvertible, Sendable {
    let description: String
    var record = 0
    var column: String?
    /// An id that no record has any more.
    var known: String?
    var hasTrace = false

    func id(in scene: ExplainScene) throws -> String {
      if let known { return known }
      return try column.map { try scene.id($0, ofRecord: record) } ?? ExplainScene.record(record)
    }
  }

  static let subjects = [
    Subject(description: "lead-merged", record: 1, column: "lead_id", hasTrace: true),
    Subject(description: "lead-refused", record: 3, column: "lead_id"),
    Subject(description: "lead-decided", record: 7, column: "lead_id"),
    Subject(description: "lead-corrected", record: 10, column: "lead_id"),
    Subject(description: "lead-asked", record: 13, column: "lead_id"),
    Subject(description: "lead-of-branch", record: 9, column: "lead_id"),
    Subject(description: "lead-merged-away", known: "XS140900-2026Q3-00006"),
    Subject(description: "obligor-weighed", record: 1, column: "obligor_id"),
    Subject(description: "obligor-refused", record: 4, column: "obligor_id"),
    Subject(description: "obligor-by-code", record: 5, column: "obligor_id"),
    Subject(description: "obligor-parent", record: 7, column: "obligor_id"),
    Subject(description: "obligor-branch", record: 9, column: "obligor_id"),
    Subject(description: "record-merged", record: 1),
    Subject(description: "record-corrected", record: 10),
    Subject(description: "record-repeated", record: 11),
    Subject(description: "record-rejected", record: 12),
  ]

  private static let quoted = Result { try QuotedChinese(ExplainScene.stated) }

  private func explained(_ id: String, _ bench: Workbench, _ language: String) throws -> String {
    let outcome = try bench.run(["explain", id, "--lang", language])
    #expect(outcome.status == 0, "\(outcome.everything)")
    return outcome.output
  }

  @Test("says what is on record, in both languages", arguments: subjects, ["zh", "en"])
  func recorded(subject: Subject, language: String) throws {
    let scene = try ExplainScene.made
    var text = try explained(try subject.id(in: scene), scene.bench, language)
    // One trace is enough; it is always the last paragraph.
    let heading = language == "zh" ? "\n规则推演\n" : "\nRule trace\n"
    if !subject.hasTrace, let trace = text.firstRange(of: heading) {
      text = String(text[..<trace.lowerBound])
    }
    try RecordedText.compare(text, with: "explain-\(subject).\(language).txt")
  }

  @Test(
    "in English holds no Chinese but values and quotations, and as many lines as in Chinese",
    arguments: subjects)
  func english(subject: Subject) throws {
    let scene = try ExplainScene.made
    let id = try subject.id(in: scene)
    let text = try explained(id, scene.bench, "en")
    let quoted = try Self.quoted.get()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      let rest = quoted.rest(of: String(line))
      #expect(!QuotedChinese.holdsChinese(rest), "\(line)\n\(rest)")
    }
    let chinese = try explained(id, scene.bench, "zh")
    #expect(lines.count == chinese.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test("a Chinese sentence among quotations is found")
  func leaks() throws {
    let quoted = try QuotedChinese(["原平市东社镇"])
    #expect(quoted.rest(of: "place: 原平市东社镇, 未知") == "place: , 未知")
    #expect(
      quoted.rest(of: "exc_red_line = T  环法规〔2025〕6号 四末款（一） (cn25.s4.exc1)").contains("四") == false)
    #expect(quoted.rest(of: "四末款（一）").contains("四"))
    #expect(QuotedChinese.holdsChinese("无") && QuotedChinese.holdsChinese("a：b"))
    #expect(!QuotedChinese.holdsChinese("+18.22 bits (−3.49), ±1 m"))
  }

  @Test("joins by sure keys and rules name the same values in English as in Chinese")
  func sameValues() throws {
    let bench = try SampleRun.made.workbench
    let rows = try bench.table("matches", of: "2026Q3").named
    var seen: Set<String> = []
    for row in rows where row["rule"] != "refused" {
      let rule = try #require(row["rule"])
      guard seen.insert(rule).inserted else { continue }
      let later = try #require(row["record_b"])
      let (zh, en) = (
        try explained(later, bench, "zh"), try explained(later, bench, "en")
      )
      func line(_ text: String, _ mark: String) throws -> Substring {
        try #require(
          text.split(separator: "\n").first {
            $0.contains(mark) && $0.contains(row["record_a"] ?? "")
          }, "\(rule) \(later)")
      }
      let chinese = try line(zh, "（\(rule)）")
      let english = try line(en, " (\(rule))")
      for value in chinese.matches(of: /[0-9A-Z〔〕.\-]{4,}/).map(\.output) {
        #expect(english.contains(value), "\(rule): \(chinese)\n\(english)")
      }
      if let names = chinese.firstMatch(of: /名称 ([^；：]+)/)?.output.1 {
        let given = names.replacing("未写", with: "none")
        #expect(
          english.contains("name \(given)") || english.contains("names \(given)"), "\(english)")
      }
    }
    #expect(seen.isSuperset(of: ["credit-code", "document-number", "record-number", "same-event"]))
    #expect(seen.isSuperset(of: ["same-site", "repeated-complaint", "whole-name", "new-version"]))
  }
}
