import Foundation
import Testing

/// What people filled into the yellow columns of 线索台账, from the workbook to the next run.
@Suite("Results of checks") struct CheckResultTests {
  private static let damage = "造成生态环境损害"
  private static func id(_ serial: Int, _ quarter: String = "2026Q3") -> String {
    "XS140900-\(quarter)-0000\(serial)"
  }

  /// A quarter of so many transfers, screened.
  private func screened(_ count: Int = 4) throws -> Workbench {
    let bench = try Workbench()
    try bench.write(TransferDrop(count: count).text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    return bench
  }

  /// The register with those cells filled in, saved by openpyxl.
  private func fill(
    _ bench: Workbench, _ rows: [(String, [String: Any])], to name: String = "填好.xlsx"
  ) throws {
    let json = try JSONSerialization.data(withJSONObject: rows.map { [$0.0, $0.1] })
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "fill_register.py")
    let filling = try NeededTool.python.run(
      [
        script.path, "Reports/2026Q3/ledger.xlsx", name, String(decoding: json, as: UTF8.self),
      ], in: bench.url)
    #expect(filling.status == 0, "\(filling.messages)")
  }

  /// A file of results in the CSV form.
  private func csv(_ rows: [[String]]) -> String {
    let header = [
      "线索编号", "核查结论", "核查日期", "损害金额（元）", "数额认定方式", "修复情况", "是否启动索赔", "不启动理由", "理由说明",
      "反馈检察机关日期", "核查人",
    ]
    return ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func leads(_ bench: Workbench, _ quarter: String = "2026Q3") throws
    -> [String: [String: String]]
  {
    let rows = try bench.table("leads", of: quarter).named
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["lead_id"] ?? "", $0) })
  }

  private var filled: [(String, [String: Any])] {
    [
      (
        Self.id(1),
        [
          "核查结论": Self.damage, "核查日期": "2026-10-20", "核查人": "李四", "损害金额（元）": 37260.1,
          "数额认定方式": "专家评估", "修复情况": "未修复", "是否启动索赔": "是",
        ]
      ),
      (
        Self.id(2),
        [
          "核查结论": Self.damage, "核查日期": "2026-10-20", "核查人": "李四", "修复情况": "已修复（义务人生态修复）",
          "是否启动索赔": "否", "不启动理由": "N01 已履行或已修复", "反馈检察机关日期": "2026-10-25",
        ]
      ),
      (Self.id(3), ["核查结论": "未造成生态环境损害", "核查日期": "2026-10-20", "核查人": "李四", "修复情况": "未修复"]),
    ]
  }

  @Test(
    "filled into the workbook are known to the next run: facts, deadline, disposition, reports",
    arguments: [false, true])
  func comeBack(isSavedByOffice: Bool) throws {
    let bench = try screened()
    let before = try bench.digest("Reports/2026Q3")
    let late = try leads(bench)
    #expect(late.values.allSatisfy { Int($0["overdue_days"] ?? "") ?? 0 > 0 })
    #expect(late.values.allSatisfy { $0["initiated"] == "U" && $0["verification"] == "" })
    try fill(bench, filled)
    var name = "填好.xlsx"
    if isSavedByOffice {
      // Shared texts, days as numbers, everything in another order: as WPS and LibreOffice save it.
      let saved = try NeededTool.office.run(
        [
          "-env:UserInstallation=file://\(bench.path("profile").path)", "--headless",
          "--convert-to", "xlsx", "--outdir", "另存", name,
        ], in: bench.url)
      #expect(saved.status == 0, "\(saved.everything)")
      name = "另存/填好.xlsx"
    }
    let dry = try bench.run(["decide", name, "--dry-run", "--json"])
    #expect(try JSONValue(dry.output)["verified"]?["recorded"]?.number == 3)
    let ledger = try bench.ledgerDigest()
    let taken = try bench.run(["decide", name, "--json"])
    #expect(taken.status == 0, "\(taken.messages)")
    #expect(try bench.ledgerDigest() != ledger)
    let check = try #require(try JSONValue(taken.output)["verifications"]?.elements?.first)
    #expect(check["lead_id"]?.text == Self.id(1) && check["amount"]?.text == "37260.10")
    #expect(check["sheet"]?.text == "线索台账" && check["line"]?.number == 3)
    #expect(try JSONValue(taken.output)["verified"]?["unanswered"]?.number == 1)

    // The run before stays what it was.
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.digest("Reports/2026Q3") == before)
    // The same file again adds nothing.
    let again = try bench.run(["decide", name, "--json"])
    #expect(try JSONValue(again.output)["verified"]?["repeated"]?.number == 3)
    #expect(try JSONValue(again.output)["verified"]?["recorded"]?.number == 0)

    #expect(try bench.run(Workbench.q3).status == 0)
    let now = try leads(bench)
    #expect(now[Self.id(1)]?["amount_determined"] == "37260.10")
    #expect(now[Self.id(1)]?["amount_basis"] == "expert_assessment")
    #expect(now[Self.id(1)]?["verification"] == "damage" && now[Self.id(1)]?["initiated"] == "T")
    #expect(now[Self.id(2)]?["not_initiated_reason"] == "N01")
    #expect(now[Self.id(2)]?["disposition"] != "verify" && now[Self.id(2)]?["feedback_due"] == "")
    #expect(now[Self.id(3)]?["disposition"] == "close_no_damage")
    #expect(
      now[Self.id(3)]?["verified_on"] == "2026-10-20" && now[Self.id(3)]?["decided_by"] == "李四")
    #expect(
      now.mapValues { $0["overdue_days"] ?? "" }.filter { $0.value != "0" }.keys.sorted() == [
        Self.id(4)
      ])
    let page = try bench.text("Reports/2026Q3/report.html")
    #expect(page.contains("核查结果，2026-10-20，\(name)[线索台账]:3"))
    #expect(page.contains("<a href=\"#leads\" data-q=\"t=i&amp;v=8T\">1</a>"))
    #expect(page.contains("<a href=\"#leads\" data-q=\"n=N01\">1</a>"))
    #expect(page.contains("<a href=\"#leads\" data-q=\"t=d&amp;v=8U\">1</a>"))
    // The register shows what was filled in, and comes back as known.
    let shown = try bench.run(["decide", "Reports/2026Q3/ledger.xlsx", "--json"])
    #expect(try JSONValue(shown.output)["verified"]?["repeated"]?.number == 3, "\(shown.messages)")
    let explained = try bench.run(["explain", Self.id(2)]).output
    #expect(explained.contains("2026-10-20 李四 核查：造成生态环境损害；已修复（义务人生态修复）"))
    #expect(try bench.run(["ledger", "verify"]).status == 0)
    let digest = try bench.digest("Reports/2026Q3")
    #expect(try bench.run(["report", "2026Q3"]).status == 0)
    #expect(try bench.digest("Reports/2026Q3") == digest)
  }

  @Test("both sheets of one workbook are taken in together, or neither is")
  func bothSheets() throws {
    let bench = try screened()
    try fill(bench, filled)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "fill_review.py")
    #expect(
      try NeededTool.python.run([script.path, "填好.xlsx", "都填.xlsx", "也许"], in: bench.url).status
        == 0)
    let ledger = try bench.ledgerDigest()
    let refused = try bench.run(["decide", "都填.xlsx"])
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains("E801 都填.xlsx[待人工研判]:")
        || refused.messages.contains("E804 都填.xlsx[待人工研判]:"), "\(refused.messages)")
    #expect(try bench.ledgerDigest() == ledger)
    #expect(try bench.run(["decide", "填好.xlsx"]).status == 0)
  }

  @Test("everything wrong is named by file, row and column, and nothing is recorded")
  func problems() throws {
    let bench = try screened()
    let ledger = try bench.ledgerDigest()
    func row(_ cells: [Int: String]) -> [String] {
      let usual = [Self.id(1), Self.damage, "2026-10-20", "", "", "", "", "", "", "", "李四"]
      return usual.enumerated().map { cells[$0.offset] ?? $0.element }
    }
    let rows: [(cells: [Int: String], code: String, column: String)] = [
      ([0: "XS140900-2026Q3-00099"], "E803", "线索编号"), ([1: "也许"], "E809", "核查结论"),
      ([1: ""], "E810", "核查结论"), ([2: "2026-02-30"], "E301", "核查日期"),
      ([2: ""], "E810", "核查日期"), ([2: "2026-01-05"], "E811", "核查日期"),
      ([3: "约3000", 4: "专家评估"], "E302", "损害金额（元）"),
      ([3: "3000.001", 4: "专家评估"], "E314", "损害金额（元）"), ([3: "3000"], "E810", "数额认定方式"),
      ([4: "专家评估"], "E810", "损害金额（元）"), ([3: "3000", 4: "预估"], "E809", "数额认定方式"),
      ([5: "不知道"], "E809", "修复情况"), ([6: "否"], "E810", "不启动理由"),
      ([7: "N01"], "E810", "是否启动索赔"), ([6: "是", 7: "N01"], "E811", "不启动理由"),
      ([6: "否", 7: "N06"], "E810", "理由说明"), ([6: "否", 7: "N99"], "E809", "不启动理由"),
      ([1: "未造成生态环境损害", 6: "是"], "E811", "是否启动索赔"),
      ([1: "未造成生态环境损害", 3: "5", 4: "专家评估"], "E811", "损害金额（元）"),
      ([6: "否", 7: "N09"], "E811", "不启动理由"), ([1: "尚不能确定", 6: "否", 7: "N03a"], "E811", "不启动理由"),
      ([1: "撤回", 6: "是"], "E811", "核查结论"), ([9: "2026-02-30"], "E301", "反馈检察机关日期"),
      ([10: ""], "E810", "核查人"),
    ]
    try bench.write(csv(rows.map { row($0.cells) }), to: "核查.csv")
    let refused = try bench.run(["decide", "核查.csv"])
    #expect(refused.status == 65)
    let lines = refused.messages.split(separator: "\n")
    for (place, expected) in rows.enumerated() {
      let start = "\(expected.code) 核查.csv:\(place + 2) “\(expected.column)”"
      #expect(lines.contains { $0.contains(start) }, "\(start)\n\(refused.messages)")
    }
    #expect(lines.count { $0.contains("核查.csv:") } == rows.count, "\(refused.messages)")
    #expect(try bench.ledgerDigest() == ledger)
    // One day for all, and a blank row says nothing.
    try bench.write(
      csv([row([2: ""]), [Self.id(2)] + Array(repeating: "", count: 10)]), to: "核查.csv")
    let whole = try bench.run(["decide", "核查.csv", "--as-of", "2026-10-21", "--json"])
    #expect(whole.status == 0, "\(whole.messages)")
    let json = try JSONValue(whole.output)
    #expect(json["verifications"]?.elements?.first?["verified_on"]?.text == "2026-10-21")
    #expect(json["verified"]?["unanswered"]?.number == 1)
  }

  @Test(
    "contradictions are refused with both sides; a later day wins, and a later entry takes back")
  func changes() throws {
    let bench = try screened(2)
    func decide(_ rows: [[String]]) throws -> LeadscreenProgram.Outcome {
      try bench.write(csv(rows), to: "核查.csv")
      return try bench.run(["decide", "核查.csv"])
    }
    func row(_ finding: String, _ day: String, _ more: [Int: String] = [:]) -> [String] {
      let usual = [Self.id(1), finding, day, "", "", "", "", "", "", "", "李四"]
      return usual.enumerated().map { more[$0.offset] ?? $0.element }
    }
    func now() throws -> [String: String] {
      #expect(try bench.run(Workbench.q3).status == 0)
      return try leads(bench)[Self.id(1)] ?? [:]
    }
    #expect(try decide([row(Self.damage, "2026-10-20", [3: "5000", 4: "专家评估"])]).status == 0)
    let ledger = try bench.ledgerDigest()
    let refused = try decide([row("未造成生态环境损害", "2026-10-20")])
    #expect(refused.status == 65 && refused.messages.contains("E811 核查.csv:2"))
    #expect(refused.messages.contains("未造成生态环境损害") && refused.messages.contains("5000.00 元"))
    #expect(try bench.ledgerDigest() == ledger)
    // Blanks may be filled in later, on the same day.
    #expect(try decide([row(Self.damage, "2026-10-20", [6: "是"])]).status == 0)
    var lead = try now()
    #expect(lead["amount_determined"] == "5000.00" && lead["initiated"] == "T")
    // An earlier day that comes later changes nothing; a later one does.
    #expect(try decide([row("未造成生态环境损害", "2026-10-10")]).status == 0)
    #expect(try now()["verification"] == "damage")
    #expect(try decide([row("未造成生态环境损害", "2026-11-02", [5: "未修复"])]).status == 0)
    lead = try now()
    #expect(lead["verification"] == "no_damage" && lead["initiated"] == "U")
    #expect(lead["amount_determined"] == "" && lead["disposition"] == "close_no_damage")
    #expect(try decide([row("撤回", "2026-11-02")]).status == 0)
    lead = try now()
    #expect(lead["verification"] == "" && lead["overdue_days"] != "0")
    #expect(try decide([row(Self.damage, "2026-11-02", [6: "是"])]).status == 0)
    #expect(try now()["initiated"] == "T")
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("an exception cannot be let go for minor damage: refused with the article")
  func barred() throws {
    let bench = try Workbench()
    let header = "检查编号,检查日期,检查单位,县区,被检查单位名称,违法行为类型,违法事实,环境要素,违法行为发生日期,是否位于生态保护红线\n"
    try bench.write(
      header + "JC-1,2026-08-01,忻州市生态环境局,忻府区,忻州甲砂石有限公司,非法采砂,采砂形成采坑,土壤,2026-07-20,是\n"
        + "JC-2,2026-08-01,忻州市生态环境局,忻府区,忻州乙砂石有限公司,非法采砂,采砂形成采坑,土壤,2026-07-20,否\n",
      to: "Inputs/2026Q3/执法检查.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let found = try leads(bench)
    let inside = try #require(found.first { $0.value["in_red_line"] == "T" }?.key)
    let outside = try #require(found.first { $0.value["in_red_line"] == "F" }?.key)
    func row(_ lead: String, _ amount: String, _ reason: String) -> [String] {
      [
        lead, Self.damage, "2026-10-20", amount, amount.isEmpty ? "" : "专家评估", "未修复", "否", reason,
        "", "", "李四",
      ]
    }
    let ledger = try bench.ledgerDigest()
    for (row, code, said) in [
      (row(inside, "800", "N03a"), "E812", "第十一条第一项"),
      (row(inside, "", "N03b"), "E812", "第十一条第一项"),
      (row(outside, "80000", "N03a"), "E812", "第十条"),
      (row(outside, "", "N03a"), "E810", "认定的损害金额"),
    ] {
      try bench.write(csv([row]), to: "核查.csv")
      let refused = try bench.run(["decide", "核查.csv"])
      #expect(refused.status == 65 && refused.messages.contains("\(code) 核查.csv:2 “不启动理由”"))
      #expect(refused.messages.contains(said), "\(refused.messages)")
      #expect(try bench.ledgerDigest() == ledger)
    }
    try bench.write(
      csv([row(outside, "800", "N03a"), row(inside, "800", "N01")]), to: "核查.csv")
    let taken = try bench.run(["decide", "核查.csv"])
    #expect(taken.status == 0, "\(taken.messages)")
  }

  @Test("ids that were merged away lead to the lead; the result stays with the merged one")
  func merged() throws {
    let bench = try Workbench.twoDrops()
    let (first, second) = ("XS140900-2026Q2-00001", "XS140900-2026Q3-00001")
    try bench.write(
      csv([[second, Self.damage, "2026-10-20", "", "", "", "是", "", "", "", "李四"]]), to: "核查.csv")
    #expect(try bench.run(["decide", "核查.csv"]).status == 0)
    #expect(
      try bench.decide([
        Decisions.said("义务人", Decisions.first, Decisions.third, "同一"),
        Decisions.said("线索", Decisions.first, Decisions.third, "same"),
      ]).status == 0)
    #expect(try bench.run(Workbench.q3).status == 0)
    let lead = try #require(try leads(bench)[first])
    #expect(lead["initiated"] == "T" && lead["decided_by"] == "李四")
    #expect(try leads(bench)[second] == nil)
    // The old id is followed, and contradicts what it said itself.
    try bench.write(
      csv([[second, "未造成生态环境损害", "2026-11-20", "", "", "", "", "", "", "", "李四"]]), to: "核查.csv")
    let outcome = try bench.run(["decide", "核查.csv", "--json"])
    #expect(outcome.messages.contains("\(second) 已并入 \(first)"))
    #expect(
      try JSONValue(outcome.output)["verifications"]?.elements?.first?["lead_id"]?.text == first)
    #expect(try bench.run(Workbench.q3).status == 0)
    #expect(try leads(bench)[first]?["verification"] == "no_damage")
    #expect(try bench.run(["ledger", "verify"]).status == 0)
  }

  @Test("a result that came after its quarter was closed is told in the next one, then settled")
  func nextQuarter() throws {
    let bench = try screened(2)
    try bench.write(
      csv([[Self.id(1), Self.damage, "2026-11-20", "", "", "", "否", "N02", "", "", "李四"]]),
      to: "核查.csv")
    #expect(try bench.run(["decide", "核查.csv"]).status == 0)
    try bench.write(TransferDrop([9]).text(), to: "Inputs/2026Q4/移送.csv")
    #expect(try bench.run(Workbench.q4).status == 0)
    let fourth = try leads(bench, "2026Q4")
    #expect(fourth[Self.id(1)]?["status"] == "changed" && fourth[Self.id(1)]?["initiated"] == "F")
    #expect(fourth[Self.id(2)]?["status"] == "open")
    let digest = try bench.digest("Reports/2026Q4")
    try bench.write(TransferDrop([10]).text(), to: "Inputs/2027Q1/移送.csv")
    #expect(try bench.run(["screen", "2027Q1", "--as-of", "2027-04-10"]).status == 0)
    #expect(try leads(bench, "2027Q1")[Self.id(1)] == nil)
    #expect(try leads(bench, "2027Q1")[Self.id(2)]?["status"] == "open")
    #expect(try bench.run(["report", "2026Q4"]).status == 0)
    #expect(try bench.digest("Reports/2026Q4") == digest)
  }
}
