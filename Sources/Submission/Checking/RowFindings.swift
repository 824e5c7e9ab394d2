internal import Vocabulary

/// The findings in the rows of one table, of each kind and column the first few.
///
/// Values are shown with personal numbers masked.
struct RowFindings {
  private struct Group: Hashable {
    let kind: PackageFindingKind
    let field: String
  }

  private static let shown = 20
  private let path: String
  private var counts: [Group: Int] = [:]
  private var groups: [Group] = []
  private var findings: [PackageFinding] = []

  init(path: String) { self.path = path }

  mutating func add(
    _ kind: PackageFindingKind, line: Int, field: String, value: String?, detail: Wording? = nil
  ) {
    let group = Group(kind: kind, field: field)
    if counts[group] == nil { groups.append(group) }
    counts[group, default: 0] += 1
    guard counts[group, default: 0] <= RowFindings.shown else { return }
    findings.append(
      PackageFinding(
        kind, path: path, line: line, field: field, value: value.map(PersonalNumbers.masked),
        detail: detail))
  }

  /// All, with how many more there are of a kind.
  var all: [PackageFinding] {
    let further = groups.compactMap { group -> PackageFinding? in
      let count = counts[group, default: 0] - RowFindings.shown
      guard count > 0 else { return nil }
      return PackageFinding(
        .furtherRows, path: path, field: group.field,
        detail: Wording(
          zh: "\(group.kind.title.zh)，另有 \(count) 处", en: "\(group.kind.title.en), \(count) more"))
    }
    return findings + further
  }
}
