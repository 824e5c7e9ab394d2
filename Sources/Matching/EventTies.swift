/// Which leads one lead may be the same event as, as far as that decides anything: none, one, or
/// several.
struct EventTies {
  /// Two rows of one event: one of the lead that asks, one of the lead it may be.
  struct Tie {
    let row: Int32
    let other: Int32
    /// The lead of `other`, by its root.
    let lead: Int
  }

  /// To the lead that comes first by row.
  private(set) var first: Tie
  /// To another lead; `nil` while there is only one.
  private(set) var second: Tie?

  init(_ tie: Tie) { first = tie }

  /// Adds a tie; keeps those of the first two leads by row, whatever the order of adding.
  mutating func add(_ tie: Tie) {
    if tie.lead == first.lead {
      if tie.other < first.other { first = tie }
    } else if tie.other < first.other {
      second = first
      first = tie
    } else if tie.other < second?.other ?? .max {
      second = tie
    }
  }
}
