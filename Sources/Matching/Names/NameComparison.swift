/// How far two names agree; the first levels say most.
package enum NameLevel: Hashable, Sendable {
  /// Equal but for spelling, and both name divisions that agree, in the same place of the name.
  case equalWithRegion
  /// Equal but for spelling; the one names the city, the other a county of it. Either may register a
  /// name, so that these may be two.
  case equalWithinRegion
  /// Equal but for spelling; one of them names its division.
  case equalOneRegion
  /// Equal but for spelling; neither names a division.
  case equalWithoutRegion
  /// Brand and trade are equal.
  case equalCore(CoreDifference)
  /// One slip makes one of the other.
  case slip(NameSlip)
  /// One explained slip makes the one's brand and trade of the other's, and their legal forms differ.
  case slipOtherForm(NameSlip)
  /// Persons of one surname; of one or both the given name is hidden.
  case masked
  /// One's brand and trade are a part of the other's, at least two characters: a short name.
  case contains
  case different

  /// In what names of one brand and trade differ.
  package enum CoreDifference: UInt8, Sendable, CaseIterable {
    /// The legal form: 有限公司 and 股份有限公司, 厂 and 有限公司.
    case form
    /// One has no legal form.
    case formMissing
    /// The division stands before the one and within the other: 深圳市某某, 某某(深圳).
    case regionMoved
    /// The divisions contradict each other.
    case region
    /// One goes on after the legal form: a branch, a site, a project.
    case tail
  }
}

/// Why two names cannot be one party's, however alike they are.
package struct NameVetoes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Their numbers differ: 一厂, 二厂.
  package static let numerals = NameVetoes(rawValue: 1)
  /// Their letters, directions, stems, sizes or ages differ: 东厂, 西厂.
  package static let marks = NameVetoes(rawValue: 2)
  /// One is a branch, the other is none.
  package static let branchAgainstParent = NameVetoes(rawValue: 4)
  /// They are different branches of one parent.
  package static let branches = NameVetoes(rawValue: 8)
  /// Both have something in brackets, and it differs.
  package static let brackets = NameVetoes(rawValue: 16)
  /// They are public bodies of different places or levels.
  package static let publicPlaces = NameVetoes(rawValue: 32)
  /// Their divisions contradict each other.
  package static let regions = NameVetoes(rawValue: 64)
  /// One is a person, the other an organisation.
  package static let personAgainstOrganisation = NameVetoes(rawValue: 128)
  /// Two persons' names of which no slip makes one.
  package static let persons = NameVetoes(rawValue: 256)
}

/// What two names say of whether their parties are one.
package struct NameComparison: Hashable, Sendable {
  /// Which of the two is the parent of the other.
  package enum Parent: UInt8, Sendable {
    case left
    case right
  }

  package let level: NameLevel
  package let vetoes: NameVetoes
  package let regions: RegionRelation
  /// Set where the one is a branch and the other has exactly its parent's name.
  package let parent: Parent?
}
