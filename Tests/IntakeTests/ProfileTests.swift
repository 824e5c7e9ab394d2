import Testing
import Vocabulary

@testable import Intake

@Suite("Profiles")
struct ProfileTests {
  private let library = builtIn

  private func understand(_ titles: String, _ rows: String = "") throws -> SourceFile {
    try SourceFile(table(titles + "\n" + rows), profiles: library)
  }

  private func fields(_ file: SourceFile) -> [String] {
    file.table.titles.indices.map { index in
      file.columns.first { $0.index == index }?.field.name ?? "-"
    }
  }

  @Test("the seven built-in profiles read, one for each kind")
  func sevenKinds() {
    #expect(library.profiles.map(\.kind) == SourceKind.allCases)
    #expect(library.profiles.map(\.id) == SourceKind.allCases.map(\.name))
  }

  @Test(
    "headers of each source find their profile",
    arguments: [
      ("检查编号,检查日期,检查单位,行政区划,检查对象,社会信用代码,负责人,单位地址", "inspection", 0),
      ("问题编号,督察批次,督察层级,交办日期,所在县区,责任主体,问题位置,问题描述,污染类型", "inspectorate", 0),
      ("事件编号,事件名称,事件级别,报告类型,发生时间,接报时间,发生地点,县区,涉事单位", "emergency", 1),
      ("移送函号,移送检察院,移送日期,接收日期,接收单位,当事人,证件号码,案由,反馈期限", "transfer", 2),
      ("CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_SY,CF_YJ,CF_NR_FK,CF_JDRQ,CF_CFJG,BZ", "penalty", 0),
      ("行政相对人名称,代码_1(统一社会信用代码),行政处罚决定书文号,处罚决定日期,罚款金额(万元)", "penalty", 0),
      (
        "CF_WSH,CF_CFMC,CF_SY,CF_XDR_MC,CF_XDR_ZDM,CF_FR,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT,SJC",
        "penalty", 2
      ),
      ("信访编号,举报日期,举报内容,被举报单位,县区,是否要求赔偿,举报人,联系电话", "complaint", 1),
      ("案件编号,赔偿义务人,统一社会信用代码,违法行为发生日期,认定结论,损害金额（元）", "history", 0),
    ])
  func choice(titles: String, id: String, unmapped: Int) throws {
    let file = try understand(titles)
    #expect(file.profile.id == id)
    #expect(file.unmapped.count == unmapped)
    #expect(file.columns.filter(\.isRequired).count == file.profile.required.count)
  }

  @Test("columns are found by title, whatever their order, width, spaces, case and units")
  func titles() throws {
    let file = try understand(
      "备注,＊被检查单位 名称,检查日期（必填）,罚款金额（万元）,\"损害金额\n(元)\",序号,检查编号")
    #expect(
      fields(file) == [
        "remarks", "party_name", "discovery_date", "fine_amount", "damage_amount", "-",
        "record_number",
      ])
    #expect(file.columns.map(\.fenPerUnit) == [100, 100, 100, 1_000_000, 100, 100])
    let lower = try understand("cf_wsh,Cf_JdRq,CF_XDR_MC,CF_NR_FK,CF_NR_WFFF（元）,CF_ZT")
    #expect(lower.columns.map(\.fenPerUnit) == [100, 100, 100, 1_000_000, 100, 100])
    #expect(lower.columns.last?.words["撤销"] == "true")
    #expect(lower.columns.last?.words["1"] == "true")
  }

  private func failure(_ titles: String, _ rows: String = "", _ profiles: ProfileLibrary? = nil)
    -> [Problem]
  {
    do throws(Failure) {
      let known = profiles ?? library
      let bytes = Array("\(titles)\n\(rows)".utf8)
      let table = try TextTable(of: .memory(bytes, shown: "x.csv"), profiles: known)
      _ = try SourceFile(table, profiles: known)
      return []
    } catch {
      #expect(error.status == .unusableInput)
      return error.problems
    }
  }

  @Test("a header without a required column stops with the nearest profile and what it lacks")
  func missing() {
    let problems = failure("检查编号,检查单位,被检查单位名称,县区")
    #expect(problems.map(\.code) == [.unknownProfile, .missingColumn])
    #expect(problems.first?.detail?.zh.contains("执法检查") == true)
    #expect(problems.last?.column == "检查日期／检查时间／现场检查日期")
    #expect(failure("甲,乙,丙").map(\.code) == [.unknownProfile])
    #expect(failure("某市台账,,").map(\.code) == [.unknownProfile])
  }

  @Test("two columns of one field are refused unless the second adds nothing")
  func repeated() throws {
    let titles = "检查编号,检查日期,企业名称,检查对象"
    #expect(failure(titles, "1,2026-07-01,甲,乙\n").map(\.code) == [.repeatedColumn])
    #expect(failure(titles, "1,2026-07-01,甲,乙\n").first?.column == "检查对象")
    #expect(try understand(titles, "1,2026-07-01,甲,甲\n").unmapped == [3])
    #expect(try understand(titles, "1,2026-07-01,甲,\n").unmapped == [3])
    let second = try understand(titles, "1,2026-07-01,,乙\n")
    #expect(second.unmapped == [2])
    #expect(second.columns.contains { $0.index == 3 && $0.isRequired })
  }

  @Test(
    "profile documents are read strictly, with the line of each problem",
    arguments: [
      ("id: inspection\nkind: inspection\ntitle: 甲\nrequired: [facts]\nfields: {facts: [x]}", [1]),
      ("id: A b\nkind: x\ntitle: 甲\nrequired: [facts]\nfields: {facts: [x]}", [1, 2]),
      ("id: a\nkind: history\ntitle: 甲\nrequired: []\nfields: {facts: [x]}", [4]),
      ("id: a\nkind: history\ntitle: 甲\nrequired: [place]\nfields: {facts: [x]}", [4]),
      (
        "id: a\nkind: history\ntitle: 甲\nrequired: [facts]\nfields:\n  facts: [x]\n  nonsense: [y]",
        [7]
      ),
      (
        "id: a\nkind: history\ntitle: 甲\nrequired: [facts]\nfields:\n  facts: [x]\n  place: [X]",
        [7]
      ),
      (
        "id: a\nkind: history\ntitle: 甲\nrequired: [facts]\nfields:\n  facts: {titles: [x], unit: 元}",
        [6]
      ),
      (
        "id: a\nkind: history\ntitle: 甲\nrequired: [facts]\nfields:\n  facts: {titles: [x], words: {\"true\": [y]}}",
        [6]
      ),
      ("id: a\nkind: history\ntitle: 甲\nrequired: [facts]\nfields:\n  facts: []", [6]),
      (
        "id: a\nkind: history\ntitle: 甲\ndatum: Mars\nrequired: [facts]\nfields:\n  facts: [x]\nmore: 1",
        [4, 8]
      ),
      (
        "id: a\nkind: history\ntitle: 甲\nrequired: [fine_amount]\nfields:\n  fine_amount: {titles: [x], unit: 两}",
        [6]
      ),
      (
        "id: a\nkind: history\ntitle: 甲\nrequired: [facts]\nfields:\n  facts: {titles: [x], otherwise: [y]}\nkept: [Y]",
        [7]
      ),
      ("id: a\nkind: history\ntitle:\nrequired: [facts]\nfields: {facts: [x]}", [3]),
    ])
  func strict(document: String, lines: [Int]) {
    let failure = #expect(throws: Failure.self) {
      try ProfileLibrary.load(extra: [("extra.yaml", Array(document.utf8))])
    }
    #expect(failure?.status == .configuration)
    #expect(failure?.problems.allSatisfy { $0.code == .badProfile } == true)
    let found = (failure?.problems ?? []).compactMap(\.line)
    #expect(
      Set(lines).isSubset(of: found), "\(failure?.problems.map { $0.message(in: .en) } ?? [])")
  }
}
