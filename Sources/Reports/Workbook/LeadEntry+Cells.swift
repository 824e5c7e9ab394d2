internal import Vocabulary

/// A lead's lists as one cell each.
extension LeadEntry {
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
    return departments.map(\.term).joined(separator: "、")
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
}
