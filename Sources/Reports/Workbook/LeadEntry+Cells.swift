internal import Vocabulary

/// A lead's lists as one cell each.
extension LeadEntry {
  /// What stands between several media or departments in a cell.
  static let separator = "、"

  /// The media, each once.
  var mediaTerm: String { media.cases.map(\.term).joined(separator: LeadEntry.separator) }

  /// The conclusions that hold, one a line with its article: `显著轻微案件（晋环规〔2025〕2号 第十条）`.
  var groundsTerm: String {
    var text = ""
    for finding in findings where finding.value == .true {
      if !text.isEmpty { text += "\n" }
      text += finding.term
      let citation = finding.citation
      if !citation.isEmpty { text += "（\(citation)）" }
    }
    return text
  }

  /// The departments proposed by the media, each once; no text assigns them.
  var departmentTerm: String {
    var departments: [Department] = []
    for medium in media.cases {
      guard let department = medium.proposedDepartment, !departments.contains(department) else {
        continue
      }
      departments.append(department)
    }
    return departments.map(\.term).joined(separator: LeadEntry.separator)
  }

  /// Whether the procuratorate has been answered; blank where the question does not arise.
  var feedbackTruth: String {
    feedbackDue == nil && isFedBack == .unknown ? "" : isFedBack.wording.zh
  }

  /// The names of the first three source records, and how many there are.
  var sourceTerm: String {
    let names = sources.prefix(3).map(\.name).joined(separator: "；")
    return sources.count > 3 ? "\(names) 等 \(sources.count) 条" : names
  }

  /// The conclusion that the procuratorate is to be answered.
  static let feedbackConclusion = "procuratorate_feedback"

  /// What is still owed on the lead, one a line: the check, the answer, facts that would decide.
  func owed(asOf: Day) -> String {
    var owed: [String] = []
    if isVerificationPending {
      let due = verificationDue.map { "，期限 \($0)\(dueRemark)" } ?? "，期限无法计算"
      owed.append("核查是否造成损害\(due)")
    }
    if damageConfirmed == .true, disposition == .initiate, initiated == .unknown {
      owed.append("决定是否启动索赔")
    }
    if isFeedbackDue, isFedBack != .true {
      let known = isFedBack == .false ? "" : "（是否已反馈未知）"
      let due =
        feedbackDue.map { due in
          let late = asOf.days(since: due)
          return "，期限 \(due)" + (late > 0 ? "（已过 \(Numeral.grouped(late)) 日）" : "")
        } ?? "，文件没有写明期限"
      owed.append("反馈检察机关\(known)\(due)")
    }
    if !missingFactTerms.isEmpty {
      owed.append("补充事实：" + missingFactTerms.joined(separator: "；"))
    }
    return owed.joined(separator: "\n")
  }

  /// Every period that began, one a line: its day, its duty and the provision.
  var deadlineTerm: String {
    deadlines.map { deadline in
      let due = deadline.due?.description ?? "期限无法计算"
      let doubt = deadline.applies == .true ? "" : "（是否适用未知）"
      return "\(due)\(doubt)：\(deadline.duty)（\(deadline.document) \(deadline.locator)）"
    }.joined(separator: "\n")
  }
}
