internal import Vocabulary

/// A person's number as far as a record shows it: `148925********3218`, or all of it.
struct ShownNumber {
  private let characters: InlineArray<18, UInt8>
  /// Whether some of it is hidden.
  let isHidden: Bool

  /// How many characters both must show so that they say anything.
  private static let shownAtLeast = 8

  /// `nil` for what does not have 18 places, or shows too little of a number (GB 11643-1999).
  init?(_ text: ArraySlice<UInt8>) {
    guard text.count == 18 else { return nil }
    var characters = InlineArray<18, UInt8>(repeating: ShownNumber.mask)
    var shown = 0
    for (place, character) in text.enumerated() {
      let isLetter = character == UInt8(ascii: "X") && place == 17
      guard (0x30...0x39).contains(character) || isLetter else {
        guard character == ShownNumber.mask else { return nil }
        continue
      }
      characters[place] = character
      shown += 1
    }
    guard shown >= ShownNumber.shownAtLeast else { return nil }
    self.characters = characters
    isHidden = shown < 18
  }

  /// How what both show agrees: one character may be mistyped, two are another number's.
  func accord(_ other: ShownNumber) -> Accord {
    var (same, different) = (0, 0)
    for place in characters.indices {
      let (one, two) = (characters[place], other.characters[place])
      guard one != ShownNumber.mask, two != ShownNumber.mask else { continue }
      if one == two { same += 1 } else { different += 1 }
    }
    if different > 1 { return .different }
    return different == 0 && same >= ShownNumber.shownAtLeast ? .equal : .missing
  }

  /// However a source hides characters, normalised numbers have this in their place.
  private static let mask = UInt8(ascii: "*")
}
