/// The keys under which codes meet of which one character was mistyped.
enum CodeNeighbours {
  /// The hashes of a code's two halves, each with its side.
  static func halves(of code: Span<UInt8>) -> (front: UInt64, back: UInt64) {
    (half(of: code, at: 0, side: 1), half(of: code, at: 9, side: 2))
  }

  @inline(__always)
  private static func half(of code: Span<UInt8>, at start: Int, side: UInt64) -> UInt64 {
    var first: UInt64 = 0
    for place in start..<start + 8 { first = first << 8 | UInt64(code[place]) }
    return KeyedOrder.joined(first, UInt64(code[start + 8]) << 2 | side)
  }

  /// Calls `body` with a hash for each place of an 18-character code, of the place and of all other
  /// characters: two codes that differ in one share that of its place.
  ///
  /// Linear: the sum of all characters times powers of the base, less the one that is left out.
  static func forEachHash(of code: Span<UInt8>, _ body: (UInt64) -> Void) {
    var powers = InlineArray<18, UInt64>(repeating: 1)
    for place in 1..<18 { powers[place] = powers[place - 1] &* TextPolynomial.base }
    var sum: UInt64 = 0
    for place in code.indices {
      sum = sum &+ TextPolynomial.mixed(UInt16(code[place])) &* powers[place]
    }
    for place in code.indices {
      let rest = sum &- TextPolynomial.mixed(UInt16(code[place])) &* powers[place]
      body(KeyedOrder.joined(UInt64(place), TextPolynomial.finished(rest)))
    }
  }
}
