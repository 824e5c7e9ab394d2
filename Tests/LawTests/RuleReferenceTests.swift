import Foundation
import Testing

@testable import Law
import Vocabulary

@Suite("The page and the sheets of the rules")
struct RuleReferenceTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  @Test("is docs/rules.md: after a change of packs run scripts/make-rules")
  func current() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: top.appending(path: "docs/rules.md"), encoding: .utf8)
    let lines = RuleReference(library).lines
    let written = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (number, (line, other)) in zip(lines, written).enumerated() where line != other {
      Issue.record("line \(number + 1) is “\(other)”, not “\(line)”")
      break
    }
    #expect(written.count == lines.count + 1 && written.last == "")
  }

  @Test("has every provision of every pack, every question and every presumption")
  func complete() {
    let page = RuleReference(library).lines.joined(separator: "\n")
    for pack in library.packs {
      let ids =
        pack.rules.map(\.id) + pack.deadlines.map(\.id) + pack.duties.map(\.id)
        + pack.periodic.map(\.id) + pack.parameters.map(\.name) + pack.delegations.map(\.slot)
      for id in ids { #expect(page.contains("`\(id)`"), "\(id)") }
      #expect(page.contains("\n## \(pack.id)\n"))
      for repeal in pack.repeals { #expect(page.contains(repeal.title)) }
    }
    for question in library.register.questions {
      #expect(page.contains("\n| \(question.id) | \(question.zh) | "), "\(question.id)")
    }
    for fact in Fact.allCases {
      guard case .presumedFalse(let why) = library.catalogue[fact].absence else { continue }
      #expect(page.contains("| \(why.zh) | `\(fact.name)` |"), "\(fact.name)")
    }
  }

  @Test("has every check with what it is for", arguments: LintRule.allCases)
  func checks(check: LintRule) {
    let text = check.explanation
    for part in [text.summary, text.avoid, text.prefer, text.rationale] {
      #expect(!part.isEmpty, "\(check.rawValue) \(part)")
    }
    #expect(RuleReference(library).lines.contains { $0.hasPrefix("| `\(check.rawValue)` | ") })
  }

  @Test("says which text a pack was made from, and that a day cannot be read where digits lack")
  func textAndDay() throws {
    let lines = RuleSheet(library, try #require(library.pack("ningxia-2024"))).lines
    let hash = try #require(library.pack("ningxia-2024")?.sourceHash)
    #expect(lines.contains { $0.hasPrefix("　　文本：ningxia-2024.txt") && $0.contains(hash) })
    #expect(lines.contains { $0.contains("每年，月份未知（原文缺失，A-13）") })
    #expect(lines.contains { $0.contains("每年，未载明月日") })
  }

  @Test("has tables whose rows have as many cells as their headings")
  func tables() {
    var width: Int?
    for line in RuleReference(library).lines {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(cells == width ?? cells, "\(line)")
      width = cells
    }
  }

  @Test("keeps what a pack says from being taken for Markdown")
  func escaping() {
    let table = RuleReferenceBlock.table(["甲"], [["a|b <i> *c* [d](e)\nf"], ["`g|h`"]]).markdown
    #expect(table[3] == "| a\\|b \\<i> \\*c\\* \\[d](e) f |")
    #expect(table[4] == "| `g\\|h` |")
    #expect(RuleReferenceBlock.paragraph("a`b`\u{1B}[0m").plain == ["ab\u{FFFD}[0m"])
  }

  @Test("names the superior rule and its article, open questions and what fills a delegation")
  func relations() throws {
    let pack = try #require(library.pack("shanxi-2025"))
    let lines = RuleSheet(library, pack).lines
    for line in [
      "第十条　定义　sx25.a10.amount",
      "　　与上位规定：取代 cn25.s4.1.amount（环法规〔2025〕6号 四（一））",
      "　　存疑 A-03：正式鉴定评估报告是否属于“专家评估或者综合认定”（待定）",
      "　　逻辑：自鉴定委托书生效日的次日起算，30个工作日。（第十四条第二款：注明工作日）",
    ] { #expect(lines.contains(line), "\(line)") }
    let nation = try #require(library.pack("national-2025"))
    #expect(
      RuleSheet(library, nation).lines.contains {
        $0.contains("晋环规〔2025〕2号 第十条：3000.00元，自2025-07-10") && $0.hasSuffix("minor_amount_max")
      })
  }

  @Test("shows a rule at work in cases that differ as little as can be")
  func examples() throws {
    let pack = try #require(library.pack("shanxi-2025"))
    let cases = PackCase.all.map(\.one)
    let lines = RuleSheet(library, pack, cases: cases).lines
    let start = try #require(lines.firstIndex(of: "第十条　定义　sx25.a10.amount"))
    let shown = lines[start...].dropFirst().prefix { $0.hasPrefix("　　") }
      .filter { $0.contains("示例") }
    #expect(shown.count == 3)
    #expect(shown.first?.contains("示例（成立）：") == true)
    #expect(shown.dropFirst().first?.contains("示例（不成立）：") == true)
    #expect(shown.last?.contains("示例（未知）：") == true)
    #expect(!RuleSheet(library, pack).lines.contains { $0.contains("示例") })
    // The values shown are those the rule gives: a rule's sheet is no place for a claim of its own.
    for rule in pack.rules where rule.when != .never {
      let examples = RuleReferenceExamples(
        library, pack: pack.id, cases: cases.filter { $0.pack == pack.id }
      ).examples(of: rule)
      #expect(examples.map(\.outcome).starts(with: ["成立", "不成立"]), "\(rule.id)")
    }
  }

  @Test(
    "says of the days of force what is known and what is not",
    arguments: [
      ("not_before: 2026-01-01, certain_from: 2026-01-01", "2026-01-01起施行", "未载明期限"),
      (
        "not_before: 2026-01-01, certain_from: 2026-01-04", "施行日在2026-01-01至2026-01-04之间，具体不详",
        "未载明期限"
      ),
      ("not_before: 2026-01-01", "施行日不详，不早于2026-01-01，其后是否施行未知", "未载明期限"),
      (
        "not_before: 2026-01-01, certain_from: 2026-01-01, last_certain_day: 2030-12-31, possibly_until: 2030-12-31",
        "2026-01-01起施行", "有效至2030-12-31（含当日）"
      ),
      (
        "not_before: 2026-01-01, certain_from: 2026-01-01, last_certain_day: 2030-12-30, possibly_until: 2030-12-31",
        "2026-01-01起施行", "有效至2030-12-30，2030-12-31当日是否有效不详"
      ),
    ])
  func force(validity: String, from: String, until: String) throws {
    let file = smallPack(validity: validity, "rules: []")
    let pack = try RulePack(file.bytes, file: file.path, catalogue: library.catalogue)
    #expect(pack.validity.fromText == from)
    #expect(pack.validity.untilText == until)
  }
}
