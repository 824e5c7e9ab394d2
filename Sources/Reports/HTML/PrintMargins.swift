private import Vocabulary

/// What stands in the margins of every printed page: the only style that depends on the report.
struct PrintMargins {
  let title: String
  let mark: String
  let origin: String

  /// `@page` rules; every character of the texts is written as its number, so that none can end the
  /// string.
  var style: [UInt8] {
    Array(
      """
      @page{@top-left{content:"\(PrintMargins.escaped(mark))"}\
      @top-right{content:"\(PrintMargins.escaped(title))"}\
      @bottom-left{content:"\(PrintMargins.escaped(origin))"}}
      """.utf8)
  }

  /// CSS escapes with a closing space (CSS Syntax Level 3, 4.3.7), hidden characters replaced.
  private static func escaped(_ text: String) -> String {
    Problem.printable(text, limit: 120).unicodeScalars
      .map { "\\" + String($0.value, radix: 16) + " " }.joined()
  }
}
