/// A column of one of the workbook's tables.
struct TableColumn {
  enum Kind: CaseIterable {
    case text, wrapped, centred, day, amount, count, degrees
  }

  var title: String
  /// In characters of the default font; a Chinese character takes two.
  var width: Double
  var kind: Kind
  /// What the columns around it have in common; empty in a table with one header row.
  var group = ""
  /// Whether people fill it in.
  var isReview = false

  init(
    _ title: String, _ width: Double, _ kind: Kind = .text, group: String = "",
    isReview: Bool = false
  ) {
    self.title = title
    self.width = width
    self.kind = kind
    self.group = group
    self.isReview = isReview
  }

  /// `A` for the first column, `AA` for the 27th.
  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
