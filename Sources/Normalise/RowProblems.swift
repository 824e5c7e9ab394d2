import Vocabulary

/// What is wrong with one row; the caller adds the file, the record and the line.
package struct RowProblems: Sendable, Hashable {
  /// The first problem in a required column, which rejects the row; `nil` keeps it.
  package var rejecting: Problem?
  /// All other problems: the values are unknown or to be looked at, the record counts.
  package var flags: [Problem] = []

  /// A row without problems.
  package init() {}

  mutating func add(_ problem: Problem, rejects: Bool) {
    if rejects, rejecting == nil { rejecting = problem } else { flags.append(problem) }
  }
}

extension ProblemCode {
  /// What is to be looked at in a value that is used all the same.
  var flagDetail: Wording? {
    switch self {
    case .implausibleDate:
      Wording(zh: "早于1990年或晚于基准日", en: "before 1990 or after the as-of day")
    case .finerThanFen:
      Wording(zh: "有不足一分的尾数，已进到分", en: "a part below one fen was rounded up")
    case .coordinatesExchanged:
      Wording(zh: "已按数值范围对调", en: "put right by their ranges")
    case .unknownWord: WordFlaw.notInList
    default: nil
    }
  }
}
