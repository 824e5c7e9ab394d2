internal import ArgumentParser
internal import Pipeline
internal import Vocabulary

struct ExplainCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "explain", zh: "说明一件线索、一个义务人、一条记录或一个代码为何如此。",
    en: "Say why a lead, an obligor, a record or a message code is what it is.",
    more: Wording(
      zh: "编号：XS140900-2026Q3-00042（线索） YW140900-000042（义务人） Inputs/2026Q3/督察.csv#12（记录） E301（代码）。",
      en:
        "Ids: XS140900-2026Q3-00042 (lead), YW140900-000042 (obligor), Inputs/2026Q3/督察.csv#12 (record), E301 (code)."
    ))

  @Argument(help: .both("线索、义务人、记录或代码", "a lead, an obligor, a record or a code", value: "id"))
  var id: String

  @OptionGroup var common: CommonOptions

  func perform() throws(Failure) -> ExitStatus {
    let explanation =
      if let code = ProblemCode(rawValue: id) {
        Explanation(code, in: common.lang)
      } else {
        try common.open().explain(id)
      }
    if common.json {
      common.console.result(
        try JSONText.of(
          ListJSON(
            explanation.paragraphs.map {
              ParagraphJSON(title: $0.title[common.lang], lines: $0.lines)
            })))
      return .done
    }
    for paragraph in explanation.paragraphs {
      let lines = paragraph.lines.map { "  " + Problem.printable($0, limit: 4000) }
      common.console.result(
        ([paragraph.title[common.lang]] + lines).joined(separator: "\n") + "\n")
    }
    return .done
  }
}

private struct ParagraphJSON: Encodable {
  let title: String
  let lines: [String]
}
