/// Whether a key may be among those seen: never wrong in saying no, seldom in saying yes (a Bloom
/// filter with two bits a key, both in one word).
struct KeySieve {
  private var words: [UInt64]
  private let mask: UInt64

  /// Room for about `count` keys at eight bits each.
  init(count: Int) {
    var bits = 1024
    while bits < count * 8 { bits *= 2 }
    words = Array(repeating: 0, count: bits / 64)
    mask = UInt64(bits / 64 - 1)
  }

  mutating func insert(_ key: UInt64) {
    words[Int(key & mask)] |= KeySieve.bits(of: key)
  }

  func mayHold(_ key: UInt64) -> Bool {
    let bits = KeySieve.bits(of: key)
    return words[Int(key & mask)] & bits == bits
  }

  private static func bits(of key: UInt64) -> UInt64 { 1 << (key >> 58) | 1 << (key >> 52 & 63) }
}

/// Whether a hash may be among those seen in a city, as `KeySieve` says it; what is seen in one city lies
/// together in memory.
struct CitySieve {
  private var words: [UInt64]
  private let places: CityPlaces
  /// Each place has two words to this power.
  private let power: UInt64

  /// Room for about eight hashes for each word of each of these codes of GB/T 2260, each of which has
  /// two words to a power.
  init(_ cities: [Int32], power: UInt64) {
    places = CityPlaces(cities)
    self.power = power
    // A city without a place is asked about at the first word behind it.
    words = Array(repeating: 0, count: (cities.count + 1) << Int(power))
  }

  /// The key of a hash in a city, by which it is found.
  @inline(__always)
  static func key(_ hash: UInt64, _ city: Int32) -> UInt64 {
    KeyedOrder.joined(hash, UInt64(city))
  }

  @inline(__always)
  mutating func insert(_ key: UInt64, _ city: Int32) {
    words[word(of: key, city)] |= CitySieve.bits(of: key)
  }

  @inline(__always)
  func mayHold(_ key: UInt64, _ city: Int32) -> Bool {
    let bits = CitySieve.bits(of: key)
    return words[word(of: key, city)] & bits == bits
  }

  @inline(__always)
  private func word(of key: UInt64, _ city: Int32) -> Int {
    Int(places.place(key, city) << power | (key >> 12 & (1 << power - 1)))
  }

  /// Of other bits than those that say the place.
  private static func bits(of key: UInt64) -> UInt64 { 1 << (key & 63) | 1 << (key >> 6 & 63) }
}
