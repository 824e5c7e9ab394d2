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

  /// Both texts masked; one that is the same in both languages is read once.
  package static func masked(_ words: Wording) -> Wording {
    words.zh == words.en
      ? Wording(verbatim: masked(words.zh)) : Wording(zh: masked(words.zh), en: masked(words.en))
  }

  /// The digits to hide in the groups of digits that begin at `start`, and where they end.
  private static func number(in scalars: [Unicode.Scalar], from start: Int) -> (
    hidden: [Int], end: Int
  ) {
    var groups: [[Int]] = [[]]
    var end = start
    while end < scalars.count {
      if digit(scalars[end]) != nil {
        groups[groups.count - 1].append(end)
      } else if isSeparator(scalars[end]), end + 1 < scalars.count, digit(scalars[end + 1]) != nil {
        groups.append([])
      } else {
        break
      }
      end += 1
    }
    if groups[groups.count - 1].count == 17, end < scalars.count, isCheckLetter(scalars[end]) {
      groups[groups.count - 1].append(end)
      end += 1
    }
    let digits = groups.map { $0.map { digit(scalars[$0]) ?? 10 } }
    var hidden: [Int] = []
    for (number, group) in groups.enumerated() {
      if isIdentityNumber(digits[number]) {
        hidden += group[6..<(group.count - 4)]
      } else if let first = mobileStart(digits[number]) {
        hidden += group[(first + 3)..<(first + 7)]
      } else if groups.indices.contains(number + 2), mobileStart(digits[number...].prefix(3)) != nil
      {
        hidden += groups[number + 1]
      }
    }
    return (hidden, end)
  }

  /// Where a mobile number begins in a group of digits: at once, or after 86 or 0086.
  private static func mobileStart(_ digits: [Int]) -> Int? {
    for prefix in [[], [8, 6], [0, 0, 8, 6]] where digits.count == prefix.count + 11 {
      let isMobile = digits[prefix.count] == 1 && digits[prefix.count + 1] >= 3
      if isMobile, digits.starts(with: prefix) { return prefix.count }
    }
    return nil
  }

  /// The same for three groups: 138-1234-5678.
  private static func mobileStart(_ groups: ArraySlice<[Int]>) -> Int? {
    let sizes = groups.map(\.count)
    let isCut = sizes == [3, 4, 4] || sizes == [5, 4, 4]
    return isCut ? mobileStart(groups.flatMap { $0 }) : nil
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

extension Wording {
  /// What stands in place of a value that never leaves the ledger.
  package static let notShown = Wording(zh: "（不显示）", en: "(not shown)")
}
