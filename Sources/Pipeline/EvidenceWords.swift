internal import Matching
internal import Reports
internal import Vocabulary

/// Why records are one, or are not, in words; numbers of persons are masked.
struct EvidenceWords {
  private let table: RecordTable

  init(_ table: RecordTable) { self.table = table }

  /// On what it rests, what was equal; of a weighed join every piece with its bits, and who came
  /// second.
  func sentence(_ join: Join) -> Wording {
    let evidence = PersonalNumbers.masked(JoinEvidence.text(join, table))
    switch join.rule.basis {
    case .sureKey: return Wording(zh: "确定性依据：\(evidence)", en: "sure key: \(evidence)")
    case .rule: return Wording(zh: "按规则归并：\(evidence)", en: "by rule: \(evidence)")
    case .person: return Wording(zh: "人工判定：\(evidence)", en: "decided: \(evidence)")
    case .weight:
      guard let waterfall = join.waterfall else { return Wording(verbatim: evidence) }
      return weighed(evidence, waterfall, join.second)
    }
  }

  /// Why not, and what spoke for it all the same.
  func sentence(_ refusal: Refusal<Int>) -> Wording {
    let reasons = refusal.reasons.map(\.wording)
    let why = Wording(
      zh: "未合并，理由：" + reasons.map(\.zh).joined(separator: "、"),
      en: "not joined: " + reasons.map(\.en).joined(separator: ", "))
    let names = "\(name(refusal.left)) / \(name(refusal.right))"
    let rest =
      refusal.waterfall.map { weighed(names, $0, refusal.second) } ?? Wording(verbatim: names)
    return Wording(zh: "\(why.zh)；\(rest.zh)", en: "\(why.en); \(rest.en)")
  }

  /// The pieces with their bits, as the page draws them; empty where nothing was weighed.
  func steps(_ join: Join) -> [MatchEntry.Step] {
    join.waterfall?.pieces.map { .init(words: $0.wording.zh, weight: $0.weight) } ?? []
  }

  private func weighed(
    _ names: String, _ waterfall: Waterfall, _ second: SecondBest<Int>?
  ) -> Wording {
    let sum = waterfall.sentence
    let rival =
      second.map { $0.sentence(named: candidate($0.record), behind: waterfall.weight) }
      ?? Wording(zh: "没有其他候选", en: "no other candidate")
    return Wording(
      zh: "\(names)：\(sum.zh)；\(rival.zh)", en: "\(names): \(sum.en); \(rival.en)")
  }

  private func candidate(_ row: Int) -> String { "\(name(row))（\(table.name(row))）" }

  private func name(_ row: Int) -> String {
    let name = PersonalNumbers.masked(table.string(.partyName, row))
    return name.isEmpty ? "未写名称" : name
  }
}
