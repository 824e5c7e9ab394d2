import Testing

@testable import Law
import Vocabulary

@Suite("What people read of the rules")
struct RuleTextTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  @Test(
    "is one sentence a rule",
    arguments: [
      (
        "sx25.a10.amount",
        "（“数额认定方式”为专家评估、综合认定之一，或者（“数额认定方式”为鉴定评估报告，且A-03（正式鉴定评估报告是否属于“专家评估或者综合认定”）的答案为是）），且“经认定的损害数额(元，不含调查鉴定评估等费用)”不超过显著轻微的损害数额上限（3000.00元，自2025-07-10起）的，得出“损害数额极小”。"
      ),
      (
        "sx25.a11.may-not-initiate",
        "“显著轻微案件”成立的，得出“可以不启动索赔”；但“例外-生态保护红线或自然保护地”、“例外-2年内再次发生”、“例外-省级其他情形”成立的除外。"
      ),
      ("cn25.s1.rights-holder", "任何情形下都不得出“县级政府为赔偿权利人”。"),
      ("cn25.s10.2", "“突发环境事件级别”为较大及以上的，得出“重大案件”。"),
      ("cn25.s1.designation", "“涉及的办案部门或机构”有2个及以上的，得出“须指定主办部门”。"),
      (
        "cn25.s4.exc2",
        "“同一义务人既往损害事件”中有违法并造成损害的一起，其发生日至“损害行为发生日”在再次发生的回溯年限（2年，自2025-07-10起）以内的，得出“例外-2年内再次发生”。"
      ),
    ])
  func sentence(id: String, text: String) throws {
    let packs = library.chain(ofPack: "shanxi-2025")
    let rule = try #require(packs.flatMap(\.rules).first { $0.id == id })
    #expect(RuleSentence(library, packs: packs).sentence(rule) == text)
  }

  @Test("has every rule, number, deadline and duty of a pack on its sheet")
  func sheet() throws {
    let packs = library.chain(ofPack: "shanxi-2025")
    let pack = try #require(packs.last)
    let text = RuleSheet(library, packs: packs).lines(pack).joined(separator: "\n")
    let ids =
      pack.rules.map(\.id) + pack.deadlines.map(\.id) + pack.duties.map(\.id)
      + pack.periodic.map(\.id) + pack.parameters.map(\.name)
    for id in ids { #expect(text.contains(id), "\(id)") }
    #expect(text.contains("自鉴定委托书生效日的次日起算，30个工作日。（第十四条第二款，注明工作日）"))
    #expect(text.contains("存疑 A-03：正式鉴定评估报告是否属于“专家评估或者综合认定”（待定）"))
    #expect(text.contains("取代 cn25.s9.simple"))
  }

  @Test(
    "lists what is in force on a day",
    arguments: [
      ("2025-01-14", "UF"), ("2025-07-10", "TT"), ("2030-07-10", "TU"), ("2031-01-01", "TF"),
    ])
  func listing(day: String, letters: String) {
    let listing = RuleListing(library.chain(ofPack: "shanxi-2025"), on: Day(day))
    #expect(listing.rows.map(\.isInForce.letter).joined() == letters)
    #expect(listing.lines.count == 2)
    #expect(listing.rows.last?.gaps.count == 1)
  }

  @Test("traces a conclusion to facts, numbers, presumptions and displaced rules")
  func trace() throws {
    var facts = FactSet()
    facts.set(.damageConfirmed, true)
    facts.set(.damageAmountDetermined, Money(fen: 120_000))
    facts.set(.expertAssessment)
    facts.set(.inNatureReserve, false)
    facts.set(priorEvents: [])
    facts.set(.fullyRestored, false)
    facts.note(.inNatureReserve, fromRow: 118)
    let engine = RuleEngine(library, pack: "shanxi-2025")
    let evaluation = engine.evaluate(facts, asOf: Day("2025-10-15"))
    var deciding = DecidingFacts(engine)
    let trace = LeadTrace(engine, evaluation, facts) { "执法检查.csv#\($0)" }
    let lines = trace.lines(&deciding).map { String(repeating: "  ", count: $0.depth) + $0.text }
    let wanted = [
      "可以不启动索赔（may_not_initiate）= U　待补事实：fact:in_red_line",
      "  sx25.a11.may-not-initiate = U　晋环规〔2025〕2号第十一条，"
        + "显著轻微案件可以不启动，例外除外；省级明示的例外依上级文件仍适用",
      "    条件 显著轻微案件（minor） = T",
      "    除非 例外-生态保护红线或自然保护地（exc_red_line） = U",
      "    除非 例外-2年内再次发生（exc_repeat） = F",
      "  cn25.s4.1.amount 被 shanxi-2025 取代　环法规〔2025〕6号四（一），损害数额极小，数额由省级规定",
      "      损害区域为自然保护地内（in_nature_reserve）：否［执法检查.csv#118］ = F",
      "      损害区域为生态保护红线内（in_red_line）：空缺 = U",
      "    条件 省级认为应当启动的其他情形（provincial_other_exception）推定为否：须有省级明示 = F",
      "      经认定的损害数额(元，不含调查鉴定评估等费用)（damage_amount_determined）：1200.00元，"
        + "须不超过3000.00元（minor_amount_max，自2025-07-10起，晋环规〔2025〕2号第十条） = T",
      "处置建议：需人工研判；研判前按应启动",
      "规则包：national-2025 1.0.0（施行：是），shanxi-2025 1.0.0（施行：是）",
    ]
    #expect(!lines.contains { $0.contains("repealed") })
    for line in wanted { #expect(lines.contains(line), "\(line)") }
  }

  @Test(
    "has a citation that exists for every rule",
    arguments: [
      ("第十一条第二项", true), ("第四十五条第一句", true), ("第四十六条", false), ("十一条", false),
      ("第十一", false), ("第十一条第二", false), ("第三条（二）", true), ("第零条", false), ("", false),
      ("第十一条附件", false),
    ])
  func locators(locator: String, isThere: Bool) {
    #expect(ProvisionCount(style: .article, count: 45).contains(locator) == isThere)
  }

  @Test(
    "has sections cited by their number alone",
    arguments: [
      ("四末款（二）", true), ("十八", true), ("十九", false), ("四（二）第5项", true), ("第四条", false),
    ])
  func sections(locator: String, isThere: Bool) {
    #expect(ProvisionCount(style: .section, count: 18).contains(locator) == isThere)
  }
}
