internal import Matching
internal import Reports
internal import Vocabulary

/// Why records are one, or are not, in words; numbers of persons are masked.
struct EvidenceWords {
  private let table: RecordTable

  init(_ table: RecordTable) { self.table = table }

  /// On what it rests, what was equal; of a weighed join every piece with its bits, and who came
  /// second.
  func sentence(_ join: Join, in language: Language) -> String {
    let evidence = PersonalNumbers.masked(
      language.text(zh: JoinEvidence.text(join, table), en: english(join)))
    switch join.rule.basis {
    case .sureKey: return language.text(zh: "确定性依据：\(evidence)", en: "sure key: \(evidence)")
    case .rule: return language.text(zh: "按规则归并：\(evidence)", en: "by rule: \(evidence)")
    case .person: return language.text(zh: "人工判定：\(evidence)", en: "decided: \(evidence)")
    case .weight:
      guard let waterfall = join.waterfall else { return evidence }
      return weighed(evidence, waterfall, join.second, in: language)
    }
  }

  /// What the ledger keeps in Chinese alone; of a person's decision who decided, and when.
  private func english(_ join: Join) -> String {
    let words = JoinWords(join, table)
    guard let decision = join.decision else { return words.text(join.rule) }
    return "\(decision.person) \(decision.day), that they are one; \(words.names)"
  }

  /// Why not, and what spoke for it all the same.
  func sentence(_ refusal: Refusal<Int>, in language: Language) -> String {
    let reasons = refusal.reasons.map { $0.wording[language] }
    let why = language.text(
      zh: "未合并，理由：\(reasons.joined(separator: "、"))；",
      en: "not joined: \(reasons.joined(separator: ", ")); ")
    let names = "\(name(refusal.left, language)) / \(name(refusal.right, language))"
    return why
      + (refusal.waterfall.map { weighed(names, $0, refusal.second, in: language) } ?? names)
  }

  /// The pieces with their bits, as the page draws them; empty where nothing was weighed.
  func steps(_ join: Join) -> [MatchEntry.Step] {
    join.waterfall?.pieces.map { .init(words: $0.wording.zh, weight: $0.weight) } ?? []
  }

  private func weighed(
    _ names: String, _ waterfall: Waterfall, _ second: SecondBest<Int>?, in language: Language
  ) -> String {
    let sum = waterfall.sentence[language]
    let rival =
      second.map {
        $0.sentence(named: candidate($0.record, language), behind: waterfall.weight)[language]
      } ?? language.text(zh: "没有其他候选", en: "no other candidate")
    return language.text(zh: "\(names)：\(sum)；\(rival)", en: "\(names): \(sum); \(rival)")
  }

  private func candidate(_ row: Int, _ language: Language) -> String {
    let (name, record) = (name(row, language), table.name(row))
    return language.text(zh: "\(name)（\(record)）", en: "\(name) (\(record))")
  }

  private func name(_ row: Int, _ language: Language) -> String {
    let name = PersonalNumbers.masked(table.string(.partyName, row))
    return name.isEmpty ? language.text(zh: "未写名称", en: "no name") : name
  }
}
