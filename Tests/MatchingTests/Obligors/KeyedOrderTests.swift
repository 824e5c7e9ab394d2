import Testing

@testable import Matching

@Suite("Numbers by key")
struct KeyedOrderTests {
  @Test("sorting is by key and keeps the order of equal keys", arguments: [0, 1, 100, 2048, 9000])
  func sorting(_ count: Int) {
    var generator = SeededGenerator(seed: 11)
    var order = KeyedOrder()
    var expected: [(key: UInt64, number: Int32)] = []
    for number in 0..<Int32(count) {
      let key = generator.next() % 5 == 0 ? generator.next() : generator.next() % 300
      order.add(key, number)
      expected.append((key, number))
    }
    order.sort()
    expected.sort { ($0.key, $0.number) < ($1.key, $1.number) }
    #expect(order.keys == expected.map(\.key))
    #expect(order.numbers == expected.map(\.number))
    var inRuns = 0
    order.forEachRun { inRuns += $0.count }
    let byKey = Dictionary(grouping: expected, by: \.key).values.filter { $0.count > 1 }
    #expect(inRuns == byKey.reduce(0) { $0 + $1.count })
  }

  @Test("runs come by their first number, whatever their keys")
  func runsByFirst() {
    var generator = SeededGenerator(seed: 13)
    let scrambled = (0..<400).map { _ in generator.next() }
    for mask: UInt64 in [0, .max] {
      var order = KeyedOrder()
      for number in 0..<Int32(4000) {
        order.add(scrambled[Int(number) * 7919 % 400] ^ mask, number)
      }
      order.sort()
      var firsts: [Int32] = []
      order.forEachRunByFirst { run in
        firsts += run.prefix(1)
        #expect(run.count == 10 && run.elementsEqual(run.sorted()))
      }
      #expect(firsts == (0..<400).map { Int32($0) })
    }
  }

  @Test("a sieve holds every key it was given and refuses most others")
  func sieve() {
    var generator = SeededGenerator(seed: 12)
    var sieve = KeySieve(count: 10_000)
    let keys = (0..<10_000).map { _ in generator.next() }
    for key in keys { sieve.insert(key) }
    #expect(keys.allSatisfy(sieve.mayHold))
    #expect((0..<10_000).count { _ in sieve.mayHold(generator.next()) } < 1500)
  }
}
