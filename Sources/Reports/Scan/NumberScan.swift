internal import Vocabulary

/// Finds persons' numbers and telephones in a text.
///
/// Numbers are read in tokens of letters and digits, full-width ones alike, and over blanks and hyphens
/// between them. A token of 32 hexadecimal digits or more is a digest and holds no number. Behind or
/// before a decimal point nothing is a telephone or a number of 15 digits. Linear in the text, but for
/// the few ways in which neighbouring groups can make a number.
struct NumberScan {
  private enum Gap { case none, blank, hyphen }

  /// Digits that stand together; 10 at the end for an X.
  private struct Group {
    var digits: [UInt8]
    var gapBefore: Gap
    var isDecimal: Bool
  }

  private let known: Set<[UInt8]>
  private let telephones: Set<[UInt8]>
  private let lastYear: Int
  private(set) var identityNumbers = 0
  private(set) var phones = 0
  private(set) var reporterPhones = 0
  private var groups: [Group] = []

  /// `known` are persons' numbers and `telephones` those of reporters, as digits; nobody born after
  /// `lastYear` has a number here.
  init(known: Set<[UInt8]>, telephones: Set<[UInt8]>, lastYear: Int) {
    self.known = known
    self.telephones = telephones
    self.lastYear = lastYear
  }

  /// Looks through a text.
  mutating func read(_ text: [UInt8]) {
    var scalars = ScannedScalars(text)
    var token: [UInt8] = []
    var gap = Gap.none
    var gaps = 0
    var before: UInt32 = 0
    while let scalar = scalars.next() {
      if let byte = NumberScan.folded(scalar) {
        token.append(byte)
        continue
      }
      if !token.isEmpty {
        take(token, after: gap, isDecimal: before == 0x2E, isFollowedByPoint: scalar == 0x2E)
        token = []
        (gap, gaps) = (.none, 0)
      }
      switch NumberScan.gap(scalar) {
      case .none:
        evaluate()
        gap = .none
      case let found:
        gaps += 1
        gap = gap == .none || gap == found ? found : .blank
        if gaps > 2 { evaluate() }
      }
      before = scalar
    }
    if !token.isEmpty {
      take(token, after: gap, isDecimal: before == 0x2E, isFollowedByPoint: false)
    }
    evaluate()
  }

  /// A letter or digit of ASCII, also of its full-width form, in lower case; `nil` for all else.
  private static func folded(_ scalar: UInt32) -> UInt8? {
    let plain = (0xFF10...0xFF5A).contains(scalar) ? scalar - 0xFEE0 : scalar
    switch plain {
    case 0x30...0x39, 0x61...0x7A: return UInt8(plain)
    case 0x41...0x5A: return UInt8(plain + 0x20)
    default: return nil
    }
  }

  private static func gap(_ scalar: UInt32) -> Gap {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200D, 0x202F, 0x2060, 0xFEFF, 0xAD: .blank
    case 0x2D, 0xFF0D, 0x2010...0x2014: .hyphen
    default: .none
    }
  }

  /// Takes a token apart into groups of digits; letters end what was before.
  private mutating func take(
    _ token: [UInt8], after gap: Gap, isDecimal: Bool, isFollowedByPoint: Bool
  ) {
    if token.count >= 32, token.allSatisfy({ $0 <= 0x39 || (0x61...0x66).contains($0) }) {
      evaluate()
      return
    }
    var gap = gap
    var place = 0
    while place < token.count {
      guard token[place] <= 0x39 else {
        evaluate()
        gap = .none
        place += 1
        continue
      }
      let start = place
      while place < token.count, token[place] <= 0x39 { place += 1 }
      var digits = token[start..<place].map { $0 - 0x30 }
      let isX = place < token.count && token[place] == UInt8(ascii: "x")
      if isX, place + 1 == token.count || token[place + 1] > 0x39 { digits.append(10) }
      groups.append(
        Group(
          digits: digits, gapBefore: gap,
          isDecimal: (isDecimal && start == 0) || (isFollowedByPoint && place == token.count)))
      if digits.last == 10 {
        place += 1
        // An X ends a number; nothing is joined behind it.
        if place < token.count { evaluate() }
      }
      gap = .none
    }
  }

  /// Judges the groups that stand together, and begins anew.
  private mutating func evaluate() {
    defer { groups.removeAll(keepingCapacity: true) }
    var start = 0
    while start < groups.count {
      start += max(1, judge(from: start))
    }
  }

  /// Counts a number that begins with a group; how many groups it took.
  private mutating func judge(from start: Int) -> Int {
    let group = groups[start]
    if hasIdentityNumber(within: group.digits) {
      identityNumbers += 1
      return 1
    }
    if !group.isDecimal, isOldIdentityNumber(group.digits) {
      identityNumbers += 1
      return 1
    }
    if !group.isDecimal, count(telephone: group.digits) { return 1 }
    // A person's number goes first: its beginning may look like a telephone.
    return count(from: start, isPersonal: true) ?? count(from: start, isPersonal: false) ?? 1
  }

  /// Counts a number in several groups, a person's or a telephone; how many groups it took.
  private mutating func count(from start: Int, isPersonal: Bool) -> Int? {
    var joined = groups[start].digits
    for end in (start + 1)..<max(groups.count, start + 1) {
      guard groups[end].gapBefore != .none, joined.count < 18, end - start < 18 else { break }
      joined += groups[end].digits
      let parts = groups[start...end]
      let isPlain =
        parts.allSatisfy { $0.digits.count == 1 }
        || (parts.count <= 6 && parts.allSatisfy { $0.digits.count >= 2 })
      guard isPlain, !parts.contains(where: \.isDecimal) else { continue }
      if isPersonal {
        guard isPersonsNumber(parts, joined) else { continue }
        identityNumbers += 1
        return parts.count
      }
      if isCutTelephone(parts), count(telephone: joined) { return parts.count }
      if telephones.contains(joined) {
        reporterPhones += 1
        return parts.count
      }
    }
    return nil
  }

  /// Whether groups with blanks between them are a person's number.
  private func isPersonsNumber(_ parts: ArraySlice<Group>, _ joined: [UInt8]) -> Bool {
    guard parts.dropFirst().allSatisfy({ $0.gapBefore == .blank }) else { return false }
    if isIdentityNumber(joined[...]) || known.contains(joined) { return true }
    return parts.map(\.digits.count) == [6, 6, 3] && isOldIdentityNumber(joined)
  }

  /// 138-1234-5678, +86 with its number, or each digit by itself.
  private func isCutTelephone(_ parts: ArraySlice<Group>) -> Bool {
    let sizes = parts.map(\.digits.count)
    if sizes == [3, 4, 4] || sizes == [5, 4, 4] || sizes == [2, 11] { return true }
    return sizes.count == 11 && sizes.allSatisfy { $0 == 1 }
  }

  /// Counts a telephone: a reporter's, or a mobile one.
  private mutating func count(telephone digits: [UInt8]) -> Bool {
    if telephones.contains(digits) {
      reporterPhones += 1
      return true
    }
    for prefix: [UInt8] in [[], [8, 6], [0, 0, 8, 6]] where digits.count == prefix.count + 11 {
      if digits.starts(with: prefix), digits[prefix.count] == 1, digits[prefix.count + 1] >= 3 {
        phones += 1
        return true
      }
    }
    return false
  }

  // MARK: - Identity numbers

  private func hasIdentityNumber(within digits: [UInt8]) -> Bool {
    if known.contains(digits) { return true }
    guard digits.count >= 18 else { return false }
    return (0...(digits.count - 18)).contains { isIdentityNumber(digits[$0..<($0 + 18)]) }
  }

  /// GB 11643: a province, a day of birth, and a check of modulus 11.
  private func isIdentityNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let digits = Array(digits)
    guard digits.count == 18, !digits.dropLast().contains(10), NumberScan.hasProvince(digits),
      (1900...lastYear).contains(NumberScan.value(digits[6..<10])),
      NumberScan.isDay(
        NumberScan.value(digits[6..<10]), NumberScan.value(digits[10..<12]),
        NumberScan.value(digits[12..<14]))
    else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return (12 - sum % 11) % 11 == Int(digits[17])
  }

  /// The form of before 1999: 15 digits, two of the year, no check.
  private func isOldIdentityNumber(_ digits: [UInt8]) -> Bool {
    digits.count == 15 && !digits.contains(10) && NumberScan.hasProvince(digits)
      && NumberScan.isDay(
        1900 + NumberScan.value(digits[6..<8]), NumberScan.value(digits[8..<10]),
        NumberScan.value(digits[10..<12]))
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    Day(year: year, month: month, day: day) != nil
  }

  /// 11 to 82: the provinces of GB/T 2260.
  private static func hasProvince(_ digits: [UInt8]) -> Bool {
    let province = Int(digits[0]) * 10 + Int(digits[1])
    return switch province {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81, 82: true
    default: false
    }
  }
}
