private import CTables
import Vocabulary

/// The divisions of GB/T 2260 in force and abolished since 1982, as the program carries them.
///
/// Read from `CTables/divisions.txt`, which names its origin and its form. A line that is not of
/// that form would be a fault of the program; a test reads them all.
struct DivisionTable: Sendable {
  /// A code that is no longer in force, or an earlier name of one that is.
  struct Former: Sendable {
    let code: DivisionCode
    /// When it ended.
    let year: Int
    /// Empty where it equals the name of the one successor.
    let name: String
    let successors: [DivisionCode]

    /// Where the division is now: its one successor, or the city that all of them lie in; `nil` when
    /// it was divided among several cities.
    var target: DivisionCode? {
      if successors.count == 1 { return successors[0] }
      guard let city = successors.first?.city, city != city.province,
        successors.allSatisfy({ $0.city == city })
      else { return nil }
      return city
    }
  }

  /// Codes in force, in ascending order.
  private(set) var codes: [DivisionCode] = []
  /// Their names, in the same order.
  private(set) var names: [String] = []
  private(set) var former: [Former] = []
  /// Lines that could not be read.
  private(set) var unreadableLines = 0

  init() {
    var count = 0
    let start = unsafe ctables_divisions(&count)
    self.init(text: unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  }

  init(text: [UInt8]) {
    var prefix = 0
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let digits = line.prefix { $0 >= 0x30 && $0 <= 0x39 }
      let rest = line.dropFirst(digits.count)
      let number = digits.prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
      switch digits.count {
      case 6 where rest.first == UInt8(ascii: "-"):
        addFormer(number, rest.dropFirst())
      case 6:
        prefix = number / 100 * 100
        add(number, rest)
      case 2: add(prefix + number, rest)
      default: unreadableLines += 1
      }
    }
  }

  /// The place of a code in force, by binary search.
  func index(of code: DivisionCode) -> Int? {
    let place = firstIndex(notBelow: code)
    return place < codes.count && codes[place] == code ? place : nil
  }

  /// The place of the first code that is not below `code`.
  func firstIndex(notBelow code: DivisionCode) -> Int {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func add(_ number: Int, _ name: ArraySlice<UInt8>) {
    guard let code = DivisionCode(number: number), !name.isEmpty, codes.last ?? code <= code else {
      unreadableLines += 1
      return
    }
    codes.append(code)
    names.append(String(decoding: name, as: UTF8.self))
  }

  /// What follows `142201-`: the year, `>`, successors with commas, then the former name.
  private mutating func addFormer(_ number: Int, _ rest: ArraySlice<UInt8>) {
    let year = rest.prefix { $0 != UInt8(ascii: ">") }
    let facts = rest.dropFirst(year.count + 1)
    let list = facts.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ",") }
    let successors = list.split(separator: UInt8(ascii: ",")).compactMap { digits in
      DivisionCode(number: DivisionTable.number(digits))
    }
    guard let code = DivisionCode(number: number), !successors.isEmpty,
      (1982...2100).contains(DivisionTable.number(year))
    else {
      unreadableLines += 1
      return
    }
    let name = String(decoding: facts.dropFirst(list.count), as: UTF8.self)
    former.append(
      Former(
        code: code, year: DivisionTable.number(year), name: name, successors: successors))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { ($0 * 10 + Int($1 & 0x0F)) % 10_000_000 }
  }
}
