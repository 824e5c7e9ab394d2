/// What the blocks of a run came to: how many parties were brought together by what, and what was left
/// out because too many met.
package struct BlockReport: Sendable, Equatable {
  /// What parties meet by; raw values are words of the manifest.
  package enum Family: String, Sendable, CaseIterable {
    case wholeName = "whole-name"
    case brandAndTrade = "brand-and-trade"
    case oneSlip = "one-slip"
    case reading
    case representative
    case address
    case citedNumber = "cited-number"
    case personAndPlace = "person-and-place"
    case mistypedCode = "mistyped-code"
  }

  /// One family of blocks.
  package struct Account: Sendable, Equatable {
    /// Blocks of two parties or more.
    package var blocks = 0
    /// Blocks with too many parties, which were parted by county, representative and address.
    package var refined = 0
    /// Parts that still had too many, and the parties in them that were not compared there.
    package var overflowing = 0
    package var partiesLeftOut = 0
    /// Pairs that the family brought together, also if another one had.
    package var pairs = 0

    /// An account of nothing.
    package init() {}
  }

  /// By family, in the order of `Family.allCases`.
  package var accounts = Family.allCases.map { _ in Account() }
  /// Pairs that were weighed.
  package var weighed = 0

  /// A report of nothing.
  package init() {}

  /// What a family came to.
  package subscript(_ family: Family) -> Account {
    Family.allCases.firstIndex(of: family).map { accounts[$0] } ?? Account()
  }

  /// Counts something into a family's account.
  package mutating func count(_ family: Family, _ change: (inout Account) -> Void) {
    if let place = Family.allCases.firstIndex(of: family) { change(&accounts[place]) }
  }
}
