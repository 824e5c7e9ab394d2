package import Vocabulary

/// The packs of a chain and whether each is in force on a day: `leadscreen rules list`.
package struct RuleListing: Sendable {
  /// One pack.
  package struct Row: Sendable, Hashable {
    package let id: String
    package let version: String
    package let title: String
    package let documentNumber: String?
    package let level: PackLevel
    package let status: PackStatus
    /// `true`, `false` or `unknown`, on the day asked for.
    package let isInForce: Truth
    package let from: Day?
    package let until: Day?
    package let ruleCount: Int
    package let deadlineCount: Int
    /// Repealed documents whose text is not available, so that the days before are not covered.
    package let gaps: [String]
    /// Documents known to be coming.
    package let watch: [String]
  }

  package let day: Day
  package let rows: [Row]

  /// The packs in the order given.
  package init(_ packs: [RulePack], on day: Day) {
    self.day = day
    rows = packs.map { pack in
      Row(
        id: pack.id, version: pack.version, title: pack.title,
        documentNumber: pack.documentNumber, level: pack.level, status: pack.status,
        isInForce: pack.validity.isInForce(on: day), from: pack.validity.notBefore,
        until: pack.validity.possiblyUntil, ruleCount: pack.rules.count,
        deadlineCount: pack.deadlines.count,
        gaps: pack.repeals.filter { !$0.isEncoded }.map(\.title), watch: pack.watch)
    }
  }

  /// One Chinese line a pack.
  package var lines: [String] {
    rows.map { row in
      let from = row.from.map(\.description) ?? "施行日未载明"
      let until = row.until.map { "至\($0)" } ?? "未载明期限"
      return "\(row.isInForce.letter) \(row.id) \(row.version)（\(row.status.wording.zh)）"
        + " \(row.documentNumber ?? "无文号") \(row.title)：\(from)起，\(until)；"
        + "规则\(row.ruleCount)条，期限\(row.deadlineCount)项"
    }
  }
}
