/// How much of a text a document shows: hostile names must not push everything else off the page.
enum ShownText {
  /// In a cell of a table, whose row stands on one page.
  static let cell = 400
  /// In a paragraph: about five pages.
  static let paragraph = 3000
  /// In a line of its own: a heading, a name, a line of the title.
  static let line = 120
  /// In the head of a page, which has one line for it.
  static let banner = 44

  /// The text, or its first `limit` scalars and how long it was.
  static func cut(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "……（原文共\(scalars.count)字，余下从略）"
  }
}
