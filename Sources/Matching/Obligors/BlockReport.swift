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
    package internal(set) var blocks = 0
    /// Blocks with too many parties, which were parted by county, representative and address.
    package internal(set) var refined = 0
    /// Parts that still had too many, and the parties in them that were not compared there.
    package internal(set) var overflowing = 0
    package internal(set) var partiesLeftOut = 0
    /// Pairs that the family brought together, also if another one had.
    package internal(set) var pairs = 0
  }

  /// By family, in the order of `Family.allCases`.
  package internal(set) var accounts = Family.allCases.map { _ in Account() }
  /// Pairs that were weighed.
  package internal(set) var weighed = 0

  /// A report of nothing.
  package init() {}

  /// What a family came to.
  package subscript(_ family: Family) -> Account {
    Family.allCases.firstIndex(of: family).map { accounts[$0] } ?? Account()
  }

  mutating func count(_ family: Family, _ change: (inout Account) -> Void) {
    if let place = Family.allCases.firstIndex(of: family) { change(&accounts[place]) }
  }
}
