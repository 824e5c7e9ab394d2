/// A column title reduced to what is compared.
///
/// Full-width forms become ASCII, ASCII letters lower case, brackets round; white space, quotes,
/// marks of obligation (`*`, `※`), order words (`1.`, `（一）`, `①`, `第3列`) and closing
/// punctuation go, and so do brackets that name a unit of money or say how to fill the column in:
/// `＊1、罚款金额（万元）` gives `罚款金额` and 1,000,000 fen per unit. A 双公示 code beside a title
/// is kept apart. Other brackets stay, for they can change the meaning. Cost: linear.
package struct FoldedTitle: Sendable, Hashable {
  package let text: String
  /// Fen per unit if the title names one.
  package let fenPerUnit: Int64?
  /// The code that stands beside the title in one cell: `cf_wsh` of `CF_WSH行政处罚决定书文号`.
  package let code: String?
  /// The title this one repeats, where a program told them apart by a number: `备注` of `备注.1`.
  ///
  /// Only known beside the other titles, see `header`.
  let repeated: String?

  /// Folds a title as the file has it.
  package init(_ title: String) {
    let body = TitleScalars.withoutOrder(TitleScalars.plain(title))
    let (unnoted, unit) = TitleNotes.removed(from: body)
    let (unsuffixed, ending) = TitleNotes.withoutUnit(TitleScalars.trimmed(unnoted.scalars))
    // Two units that differ say that one of them means something else.
    let kept = unit == nil || unit == ending ? unsuffixed : unnoted.scalars
    let (code, rest) = TitleScalars.code(in: TitleScalars.unwrapped(TitleScalars.trimmed(kept)))
    text = String(String.UnicodeScalarView(rest))
    fenPerUnit = unit ?? ending
    self.code = unnoted.code ?? code
    repeated = nil
  }

  private init(_ title: FoldedTitle, text: String? = nil, repeated: String? = nil) {
    self.text = text ?? title.text
    fenPerUnit = title.fenPerUnit
    code = title.code
    self.repeated = repeated
  }

  /// Folds the titles of one table, one a column in the file's order.
  ///
  /// `备注.1`, `备注_1` and `备注_duplicated_0` repeat a `备注` before them; where 经度 is spread over
  /// columns of degrees and minutes, neither is 经度 by itself.
  package static func header(_ titles: [String]) -> [FoldedTitle] {
    var folded = titles.map { FoldedTitle($0) }
    let texts = Set(folded.map(\.text))
    for index in folded.indices {
      let text = folded[index].text
      if !text.isEmpty, texts.contains(text + "(分)") {
        folded[index] = FoldedTitle(folded[index], text: text + "(度)")
      }
    }
    var before: Set<String> = []
    for index in folded.indices {
      let text = folded[index].text
      if let stem = withoutNumber(text), before.contains(stem) {
        folded[index] = FoldedTitle(folded[index], repeated: stem)
      }
      before.insert(text)
    }
    return folded
  }

  /// The title before `.1`, `_1` or `_duplicated_1`; `nil` without such an ending.
  private static func withoutNumber(_ text: String) -> String? {
    var stem = Substring(text)
    var digits = 0
    while let last = stem.unicodeScalars.last, ("0"..."9").contains(last), digits < 3 {
      stem.unicodeScalars.removeLast()
      digits += 1
    }
    guard digits > 0, digits < 3, let mark = stem.unicodeScalars.last, mark == "." || mark == "_"
    else { return nil }
    stem.unicodeScalars.removeLast()
    if mark == "_", stem.hasSuffix("_duplicated") { stem = stem.dropLast("_duplicated".count) }
    return stem.isEmpty ? nil : String(stem)
  }
}
