internal import StrictYAML
package import Vocabulary

/// How the columns of somebody's own form are filled from a table of ours.
///
/// ```yaml
/// mapping: shanxi-2025
/// output: xlsx
/// columns:
///   - {title: 线索编号, from: lead_id, required: true}
///   - {title: 处置, from: disposition, codes: {initiate: QD, verify: HC}}
/// ```
package struct ColumnMapping: Sendable {
  /// How a value is written; raw values are those of the file.
  package enum Format: String, Sendable, CaseIterable {
    /// As it stands in our table.
    case exact
    /// `2026年7月3日`
    case chineseDay = "chinese_day"
    /// `20260703`
    case compactDay = "compact_day"
    /// `2026/7/3`
    case slashDay = "slash_day"
    /// Yuan as 万元 with six decimals, which is exact.
    case tenThousandYuan = "ten_thousand_yuan"
  }

  /// What the form is written as; raw values are those of the file and endings of its name.
  package enum Output: String, Sendable, CaseIterable {
    case xlsx, csv
  }

  /// One column of the form.
  package struct Column: Sendable {
    package let title: String
    /// The column of our table; `nil` where we have none.
    package let from: String?
    package let format: Format
    /// The form's code by our word; `nil` where values stand as they are.
    package let codes: [String: String]?
    /// In characters.
    package let maximumLength: Int?
    package let isRequired: Bool
  }

  /// Also a part of the form's file name: letters, digits, `-` and `_`.
  package let name: String
  package let output: Output
  package let columns: [Column]

  /// Reads a mapping onto a table that has the columns `known`.
  ///
  /// Throws a configuration failure with every problem and its line (`badMapping`).
  package init(_ yaml: [UInt8], file: String, known: [String]) throws(Failure) {
    var problems = YAMLProblems(file: file, code: .badMapping)
    let root = YAMLFields(
      try parseYAML(yaml, file: file, code: .badMapping),
      allowed: ["mapping", "output", "columns"],
      required: ["mapping", "columns"], &problems)
    name = root.text("mapping", &problems) ?? ""
    if !ColumnMapping.isFileName(name) {
      problems.add(
        line: root["mapping"]?.line ?? root.line, value: name,
        Wording(
          zh: "名称用作文件名：字母、数字、汉字和 - _，最多 40 字",
          en: "it is a part of a file's name: letters, digits, - and _, 40 characters at most"))
    }
    let ending = root.text("output", &problems)
    output = ending.flatMap(Output.init(rawValue:)) ?? .xlsx
    if let ending, Output(rawValue: ending) == nil {
      let words = Output.allCases.map(\.rawValue).joined(separator: " ")
      problems.add(
        line: root["output"]?.line ?? root.line, value: ending,
        Wording(zh: "不认识的文件形式；可用：\(words)", en: "unknown kind of file; known: \(words)"))
    }
    var columns: [Column] = []
    var titles: Set<String> = []
    for node in root.list("columns", &problems) {
      guard let column = Column(node, known: known, &problems) else { continue }
      if !titles.insert(column.title).inserted {
        problems.add(
          line: node.line, value: column.title, Wording(zh: "列名重复", en: "the title stands twice"))
      }
      columns.append(column)
    }
    try problems.throwIfAny()
    self.columns = columns
  }

  private static func isFileName(_ name: String) -> Bool {
    // A missing or empty one is a problem of its own.
    name.unicodeScalars.count <= 40
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar == "-" || scalar == "_"
      }
  }
}

extension ColumnMapping.Column {
  fileprivate init?(_ node: YAMLNode, known: [String], _ problems: inout YAMLProblems) {
    let fields = YAMLFields(
      node, allowed: ["title", "from", "format", "codes", "max_length", "required"],
      required: ["title"], &problems)
    from = fields.text("from", &problems)
    if let from, !known.contains(from) {
      problems.add(
        line: fields["from"]?.line ?? node.line, value: from,
        Wording(
          zh: "没有这一列；可用：\(known.joined(separator: " "))",
          en: "there is no such column; known: \(known.joined(separator: " "))"))
    }
    let word = fields.text("format", &problems)
    let format = word.map(ColumnMapping.Format.init(rawValue:)) ?? .exact
    if format == nil {
      let words = ColumnMapping.Format.allCases.map(\.rawValue).joined(separator: " ")
      problems.add(
        line: fields["format"]?.line ?? node.line, value: word,
        Wording(zh: "不认识的格式；可用：\(words)", en: "unknown format; known: \(words)"))
    }
    self.format = format ?? .exact
    var codes: [String: String] = [:]
    for entry in fields.mapping("codes", &problems) {
      guard let code = entry.value.scalar else {
        problems.add(
          line: entry.line, value: entry.key, Wording(zh: "代码应为文字", en: "a code must be a text"))
        continue
      }
      codes[entry.key] = code
    }
    self.codes = fields["codes"] == nil ? nil : codes
    maximumLength = fields.number("max_length", in: 1...32_767, &problems)
    isRequired = fields.truth("required", &problems) ?? false
    guard let title = fields.text("title", &problems) else { return nil }
    self.title = title
  }
}
