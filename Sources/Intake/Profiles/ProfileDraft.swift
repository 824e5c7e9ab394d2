internal import Vocabulary

/// A first profile for a file that none fits, for a person to finish.
///
/// Titles that a known profile understands keep that meaning; others get one where their values
/// and words leave little doubt. Each is marked as a guess with its reason. The rest stand as
/// comments with what their values look like, so that nothing is mapped that nobody looked at, and
/// no value is ever copied, for it may name a person.
package struct ProfileDraft: Sendable {
  /// YAML with a comment on every guess; it reads as a profile as it stands.
  package let text: String

  /// Drafts a profile for a table.
  ///
  /// `titles` are one a column, `samples` some values of each column (none where not known), `id`
  /// the profile's, of lower-case letters, digits, hyphens. The kind is that of the profile that
  /// knows most of the header.
  package init(
    shown: String, titles: [String], samples: [[String]], profiles: ProfileLibrary, id: String
  ) {
    let fits = ProfileFit.all(of: titles, in: profiles)
    let nearest = fits.max { $0.weight < $1.weight }.flatMap { $0.recognised > 0 ? $0 : nil }
    var columns = titles.indices.map { index in
      DraftColumn(
        title: titles[index], folded: fits.first?.titles[index] ?? FoldedTitle(titles[index]),
        samples: samples.indices.contains(index) ? samples[index] : [])
    }
    for index in columns.indices {
      columns[index].guess(nearest: nearest, others: fits, index: index)
    }
    let drafted = ProfileDraft.unambiguous(columns)
    var lines = [
      "# \(ProfileDraft.comment(shown))：由 leadscreen check --write-profile 起草，逐行核对后使用。",
      "id: \(id)",
      "kind: \((nearest?.profile.kind ?? .inspection).name)  # 猜测："
        + (nearest.map { "列名最像“\($0.profile.title)”（\($0.score) 分）" } ?? "无从判断，务必核对"),
      "title: \(ProfileDraft.quoted(id))",
      "required: [\(ProfileDraft.required(drafted, nearest).map(\.name).joined(separator: ", "))]"
        + "  # 猜测：缺了就不能用的字段",
      "fields:",
    ]
    let mapped = ProfileDraft.mapped(drafted)
    lines += mapped.isEmpty ? ["  remarks: [备注]  # 这份文件没有列名，先占位，请改"] : mapped
    for column in drafted where column.guess == nil && !column.folded.text.isEmpty {
      let advice = column.advice.map { "，可能是 \($0.map(\.name).joined(separator: " 或 "))" } ?? ""
      lines.append("  # ?: [\(ProfileDraft.quoted(column.title))]  # \(column.shapeWords)\(advice)")
    }
    lines.append("# 可用的字段：" + Field.all.map(\.name).joined(separator: " "))
    text = lines.joined(separator: "\n") + "\n"
  }

  /// One title may belong to one field only, and guesses by value give way to known titles.
  ///
  /// A table where nothing can be guessed maps its first title to the remarks, for a profile maps
  /// something at least and remarks commit nobody to anything.
  private static func unambiguous(_ columns: [DraftColumn]) -> [DraftColumn] {
    var columns = columns
    var owners: [String: Field] = [:]
    let known = Set(columns.filter(\.isKnownTitle).compactMap { $0.guess?.field })
    var guessed: Set<Field> = []
    for index in columns.indices {
      guard let guess = columns[index].guess else { continue }
      let text = columns[index].folded.text
      let isTaken =
        !columns[index].isKnownTitle
        && (known.contains(guess.field) || !guessed.insert(guess.field).inserted)
      if isTaken || owners[text].map({ $0 != guess.field }) == true {
        columns[index].withdraw()
      } else {
        owners[text] = guess.field
      }
    }
    if !columns.contains(where: { $0.guess != nil }),
      let first = columns.firstIndex(where: { !$0.folded.text.isEmpty })
    {
      columns[first].takeAsRemarks()
    }
    return columns
  }

  private static func required(_ columns: [DraftColumn], _ nearest: ProfileFit?) -> [Field] {
    let mapped = columns.compactMap { $0.guess?.field }
    let wanted = (nearest?.profile.required ?? []).filter { mapped.contains($0) }
    return !wanted.isEmpty ? wanted : [mapped.first ?? .text(.remarks)]
  }

  /// A line for each field, in the order of its first column.
  private static func mapped(_ columns: [DraftColumn]) -> [String] {
    var done: Set<Field> = []
    return columns.compactMap { column in
      guard let guess = column.guess, done.insert(guess.field).inserted else { return nil }
      var titles: [String] = []
      for other in columns where other.guess?.field == guess.field {
        if !titles.contains(other.title) { titles.append(other.title) }
      }
      let list = titles.map(quoted).joined(separator: ", ")
      return "  \(guess.field.name): [\(list)]  # 猜测：\(guess.reason)；\(column.shapeWords)"
    }
  }

  /// A text in double quotes, escaped for YAML.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in Problem.printable(text, limit: 200).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  private static func comment(_ text: String) -> String { Problem.printable(text, limit: 200) }
}
