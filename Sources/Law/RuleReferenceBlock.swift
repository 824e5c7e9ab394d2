internal import Vocabulary

/// A piece of a page about rules: Markdown for documents, plain lines for a terminal.
///
/// What stands between backquotes in a text is an id; everything else is shown as it is.
enum RuleReferenceBlock: Sendable {
  /// A heading and its depth, 1 for the page.
  case title(Int, String)
  case paragraph(String)
  case points([Point])
  /// Headings and rows of as many cells.
  case table([String], [[String]])

  /// A labelled line under a heading.
  struct Point: Sendable {
    let label: String
    let text: String
  }

  /// A table, or nothing where it has no rows.
  static func rows(_ title: String, _ headings: [String], _ rows: [[String]])
    -> [RuleReferenceBlock]
  {
    rows.isEmpty ? [] : [.title(3, title), .table(headings, rows)]
  }

  /// Lines of Markdown, the first one empty to part the block from what precedes it.
  var markdown: [String] {
    switch self {
    case .title(let depth, let text):
      ["", String(repeating: "#", count: depth) + " " + RuleReferenceBlock.escaped(text)]
    case .paragraph(let text): ["", RuleReferenceBlock.escaped(text)]
    case .points(let points):
      [""] + points.map { "- **\($0.label)**：\(RuleReferenceBlock.escaped($0.text))" }
    case .table(let headings, let rows):
      ["", RuleReferenceBlock.row(headings)]
        + ["| " + headings.map { _ in "---" }.joined(separator: " | ") + " |"]
        + rows.map { cells in RuleReferenceBlock.row(cells.map(RuleReferenceBlock.escaped)) }
    }
  }

  /// Lines for a terminal: headings at the margin, everything under a heading indented.
  var plain: [String] {
    switch self {
    case .title(let depth, let text):
      (depth < 4 ? [""] : []) + [RuleReferenceBlock.withoutMarks(text)]
    case .paragraph(let text): [RuleReferenceBlock.withoutMarks(text)]
    case .points(let points):
      points.map { "　　\($0.label)：\(RuleReferenceBlock.withoutMarks($0.text))" }
    case .table(_, let rows):
      rows.map { cells in
        "　　"
          + cells.filter { !$0.isEmpty }.map(RuleReferenceBlock.withoutMarks)
          .joined(separator: "　")
      }
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func withoutMarks(_ text: String) -> String {
    Problem.printable(text.replacing("`", with: ""), limit: 4000)
  }

  /// Without what Markdown would take for its own, ids excepted.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var isID = false
    for character in text {
      switch character {
      case "`": isID.toggle()
      case "|": result.append("\\")
      case "*", "<", "[", "\\": if !isID { result.append("\\") }
      case _ where character.isNewline:
        result.append(" ")
        continue
      default: break
      }
      result.append(character)
    }
    return result
  }
}

extension String {
  /// Marked as an id.
  var asID: String { "`\(self)`" }
}
