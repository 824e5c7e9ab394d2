import Testing

@testable import Matching

@Suite("Neighbours of names")
struct NameNeighbourTests {
  /// Levenshtein's distance with transpositions of neighbours, by the whole table.
  private func distance(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var rows = [Array(0...right.count)]
    for (row, unit) in left.enumerated() {
      var next = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          rows[row][column] + (unit == other ? 0 : 1), rows[row][column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, unit == right[column - 1], left[row - 1] == other {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        next.append(best)
      }
      rows.append(next)
    }
    return rows[left.count][right.count]
  }

  private func text(_ generator: inout SeededGenerator) -> [UInt16] {
    let letters = Array("宏达红".utf16)
    return (0..<Int.random(in: 1...7, using: &generator)).map { _ in
      letters[Int.random(in: letters.indices, using: &generator)]
    }
  }

  @Test("finds one edit exactly where the distance is one")
  func singleEdit() {
    var generator = SeededGenerator(seed: 11)
    var seen = 0
    for _ in 0..<20_000 {
      let (left, right) = (text(&generator), text(&generator))
      let edit = SingleEdit(left.span, right.span)
      #expect((edit != nil) == (distance(left, right) == 1))
      if edit != nil { seen += 1 }
      let other = SingleEdit(right.span, left.span)
      #expect((edit == nil) == (other == nil))
    }
    #expect(seen > 1_000)
  }

  @Test("names one edit apart share a hash, and hashes are those of the removals")
  func neighbourHashes() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<5_000 {
      let (left, right) = (text(&generator), text(&generator))
      let (one, other) = (hashes(left), hashes(right))
      #expect(Set(one).count == one.count)
      #expect(Set(one) == Set(removals(left).map { TextPolynomial.hash($0) }))
      let areNear = !removals(left).isDisjoint(with: removals(right))
      #expect(areNear == !Set(one).isDisjoint(with: other))
      if left.count + right.count > 2, distance(left, right) <= 1 { #expect(areNear) }
    }
  }

  @Test("a key of more than 64 characters has no neighbours but itself")
  func longKey() {
    #expect(hashes(Array(repeating: 0x5B8F, count: 65)).count == 1)
    let row = (0..<64).map { UInt16(0x5B8F + $0) }
    #expect(hashes(row).count == 65)
  }

  @Test("names read alike meet, and names heard alike")
  func readings() {
    func hashes(_ text: String) -> (UInt64, UInt64) {
      let traits = PartyName(text).traits
      return (traits.readingHash, traits.heardHash)
    }
    let (reading, heard) = hashes("原平市宏达铸造有限公司")
    #expect(hashes("红达铸造厂") == (reading, heard))
    #expect(hashes("洪大铸造厂").0 == reading)
    #expect(hashes("宏达住造厂").0 == reading)
    #expect(hashes("金茂锻压厂").0 != reading)
    #expect(hashes("三立厂").0 != hashes("山立厂").0)
    #expect(hashes("三立厂").1 == hashes("山立厂").1)
    #expect(hashes("兴宁厂").1 == hashes("新林厂").1)
    #expect(hashes("3立厂").0 == hashes("三立厂").0)
  }

  private func hashes(_ key: [UInt16]) -> [UInt64] {
    var table = NameTable()
    let bytes = Array(String(decoding: key, as: UTF16.self).utf8)
    let name = table.add(bytes.span)
    var hashes: [UInt64] = []
    table.appendNeighbourHashes(of: name, to: &hashes)
    return hashes
  }

  private func removals(_ units: [UInt16]) -> Set<[UInt16]> {
    var found: Set = [units]
    guard units.count >= 2 else { return found }
    for place in units.indices {
      var rest = units
      rest.remove(at: place)
      found.insert(rest)
    }
    return found
  }
}
