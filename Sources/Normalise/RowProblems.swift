import Vocabulary

/// What is wrong with one row; the caller adds the file, the record and the line.
package struct RowProblems: Sendable, Hashable {
  /// All problems in their order; one pointer, since most rows have none.
  private var all: [Problem] = []
  /// The place in `all` of the one that rejects the row; -1 if none does.
  private var rejectingPlace = -1

  /// A row without problems.
  package init() {}

  /// Whether there is nothing to say.
  package var isEmpty: Bool { all.isEmpty }

  /// The first problem in a required column, which rejects the row; `nil` keeps it.
  package var rejecting: Problem? { rejectingPlace < 0 ? nil : all[rejectingPlace] }

  /// All other problems: the values are unknown or to be looked at, the record counts.
  package var flags: [Problem] {
    guard rejectingPlace >= 0 else { return all }
    var flags = all
    flags.remove(at: rejectingPlace)
    return flags
  }

  mutating func add(_ problem: Problem, rejects: Bool) {
    if rejects, rejectingPlace < 0 { rejectingPlace = all.count }
    all.append(problem)
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
