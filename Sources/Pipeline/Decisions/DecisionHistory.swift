internal import Ledger
internal import Vocabulary

/// Every decision of the ledger, those too that later ones have taken the place of, for `explain`.
struct DecisionHistory {
  private let stored: [StoredJudgement]
  private let state: QuarterState

  init(_ contents: borrowing LedgerContents, _ state: QuarterState) throws(Failure) {
    stored = try contents.judgements()
    self.state = state
  }

  /// The decisions that speak of one of these rows, in the order they were taken in.
  func lines(about rows: Set<Int>) -> [Wording] {
    guard !stored.isEmpty else { return [] }
    var last: [RecordPair: Int64] = [:]
    for one in stored { last[one.judgement.pair] = one.number }
    let judged = Set(stored.flatMap { [$0.judgement.pair.first, $0.judgement.pair.second] })
    var place: [ContentHash: Int] = [:]
    for row in 0..<state.table.count where judged.contains(state.table.content[row]) {
      place[state.table.content[row]] = row
    }
    return stored.compactMap { one in
      let judgement = one.judgement
      guard let left = place[judgement.pair.first], let right = place[judgement.pair.second],
        rows.contains(left) || rows.contains(right)
      else { return nil }
      let isStanding = last[judgement.pair] == one.number
      let (one, other) = (state.table.name(left), state.table.name(right))
      let said = PersonalNumbers.masked(judgement.wording)
      return Wording(
        zh: "\(one) 与 \(other)：\(said.zh)（\(judgement.file) 第\(judgement.line)行）"
          + (isStanding ? "" : "，已由后来的判定取代"),
        en: "\(one) and \(other): \(said.en) (\(judgement.file), line \(judgement.line))"
          + (isStanding ? "" : ", superseded by a later decision"))
    }
  }
}

extension Explanation {
  /// The explanation, beginning with what `id` is taken for where that is another one.
  func noting(_ id: String, standsFor other: String) -> Explanation {
    guard id != other else { return self }
    let note = Paragraph(
      title: Wording(zh: "已并入", en: "Merged"),
      lines: [
        Wording(
          zh: "\(id) 已并入 \(other)，以下为 \(other)", en: "\(id) is part of \(other), which follows")
      ])
    return Explanation([note] + paragraphs)
  }
}
