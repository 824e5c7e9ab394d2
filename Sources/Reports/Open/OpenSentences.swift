internal import Vocabulary

/// The main points of the public edition; small counts read 少于3件.
struct OpenSentences {
  let counts: OpenCounts
  let asOf: Day

  /// The sentences in order, each with its full stop.
  var all: [OpenSentence] {
    [
      """
      读入记录\(figure(.records, "条"))，退回\(figure(.rejected, "条"))，重复\(figure(.repeats, "条"))；\
      在册线索\(figure(.leads))，其中本季新立\(figure(.leadsNew))。
      """,
      dispositions,
      """
      例外情形（位于红线或自然保护地，或者同一义务人再次发生）\(figure(.exceptions))，须逐件核定；\
      重大案件\(figure(.major))。
      """,
      """
      截至 \(asOf.chinese)，超过核查期限\(figure(.overdue))，三十日内到期\(figure(.dueSoon))；\
      检察机关移送待反馈\(figure(.feedbackOwed))。
      """,
      "有待补事实\(figure(.factsMissing))，补齐后结论可能改变；损害金额未知\(figure(.amountUnknown))。",
    ]
  }

  private var dispositions: OpenSentence {
    let pieces = Disposition.reportOrder.map { figure($0.figure) }
    let terms = Disposition.reportOrder.map(\.term)
    return """
      处置建议：\(terms[0])\(pieces[0])、\(terms[1])\(pieces[1])、\(terms[2])\(pieces[2])、\
      \(terms[3])\(pieces[3])、\(terms[4])\(pieces[4])、\(terms[5])\(pieces[5])。均为筛查建议，不代替认定。
      """
  }

  private func figure(_ name: FigureName, _ unit: String = "件") -> OpenSentence.Piece {
    .figure(name, counts.figures[name] ?? .withheld, unit: unit)
  }
}
