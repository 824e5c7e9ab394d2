internal import ArgumentParser
internal import Pipeline
internal import Vocabulary

struct ExplainCommand: StatusCommand {
  static let configuration = CommandConfiguration.both(
    "explain", zh: "说明一件线索、一个义务人、一条记录或一个代码为何如此。",
    en: "Say why a lead, an obligor, a record or a message code is what it is.",
    more: Wording(
      zh: """
        编号：XS140900-2026Q3-00042（线索） YW140900-000042（义务人） Inputs/2026Q3/督察.csv#12（记录） E301（代码）。
        代码不需要工作区；全部代码见 docs/problems.md，即 --all-codes 的输出。
        """,
      en: """
        Ids: XS140900-2026Q3-00042 (lead), YW140900-000042 (obligor), Inputs/2026Q3/督察.csv#12 (record), E301 (code).
        Codes need no workspace; all of them are in docs/problems.md, which is the output of --all-codes.
        """))

  @Argument(help: .both("线索、义务人、记录或代码", "a lead, an obligor, a record or a code", value: "id"))
  var id: String?

  @Flag(
    help: .both(
      "以 Markdown 给出全部代码的中英文说明；与 --json 同用时为一个列表",
      "all codes in both languages as Markdown; a list with --json"))
  var allCodes = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    // In the parser's own words, which are known to the message in the other language.
    if id == nil, !allCodes { throw ValidationError("Missing expected argument '<id>'") }
    if let id, allCodes { throw ValidationError("Unexpected argument '\(id)'") }
  }

  func perform() throws(Failure) -> ExitStatus {
    guard let id else { return try explainAllCodes() }
    if let code = try code(id) {
      if common.json {
        let explanation = CodeJSON(code, common.lang)
        try common.console.result(try JSONText.of(OneCodeJSON(code: explanation)))
      } else {
        try show(Explanation(code, in: common.lang))
      }
      return .done
    }
    let explanation = try common.open().explain(id)
    guard common.json else {
      try show(explanation)
      return .done
    }
    try common.console.result(
      try JSONText.of(
        ListJSON(
          explanation.paragraphs.map {
            ParagraphJSON(title: $0.title[common.lang], lines: $0.lines.map { $0[common.lang] })
          })))
    return .done
  }

  private func explainAllCodes() throws(Failure) -> ExitStatus {
    try common.console.result(
      common.json
        ? try JSONText.of(ListJSON(ProblemCode.allCases.map { CodeJSON($0, common.lang) }))
        : ProblemCodeReference.markdown)
    return .done
  }

  /// The code that `id` is, in either case of letters; `nil` for an id of another kind.
  ///
  /// Throws for what is written like a code and is none, as no ledger could know it.
  private func code(_ id: String) throws(Failure) -> ProblemCode? {
    let bytes = Array(id.utf8)
    guard bytes.count == 4, bytes[0] | 0x20 == UInt8(ascii: "e"),
      bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    guard let code = ProblemCode(rawValue: id.uppercased()) else {
      throw Failure(.missingInput, .unknownIdentifier, value: id)
    }
    return code
  }

  private func show(_ explanation: Explanation) throws(Failure) {
    for paragraph in explanation.paragraphs {
      let lines = paragraph.lines.map {
        "  " + Problem.printable($0[common.lang], limit: 4000)
      }
      try common.console.result(
        ([paragraph.title[common.lang]] + lines).joined(separator: "\n") + "\n")
    }
  }
}

private struct ParagraphJSON: Encodable {
  let title: String
  let lines: [String]
}

/// The object of one code: its schema beside what it says.
private struct OneCodeJSON: Encodable {
  let schema = 1
  let code: CodeJSON

  private enum CodingKeys: String, CodingKey { case schema }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try code.encode(to: encoder)
  }
}

private struct CodeJSON: Encodable {
  struct Example: Encodable {
    let before: String
    let after: String?
  }

  let code: String
  let title: String
  let consequence: String
  let explanation: [String]
  let example: Example?
  let remedy: String

  init(_ code: ProblemCode, _ language: Language) {
    self.code = code.rawValue
    title = code.title[language]
    consequence = code.consequence.rawValue
    explanation =
      code.explanation.text[language].split(separator: "\n").map(String.init)
      + [code.consequence.explanation[language]]
    example = code.explanation.example.map { Example(before: $0.before, after: $0.after) }
    remedy = code.remedy[language]
  }
}
