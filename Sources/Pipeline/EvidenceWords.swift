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
    let words = JoinWords(join, table)
    let evidence = PersonalNumbers.masked(
      Wording(zh: join.evidence, en: decision(join) ?? words.text(join.rule)))
    switch join.rule.basis {
    case .sureKey: return Wording(zh: "确定性依据：\(evidence.zh)", en: "sure key: \(evidence.en)")
    case .rule: return Wording(zh: "按规则归并：\(evidence.zh)", en: "by rule: \(evidence.en)")
    case .person: return Wording(zh: "人工判定：\(evidence.zh)", en: "decided: \(evidence.en)")
    case .weight:
      guard let waterfall = join.waterfall else { return evidence }
      return weighed(evidence, waterfall, join.second)
    }
  }

  /// Who decided that the two are one, and when; `nil` where nobody did.
  private func decision(_ join: Join) -> String? {
    join.decision.map {
      "\($0.person) \($0.day), that they are one; \(JoinWords(join, table).names)"
    }
  }

  /// Why not, and what spoke for it all the same.
  func sentence(_ refusal: Refusal<Int>) -> Wording {
    let reasons = refusal.reasons.map(\.wording)
    let why = Wording(
      zh: "未合并，理由：" + reasons.map(\.zh).joined(separator: "、"),
      en: "not joined: " + reasons.map(\.en).joined(separator: ", "))
    let (left, right) = (name(refusal.left), name(refusal.right))
    let names = Wording(zh: "\(left.zh) / \(right.zh)", en: "\(left.en) / \(right.en)")
    let rest = refusal.waterfall.map { weighed(names, $0, refusal.second) } ?? names
    return Wording(zh: "\(why.zh)；\(rest.zh)", en: "\(why.en); \(rest.en)")
  }

  /// The pieces with their bits, as the page draws them; empty where nothing was weighed.
  func steps(_ join: Join) -> [MatchEntry.Step] {
    join.waterfall?.pieces.map { .init(words: $0.wording.zh, weight: $0.weight) } ?? []
  }

  private func weighed(
    _ names: Wording, _ waterfall: Waterfall, _ second: SecondBest<Int>?
  ) -> Wording {
    let sum = waterfall.sentence
    let rival =
      second.map { candidate($0, behind: waterfall.weight) }
      ?? Wording(zh: "没有其他候选", en: "no other candidate")
    return Wording(
      zh: "\(names.zh)：\(sum.zh)；\(rival.zh)", en: "\(names.en): \(sum.en); \(rival.en)")
  }

  private func candidate(_ second: SecondBest<Int>, behind weight: Int32) -> Wording {
    let (name, record) = (name(second.record), table.name(second.record))
    return Wording(
      zh: second.sentence(named: "\(name.zh)（\(record)）", behind: weight).zh,
      en: second.sentence(named: "\(name.en) (\(record))", behind: weight).en)
  }

  private func name(_ row: Int) -> Wording {
    let name = PersonalNumbers.masked(table.string(.partyName, row))
    return name.isEmpty ? Wording(zh: "未写名称", en: "no name") : Wording(verbatim: name)
  }
}
