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
  /// The conclusion's Chinese name.
  package var term: String
  /// The value by the law of the day of decision.
  package var decided: Truth
  /// The value by the law of the day of occurrence.
  package var byOccurrence: Truth

  /// A difference between those values.
  package init(term: String, decided: Truth, byOccurrence: Truth) {
    self.term = term
    self.decided = decided
    self.byOccurrence = byOccurrence
  }
}

extension LeadEntry {
  /// Which texts decided the lead (适用规定); `nil` where they are the workspace's own as a matter of
  /// course.
  package var applicableLawTerm: String? {
    switch applicableLaw {
    case .home: nil
    case .presumedHome: "县区未知，按本地规定判定"
    case .elsewhere(let documents): "按所在地规定判定：\(documents.joined(separator: "、"))"
    }
  }

  /// Whether the law of the day of occurrence gives another result, and in what.
  package var versionTerm: String {
    switch versionSensitive {
    case .true:
      let differences = versionDifferences.map {
        "\($0.term)现为\($0.decided.wording.zh)、按发生日为\($0.byOccurrence.wording.zh)"
      }
      return "按发生日适用的规定，结果不同（A-15）：\(differences.joined(separator: "；"))"
    case .false: return "按发生日适用的规定，结果相同"
    case .unknown, .noRule: return "发生日未知，未比对"
    }
  }
}
