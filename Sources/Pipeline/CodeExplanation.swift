package import Vocabulary

extension Explanation {
  /// What a problem code means, what the program does about it and what to do, in one language.
  package init(_ code: ProblemCode, in language: Language) {
    let explanation = code.explanation
    let example = explanation.example.map { example in
      [example.before] + (example.after.map { ["→ " + $0] } ?? [])
    }
    self.init([
      Paragraph(title: Wording(verbatim: code.rawValue), lines: [code.title[language]]),
      Paragraph(
        title: Wording(zh: "含义", en: "Meaning"),
        lines: explanation.text[language].split(separator: "\n").map(String.init)),
      Paragraph(
        title: Wording(
          zh: "后果：\(code.consequence.title.zh)", en: "Consequence: \(code.consequence.title.en)"),
        lines: [code.consequence.explanation[language]]),
      Paragraph(title: Wording(zh: "例子", en: "Example"), lines: example ?? []),
      Paragraph(
        title: Wording(zh: "处理", en: "What to do"), lines: [code.remedy[language]]),
    ])
  }
}
