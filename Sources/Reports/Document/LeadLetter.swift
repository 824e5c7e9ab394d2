package import Documents
internal import Vocabulary

/// A letter about one lead: to the department whose matter it is (移送函), or to the procuratorate that
/// sent it (检察反馈函).
///
/// It states what the register holds, with the decision if people filled one in, and leaves every other
/// one to be filled in.
package struct LeadLetter {
  private let lead: LeadEntry
  private let report: QuarterReport
  private let kind: OfficialKind

  /// The letter of a kind about a lead of the report; `nil` where there is no ground for it.
  package init?(_ kind: OfficialKind, about lead: LeadEntry, in report: QuarterReport) {
    switch kind {
    case .transferLetter where !LeadLetter.departments(of: lead).isEmpty: break
    case .feedbackLetter where lead.channels.contains(.procuratorate): break
    case .transferLetter, .feedbackLetter, .reportUpwards, .bulletin: return nil
    }
    self.kind = kind
    self.lead = lead
    self.report = report
  }

  /// `XS140900-2026Q3-00042-移送函.docx`.
  package var name: String { "\(lead.id)-\(kind.name).docx" }

  /// Other departments that the media of the lead propose.
  private static func departments(of lead: LeadEntry) -> [Department] {
    var departments = CaseSet<Department>()
    for medium in lead.media.cases {
      if let department = medium.proposedDepartment, department != .ecologyEnvironment {
        departments.insert(department)
      }
    }
    return departments.cases
  }

  /// The letter as a document.
  package var document: OfficialDocument {
    let isTransfer = kind == .transferLetter
    var document = OfficialDocument(
      // It leaves the house: what it says is for whom it is addressed to, and for nobody else.
      kind, banner: "供收函单位办理案件使用　含责任主体信息，不得公开",
      organisation: report.organisation.isEmpty ? report.jurisdictionName : report.organisation,
      title: isTransfer ? ["关于移送生态环境损害赔偿", "案件线索的函"] : ["关于检察机关移送线索", "办理情况的函"],
      asOf: report.asOf, run: "\(report.run)")
    document.warnings = DocumentWords.warnings(of: report)
    document.body =
      (isTransfer ? transferOpening : feedbackOpening)
      + [
        .heading(.first, "线索基本情况"), .table(particulars),
        .heading(.first, "来源记录"), .table(sources), .heading(.first, "筛查结论与依据"), .table(findings),
      ] + (isTransfer ? [] : feedbackDecision)
    document.attachments = [isTransfer ? "线索证据材料" : "核查材料"]
    document.note = "联系人及电话：〔由承办人填写〕"
    return document
  }

  private var transferOpening: [Block] {
    let names = LeadLetter.departments(of: lead).map(\.term).joined(separator: "、")
    return [
      .text(
        "在\(report.quarter.chinese)生态环境损害赔偿案件线索筛查中发现线索\(lead.id)。按环境要素，建议由\(names)主管部门办理，"
          + "现予移送，请依法核查处理，并将办理情况函告。")
    ]
  }

  private var feedbackOpening: [Block] {
    let letters = lead.sources.filter { $0.kind == .transfer && !$0.reference.isEmpty }
      .map(\.reference)
    let cited = letters.isEmpty ? "" : "（\(letters.prefix(3).joined(separator: "；"))）"
    return [.text("贵院移送的生态环境损害赔偿案件线索\(cited)收悉，登记为线索\(lead.id)。现将办理情况反馈如下。")]
  }

  /// What people found and decided; what nobody has is left to be filled in.
  private var feedbackDecision: [Block] {
    let stated = lead.verification
    var runs: [Run] = [.text("经核查，")]
    if let stated, stated.finding.damage != .unknown {
      runs = [.text("经\(stated.day.chinese)核查，\(stated.finding.wording.zh)；")]
    }
    switch stated?.decision {
    case .initiated?: runs.append(.text("已决定启动生态环境损害索赔"))
    case .notInitiated(let reason)?:
      runs.append(.text("决定不启动索赔，理由：\(explained(reason))"))
    case nil: runs.append(.placeholder(Placeholder(tag: "decision", prompt: "是否启动索赔及理由")))
    }
    return [.heading(.first, "办理结果"), .paragraph(runs + [.text("。")])]
  }

  /// The reason as the letter states it, with what the officer wrote to it.
  private func explained(_ reason: NotInitiatedReason) -> String {
    let remark = lead.verification?.remark ?? ""
    if reason == .other, !remark.isEmpty { return remark }
    return remark.isEmpty ? reason.term : "\(reason.term)（\(remark)）"
  }

  private var particulars: DocumentTable {
    let rows: [(String, String)] = [
      ("线索编号", lead.id.description), ("赔偿义务人", lead.obligorTerm),
      ("统一社会信用代码", lead.obligorCode.isEmpty ? "未知" : lead.obligorCode),
      ("地点", lead.countyTerm + (lead.placeTerm.map { "　" + $0 } ?? "")),
      ("环境要素", lead.mediaTerms), ("案发日期", lead.occurrence?.description ?? "未知"),
      ("发现日期", lead.discovery?.description ?? "未知"), ("损害金额（元）", lead.amountTerm),
      ("筛查建议", "\(lead.disposition.term)（建议，不代替认定）"),
      ("待补事实", lead.missingFactTerms.joined(separator: "、").orDash),
    ]
    return DocumentTable(
      "线索基本情况", columns: [.init(3), .init(9)], header: [["项目", "内容"]],
      rows: rows.map { [[.text($0.0)], [.text($0.1)]] })
  }

  private var sources: DocumentTable {
    DocumentTable(
      "来源记录", columns: [.init(1, .centre), .init(4), .init(6), .init(3, .centre)],
      header: [["序号", "来源", "编号和文书", "日期"]],
      rows: lead.sources.enumerated().map { place, source in
        [
          [.text(String(place + 1))], [.text(source.kind.wording.zh)],
          [.text(source.reference.orDash)], [.text(source.day?.description ?? "未知")],
        ]
      })
  }

  /// What the rules find true, and what they leave open.
  private var findings: DocumentTable {
    let told = lead.findings.filter { $0.value == .true || $0.value == .unknown }
    return DocumentTable(
      "筛查结论与依据", columns: [.init(4), .init(2, .centre), .init(7)],
      header: [["结论", "判断", "依据"]],
      rows: told.map { finding in
        let ground = "\(finding.document) \(finding.locator)"
        return [
          [.text(finding.term)], [.text(finding.value.wording.zh)],
          [.text(finding.document.isEmpty ? "—" : ground)],
        ]
      }, note: "“未知”不作“否”处理。")
  }
}
