import Testing

/// The periods of a lead by the texts of the place it lies in.
@Suite struct LeadDeadlineTests {
  private func workbench(_ jurisdiction: String) throws -> Workbench {
    try Workbench(configuration: "jurisdiction: \"\(jurisdiction)\"\norganisation: 某市生态环境局\n")
  }

  /// Transfers received on 1 September 2026 in a county, without an amount.
  private func transfers(_ county: String) -> TransferDrop {
    TransferDrop([28], ["县区": county, "案发地点": county, "损害评估金额（元）": ""])
  }

  /// The words of the page, without its elements.
  private func page(_ bench: Workbench) throws -> String {
    try bench.text("Reports/2026Q3/report.html").replacing(/<[^>]*>/, with: "")
  }

  @Test("a transfer to Jiangsu is to be checked thirty days after its receipt, and then is late")
  func receipt() throws {
    let bench = try workbench("320100")
    try bench.write(transfers("玄武区").text(), to: "Inputs/2026Q3/移送.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    #expect(lead["verification_due"] == "2026-10-01")
    #expect(lead["overdue_days"] == "14")
    let sentence = "2026-10-01，遇节假日顺延则为 2026-10-08：接受移送的部门三十日内初步核查是否造成损害"
    // The page says a provision's words once, and of each lead the day.
    for words in sentence.split(separator: "：") { #expect(try page(bench).contains(words)) }
    let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    #expect(explained.contains(sentence) && explained.contains("（js23.3.verify-30）"))
  }

  @Test("a complaint in Jiangsu is to be answered within two months, which is no check for damage")
  func complaint() throws {
    let bench = try workbench("320100")
    try bench.write(
      "信访编号,受理日期,举报内容,被举报对象,县区,办理状态\nXF1,2026-08-31,夜间排烟,甲厂,玄武区,待办理\n",
      to: "Inputs/2026Q3/信访.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    #expect(lead["verification_due"]?.isEmpty == true)
    for words in ["2026-10-31，遇节假日顺延则为 2026-11-02", "举报要求赔偿的，两个月内研究并答复"] {
      #expect(try page(bench).contains(words))
    }
    let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    #expect(explained.contains("初步核查期限 无适用期限\n"), "\(explained)")
  }

  @Test(
    "a transfer to Jiangsu without the day of its receipt has a period, whose first day is unknown")
  func unknownReceipt() throws {
    let bench = try workbench("320100")
    try bench.write(
      Self.closedProfile.replacing("KIND", with: "transfer")
        .replacing("DAY", with: "transfer_received_date"),
      to: "Inputs/profiles/closed.yaml")
    try bench.write(
      "编号,收到日期,当事人,县区,办结日期\n甲1,,南京某砂石有限公司,玄武区,2026-09-05\n", to: "Inputs/2026Q3/办结.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    #expect(lead["verification_due"]?.isEmpty == true)
    let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    #expect(explained.contains("初步核查期限 起算日未知\n"), "\(explained)")
    #expect(lead["overdue_days"]?.isEmpty == true)
    #expect(try page(bench).contains("没有能确定核查超期的线索；是否超期不明 1 件"))
  }

  @Test("a shorter period that may not be in force does not hide that a certain one is over")
  func shorterPeriod() throws {
    let bench = try workbench("140900")
    try bench.write(
      """
      schema: leadscreen-pack/1
      id: small-2026
      version: 1.0.0
      title: 试验
      source: {file: small-2026.txt, sha256: "00"}
      articles: {style: article, count: 1}
      jurisdiction: "140900"
      level: city
      parent: shanxi-2025
      status: draft
      validity: {not_before: 2026-01-01, cite: {locator: 第一条, summary: 施行日不详}}
      rules: []
      deadlines:
        - id: small.a1.verify-20
          cite: {locator: 第一条, summary: 二十日内核查}
          modality: 义务
          trigger: discovery_date
          length: 20
          unit: natural_day
          relation: {kind: adds, rules: [sx25.a9.verify-30]}

      """, to: "Inputs/rules/small-2026.pack.yaml")
    try bench.write(transfers("代县").text(), to: "Inputs/2026Q3/移送.csv")
    for (day, due, late) in [
      ("2026-09-20", "2026-09-21", "0"), ("2026-09-25", "2026-09-21", ""),
      ("2026-10-11", "2026-10-01", "10"),
    ] {
      #expect(try bench.run(["screen", "2026Q3", "--as-of", day]).status == 0)
      let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
      #expect(lead["verification_due"] == due, "\(day)")
      #expect(lead["overdue_days"] == late, "\(day)")
    }
  }

  @Test("where it is not known whether the text is in force, nobody is said to be late")
  func unknownForce() throws {
    let bench = try workbench("640100")
    try bench.write(transfers("兴庆区").text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try bench.run(Workbench.q3).status == 0)
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    #expect(lead["verification_due"] == "2026-10-01")
    #expect(lead["overdue_days"]?.isEmpty == true)
    let page = try page(bench)
    #expect(page.contains("2026-10-01（是否超期不明）"))
    #expect(page.contains("（是否适用未知）"))
    #expect(page.contains("筛查发现线索后三十日内初步核查是否造成损害"))
    #expect(!page.contains("已超期") && !page.contains("没有核查超期的线索"))
    #expect(page.contains("没有能确定核查超期的线索；是否超期不明 1 件"))
    let explained = try bench.run(["explain", lead["lead_id"] ?? ""]).output
    #expect(explained.contains("初步核查期限 2026-10-01 是否超期不明"))
    // Before the day nobody can be late, whatever text is in force.
    let early = try workbench("640100")
    try early.write(transfers("兴庆区").text(), to: "Inputs/2026Q3/移送.csv")
    #expect(try early.run(["screen", "2026Q3", "--as-of", "2026-10-01"]).status == 0)
    #expect(try early.table("leads", of: "2026Q3").column("overdue_days") == ["0"])
  }

  private static let closedProfile = """
    id: closed-KIND
    kind: KIND
    title: 办结情况
    required: [record_number, closed_date, party_name]
    fields:
      record_number: [编号]
      DAY: [收到日期]
      party_name: [当事人]
      county: [县区]
      closed_date: [办结日期]

    """

  @Test(
    "the procuratorate is to be answered fifteen days after the case of Ningxia is closed, others not",
    arguments: [
      ("transfer", "transfer_received_date", "2026-09-20"),
      ("complaint", "report_received_date", ""),
    ])
  func reply(kind: String, day: String, due: String) throws {
    let bench = try workbench("640100")
    try bench.write(
      Self.closedProfile.replacing("KIND", with: kind).replacing("DAY", with: day),
      to: "Inputs/profiles/closed.yaml")
    try bench.write(
      "编号,收到日期,当事人,县区,办结日期\n甲1,2026-08-01,银川某砂石有限公司,兴庆区,2026-09-05\n",
      to: "Inputs/2026Q3/办结.csv")
    let outcome = try bench.run(Workbench.q3)
    #expect(outcome.status == 0, "\(outcome.messages)")
    let lead = try #require(try bench.table("leads", of: "2026Q3").named.first)
    #expect(lead["feedback_due"] == due)
    #expect(try page(bench).contains("nx24.a26.reply-15") == !due.isEmpty)
  }
}
