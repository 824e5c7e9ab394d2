import Testing
import Vocabulary

@Suite("Text pools")
struct TextPoolTests {
  @Test("give equal texts equal ids and different texts different ones, a hundred thousand times")
  func manyTexts() {
    var random = SeededGenerator(state: 14_0900)
    var pool = TextPool()
    var known: [[UInt8]: TextID] = [:]
    var order: [[UInt8]] = []
    for _ in 0..<100_000 {
      // Few letters and short lengths, so that many repeat and many are prefixes of others.
      let length = Int.random(in: 1...20, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0x61...0x63, using: &random) }
      let id = pool.intern(bytes.span)
      if let before = known[bytes] {
        guard id == before else {
          Issue.record("two ids for \(bytes)")
          return
        }
      } else {
        guard Int(id.number) == order.count + 1 else {
          Issue.record("id \(id.number) for the new text \(bytes)")
          return
        }
        known[bytes] = id
        order.append(bytes)
      }
    }
    #expect(pool.count == order.count + 1)
    // After all growth every text is still what it was.
    #expect(
      order.enumerated().allSatisfy { place, bytes in
        let id = TextID(number: UInt32(place + 1))
        return Array(pool.bytes(of: id)) == bytes && pool.intern(bytes.span) == id
      })
  }

  @Test("keep what they hold when they grow past their first size")
  func growth() {
    var pool = TextPool()
    let ids = (0..<5000).map { pool.intern("监测点\($0)") }
    #expect(Set(ids).count == 5000)
    #expect(ids.indices.allSatisfy { pool.string(ids[$0]) == "监测点\($0)" })
    #expect(pool.count == 5001)
  }

  @Test("take no bytes for the missing text")
  func missing() {
    var pool = TextPool()
    #expect(pool.intern("") == .missing)
    #expect(pool.intern([UInt8]().span).isMissing)
    #expect(pool.count == 1)
    #expect(pool.string(.missing).isEmpty)
    #expect(pool.bytes(of: .missing).isEmpty)
    #expect(!pool.intern(" ").isMissing)
  }

  @Test("compare bytes, not what they look like")
  func bytes() {
    var pool = TextPool()
    let spellings = ["é", "e\u{301}", "類", "\u{F9D0}", "a", "a\0", "a\0\0", "\0", "A"]
    #expect(Set(spellings.map { pool.intern($0) }).count == spellings.count)
  }

  @Test("tell texts apart that differ in one byte anywhere", arguments: 1...40)
  func oneByte(length: Int) {
    var pool = TextPool()
    let text = [UInt8](repeating: 0x2E, count: length)
    var ids: Set<TextID> = [pool.intern(text.span)]
    for place in text.indices {
      var other = text
      other[place] = 0x2F
      ids.insert(pool.intern(other.span))
    }
    #expect(ids.count == length + 1)
  }

  @Test("count ids up in the order of first appearance")
  func order() {
    var pool = TextPool()
    let ids = ["丙", "甲", "丙", "乙"].map { pool.intern($0).number }
    #expect(ids == [1, 2, 1, 3])
    #expect(TextID.missing < TextID(number: 1))
  }
}
