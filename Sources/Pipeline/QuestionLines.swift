internal import Matching
internal import Reports
internal import Vocabulary

/// What people are asked, as `explain` prints it.
///
/// The ledger keeps a question of matching in Chinese; in English it is told by its kind, the names of
/// the two records and the weight, which are made from the records that the ledger keeps.
struct QuestionLines {
  private let reviews: [ReviewItem]
  private let state: QuarterState
  private let rows: [ContentHash: Int]

  /// The questions that a run left open about records of `state`.
  init(_ reviews: [ReviewItem], _ state: QuarterState) {
    self.reviews = reviews
    self.state = state
    let asked = Set(reviews.compactMap(\.pair).flatMap { [$0.first, $0.second] })
    var rows: [ContentHash: Int] = [:]
    for row in 0..<state.table.count where asked.contains(state.table.content[row]) {
      rows[state.table.content[row]] = row
    }
    self.rows = rows
  }

  /// The questions about records of those names.
  func lines(about names: Set<String>) -> [Wording] {
    reviews.filter { names.contains($0.left) || names.contains($0.right) }.map { item in
      let other = names.contains(item.left) ? item.right : item.left
      let evidence = item.masked(state.reporters).evidence
      return Wording(
        zh: "\(item.question)：\(other) \(evidence)",
        en: "\(item.kind.wording.en): \(other)\(said(of: item))")
    }
  }

  /// A question about the lead itself.
  func line(_ question: LeadReview.Question) -> Wording {
    let evidence = PersonalNumbers.masked(question.evidence)
    return Wording(
      zh: "\(question.words.zh)：\(question.right.joined(separator: "；")) \(evidence.zh)",
      en: "\(question.words.en): \(question.right.joined(separator: "; ")) \(evidence.en)")
  }

  private func said(of item: ReviewItem) -> String {
    let weight = item.weight.map { ", \(Weight.text($0)) bits" } ?? ""
    guard let pair = item.pair, let left = rows[pair.first], let right = rows[pair.second] else {
      return weight
    }
    let join = Join(earlier: min(left, right), later: max(left, right), rule: .person, evidence: "")
    return ", \(PersonalNumbers.masked(JoinWords(join, state.table).names))\(weight)"
  }
}
