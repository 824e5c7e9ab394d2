/// What tells apart names that are otherwise alike: numbers, letters, directions and stems, in order.
struct NameSignature {
  private var numberSum: UInt64 = 0
  private var markSum: UInt64 = 0

  /// Of the numbers; 0 for none.
  var numerals: UInt64 { TextPolynomial.finished(numberSum) }
  /// Of the other marks; 0 for none.
  var marks: UInt64 { TextPolynomial.finished(markSum) }

  /// Adds a part of a body, in which numbers are Arabic; Ⅱ and II count as 2, leading zeros not.
  mutating func add(_ units: ArraySlice<UInt16>) {
    var place = units.startIndex
    while place < units.endIndex {
      let unit = units[place]
      guard NameSignature.isTelling(unit) else {
        place += 1
        continue
      }
      var end = place + 1
      switch unit {
      case 0x30...0x39:
        while end < units.endIndex, (0x30...0x39).contains(units[end]) { end += 1 }
        add(number: units[place..<end].drop { $0 == 0x30 })
      case 0x41...0x5A:
        while end < units.endIndex, (0x41...0x5A).contains(units[end]) { end += 1 }
        let letters = units[place..<end]
        if let number = NameSignature.romanNumber(letters) {
          add(number: Array(String(number).utf16)[...])
        } else {
          markSum = letters.reduce(markSum) { TextPolynomial.appending($1, to: $0) }
        }
      default: markSum = TextPolynomial.appending(unit, to: markSum)
      }
      place = end
    }
  }

  private mutating func add(number: ArraySlice<UInt16>) {
    numberSum = number.reduce(numberSum) { TextPolynomial.appending($1, to: $0) }
    numberSum = TextPolynomial.appending(0x2C, to: numberSum)
  }

  /// Whether a unit of a body belongs to the signature.
  static func isTelling(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A: true
    default: unit >= 0x4E00 && directions.contains(unit)
    }
  }

  /// Whether the two units are of one series, so that one in place of the other is another party:
  /// numbers, directions, stems, sizes, ages.
  static func areOpposed(_ left: UInt16, _ right: UInt16) -> Bool {
    series.contains { $0.contains(left) && $0.contains(right) }
  }

  /// Roman numbers up to twelve, which the letters of 甲乙丙 hardly are.
  private static func romanNumber(_ letters: ArraySlice<UInt16>) -> Int? {
    guard letters.count <= 4 else { return nil }
    return romanNumbers.firstIndex { $0.elementsEqual(letters) }.map { $0 + 1 }
  }

  private static let romanNumbers = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]
  .map { Array($0.utf16) }
  private static let directions = Array("东西南北甲乙丙丁戊".utf16)
  private static let series = [
    "0123456789", "东西南北中", "甲乙丙丁戊", "大小", "上中下", "左右", "前后", "内外", "新老旧",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ].map { Array($0.utf16) }
}
