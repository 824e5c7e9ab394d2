/// All problem codes as one page in both languages: docs/problems.md.
package enum ProblemCodeReference {
  /// The page in Markdown, a section a code, ending in a line break.
  package static var markdown: String {
    let contents = ProblemGroup.allCases.flatMap { group in
      ["", "**\(group.title.zh) · \(group.title.en)**", ""] + headings
        + group.codes.map(contentsRow)
    }
    let sections = ProblemCode.allCases.flatMap { code in
      ["", "## \(code.rawValue)"] + part(code, .zh) + part(code, .en)
    }
    return (opening + contents + sections).joined(separator: "\n") + "\n"
  }

  private static let opening = [
    "# 问题代码 · Problem codes",
    "",
    "<!-- scripts/make-problems writes this page from the program; change the texts there. -->",
    "",
    "程序给出的每条消息都以一个代码开头。代码的含义永不改变，只会增加。`leadscreen explain E201` 给出其中一条。",
    "",
    "Every message of the program begins with a code. Codes never change their meaning; they are only "
      + "added to. `leadscreen explain E201 --lang en` prints one of these sections.",
  ]

  private static let headings = ["| 代码 | 含义 | meaning | 后果 |", "| --- | --- | --- | --- |"]

  private static func contentsRow(_ code: ProblemCode) -> String {
    let (number, consequence) = (code.rawValue, code.consequence)
    return "| [\(number)](#\(number.lowercased())) | \(code.title.zh) | \(code.title.en) "
      + "| \(consequence.title.zh) · \(consequence.title.en) |"
  }

  private static func part(_ code: ProblemCode, _ language: Language) -> [String] {
    let stop = language == .zh ? "。" : "."
    let text = code.explanation.text[language].split(separator: "\n").map(String.init)
    let remedy = Wording(zh: "**处理**：", en: "**To do**: ")[language] + code.remedy[language] + stop
    var lines = ["", "**\(code.title[language])**", ""]
    lines += [text.joined(separator: language == .zh ? "" : " ")]
    lines += ["", code.consequence.explanation[language], "", remedy]
    if language == .zh, let example = code.explanation.example {
      lines += ["", "```text", example.before]
      if let after = example.after { lines.append("→ " + after) }
      lines.append("```")
    }
    return lines
  }
}

/// What the hundreds of the codes speak of.
private enum ProblemGroup: Character, CaseIterable {
  case files = "1"
  case rows = "2"
  case values = "3"
  case records = "4"
  case runs = "5"
  case rules = "6"
  case layers = "7"
  case decisions = "8"
  case packages = "9"

  var title: Wording {
    switch self {
    case .files: Wording(zh: "文件", en: "Files")
    case .rows: Wording(zh: "行", en: "Rows")
    case .values: Wording(zh: "取值", en: "Values")
    case .records: Wording(zh: "记录", en: "Records")
    case .runs: Wording(zh: "工作区与运行", en: "Workspace and run")
    case .rules: Wording(zh: "规则", en: "Rules")
    case .layers: Wording(zh: "图层", en: "Layers")
    case .decisions: Wording(zh: "人工判定", en: "People's decisions")
    case .packages: Wording(zh: "报送包与回执", en: "Packages and receipts")
    }
  }

  var codes: [ProblemCode] {
    ProblemCode.allCases.filter { $0.rawValue.dropFirst().first == rawValue }
  }
}
