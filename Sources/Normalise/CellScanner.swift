/// A place in a folded cell that a grammar moves forward.
struct CellScanner {
  let cell: FoldedCell
  private(set) var position = 0

  init(_ cell: FoldedCell) { self.cell = cell }

  var isAtEnd: Bool { position >= cell.count }

  /// The scalar under the place; 0 at the end.
  var next: UInt32 { cell[position] }

  mutating func skip(_ number: Int = 1) { position += number }

  /// Moves back to a place passed before.
  mutating func back(to earlier: Int) { position = earlier }

  mutating func skipSpaces() {
    while next == 0x20 { position += 1 }
  }

  /// Whether that character stands here, or so many places on.
  func has(_ scalar: Unicode.Scalar, after offset: Int = 0) -> Bool {
    cell.has(scalar, at: position + offset)
  }

  /// Moves past that character if it stands here.
  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard cell.has(scalar, at: position) else { return false }
    position += 1
    return true
  }

  /// Moves past the character that stands here if it is one of those.
  mutating func acceptOne(of characters: String) -> Bool {
    guard !isAtEnd else { return false }
    for scalar in characters.unicodeScalars where accept(scalar) { return true }
    return false
  }

  /// Moves past those characters if they stand here.
  mutating func accept(word: String) -> Bool {
    guard !isAtEnd else { return false }
    var end = position
    for scalar in word.unicodeScalars {
      guard cell.has(scalar, at: end) else { return false }
      end += 1
    }
    position = end
    return true
  }

  /// How many digits stand here.
  var digitCount: Int {
    var count = 0
    while cell.digit(at: position + count) != nil { count += 1 }
    return count
  }

  /// The number written by exactly that many digits from here, and moves past them.
  ///
  /// At most 18 digits; `nil` and no move when there are fewer.
  mutating func number(digits: Int) -> Int? {
    guard digits > 0, digits <= 18 else { return nil }
    var value = 0
    for offset in 0..<digits {
      guard let digit = cell.digit(at: position + offset) else { return nil }
      value = value * 10 + digit
    }
    position += digits
    return value
  }

  /// A number of one or two digits.
  mutating func shortNumber() -> Int? {
    let count = digitCount
    return count <= 2 ? number(digits: count) : nil
  }
}
