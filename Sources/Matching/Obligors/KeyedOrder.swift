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
  /// How many passes there are at most: a million keys that are hashes differ in their first 33 bits.
  private static let passes = 3
  /// How many are sorted by insertion.
  private static let few = 16

  var count: Int { keys.count }

  mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  mutating func add(_ key: UInt64, _ number: Int32) {
    keys.append(key)
    numbers.append(number)
  }

  /// Sorts by key; linear, but for keys of which many agree in their first digits.
  ///
  /// Passes sort by the first few digits in which keys differ; what they leave equal is few and is
  /// sorted in place.
  mutating func sort() {
    guard count > 1 else { return }
    guard count > KeyedOrder.digits else { return sortFew(keys.indices) }
    var differing: UInt64 = 0
    for key in keys { differing |= key ^ keys[0] }
    guard differing != 0 else { return }
    let top = UInt64(64 - differing.leadingZeroBitCount)
    let sorted = KeyedOrder.digitBits * UInt64(KeyedOrder.passes)
    let start = top > sorted ? top - sorted : 0
    var (otherKeys, otherNumbers) = (keys, numbers)
    for pass in 0..<UInt64(KeyedOrder.passes) {
      let shift = start + pass * KeyedOrder.digitBits
      guard shift < top, differing >> shift & UInt64(KeyedOrder.digits - 1) != 0 else { continue }
      var ends = [Int](repeating: 0, count: KeyedOrder.digits)
      for key in keys { ends[KeyedOrder.digit(key, shift)] += 1 }
      var place = 0
      for digit in ends.indices { (ends[digit], place) = (place, place + ends[digit]) }
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
    if start > 0, differing & (1 << start - 1) != 0 { sortRuns(above: start) }
  }

  /// Sorts the runs of keys that agree above the shift.
  private mutating func sortRuns(above shift: UInt64) {
    var first = 0
    while first < count {
      var end = first + 1
      var isSorted = true
      while end < count, keys[end] >> shift == keys[first] >> shift {
        if keys[end] < keys[end - 1] { isSorted = false }
        end += 1
      }
      if !isSorted { sortFew(first..<end) }
      first = end
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

  /// Calls `body` with every run of two or more numbers of one key, by the first number: for keys that
  /// depend on the order of files.
  func forEachRunByFirst(_ body: (ArraySlice<Int32>) -> Void) {
    var runs = KeyedOrder()
    forEachRun { runs.add(UInt64(UInt32(bitPattern: $0[$0.startIndex])), Int32($0.startIndex)) }
    runs.sort()
    for start in runs.numbers.lazy.map(Int.init) {
      var end = start + 1
      while end < count, keys[end] == keys[start] { end += 1 }
      body(numbers[start..<end])
    }
  }

  @inline(__always)
  private static func digit(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> shift) & (digits - 1)
  }

  private mutating func sortFew(_ places: Range<Int>) {
    guard places.count > KeyedOrder.few else { return insert(places) }
    let order = places.sorted { (keys[$0], $0) < (keys[$1], $1) }
    let sorted = (order.map { keys[$0] }, order.map { numbers[$0] })
    keys.replaceSubrange(places, with: sorted.0)
    numbers.replaceSubrange(places, with: sorted.1)
  }

  /// Insertion, for a handful.
  private mutating func insert(_ places: Range<Int>) {
    for place in places.dropFirst() {
      let (key, number) = (keys[place], numbers[place])
      var target = place
      while target > places.lowerBound, keys[target - 1] > key {
        keys[target] = keys[target - 1]
        numbers[target] = numbers[target - 1]
        target -= 1
      }
      keys[target] = key
      numbers[target] = number
    }
  }

  /// One key made of two, neither of which it can be told apart by; order matters.
  @inline(__always)
  static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
    TextPolynomial.finished(left &* TextPolynomial.base &+ right &+ 0x9e37_79b9_7f4a_7c15)
  }
}
