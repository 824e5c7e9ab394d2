import Testing

@testable import Law
import Vocabulary

@Suite("The sentence of a rule")
struct RuleSentenceTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  @Test(
    "says how the condition is nested",
    arguments: [
      (
        "sx25.a10.amount",
        "同时符合下列各项的，结论为“损害数额极小”：（1）数额认定方式为专家评估或者综合认定，或者数额认定方式为鉴定评估报告且“正式鉴定评估报告是否属于‘专家评估或者综合认定’”（A-03）的答案为“是”；（2）经认定的损害数额（元，不含调查鉴定评估等费用）不超过3000.00元（minor_amount_max，自2025-07-10）。"
      ),
      (
        "sx25.a11.may-not-initiate",
        "“显著轻微案件”成立的，结论为“可以不启动索赔”，但“例外-生态保护红线或自然保护地”“例外-2年内再次发生”“例外-省级其他情形”任一成立的除外。"
      ),
      ("cn25.s1.rights-holder", "任何情形下都不得出“县级政府为赔偿权利人”。"),
      ("cn25.s10.2", "突发环境事件级别为较大及以上的，结论为“重大案件”。"),
      ("cn25.s1.designation", "“涉及的办案部门或机构”有两个及以上的，结论为“须指定主办部门”。"),
      (
        "cn25.s4.minor",
        "“损害数额极小”成立或者“未造成明显影响”成立，且不需要赔偿的，结论为“显著轻微案件”。"
      ),
      (
        "cn25.s4.exc2",
        "有发生在损害行为发生日之前2年（repeat_years，自2025-07-10）以内、违法并造成损害的同一义务人既往损害事件的，结论为“例外-2年内再次发生”。"
      ),
    ])
  func nesting(id: String, text: String) throws {
    let packs = library.chain(ofPack: "shanxi-2025")
    let rule = try #require(packs.flatMap(\.rules).first { $0.id == id })
    #expect(RuleSentence(library, packs: packs).sentence(rule) == text)
  }

  @Test(
    "of a deadline says when it runs and how it is counted",
    arguments: [
      ("sx25.a9.verify-30", "自筛查发现日的次日起算，30个自然日。"),
      ("js23.3.complaint-2m", "自接到举报日的次日起算，2个月，至到期月的对应日。"),
      ("nx24.a26.reply-15", "线索来源渠道为检察机关移送的，自办结日的次日起算，15个自然日。"),
    ])
  func deadlines(id: String, text: String) throws {
    let pack = try #require(library.packs.first { $0.deadlines.contains { $0.id == id } })
    let rule = try #require(pack.deadlines.first { $0.id == id })
    let sentences = RuleSentence(library, packs: library.chain(ofPack: pack.id))
    #expect(sentences.sentence(rule) == text)
    #expect(text.hasSuffix(sentences.period(rule).zh + "。"))
  }

  @Test("is Chinese for every rule and every deadline of the built-in packs")
  func allRules() throws {
    let facts = Fact.allCases.map(\.name) + Conclusion.allCases.map(\.name)
    for pack in library.packs {
      let sentences = RuleSentence(library, packs: library.chain(ofPack: pack.id))
      let parameters =
        library.packs.flatMap(\.parameters).map(\.name)
        + library.packs.flatMap(\.delegations).map(\.slot)
      for (id, sentence) in pack.rules.map({ ($0.id, sentences.sentence($0)) })
        + pack.deadlines.map({ ($0.id, sentences.sentence($0)) })
      {
        let words = sentence.split { !($0.isASCII && ($0.isLetter || $0 == "_")) }.map(String.init)
        for word in words where word.count > 1 {
          #expect(parameters.contains(word), "\(id) says \(word): \(sentence)")
          #expect(!facts.contains(word), "\(id): \(sentence)")
        }
        #expect(sentence.last == "。" && !sentence.dropLast().contains("。"), "\(sentence)")
        #expect(balance(sentence, "（", "）") && balance(sentence, "“", "”"), "\(sentence)")
      }
    }
  }

  @Test("differs for conditions that differ in nothing but their brackets")
  func isUnambiguous() throws {
    let sentences = RuleSentence(library, packs: library.packs)
    let a = Expression.fact(.crossCity)
    let b = Expression.fact(.crossProvince)
    let c = Expression.fact(.difficultCase)
    let d = Expression.oneOf(.damageAmountBasis, [0, 1])
    let conditions: [Expression] = [
      .all([.any([a, b]), c]), .any([a, .all([b, c])]), .any([.all([a, b]), c]),
      .all([a, .any([b, c])]), .all([a, .any([b, .all([c, d])])]),
      .all([.any([a, b]), .any([c, d])]), .any([.all([a, .any([b, c])]), d]),
      .all([.any([.all([a, b]), c]), d]), .any([.all([.any([a, b]), c]), d]),
      .not(.any([a, b])), .any([.not(a), b]), .not(.all([a, b])), .all([.not(a), b]),
      .any([a, .all([b, .any([c, .all([a, d])])])]),
      .any([a, .all([.any([b, .all([c, a])]), d])]),
    ]
    let texts = conditions.map { sentences.sentence(rule($0)) }
    for (index, text) in texts.enumerated() {
      for other in texts.indices.dropFirst(index + 1) { #expect(text != texts[other]) }
    }
    #expect(
      texts[4]
        == "同时符合下列各项的，结论为“重大案件”：（1）跨设区市；（2）跨省域，或者疑难案件且数额认定方式为专家评估、综合认定之一。")
    #expect(texts[9] == "“跨设区市”“跨省域”均不成立的，结论为“重大案件”。")
  }

  @Test("says whether the number itself is inside")
  func bounds() throws {
    let pack = smallPack(
      """
      params:
        low: {type: money, zh: 下限, values: [{from: 2026-01-01, value: "500000.00", bound: 以上, cite: {locator: 第一条, summary: 以上}}]}
        high: {type: money, zh: 上限, values: [{from: 2026-01-01, value: "700000.00", bound: 不满, cite: {locator: 第一条, summary: 不满}}]}
      rules:
        - id: t.range
          cite: {locator: 第一条, summary: 区间}
          modality: 定义
          concludes: simple_negotiation
          when:
            all:
              - compare: {fact: damage_amount_determined, op: above, param: low}
              - compare: {fact: damage_amount_determined, op: at_most, param: high}
      """)
    let library = try RuleLibrary(overriding: [pack])
    let packs = library.chain(ofPack: "small-2026")
    let rule = try #require(packs.last?.rules.first)
    let text = RuleSentence(library, packs: packs).sentence(rule)
    #expect(text.contains("不低于50万元（low，自2026-01-01），且"))
    #expect(text.contains("低于70万元（high，自2026-01-01）的，"))
  }

  private func rule(_ when: Expression) -> Rule {
    Rule(
      id: "t.x", cite: Citation(locator: "第一条", summary: ""), modality: .definition,
      concludes: .major, when: when, unless: [], relation: nil, questions: [], note: nil, line: 1)
  }

  private func balance(_ text: String, _ open: Character, _ close: Character) -> Bool {
    var depth = 0
    for character in text {
      if character == open { depth += 1 }
      if character == close { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
