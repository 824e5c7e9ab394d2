internal import Pipeline
internal import Reports
internal import Submission
internal import Vocabulary

/// What is said of a form that was filled.
struct FormPage {
  private let outcome: FormOutcome
  /// Of what is missing so much is said; the list has all of it.
  private static let most = 20

  init(_ outcome: FormOutcome) { self.outcome = outcome }

  /// Notices, then what is missing.
  var problems: [Problem] { outcome.notices + outcome.problems.prefix(FormPage.most) }

  var lines: [Wording] {
    let mapped = outcome.mapped
    var lines: [Wording] = []
    let more = outcome.problems.count - FormPage.most
    if more > 0 {
      lines.append(Wording(zh: "另有 \(more) 处缺项", en: "\(more) more are missing"))
    }
    if let list = outcome.list {
      lines.append(Wording(zh: "缺项清单  \(list.path)", en: "what is missing  \(list.path)"))
    }
    if !mapped.emptyColumns.isEmpty {
      let titles = mapped.emptyColumns.joined(separator: "、")
      lines.append(
        Wording(zh: "没有来源、留空的列：\(titles)", en: "columns without a source, left empty: \(titles)"))
    }
    let size = (mapped.table.rows.count, mapped.table.titles.count)
    if let form = outcome.form {
      lines.append(
        Wording(
          zh: "已填写  \(form.path)（\(size.0) 件，\(size.1) 列）",
          en: "filled  \(form.path) (\(size.0) leads, \(size.1) columns)"))
    } else {
      lines.append(
        outcome.problems.isEmpty
          ? Wording(zh: "没有缺项，未写文件", en: "nothing is missing; nothing was written")
          : Wording(
            zh: "共缺 \(outcome.problems.count) 处，表未写出；--draft 写出草稿",
            en:
              "\(outcome.problems.count) are missing, the form was not written; --draft writes one")
      )
    }
    return lines
  }
}

/// The public object of `package --mapping --json`.
struct FormJSON: Encodable {
  struct Missing: Encodable {
    let leadID: String?
    let column: String
    let reason: String
    let value: String?

    enum CodingKeys: String, CodingKey {
      case leadID = "lead_id"
      case column, reason, value
    }
  }

  let schema = 1
  let form: ScreenJSON.Output?
  let list: ScreenJSON.Output?
  let leads: Int
  let columns: Int
  let columnsWithoutSource: [String]
  let missing: [Missing]
  let warnings: [ProblemJSON]

  init(_ outcome: FormOutcome, _ language: Language) {
    let mapped = outcome.mapped
    form = outcome.form.map(ScreenJSON.Output.init)
    list = outcome.list.map(ScreenJSON.Output.init)
    leads = mapped.table.rows.count
    columns = mapped.table.titles.count
    columnsWithoutSource = mapped.emptyColumns
    missing =
      mapped.missingColumns.map {
        Missing(leadID: nil, column: $0, reason: "no_source", value: nil)
      }
      + mapped.lacks.map {
        Missing(leadID: $0.key, column: $0.title, reason: $0.reason.word, value: $0.value)
      }
    warnings = outcome.notices.map { ProblemJSON($0, language) }
  }
}

extension MappedTable.Lack.Reason {
  /// Public words.
  fileprivate var word: String {
    switch self {
    case .missing: "missing"
    case .withoutCode: "no_code"
    case .unwritable: "wrong_format"
    case .tooLong: "too_long"
    }
  }
}
