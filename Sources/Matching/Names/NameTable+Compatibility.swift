extension NameTable {
  /// Whether two names can be one party's, given that a code or a document already says so.
  ///
  /// True for a missing name (-1), for equal keys, for organisations that are read alike, and where at
  /// least six tenths of the shorter
  /// name's brand and trade stand in the other in the same order. Never for branch against parent, for
  /// two persons, nor for names whose numbers, letters or directions differ: 一厂 and 二厂 are two.
  package func areCompatible(_ left: Int32, _ right: Int32) -> Bool {
    guard left >= 0, right >= 0, left != right else { return true }
    let (one, other) = (traits[Int(left)], traits[Int(right)])
    guard one.flags.contains(.isBranch) == other.flags.contains(.isBranch),
      !(one.kind == .person && other.kind == .person), one.numerals == other.numerals,
      one.marks == other.marks
    else { return false }
    if one.coreCount >= 3, one.coreCount == other.coreCount, one.readingHash == other.readingHash {
      return true
    }
    let (text, otherText) = (telling(left), telling(right))
    let (short, long) =
      text.count <= otherText.count ? (text, otherText) : (otherText, text)
    guard short.count >= 2 else { return false }
    return sharedInOrder(short, long) * 10 >= short.count * 6
  }

  /// Brand and trade; of a branch the branch too.
  private func telling(_ name: Int32) -> Range<Int> {
    let range = traits[Int(name)].flags.contains(.isBranch) ? body(name) : core(name)
    return range.prefix(NameTable.comparedLimit)
  }

  /// The length of the longest common subsequence of two texts of at most 64 units.
  ///
  /// A bit for each unit of the shorter one, a step for each of the longer (Hyyrö 2004).
  private func sharedInOrder(_ shortRange: Range<Int>, _ longRange: Range<Int>) -> Int {
    let (short, long) = (
      units.span.extracting(shortRange), units.span.extracting(longRange)
    )
    var open = UInt64.max
    for index in long.indices {
      var matches: UInt64 = 0
      for place in short.indices where short[place] == long[index] { matches |= 1 << UInt64(place) }
      let taken = open & matches
      open = (open &+ taken) | (open &- taken)
    }
    let used = short.count == 64 ? UInt64.max : (1 << UInt64(short.count)) &- 1
    return (~open & used).nonzeroBitCount
  }
}
