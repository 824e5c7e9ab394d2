import Vocabulary

/// Reads the telephone numbers of a cell: where in the cell their text lies, which is kept as typed.
///
/// Mobile numbers with or without +86, numbers of the fixed network with or without area code and
/// extension, 400 and 800, the short public numbers (12369, 110), each typed with spaces, hyphens or
/// brackets, several in a cell, also masked (`138****1234`). 匿名 and 保密 are missing. Whatever else
/// the cell holds is flagged `unreadablePhone`; a number that a spreadsheet turned into an exponent
/// is `ruinedNumber`.
func readPhone(_ bytes: Span<UInt8>) -> Reading<Range<Int>> {
  let reading = readText(bytes, kind: .name)
  guard case .value(let range) = reading else { return reading }
  let cell = FoldedCell(bytes.extracting(range))
  if anonymousWords[cell] != nil { return .missing }
  if cell.isScientific { return .unreadable(.ruinedNumber, RuinedNumber.exponent) }
  if cell.overflows { return .flagged(range, .unreadablePhone, PhoneFlaw.form) }
  var scanner = CellScanner(cell)
  scanner.skipPhoneSeparators()
  repeat {
    guard scanner.skipPhone() else { return .flagged(range, .unreadablePhone, PhoneFlaw.form) }
    scanner.skipPhoneSeparators()
  } while !scanner.isAtEnd
  return .value(range)
}

private enum PhoneFlaw {
  static let form = Wording(
    zh: "不是手机、固定电话或公共服务号码",
    en: "neither a mobile number, nor one of the fixed network, nor a public short number")
}

private let anonymousWords = WordTable<Bool>([(true, "匿名 保密 不愿透露 未留 未留电话 来电未留")])

extension CellScanner {
  fileprivate mutating func skipPhoneSeparators() {
    while acceptOne(of: " ,;、/|'") || accept(word: "电话") || accept(word: "手机") || accept(":") {}
  }

  /// Moves past one number, `false` where none stands here.
  ///
  /// A number may have been typed in groups, so that the longest row of groups that makes a number
  /// is taken.
  fileprivate mutating func skipPhone() -> Bool {
    var number = PhoneDigits()
    var end: Int?
    var isInArea = false
    while !isAtEnd {
      if let digit = cell.digit(at: position) {
        number.append(digit)
        skip()
      } else if cell.isMask(at: position), number.count > 0 {
        number.append(nil)
        skip()
      } else if number.count == 0, accept("+") {
        continue
      } else if number.count == 0 || number.count == 2, accept("(") {
        isInArea = true
        continue
      } else if isInArea, accept(")") {
        isInArea = false
        continue
      } else {
        guard has("-") || has(" "), cell.digit(at: position + 1) != nil else { break }
        if number.isPhone { end = position }
        skip()
        continue
      }
      if number.isPhone, !isDigitOrMask { end = position }
      if number.count > PhoneDigits.limit { break }
    }
    guard let end else { return false }
    back(to: end)
    skipExtension()
    return true
  }

  private var isDigitOrMask: Bool {
    cell.digit(at: position) != nil || cell.isMask(at: position)
  }

  /// Moves past `转123`, `-123` and `EXT 123`.
  private mutating func skipExtension() {
    let start = position
    skipSpaces()
    let isNamed =
      accept(word: "转") || accept(word: "分机") || accept(word: "EXT") || accept("X")
      || accept("-")
    if isNamed {
      _ = acceptOne(of: ".:")
      skipSpaces()
    }
    let digits = digitCount
    if isNamed, (1...6).contains(digits) { skip(digits) } else { back(to: start) }
  }
}

/// The digits of a telephone number; hidden ones fit everything.
private struct PhoneDigits {
  static let limit = 16

  private(set) var count = 0
  private var digits = InlineArray<17, Int8>(repeating: 0)

  mutating func append(_ digit: Int?) {
    guard count < 17 else { return }
    digits[count] = Int8(digit ?? -1)
    count += 1
  }

  /// Whether the digits so far are a whole number.
  var isPhone: Bool {
    let start = begins(8, 6) ? 2 : begins(0, 0, 8, 6) ? 4 : 0
    return start > 0 && isMobile(from: start) || isMobile(from: 0) || isFixed || isPublic
  }

  private func isMobile(from start: Int) -> Bool {
    count - start == 11 && fits(1, at: start) && !(0...2).contains(digits[start + 1])
  }

  /// With an area code of three or four figures, or with none.
  private var isFixed: Bool {
    if begins(8, 6), (11...13).contains(count) { return true }
    if fits(0, at: 0), !fits(0, at: 1) { return (10...12).contains(count) }
    return (7...8).contains(count) && (2...8).contains(digits[0])
  }

  /// 400 and 800 with seven more, 12369 and its kin, 110, 119, 120, 122, 95 and 96 numbers.
  private var isPublic: Bool {
    switch count {
    case 10: begins(4, 0, 0) || begins(8, 0, 0)
    case 3: begins(1, 1) || begins(1, 2)
    case 5: begins(1, 2) || begins(1, 0) || begins(9, 5) || begins(9, 6)
    case 6: begins(9, 6)
    default: false
    }
  }

  private func begins(_ figures: Int8...) -> Bool {
    guard count >= figures.count else { return false }
    for (index, figure) in figures.enumerated() where !fits(figure, at: index) { return false }
    return true
  }

  private func fits(_ figure: Int8, at index: Int) -> Bool {
    index < count && (digits[index] == figure || digits[index] < 0)
  }
}
