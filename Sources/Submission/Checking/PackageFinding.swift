package import Vocabulary

/// Something found in a package that does not hold, or could not be checked: a value, not an error.
package struct PackageFinding: Sendable, Hashable {
  package let kind: PackageFindingKind
  /// Below the package; `nil` for the package as a whole.
  package let path: String?
  /// Physical line of that file, counted from 1.
  package let line: Int?
  /// The column, tag or member.
  package let field: String?
  /// What stands there; personal numbers masked.
  package let value: String?
  /// What is wrong here in particular.
  package let detail: Wording?

  init(
    _ kind: PackageFindingKind, path: String? = nil, line: Int? = nil, field: String? = nil,
    value: String? = nil, detail: Wording? = nil
  ) {
    self.kind = kind
    self.path = path
    self.line = line
    self.field = field
    self.value = value
    self.detail = detail
  }

  /// Whether the package is not valid for it; false for what could not be checked.
  package var isFault: Bool { !kind.isNote }

  /// `data/tables/leads.csv:6 “disposition” 取值不在约定之列：…；值“X”；处理：…`, on one line.
  package func message(in language: Language) -> String {
    var text = path.map { Problem.printable($0, limit: 300) } ?? ""
    if let line { text += ":\(line)" }
    if let field { text += " “\(Problem.printable(field, limit: 60))”" }
    text += (text.isEmpty ? "" : " ") + kind.title[language]
    if let detail {
      text += (language == .zh ? "：" : ": ") + Problem.printable(detail[language], limit: 600)
    }
    if let value {
      let shown = Problem.printable(value, limit: 80)
      text += language == .zh ? "；值“\(shown)”" : "; value “\(shown)”"
    }
    return text + (language == .zh ? "；处理：" : "; to do: ") + kind.remedy[language]
  }

  /// The finding as a problem of the run (`packageInvalid`).
  package var problem: Problem {
    var text = kind.title
    if let detail { text = Wording(zh: "\(text.zh)：\(detail.zh)", en: "\(text.en): \(detail.en)") }
    return Problem(
      .packageInvalid, file: path, line: line, column: field, value: value, detail: text)
  }
}
