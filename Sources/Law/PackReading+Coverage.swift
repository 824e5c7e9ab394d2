internal import StrictYAML
internal import Vocabulary

extension PackReading {
  mutating func coverageEntry(_ node: YAMLNode) -> CoverageEntry? {
    let keys = ["locator", "treatment", "summary"]
    let fields = PackFields(node, allowed: keys, required: keys, &problems)
    let treatment = fields.word("treatment", CoverageEntry.Treatment.self, &problems)
    guard let cite = citation(fields), let treatment else { return nil }
    return CoverageEntry(cite: cite, treatment: treatment)
  }

  mutating func declaredGap(_ node: YAMLNode) -> DeclaredGap? {
    let keys = ["from", "last", "conclusions", "cite"]
    let fields = PackFields(node, allowed: keys, required: keys, &problems)
    let line = fields["conclusions"]?.line ?? node.line
    let conclusions = fields.texts("conclusions", &problems)
      .compactMap { problems.conclusion($0, line: line) }
    let cite = fields["cite"].flatMap { citation($0) }
    let from = fields.day("from", &problems)
    let last = fields.day("last", &problems)
    guard let from, let last, let cite else { return nil }
    guard from <= last else {
      refuseOrder(line: node.line)
      return nil
    }
    return DeclaredGap(days: from...last, conclusions: conclusions, cite: cite)
  }

  /// A title alone, or a title with the day of the last look.
  mutating func watchedText(_ node: YAMLNode) -> WatchedText? {
    if let title = node.scalar, !title.isEmpty, !node.isNull {
      return WatchedText(title: title, checked: nil, line: node.line)
    }
    let fields = PackFields(
      node, allowed: ["title", "checked"], required: ["title"], &problems)
    let checked = fields.day("checked", &problems)
    return fields.text("title", &problems)
      .map { WatchedText(title: $0, checked: checked, line: node.line) }
  }
}
