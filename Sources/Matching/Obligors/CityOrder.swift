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

  static func place(_ code: Int32) -> Int { Int(code / 100) % 10_000 }
}

/// Places 0..<rows that hashes are spread over city by city, each city's as many as its rows: what is
/// looked for row by row then lies together in memory, for rows stand by city.
struct CityPlaces {
  /// By code of a city without its last two digits, its first place; one more for the end.
  private var starts = [UInt64](repeating: 0, count: 10_001)

  /// The places of rows with these codes of GB/T 2260.
  init(_ codes: [Int32]) {
    for code in codes { starts[CityOrder.place(code) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
  }

  /// The place of what has that hash in the city of the code.
  @inline(__always)
  func place(_ hash: UInt64, _ code: Int32) -> UInt64 {
    let city = CityOrder.place(code)
    return starts[city] + ((hash >> 32) * (starts[city + 1] - starts[city])) >> 32
  }
}
