import Testing

@testable import Law
import Vocabulary

@Suite("What people read of the rules")
struct RuleTextTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  @Test(
    "lists what is in force on a day",
    arguments: [
      ("2025-01-14", "UF"), ("2025-07-10", "TT"), ("2030-07-10", "TU"), ("2031-01-01", "TF"),
    ])
  func listing(day: String, letters: String) {
    let listing = RuleListing(
      library.chain(ofPack: "shanxi-2025"), on: Day(day), library.register)
    #expect(listing.rows.map(\.isInForce.letter).joined() == letters)
    #expect(listing.lines.count == 2)
  }

  @Test("no two rules of a chain share an id, those of missing texts included")
  func ids() {
    for pack in library.packs {
      let ids = RuleEngine(library, packs: library.chain(ofPack: pack.id)).rules.map(\.id)
      #expect(Set(ids).count == ids.count, "\(pack.id)")
    }
  }

  @Test("asks for the amount too where neither it nor the number it is compared with is known")
  func amountsAndNumbers() {
    let engine = RuleEngine(library, pack: "national-2025")
    var facts = FactSet()
    #expect(
      engine.unknownFacts(comparedWith: "minor_amount_max", facts) == [.damageAmountDetermined])
    facts.set(.damageAmountDetermined, Money(fen: 1))
    #expect(engine.unknownFacts(comparedWith: "minor_amount_max", facts) == [])
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
    let lines = LeadTrace(engine, evaluation, facts).lines(&deciding) { "执法检查.csv#\($0)" }.map {
      String(repeating: "  ", count: $0.depth) + $0.text
    }
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
      "规则包：national-2025 1.1.0（施行：是），shanxi-2025 1.1.0（施行：是）",
    ]
    #expect(!lines.contains { $0.contains("repealed") })
    for line in wanted { #expect(lines.contains(line), "\(line)") }
    let english = LeadTrace(engine, evaluation, facts, in: .en).lines(&deciding) {
      "执法检查.csv#\($0)"
    }.map { String(repeating: "  ", count: $0.depth) + $0.text }
    #expect(english.count == lines.count)
    for line in englishTrace { #expect(english.contains(line), "\(line)") }
  }

  private let englishTrace = [
    "may_not_initiate = U  missing: fact:in_red_line",
    "  sx25.a11.may-not-initiate = U  晋环规〔2025〕2号 第十一条: "
      + "显著轻微案件可以不启动，例外除外；省级明示的例外依上级文件仍适用",
    "    if minor = T", "    unless exc_red_line = U", "    unless exc_repeat = F",
    "  cn25.s4.1.amount is displaced by shanxi-2025  环法规〔2025〕6号 四（一）: 损害数额极小，数额由省级规定",
    "      in_nature_reserve: no [执法检查.csv#118] = F", "      in_red_line: absent = U",
    "    if provincial_other_exception is presumed not so: takes an express word of the province = F",
    "      damage_amount_determined: 1200.00 yuan, must be at most 3000.00 yuan "
      + "(minor_amount_max, from 2025-07-10, 晋环规〔2025〕2号 第十条) = T",
    "proposal: for a person to judge; until judged: to be initiated",
    "rule packs: national-2025 1.1.0 (in force: yes), shanxi-2025 1.1.0 (in force: yes)",
  ]

  @Test("of a trace shows a conclusion without any rule in force with the rules that have run out")
  func expired() throws {
    let library = try RuleLibrary()
    let engine = RuleEngine(library, pack: "jiangsu-2023")
    var deciding = DecidingFacts(engine)
    func lines(_ day: String) -> [String] {
      let evaluation = engine.evaluate(FactSet(), asOf: Day(day))
      return LeadTrace(engine, evaluation, FactSet()).lines(&deciding).map(\.text)
    }
    let lines = lines("2028-03-01")
    let place = try #require(lines.firstIndex(of: "可适用简易磋商（simple_negotiation）= N"))
    #expect(lines[place + 1].hasPrefix("js23.8.simple-negotiation 不在施行期内"))
    // Of what no rule of the chain ever speaks there is nothing to show, nor of a gap that is over.
    #expect(!lines.contains { $0.contains("region_level_jurisdiction") })
  }

  @Test("of tensions names the pairs that are felt, and not those of a mere possibility to spare")
  func tensions() throws {
    let engine = RuleEngine(try RuleLibrary(), pack: "shanxi-2025")
    var facts = FactSet()
    facts.set(.damageConfirmed, true)
    facts.set(.damageAmountDetermined, Money(fen: 100))
    facts.set(.expertAssessment)
    facts.set(.fullyRestored, true)
    let day = Day("2026-06-01")
    let felt = engine.tensions(in: engine.evaluate(facts, asOf: day))
    // Restored, so that it may be not initiated; and it may be major, for much is not known.
    #expect(felt.map(\.question) == ["A-20"])
    facts.set(.fullyRestored, false)
    #expect(engine.tensions(in: engine.evaluate(facts, asOf: day)) == [])
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
