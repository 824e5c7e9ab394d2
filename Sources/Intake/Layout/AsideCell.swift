internal import Vocabulary

/// One field of a row that may be a sum or a note, with what its words say.
struct AsideCell {
  let column: Int
  /// The beginning of the field without white space, invisible characters and differences of
  /// width, case and bracket.
  let text: String

  /// What is read of a field; labels and sums are shorter, and a note shows by its beginning.
  private static let readBytes = 240

  init(_ row: RowFields, column: Int) {
    self.column = column
    let range = row.range(of: column)
    let text = String(decoding: row.bytes[range].prefix(AsideCell.readBytes), as: UTF8.self)
    let scalars = TitleScalars.plain(text).filter { $0 != " " && $0 != "\n" }
    self.text = String(String.UnicodeScalarView(scalars))
  }

  private static let placeholders: Set<String> = ["-", "--", "/", "\\", "无", "*"]

  var isPlaceholder: Bool { AsideCell.placeholders.contains(text) }

  /// Whether it is a word for a sum, with a count or without: `合计`, `合计:3`, `小计(2家)`, `五台县小计`.
  var isTotal: Bool {
    guard text.unicodeScalars.count <= 24 else { return false }
    let word = trimmed
    if AsideWords.totals.contains(word) { return true }
    for total in AsideWords.totals where word.hasPrefix(total) {
      var rest = word.dropFirst(total.count)
      while let mark = rest.first, mark == ":" || mark == "(" || mark == "=" {
        rest = rest.dropFirst()
      }
      if rest.hasSuffix(")") { rest = rest.dropLast() }
      if AsideCell.isCountOrAmount(rest) { return true }
    }
    // A place or a body before the word; a number before it would be a document's.
    return word.unicodeScalars.count <= 12
      && AsideWords.endings.contains { word.hasSuffix($0) }
      && !word.unicodeScalars.contains(where: TitleScalars.isDigit)
  }

  /// Whether it is a number with a unit of money or a counter, as stands in a sum: `共3件`, `12.50万元`.
  var isCountOrAmount: Bool { AsideCell.isCountOrAmount(Substring(text)) }

  private static func isCountOrAmount(_ text: Substring) -> Bool {
    var rest = text
    for mark in ["共", "计", "¥", "-"] where rest.hasPrefix(mark) { rest = rest.dropFirst() }
    let number = rest.unicodeScalars.prefix {
      TitleScalars.isDigit($0) || $0 == "." || $0 == ","
    }
    guard let first = number.first, TitleScalars.isDigit(first), number.count <= 20 else {
      return false
    }
    let unit = String(rest.unicodeScalars.dropFirst(number.count))
    return unit.isEmpty || AsideWords.counters.contains(unit)
  }

  /// Whether it begins a note: `注:…`, `备注1:…`, `说明:…`.
  var isNote: Bool {
    for word in AsideWords.notes where text.hasPrefix(word) {
      let rest = text.unicodeScalars.dropFirst(word.unicodeScalars.count)
      let number = rest.prefix { TitleScalars.isDigit($0) }
      let mark = rest.dropFirst(number.count).first
      if mark == ":" || !number.isEmpty && (mark == "." || mark == "、") { return true }
    }
    return false
  }

  /// Whether it is a label of the kind that closes a form, or begins with one and a colon:
  /// `填表人`, `填表人(签字):张三`.
  var isLabel: Bool {
    guard !isBareLabel else { return true }
    guard let colon = text.firstIndex(of: ":") else { return false }
    var label = text[..<colon]
    if label.hasSuffix(")"), let open = label.firstIndex(of: "(") { label = label[..<open] }
    return AsideWords.labels.contains(String(label))
  }

  var isBareLabel: Bool { AsideWords.bareLabels.contains(text) }

  var endsInColon: Bool { text.hasSuffix(":") }

  /// Whether it is what ends a page: `第1页共3页`, `共123条记录`, `—以下无正文—`.
  var isClosing: Bool {
    guard text.unicodeScalars.count <= 24 else { return false }
    let word = trimmed
    if AsideWords.closings.contains(word) { return true }
    var rest = word.unicodeScalars[...]
    var parts = 0
    while let first = rest.first {
      guard first == "第" || first == "共" || first == "总" else { return false }
      rest = rest.dropFirst()
      if rest.first == "计" || rest.first == "有" || rest.first == "共" { rest = rest.dropFirst() }
      let digits = rest.prefix { TitleScalars.isDigit($0) }
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { !",/;.。()第共总".unicodeScalars.contains($0) }
      guard AsideWords.pageUnits.contains(String(unit)) else { return false }
      rest = rest.dropFirst(unit.count).drop { ",/;.。()".unicodeScalars.contains($0) }
      parts += 1
    }
    return parts > 0
  }

  /// Without marks and brackets around it.
  private var trimmed: String {
    let scalars = TitleScalars.unwrapped(TitleScalars.trimmed(Array(text.unicodeScalars)))
    return String(String.UnicodeScalarView(TitleScalars.trimmed(scalars)))
  }
}
