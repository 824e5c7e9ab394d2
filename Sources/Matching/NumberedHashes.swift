/// What is numbered from 0 in the order of adding, found again by hash.
///
/// Open addressing, without an allocation each. Whoever adds keeps what the numbers stand for and
/// says what is equal.
struct NumberedHashes {
  /// By number.
  private var hashes: [UInt64] = []
  /// A number plus one, 0 for an empty slot.
  private var slots: [Int32]

  /// Room for so many without being laid out anew.
  init(count: Int = 0) {
    var room = 1024
    while room < count * 2 { room *= 2 }
    slots = Array(repeating: 0, count: room)
    hashes.reserveCapacity(count)
  }

  var count: Int { hashes.count }

  /// The hash of what has the number.
  func hash(_ number: Int32) -> UInt64 { hashes[Int(number)] }

  /// The number of what has that hash and is equal; `nil` if there is none.
  @inline(__always)
  func number(of hash: UInt64, where isEqual: (Int32) -> Bool) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, isEqual(number) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Brings near where up to 32 hashes are looked for, for who is about to ask for them one by one.
  ///
  /// In short loops that do one thing each, so that a processor asks for all places before it waits
  /// for the first. Gives the sum of what lies there, so that no look is left out.
  @discardableResult
  @inline(never)
  func bringNear(_ asked: ArraySlice<UInt64>) -> UInt64 {
    let mask = slots.count - 1
    var found = InlineArray<32, Int32>(repeating: 0)
    var count = 0
    for hash in asked.prefix(32) {
      found[count] = slots[Int(truncatingIfNeeded: hash) & mask]
      count += 1
    }
    var sum: UInt64 = 0
    for place in 0..<count where found[place] != 0 { sum &+= hashes[Int(found[place]) - 1] }
    return sum
  }

  /// Numbers what is not there yet.
  mutating func add(_ hash: UInt64) -> Int32 {
    let number = Int32(hashes.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for place in hashes.indices { put(Int32(place)) }
    } else {
      put(number)
    }
    return number
  }

  private mutating func put(_ number: Int32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[Int(number)]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = number + 1
  }
}
