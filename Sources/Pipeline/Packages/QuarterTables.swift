internal import Reports
internal import Submission
internal import Vocabulary

/// The tables of a quarter's package: the leads as in leads.csv, what they come from, what the rules find
/// of them, and the files of the drop.
struct QuarterTables {
  let report: QuarterReport

  /// In the order of their names; linear in leads and findings.
  func all() throws(Failure) -> [SubmittedTable] {
    [files, findings, try leads(), sources]
  }

  private static let truths = ["T", "F", "U", "N"]

  func leads() throws(Failure) -> SubmittedTable {
    try SubmittedTable(
      SubmittedTable.leads, title: "线索", fields: DataFile.leads.columns.map(QuarterTables.field),
      primaryKey: [SubmittedTable.leadID], csv: DataFile.leads.bytes(of: report))
  }

  /// The field of a column of leads.csv.
  private static func field(_ column: String) -> TableField {
    func field(
      _ title: String, _ kind: TableField.Kind = .text, required: Bool = false,
      allowed: [String]? = nil, minimum: String? = nil, maximum: String? = nil
    ) -> TableField {
      TableField(
        column, title: title, kind: kind, isRequired: required, allowed: allowed, minimum: minimum,
        maximum: maximum)
    }
    return switch column {
    case "lead_id":
      TableField(column, title: "线索编号", isRequired: true, isUnique: true)
    case "first_quarter": field("立案季度", required: true)
    case "obligor_id": field("义务人编号")
    case "obligor_name": field("赔偿义务人")
    case "obligor_code": field("统一社会信用代码")
    case "county_code": field("县区代码")
    case "place": field("地点")
    case "longitude": field("经度（CGCS2000）", .number, minimum: "-180", maximum: "180")
    case "latitude": field("纬度（CGCS2000）", .number, minimum: "-90", maximum: "90")
    case "media": field("环境要素")
    case "channels": field("来源渠道")
    case "occurrence_date": field("案发日期", .date)
    case "discovery_date": field("发现日期", .date)
    case "records": field("记录数", .integer, required: true, minimum: "1")
    case "amount_estimate": field("损害金额（预估，元）", .number)
    case "amount_determined": field("损害金额（认定，元）", .number)
    case "amount_basis": field("金额依据")
    case "in_red_line": field("位于生态保护红线", required: true, allowed: truths)
    case "in_nature_reserve": field("位于自然保护地", required: true, allowed: truths)
    case "repeat_offender": field("再次发生", required: true, allowed: truths)
    case "scope_excluded": field("不纳入筛查范围", required: true, allowed: truths)
    case "minor": field("显著轻微", required: true, allowed: truths)
    case "may_not_initiate": field("可以不启动", required: true, allowed: truths)
    case "major": field("重大案件", required: true, allowed: truths)
    case "simple_assessment": field("可简易评估", required: true, allowed: truths)
    case "disposition":
      field("处置建议", required: true, allowed: Disposition.allCases.map(\.rawValue))
    case "missing_facts": field("待补事实")
    case "verification_due": field("核查期限", .date)
    case "overdue_days": field("超期日数", .integer, minimum: "0")
    case "feedback_due": field("反馈期限", .date)
    case "status":
      field("状态", required: true, allowed: LeadEntry.Status.allCases.map(\.rawValue))
    case "verification":
      field(
        "核查结论",
        allowed: VerificationFinding.allCases.filter { $0 != .withdrawn }.map(\.rawValue))
    case "verified_on": field("核查日期", .date)
    case "initiated": field("启动索赔", required: true, allowed: truths)
    case "not_initiated_reason":
      field("不启动理由", allowed: NotInitiatedReason.allCases.map(\.rawValue))
    case "decided_by": field("核查人")
    default: field(column)
    }
  }

  private var sources: SubmittedTable {
    let places = Dictionary(
      report.files.enumerated().map { ($0.element.path, $0.offset + 1) },
      uniquingKeysWith: { first, _ in first })
    return SubmittedTable(
      "lead_sources", title: "线索的来源记录",
      fields: [
        TableField("lead_id", title: "线索编号", isRequired: true),
        TableField("no", title: "序号", kind: .integer, isRequired: true, minimum: "1"),
        TableField("file", title: "文件序号", kind: .integer, minimum: "1"),
        TableField("kind", title: "来源", isRequired: true),
        TableField("day", title: "日期", kind: .date),
        TableField("record_number", title: "记录编号"), TableField("document", title: "文书号"),
      ], primaryKey: ["lead_id", "no"], foreignKeys: [ofLead],
      rows: report.leads.flatMap { lead in
        lead.sources.enumerated().map { place, source in
          // Records of earlier quarters lie in files that this quarter's table does not have.
          let file = source.name.lastIndex(of: "#").flatMap { places[String(source.name[..<$0])] }
          return [
            lead.id.description, String(place + 1), file.map { String($0) }, source.kind.name,
            source.day?.description, source.number, source.document,
          ]
        }
      })
  }

  private var findings: SubmittedTable {
    SubmittedTable(
      "findings", title: "认定与依据",
      fields: [
        TableField("lead_id", title: "线索编号", isRequired: true),
        TableField("no", title: "序号", kind: .integer, isRequired: true, minimum: "1"),
        TableField("conclusion", title: "结论", isRequired: true),
        TableField("value", title: "值", isRequired: true, allowed: QuarterTables.truths),
        TableField("rule", title: "规则"), TableField("document", title: "文件"),
        TableField("locator", title: "条款"), TableField("pack", title: "规则包"),
        TableField("facts", title: "所依事实"),
      ], primaryKey: ["lead_id", "no"], foreignKeys: [ofLead],
      rows: report.leads.flatMap { lead in
        lead.findings.enumerated().map { place, finding in
          [
            lead.id.description, String(place + 1), finding.conclusion, finding.value.letter,
            finding.rule, finding.document, finding.locator, finding.pack, finding.facts,
          ]
        }
      })
  }

  private var ofLead: SubmittedTable.ForeignKey {
    SubmittedTable.ForeignKey(
      fields: ["lead_id"], table: SubmittedTable.leads, references: ["lead_id"])
  }

  private var files: SubmittedTable {
    func count(_ name: String, _ title: String) -> TableField {
      TableField(name, title: title, kind: .integer, isRequired: true, minimum: "0")
    }
    return SubmittedTable(
      "files", title: "导入文件的对账",
      fields: [
        TableField("no", title: "文件序号", kind: .integer, isRequired: true, minimum: "1"),
        TableField("kind", title: "来源", isRequired: true), count("records", "记录"),
        count("opened", "新立"), count("merged", "并入"), count("repeats", "重复"),
        count("rejected", "退回"),
      ], primaryKey: ["no"],
      rows: report.files.enumerated().map { place, file in
        [
          String(place + 1), file.kind.name, String(file.records), String(file.opened),
          String(file.merged), String(file.repeats), String(file.rejected),
        ]
      })
  }
}
