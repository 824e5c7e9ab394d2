/// What a cell looks like, without reading its value in earnest: enough to tell values from titles.
enum CellShape: Sendable, Hashable {
  case empty
  /// `-`, `/`, `—`, `无`, `待评估`: stands where no value is.
  case placeholder
  case date, time
  case integer, decimal
  /// 18 characters of a unified social credit code.
  case creditCode
  /// 15 or 18 digits of an identity number, also masked.
  case personNumber
  case phone
  /// Degrees and minutes, or two coordinates in one cell.
  case coordinates
  case yesOrNo
  /// `晋环罚〔2026〕12号`.
  case documentNumber
  /// Letters and at least three digits in one word: `JC140927-202606-0132`.
  case code
  case address
  case text

  /// The shape of a cell; white space around it does not count.
  ///
  /// Cost: linear, at most 200 bytes.
  init(_ cell: String) {
    var bytes = Array(cell.utf8.prefix(200))
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let text = bytes.drop { $0 <= 0x20 }
    self = CellShape.shape(of: text)
  }

  /// Whether a title hardly looks so.
  var isValue: Bool {
    switch self {
    case .empty, .placeholder, .yesOrNo, .text: false
    default: true
    }
  }

  /// Whether it is a value even where titles may be years and numbers.
  var isSurelyValue: Bool {
    switch self {
    case .date, .time, .decimal, .creditCode, .personNumber, .phone, .coordinates,
      .documentNumber, .address:
      true
    case .empty, .placeholder, .yesOrNo, .text, .integer, .code: false
    }
  }

  private static let placeholders: Set<String> = [
    "-", "--", "—", "——", "/", "\\", "无", "N/A", "n/a", "NULL", "null", "待评估", "待定", "不详",
  ]
  private static let yesAndNo: Set<String> = [
    "是", "否", "有", "已", "未", "Y", "N", "y", "n", "yes", "no", "Yes", "No", "true", "false",
  ]

  private static func shape(of text: ArraySlice<UInt8>) -> CellShape {
    guard !text.isEmpty else { return .empty }
    let word = String(decoding: text, as: UTF8.self)
    if placeholders.contains(word) { return .placeholder }
    if yesAndNo.contains(word) { return .yesOrNo }
    let counts = Counts(text)
    if word.hasPrefix("http://") || word.hasPrefix("https://") { return .address }
    guard counts.digits > 0 else { return .text }
    if let shape = longNumber(text, counts) ?? written(word, counts) ?? parts(text, counts) {
      return shape
    }
    let isWord = counts.letters > 0 && counts.digits >= 3 && counts.other == 0 && !counts.hasSpace
    return isWord ? .code : .text
  }

  /// Codes and telephone numbers: words of digits and letters with a length of their own.
  private static func longNumber(_ text: ArraySlice<UInt8>, _ counts: Counts) -> CellShape? {
    let isBare = counts.other == 0 && counts.marks == counts.stars && !counts.hasSpace
    guard isBare else { return nil }
    switch (text.count, counts.letters, counts.stars) {
    case (18, 0...1, _) where counts.letters == 0 || text.last.map { $0 | 0x20 } == 0x78:
      return .personNumber
    case (15, 0, _) where counts.stars > 0: return .personNumber
    case (18, 1..., 0): return .creditCode
    case (11, 0, _) where text.first == 0x31 && counts.digits >= 7: return .phone
    default: return nil
    }
  }

  /// What Chinese words in it tell.
  private static func written(_ word: String, _ counts: Counts) -> CellShape? {
    if word.hasSuffix("号"),
      word.contains("〔") || word.contains("[") || word.contains("（")
        || word.contains("【") || word.contains("第"), counts.digits >= 5
    {
      return .documentNumber
    }
    if word.contains("°") || word.contains("′") { return .coordinates }
    if counts.digits >= 3, word.contains("年"), word.contains("月"), word.unicodeScalars.count <= 20 {
      return .date
    }
    for unit in ["万元", "亿元", "千元", "元整", "元"] where word.hasSuffix(unit) {
      let rest = word.utf8.dropLast(unit.utf8.count)
      return rest.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2C } ? .decimal : nil
    }
    return nil
  }

  /// Numbers that marks divide: dates, times, decimals, pairs of coordinates.
  private static func parts(_ text: ArraySlice<UInt8>, _ counts: Counts) -> CellShape? {
    guard counts.letters == 0, counts.other == 0 else {
      let isISO = counts.letters <= 2 && counts.other == 0 && text.count >= 16
      let day = text.prefix { $0 != 0x54 && $0 != 0x20 }
      return isISO && day.count < text.count ? dayShape(day) : nil
    }
    if counts.hasSpace || text.contains(0x3A) {
      let day = text.prefix { $0 != 0x20 }
      let rest = text.dropFirst(day.count).drop { $0 == 0x20 }
      if rest.isEmpty { return isTime(day) ? .time : nil }
      if isTime(rest) { return dayShape(day) }
    }
    if let day = dayShape(text) { return day }
    var number = text
    let hasUnit = number.first == 0x24 || number.last == 0x25
    if let first = number.first, first == 0x2D || first == 0x2B || first == 0x24 {
      number = number.dropFirst()
    }
    if number.last == 0x25 { number = number.dropLast() }
    let points = number.count { $0 == 0x2E }
    guard number.first.map(isDigit) == true, number.last.map(isDigit) == true else { return nil }
    if number.allSatisfy({ isDigit($0) || $0 == 0x2E || $0 == 0x2C }) {
      if points == 2 { return .coordinates }
      guard points < 2 else { return nil }
      return points == 1 || hasUnit || number.contains(0x2C) ? .decimal : .integer
    }
    let isPhone =
      number.first == 0x30 && (10...13).contains(number.count)
      && number.count { $0 == 0x2D } == 1
    return isPhone ? .phone : nil
  }

  /// `2026-07-03`, `2026/7/3`, `2026.7.3`, `28/01/2018`, `20260703`.
  private static func dayShape(_ text: ArraySlice<UInt8>) -> CellShape? {
    if text.count == 8, text.allSatisfy(isDigit) {
      let digits = text.map { Int($0 - 0x30) }
      let month = digits[4] * 10 + digits[5]
      let day = digits[6] * 10 + digits[7]
      let isDay = (1...12).contains(month) && (1...31).contains(day)
      return isDay && (digits[0] == 2 && digits[1] == 0 || digits[0] == 1 && digits[1] == 9)
        ? .date : nil
    }
    guard let mark = text.first(where: { !isDigit($0) }),
      mark == 0x2D || mark == 0x2F || mark == 0x2E
    else { return nil }
    let numbers = text.split(separator: mark, omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
      return nil
    }
    let lengths = numbers.map(\.count)
    return lengths[1] <= 2
      && (lengths[0] == 4 && lengths[2] <= 2 || lengths[2] == 4 && lengths[0] <= 2)
      ? .date : nil
  }

  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    let numbers = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    return (2...3).contains(numbers.count)
      && numbers.allSatisfy {
        (1...6).contains($0.count) && $0.allSatisfy { isDigit($0) || $0 == 0x2E }
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// How many bytes of each kind there are.
  private struct Counts {
    var digits = 0
    var letters = 0
    var stars = 0
    /// ASCII that is neither digit, letter nor space; stars too.
    var marks = 0
    /// Bytes beyond ASCII.
    var other = 0
    var hasSpace = false

    init(_ text: ArraySlice<UInt8>) {
      for byte in text {
        switch byte {
        case 0x30...0x39: digits += 1
        case 0x41...0x5A, 0x61...0x7A: letters += 1
        case 0...0x20: hasSpace = true
        case 0x21..<0x80:
          marks += 1
          stars += byte == 0x2A ? 1 : 0
        default: other += 1
        }
      }
    }
  }
}
