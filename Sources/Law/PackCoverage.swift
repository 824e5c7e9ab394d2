package import Vocabulary

/// A provision that no rule speaks of, and why: together with what is cited, all of the document.
package struct CoverageEntry: Sendable, Hashable {
  /// Why there is no rule; raw values are the words of the packs.
  package enum Treatment: String, Sendable, Hashable, CaseIterable {
    /// A person weighs it.
    case judgement
    /// Not about screening.
    case notScreening = "not_screening"
    /// Points to a text that is not at hand.
    case outside

    package var wording: Wording {
      switch self {
      case .judgement: Wording(zh: "由人判断", en: "human judgement")
      case .notScreening: Wording(zh: "与筛查无关", en: "not about screening")
      case .outside: Wording(zh: "见其他文件", en: "in another text")
      }
    }
  }

  package let cite: Citation
  package let treatment: Treatment
}

/// Days on which the packs knowingly have no rule for some conclusions.
package struct DeclaredGap: Sendable, Hashable {
  package let days: ClosedRange<Day>
  package let conclusions: [Conclusion]
  package let cite: Citation
}

/// A text known to replace a pack's document some day.
package struct WatchedText: Sendable, Hashable {
  package let title: String
  /// When somebody last looked for it; `nil` if nobody has noted a day.
  package let checked: Day?
  package let line: Int
}

/// Lines of a pack's file, counted from 1; that of the file's beginning for a block it lacks.
package struct PackLines: Sendable, Hashable {
  package let id: Int
  package let jurisdiction: Int
  package let number: Int
  package let articles: Int
  package let validity: Int
}

extension RulePack {
  /// The articles or sections that neither a citation nor the coverage names, ascending.
  package var uncoveredProvisions: [Int] {
    let cites =
      rules.map(\.cite) + deadlines.flatMap { [$0.cite] + [$0.unitCite].compactMap(\.self) }
      + parameters.flatMap { $0.values.map(\.cite) } + periodic.map(\.cite)
      + delegations.map(\.cite) + duties.map(\.cite) + repeals.compactMap(\.cite)
      + [validity.cite] + [higherLawPrevails].compactMap(\.self) + coverage.map(\.cite)
    let named = Set(cites.compactMap { provisions.number(in: $0.locator) })
    return (1...provisions.count).filter { !named.contains($0) }
  }
}
