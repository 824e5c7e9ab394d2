internal import Vocabulary

/// What files and records are called where their own names must not be read: `文件3（督察）`,
/// `文件3（督察）#12`.
///
/// The numbers are places in the quarter: the drop's files, those of earlier cases, then those of earlier
/// quarters that leads or joins name, in the order of their paths' bytes.
struct SourceNames: Sendable {
  private let labels: [String: String]

  /// The names for a quarter; linear in its leads' sources and joins.
  init(_ report: QuarterReport) {
    var labels: [String: String] = [:]
    for (place, file) in report.files.enumerated() {
      labels[file.path] = "文件\(place + 1)（\(file.kind.wording.zh)）"
    }
    for (place, file) in report.history.enumerated() {
      labels[file.path] = "历史文件\(place + 1)"
    }
    var others: [String: SourceKind?] = [:]
    func take(_ name: String, _ kind: SourceKind?) {
      let path = SourceNames.parts(of: name).path
      if labels[path] == nil, others[path].flatMap({ $0 }) == nil { others[path] = kind }
    }
    for source in report.leads.lazy.flatMap(\.sources) { take(source.name, source.kind) }
    for match in report.matches { for name in [match.recordA, match.recordB] { take(name, nil) } }
    for one in report.refused { for name in [one.recordA, one.recordB] { take(name, nil) } }
    let sorted = others.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (place, other) in sorted.enumerated() {
      labels[other.key] =
        "往季文件\(place + 1)" + (other.value.map { "（\($0.wording.zh)）" } ?? "")
    }
    self.labels = labels
  }

  /// What a file is called; `往季文件` for one that nothing of the quarter names.
  func file(_ path: String) -> String { labels[path] ?? "往季文件" }

  /// What a record is called: its file and its number there.
  func record(_ name: String) -> String {
    let (path, number) = SourceNames.parts(of: name)
    return file(path) + (number.map { "#\($0)" } ?? "")
  }

  /// Path and number of `Inputs/2026Q3/督察.csv#12`; no number where nothing is counted.
  private static func parts(of name: String) -> (path: String, number: Int?) {
    guard let mark = name.lastIndex(of: "#"), let number = Int(name[name.index(after: mark)...])
    else { return (name, nil) }
    return (String(name[..<mark]), number)
  }
}
