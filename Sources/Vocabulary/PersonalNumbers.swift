/// Masks the numbers of natural persons in free text: mobile numbers and identity numbers.
///
/// Names, places and facts come as they were typed, and people type such numbers anywhere. Masked in
/// everything that leaves the ledger; the ledger keeps what was said. Linear in the text.
package enum PersonalNumbers {
  /// `text` with the middle of every such number replaced by `*`.
  ///
  /// A mobile number is eleven digits from 13 to 19, also as 138-1234-5678 or after +86; an identity
  /// number 18 or 15 digits with a plausible day of birth, the last also x (GB 11643). Full-width
  /// digits count as digits.
  package static func masked(_ text: String) -> String {
    guard text.utf8.count >= 11 else { return text }
    var scalars = Array(text.unicodeScalars)
    var position = 0
    var isChanged = false
    while position < scalars.count {
      guard digit(scalars[position]) != nil, position == 0 || digit(scalars[position - 1]) == nil
      else {
        position += 1
        continue
      }
      let found = number(in: scalars, from: position)
      for index in found.hidden { scalars[index] = "*" }
      isChanged = isChanged || !found.hidden.isEmpty
      position = found.end
    }
    guard isChanged else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// The digits to hide in the run of digits that begins at `start`, and where the run ends.
  private static func number(in scalars: [Unicode.Scalar], from start: Int) -> (
    hidden: [Int], end: Int
  ) {
    var places: [Int] = []
    var isGrouped = false
    var end = start
    while end < scalars.count {
      if digit(scalars[end]) != nil {
        places.append(end)
        end += 1
      } else if isSeparator(scalars[end]), end + 1 < scalars.count, digit(scalars[end + 1]) != nil {
        isGrouped = true
        end += 1
      } else {
        break
      }
    }
    if !isGrouped, places.count == 17, end < scalars.count, isCheckLetter(scalars[end]) {
      places.append(end)
      end += 1
    }
    let digits = places.map { digit(scalars[$0]) ?? 10 }
    if isIdentityNumber(digits), !isGrouped { return (Array(places[6..<(places.count - 4)]), end) }
    // A country prefix before, or a day beside it: any eleven digits that make a mobile number.
    for offset in [0, digits.count - 11, 2, 4] where offset >= 0 && offset + 11 <= digits.count {
      let isWhole = offset + 11 == digits.count || isGrouped
      guard isWhole, digits[offset] == 1, digits[offset + 1] >= 3 else { continue }
      guard offset == 0 || isPrefix(digits[..<offset]) || isGrouped else { continue }
      return (Array(places[(offset + 3)..<(offset + 7)]), end)
    }
    return ([], end)
  }

  private static func isPrefix(_ digits: ArraySlice<Int>) -> Bool {
    Array(digits) == [8, 6] || Array(digits) == [0, 0, 8, 6]
  }

  private static func isIdentityNumber(_ digits: [Int]) -> Bool {
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard digits.count >= 15, (1...8).contains(digits[0]) else { return false }
    switch digits.count {
    case 18:
      return (1890...2100).contains(value(6..<10))
        && Day(year: value(6..<10), month: value(10..<12), day: value(12..<14)) != nil
    case 15:
      return Day(year: 1900 + value(6..<8), month: value(8..<10), day: value(10..<12)) != nil
    default: return false
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == " " || scalar == "\u{3000}" || scalar == "－"
  }

  private static func isCheckLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "X" || scalar == "x" || scalar == "Ｘ" || scalar == "ｘ"
  }
}
