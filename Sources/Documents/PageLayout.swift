/// The page of GB/T 9704-2012 in twentieths of a point; docs/documents.md has the sources.
enum PageLayout {
  /// The text is 156 mm wide: 28 characters of 16 pt, each drawn in by 0.25 pt (styles.xml).
  static let textWidth = 8844
  /// A character of the text (三号).
  static let character = 320
  /// The largest red head that looks well, in points.
  private static let largestMark = 42
  private static let smallestMark = 22

  /// The points of a red head in one line with a little room beside it, if it can be.
  static func markSize(of text: String) -> Int {
    let characters = max(1, text.unicodeScalars.count)
    return min(largestMark, max(smallestMark, textWidth / 21 / characters))
  }

  /// How far signature and date stand from the right edge, the date four characters or more.
  ///
  /// The name is centred over the date (7.3.5.1), which is about 6.5 characters wide: numbers have
  /// half a character's width.
  static func signatureIndents(of name: String) -> (name: Int, date: Int) {
    let width = min(28 * character, name.unicodeScalars.count * character)
    let date = 13 * character / 2
    let indent = max(4 * character, (width - date) / 2)
    return (max(0, indent + (date - width) / 2), indent)
  }
}
