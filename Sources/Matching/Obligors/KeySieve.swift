/// Whether a key may be among those seen: never wrong in saying no, seldom in saying yes (a Bloom
/// filter with two bits a key).
struct KeySieve {
  private var words: [UInt64]
  private let mask: UInt64

  /// Room for about `count` keys at eight bits each.
  init(count: Int) {
    var bits = 1024
    while bits < count * 8 { bits *= 2 }
    words = Array(repeating: 0, count: bits / 64)
    mask = UInt64(bits - 1)
  }

  mutating func insert(_ key: UInt64) {
    let (one, other) = places(of: key)
    words[Int(one >> 6)] |= 1 << (one & 63)
    words[Int(other >> 6)] |= 1 << (other & 63)
  }

  func mayHold(_ key: UInt64) -> Bool {
    let (one, other) = places(of: key)
    return words[Int(one >> 6)] & 1 << (one & 63) != 0
      && words[Int(other >> 6)] & 1 << (other & 63) != 0
  }

  private func places(of key: UInt64) -> (UInt64, UInt64) { (key & mask, key >> 32 & mask) }
}
