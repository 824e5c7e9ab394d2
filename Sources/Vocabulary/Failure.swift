/// How the program ends; the numbers are public.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// A fault in the program itself.
  case fault = 1
  /// Done, but something waits for people; only with `--strict`.
  case needsPeople = 3
  case usage = 64
  /// An input cannot be used, or too many rows were rejected; nothing was recorded.
  case unusableInput = 65
  case missingInput = 66
  case cannotCreate = 73
  case inputOutput = 74
  /// Another run holds the ledger.
  case busy = 75
  /// Configuration, profile, rule pack or privacy check.
  case configuration = 78
  case interrupted = 130
}

/// One thing that is wrong, with its place, its value and what to do about it.
///
/// A value, not an error: problems of rows are listed in the reports and the run goes on.
package struct Problem: Sendable, Hashable {
  package let code: ProblemCode
  /// Path relative to the workspace.
  package var file: String?
  /// The sheet of a workbook.
  package var sheet: String?
  /// Data record of the file, counted from 1.
  package var record: Int?
  /// Physical line, counted from 1.
  package var line: Int?
  /// The column's title as the file has it.
  package var column: String?
  /// The value as it stands there.
  package var value: String?
  /// What is wrong here in particular; the code's title says the kind.
  package var detail: Wording?

  /// A problem of that kind; what is not known of its place stays out of the message.
  package init(
    _ code: ProblemCode, file: String? = nil, record: Int? = nil, line: Int? = nil,
    column: String? = nil, value: String? = nil, detail: Wording? = nil
  ) {
    self.code = code
    self.file = file
    self.record = record
    self.line = line
    self.column = column
    self.value = value
    self.detail = detail
  }

  /// `E301 Inputs/2026Q3/督察.csv:118 “交办日期” 日期无法识别：…；处理：…`, on one line.
  ///
  /// Control characters of the value are replaced and long values cut, so that a hostile file
  /// cannot write to the terminal.
  package func message(in language: Language) -> String {
    var text = code.rawValue
    if let file {
      text += " " + Problem.printable(file, limit: 300)
      if let sheet { text += "[\(Problem.printable(sheet, limit: 60))]" }
      if let line { text += ":\(line)" }
    } else if let line {
      text += " :\(line)"
    }
    if let column { text += " “\(Problem.printable(column, limit: 60))”" }
    text += " " + code.title[language]
    if let detail {
      text += (language == .zh ? "：" : ": ") + Problem.printable(detail[language], limit: 600)
    }
    if let value {
      let shown = Problem.printable(value, limit: 80)
      text += language == .zh ? "；值“\(shown)”" : "; value “\(shown)”"
    }
    return text + (language == .zh ? "；处理：" : "; to do: ") + code.remedy[language]
  }

  /// `text` without control, format or bidirectional characters, cut at `limit` scalars.
  package static func printable(_ text: String, limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        result.append("…")
        break
      }
      result.append(isPrintable(scalar) ? scalar : "\u{FFFD}")
      count += 1
    }
    return String(result)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // Every bidirectional control is a format character.
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

/// Why the program stops: every problem found, and the exit status they lead to.
///
/// Thrown at the edges for what is not data: a full disk, a bad rule pack, a missing drop.
package struct Failure: Error, Sendable {
  package let status: ExitStatus
  package let problems: [Problem]

  /// Stops for these problems, which are shown in this order.
  package init(_ status: ExitStatus, _ problems: [Problem]) {
    self.status = status
    self.problems = problems
  }

  /// Stops for one problem.
  package init(
    _ status: ExitStatus, _ code: ProblemCode, file: String? = nil, line: Int? = nil,
    column: String? = nil, value: String? = nil, detail: Wording? = nil
  ) {
    self.init(
      status,
      [
        Problem(code, file: file, line: line, column: column, value: value, detail: detail)
      ])
  }
}
