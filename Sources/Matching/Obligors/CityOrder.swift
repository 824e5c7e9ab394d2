/// Keys of one city beside each other, so that what is looked at together lies together in memory.
struct CityOrder {
  /// By code of a city without its last two digits, its number from 1; 0 for one that nobody names.
  private var numbers = [UInt64](repeating: 0, count: 10_000)

  /// The cities of these codes of GB/T 2260, 0 among them for none; numbered as their codes are.
  init(_ codes: some Sequence<Int32>) {
    for code in codes { numbers[CityOrder.place(code)] = 1 }
    var next: UInt64 = 0
    for place in numbers.indices where numbers[place] != 0 {
      next += 1
      numbers[place] = next
    }
  }

  /// The key of what has that hash in the city.
  @inline(__always)
  func key(_ hash: UInt64, _ city: Int32) -> UInt64 {
    numbers[CityOrder.place(city)] << 52 | KeyedOrder.joined(hash, UInt64(city)) >> 12
  }

  private static func place(_ code: Int32) -> Int { Int(code / 100) % 10_000 }
}
