internal import Intake
internal import Pipeline
internal import Vocabulary

/// What was understood of a file, for a terminal.
struct CheckPage {
  let text: String

  init(_ check: FileCheck, _ language: Language) {
    let table = check.table
    func word(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    func line(_ name: String, _ value: String, _ reason: Wording? = nil) -> String {
      let reason = reason.map { Problem.printable($0[language], limit: 200) }
      return "  " + DisplayWidth.padded(name, to: 10) + " " + value
        + (reason.map { word("（", " (") + $0 + word("）", ")") } ?? "")
    }
    var lines = [
      Problem.printable(table.shown, limit: 300),
      line(word("大小", "size"), "\(table.size) \(word("字节", "bytes")), SHA-256 \(table.sha256)"),
      line(word("编码", "encoding"), table.encoding.rawValue, table.encodingDecision.reason),
      line(
        word("分隔符", "delimiter"), table.dialect.delimiter.wording[language],
        table.dialect.reason),
      line(
        word("引号", "quotes"),
        table.dialect.quote.wording[language]
          + (table.dialect.escape == .backslash ? word("，反斜杠转义", ", escaped by backslash") : "")),
      line(word("换行", "line ends"), table.dialect.lineEnding.rawValue),
      line(
        word("表头", "header"),
        table.hasHeader
          ? word("第 ", "line ") + "\(table.header.line)" + word(" 行", "") : word("没有", "none")),
    ]
    lines += CheckPage.profileLines(check, language)
    lines.append(line(word("各类行", "rows"), CheckPage.rows(check.balance, language)))
    lines.append(
      line(
        word("记录", "records"),
        "\(check.balance[.record].rows), \(word("可读入", "accepted")) \(check.accepted)"))
    lines += ["", CheckPage.columns(check, language)]
    for row in check.aside {
      guard let code = row.kind.asideCode else { continue }
      let problem = Problem(code, file: table.shown, line: Int(row.line), value: row.text)
      lines.append(problem.message(in: language))
    }
    for (code, count) in check.counts {
      lines += ["", "\(code.rawValue) \(code.title[language]): \(count)"]
      lines += check.problems.filter { $0.code == code }.map { "  " + $0.message(in: language) }
    }
    text = lines.joined(separator: "\n") + "\n\n"
  }

  /// The profile that fits and how well; where none does, the three nearest.
  private static func profileLines(_ check: FileCheck, _ language: Language) -> [String] {
    func word(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    let name = "  " + DisplayWidth.padded(word("来源配置", "profile"), to: 10) + " "
    func score(_ score: ProfileScore) -> String {
      "\(score.id)\(word("（", " ("))\(Problem.printable(score.title, limit: 60))\(word("）", ")")) "
        + word("\(score.score) 分，认得 ", "scores \(score.score), knows ")
        + "\(score.recognised)/\(score.of)" + word(" 列", " columns")
        + (score.missing.isEmpty
          ? "" : word("，缺 ", ", lacks ") + score.missing.joined(separator: word("、", ", ")))
    }
    if let profile = check.source?.profile {
      return check.scores.filter { $0.id == profile.id }.map { name + score($0) }
    }
    return [name + word("没有适用的；最接近的：", "none fits; nearest:")]
      + check.scores.prefix(3).map { String(repeating: " ", count: 13) + score($0) }
  }

  private static func rows(_ balance: RowBalance, _ language: Language) -> String {
    RowKind.allCases.compactMap { kind in
      let extent = balance[kind]
      return extent.rows == 0 ? nil : "\(kind.wording[language]) \(extent.rows)"
    }.joined(separator: ", ")
      + (language == .zh
        ? "；共 \(balance.lines) 行 \(balance.bytes) 字节"
        : "; \(balance.lines) lines, \(balance.bytes) bytes in all")
  }

  private static func columns(_ check: FileCheck, _ language: Language) -> String {
    func word(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    var columns = AlignedTable(
      [
        word("列名", "title"), word("字段", "field"), word("必备", "required"),
        word("样值", "samples"),
      ], limit: 40)
    for (index, title) in check.table.titles.enumerated() {
      let reading = check.source?.columns.first { $0.index == index }
      columns.add([
        Problem.printable(title, limit: 60),
        reading.map {
          $0.fenPerUnit == 100 ? $0.field.name : "\($0.field.name) ×\($0.fenPerUnit / 100)"
        } ?? "-",
        reading?.isRequired == true ? "*" : "",
        check.samples.values[index].map { Problem.printable($0, limit: 40) }
          .joined(separator: " | "),
      ])
    }
    return columns.lines.joined(separator: "\n")
  }
}
