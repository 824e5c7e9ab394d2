internal import Vocabulary

/// A first profile for a file that none fits, for a person to finish.
///
/// Titles that any known profile understands keep that meaning, as guesses; the others stand as
/// comments, so that nothing is mapped that nobody looked at.
package struct ProfileDraft: Sendable {
  /// YAML with a comment on every guess.
  package let text: String

  /// Drafts a profile for the table; `id` is the profile's, of lower-case letters, digits, hyphens.
  ///
  /// The kind is that of the profile that knows most of the titles.
  package init(_ table: TextTable, profiles: ProfileLibrary, id: String) {
    let titles = table.titles.map { FoldedTitle($0) }
    let fits = profiles.profiles.map { ProfileFit($0, titles: titles) }
    let nearest = fits.max { $0.recognised < $1.recognised }
    var titlesOfField: [(field: Field, titles: [String])] = []
    var unknown: [String] = []
    for (index, title) in table.titles.enumerated() {
      let entry =
        nearest?.entries[index] ?? fits.lazy.compactMap { $0.entries[index] }.first
      guard let entry else {
        if !titles[index].text.isEmpty { unknown.append(title) }
        continue
      }
      if let known = titlesOfField.firstIndex(where: { $0.field == entry.field }) {
        titlesOfField[known].titles.append(title)
      } else {
        titlesOfField.append((entry.field, [title]))
      }
    }
    let mapped = titlesOfField.map(\.field)
    let wanted = (nearest?.profile.required ?? []).filter { mapped.contains($0) }
    let required = wanted.isEmpty ? Array(mapped.prefix(1)) : wanted
    var lines = [
      "# \(ProfileDraft.comment(table.shown))：由 leadscreen check --write-profile 起草，逐行核对后使用。",
      "id: \(id)",
      "kind: \(nearest?.profile.kind.name ?? SourceKind.penalty.name)  # 猜测：核对来源种类",
      "title: \(ProfileDraft.quoted(id))",
      "required: [\(required.map(\.name).joined(separator: ", "))]  # 猜测：缺了就不能用的字段",
      "fields:",
    ]
    if let first = table.titles.first, titlesOfField.isEmpty {
      // A profile maps something at least; the remarks commit nobody to anything.
      lines[4] = "required: [remarks]  # 猜测：缺了就不能用的字段"
      lines.append("  remarks: [\(ProfileDraft.quoted(first))]  # 猜测")
    }
    for entry in titlesOfField {
      let list = entry.titles.map(ProfileDraft.quoted).joined(separator: ", ")
      lines.append("  \(entry.field.name): [\(list)]  # 猜测")
    }
    for title in unknown { lines.append("  # ?: [\(ProfileDraft.comment(title))]") }
    lines.append("# 可用的字段：" + Field.all.map(\.name).joined(separator: " "))
    text = lines.joined(separator: "\n") + "\n"
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
