/// The one slip of a pen that makes a name of another.
package enum NameSlip: UInt8, Sendable, CaseIterable {
  /// Another character that is read alike but for the tone.
  case homophone
  /// Another character that many speakers hear as the same: zh and z, n and l, ing and in.
  case nearHomophone
  /// Another character that looks alike.
  case lookalike
  /// Two neighbours in the other order.
  case transposed
  /// One character more, equal to its neighbour.
  case doubled
  /// One character more.
  case inserted
  /// Another character that has nothing in common.
  case other
  /// The same within the words of trades, where one name is left with no such word: 路合工程 for 路桥工程.
  case tradeWord

  /// Whether reading, sight or typing explains it; the others are as likely two parties.
  package var isExplained: Bool { self != .inserted && self != .other && self != .tradeWord }

  /// Whether one character stands in another's place.
  var isOtherCharacter: Bool {
    switch self {
    case .homophone, .nearHomophone, .lookalike, .other, .tradeWord: true
    case .transposed, .doubled, .inserted: false
    }
  }
}

/// Where two texts differ that one slip makes of each other.
struct SingleEdit: Equatable {
  enum Kind: Equatable {
    case substitution
    case transposition
    /// The left text has one unit more.
    case surplusLeft
    case surplusRight
  }

  let kind: Kind
  /// The first unit that differs.
  let place: Int

  /// The one edit between two texts; `nil` if they are equal or further apart.
  ///
  /// Compares from both ends: linear, without a table. A transposition of neighbours is one edit.
  init?(_ left: Span<UInt16>, _ right: Span<UInt16>) {
    let (short, long) = (min(left.count, right.count), max(left.count, right.count))
    guard long - short <= 1 else { return nil }
    var prefix = 0
    while prefix < short, left[prefix] == right[prefix] { prefix += 1 }
    if prefix == long { return nil }
    var suffix = 0
    while suffix < short - prefix,
      left[left.count - 1 - suffix] == right[right.count - 1 - suffix]
    { suffix += 1 }
    place = prefix
    if left.count != right.count {
      guard prefix + suffix == short else { return nil }
      kind = left.count > right.count ? .surplusLeft : .surplusRight
    } else if prefix + suffix == short - 1 {
      kind = .substitution
    } else if prefix + suffix == short - 2, left[prefix] == right[prefix + 1],
      left[prefix + 1] == right[prefix]
    {
      kind = .transposition
    } else {
      return nil
    }
  }
}

extension NameSlip {
  /// What kind of slip that edit is.
  init(_ edit: SingleEdit, _ left: Span<UInt16>, _ right: Span<UInt16>) {
    let place = edit.place
    switch edit.kind {
    case .transposition: self = .transposed
    case .surplusLeft: self = NameSlip.isDoubled(left, at: place) ? .doubled : .inserted
    case .surplusRight: self = NameSlip.isDoubled(right, at: place) ? .doubled : .inserted
    case .substitution:
      let characters = CharacterTable.standard
      let (one, other) = (left[place], right[place])
      if characters.areHomophones(one, other) {
        self = .homophone
      } else if characters.lookAlike(one, other) {
        self = .lookalike
      } else if characters.areNearHomophones(one, other) {
        self = .nearHomophone
      } else {
        self = .other
      }
    }
  }

  /// Of equal neighbours the last one is found to be too many.
  private static func isDoubled(_ units: Span<UInt16>, at place: Int) -> Bool {
    place > 0 && units[place] == units[place - 1]
  }
}
