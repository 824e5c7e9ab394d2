import Foundation
import Testing
import Vocabulary

@Suite("Explanations of problem codes")
struct ProblemCodeExplanationTests {
  private static func hasHan(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// The sentences a reader gets: those of the code and the one of its consequence.
  private static func sentences(_ code: ProblemCode, _ language: Language) -> Int {
    let text = code.explanation.text[language] + code.consequence.explanation[language]
    return language == .zh
      ? text.count { $0 == "。" }
      : text.matches(of: /[.](?=\s|$|[A-Z])/).count
  }

  @Test("say in whole sentences of both languages what is wrong", arguments: ProblemCode.allCases)
  func wording(code: ProblemCode) {
    let text = code.explanation.text
    for line in text.zh.split(separator: "\n") {
      #expect(Self.hasHan(line))
      #expect(line.hasSuffix("。"), "\(line)")
    }
    for line in text.en.split(separator: "\n") {
      #expect(line.hasSuffix("."), "\(line)")
      #expect(line.first?.isLowercase == false, "\(line)")
    }
    #expect(text.zh.split(separator: "\n").count == text.en.split(separator: "\n").count)
    #expect((2...6).contains(Self.sentences(code, .zh)), "\(text.zh)")
    #expect((2...6).contains(Self.sentences(code, .en)), "\(text.en)")
  }

  @Test("of two codes are never the same")
  func distinct() {
    let all = ProblemCode.allCases.map(\.explanation)
    #expect(Set(all.map(\.text)).count == all.count)
  }

  @Test("have examples on one line each, that differ")
  func examples() {
    for example in ProblemCode.allCases.compactMap(\.explanation.example) {
      #expect(!example.before.isEmpty && !example.before.contains("\n"))
      #expect(example.after?.contains("\n") != true)
      #expect(example.after != example.before)
    }
  }

  @Test("name the consequence in both languages", arguments: ProblemConsequence.allCases)
  func consequence(consequence: ProblemConsequence) {
    #expect(Self.hasHan(consequence.title.zh) && !Self.hasHan(consequence.title.en))
    #expect(consequence.explanation.zh.hasSuffix("。"))
    #expect(consequence.explanation.en.hasSuffix("."))
    #expect(ProblemCode.allCases.contains { $0.consequence == consequence })
  }

  @Test("agree with the kinds of rows about what is no record")
  func setAside() {
    let aside = Set(ProblemCode.allCases.filter { $0.consequence == .rowSetAside })
    #expect(aside == Set(RowKind.allCases.compactMap(\.asideCode)))
  }

  @Test("are what docs/problems.md says; scripts/make-problems mends it")
  func committed() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try Data(contentsOf: top.appending(path: "docs/problems.md"))
    #expect(page == Data(ProblemCodeReference.markdown.utf8))
  }

  @Test("stand once each in the page, in its contents and under a heading")
  func page() {
    let lines = ProblemCodeReference.markdown.split(separator: "\n")
    for code in ProblemCode.allCases {
      #expect(lines.count { $0 == "## \(code.rawValue)" } == 1)
      #expect(lines.count { $0.hasPrefix("| [\(code.rawValue)](#") } == 1)
    }
    #expect(lines.count { $0.hasPrefix("## ") } == ProblemCode.allCases.count)
  }
}
