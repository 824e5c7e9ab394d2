package import Vocabulary

/// By the texts of which place a lead was decided.
package enum ApplicableLaw: Sendable, Hashable {
  /// The workspace's own: the lead lies there.
  case home
  /// The workspace's own, because it is not known where the lead lies.
  case presumedHome
  /// Those of the place it lies in: the documents, the nation's first.
  case elsewhere([String])
}

/// A conclusion that the law of the day of occurrence gives another value (A-15).
package struct VersionDifference: Sendable, Hashable {
  /// The conclusion's Chinese name and its public one.
  package var term: Wording
  /// The value by the law of the day of decision.
  package var decided: Truth
  /// The value by the law of the day of occurrence.
  package var byOccurrence: Truth

  /// A difference between those values.
  package init(term: Wording, decided: Truth, byOccurrence: Truth) {
    self.term = term
    self.decided = decided
    self.byOccurrence = byOccurrence
  }
}

extension LeadEntry {
  /// Which texts decided the lead (适用规定); `nil` where they are the workspace's own as a matter of
  /// course.
  package var applicableLawTerm: Wording? {
    switch applicableLaw {
    case .home: nil
    case .presumedHome:
      Wording(zh: "县区未知，按本地规定判定", en: "the county is unknown; decided by the law of this place")
    case .elsewhere(let documents):
      Wording(
        zh: "按所在地规定判定：\(documents.joined(separator: "、"))",
        en: "decided by the law of the place it lies in: \(documents.joined(separator: ", "))")
    }
  }

  /// Whether the law of the day of occurrence gives another result, and in what.
  package var versionTerm: Wording {
    switch versionSensitive {
    case .true:
      let differences = versionDifferences.map { one in
        let (now, then) = (one.decided.wording, one.byOccurrence.wording)
        return Wording(
          zh: "\(one.term.zh)现为\(now.zh)、按发生日为\(then.zh)",
          en: "\(one.term.en) is \(now.en), was \(then.en)")
      }
      return Wording(
        zh: "按发生日适用的规定，结果不同（A-15）：\(differences.map(\.zh).joined(separator: "；"))",
        en: "gives another result (A-15): \(differences.map(\.en).joined(separator: "; "))")
    case .false: return Wording(zh: "按发生日适用的规定，结果相同", en: "gives the same result")
    case .unknown, .noRule:
      return Wording(zh: "发生日未知，未比对", en: "not compared, as the day is unknown")
    }
  }
}
