/// Numbers in the order of 64-bit keys, to find those that share one; the base of all blocks.
///
/// Sorting is by radix and stable, so that what was added first comes first in its run. About 16
/// bytes an entry while sorting doubles them.
struct KeyedOrder {
  private(set) var keys: [UInt64] = []
  private(set) var numbers: [Int32] = []

  /// How many bits one pass sorts by.
  private static let digitBits: UInt64 = 11
  private static let digits = 1 << Int(digitBits)

  var count: Int { keys.count }

  mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  mutating func add(_ key: UInt64, _ number: Int32) {
    keys.append(key)
    numbers.append(number)
  }

  /// Sorts by key; linear.
  ///
  /// A pass in which all keys have one digit is left out.
  mutating func sort() {
    guard count > 1 else { return }
    guard count > KeyedOrder.digits else { return sortFew() }
    var (otherKeys, otherNumbers) = (keys, numbers)
    var shift: UInt64 = 0
    while shift < 64 {
      var ends = [Int](repeating: 0, count: KeyedOrder.digits)
      for key in keys { ends[KeyedOrder.digit(key, shift)] += 1 }
      if ends[KeyedOrder.digit(keys[0], shift)] < count {
        var start = 0
        for digit in ends.indices { (ends[digit], start) = (start, start + ends[digit]) }
        for index in keys.indices {
          let digit = KeyedOrder.digit(keys[index], shift)
          let place = ends[digit]
          ends[digit] = place + 1
          otherKeys[place] = keys[index]
          otherNumbers[place] = numbers[index]
        }
        swap(&keys, &otherKeys)
        swap(&numbers, &otherNumbers)
      }
      shift += KeyedOrder.digitBits
    }
  }

  /// Calls `body` with every run of at least so many numbers of one key, by key.
  func forEachRun(of least: Int = 2, _ body: (ArraySlice<Int32>) -> Void) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, keys[end] == keys[start] { end += 1 }
      if end - start >= least { body(numbers[start..<end]) }
      start = end
    }
  }

  @inline(__always)
  private static func digit(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> shift) & (digits - 1)
  }

  private mutating func sortFew() {
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    keys = order.map { keys[$0] }
    numbers = order.map { numbers[$0] }
  }

  /// One key made of two, neither of which it can be told apart by; order matters.
  @inline(__always)
  static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    TextPolynomial.finished(left &* TextPolynomial.base &+ right &+ 0x9e37_79b9_7f4a_7c15)
  }
}
