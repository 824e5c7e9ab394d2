/// One of a file's first rows, looked at as a possible header.
struct HeadingCandidate {
  /// Without white space around them.
  let cells: [String]
  /// Empty for cells too long to be a title.
  let titles: [FoldedTitle]
  /// Which cells are a title that a profile knows.
  let isKnown: [Bool]
  let shapes: [CellShape]
  /// Cells that are not blank.
  let filled: Int
  /// Different titles that a profile knows.
  let knownCount: Int

  /// A longer cell is prose; no title comes near.
  private static let titleBytes = 300

  init(_ fields: [String], profiles: ProfileLibrary) {
    let cells = fields.map(HeadingCandidate.trimmed)
    let titles = FoldedTitle.header(
      cells.map { $0.utf8.count <= HeadingCandidate.titleBytes ? $0 : "" })
    let isKnown = titles.map { !$0.text.isEmpty && profiles.profilesKnowing($0) > 0 }
    self.cells = cells
    self.titles = titles
    self.isKnown = isKnown
    shapes = cells.map { CellShape($0) }
    filled = cells.count { !$0.isEmpty }
    knownCount = Set(zip(titles, isKnown).lazy.filter(\.1).map(\.0.text)).count
  }

  private static func trimmed(_ field: String) -> String {
    let scalars = field.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
  }

  /// The cell in a column; empty beyond the row's end.
  func cell(_ column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

  func isFilled(_ column: Int) -> Bool { !cell(column).isEmpty }

  func isKnown(_ column: Int) -> Bool { isKnown.indices.contains(column) && isKnown[column] }

  var values: Int { shapes.count(where: \.isValue) }

  /// Whether no two filled cells are one title.
  var isDistinct: Bool {
    let texts = titles.lazy.map(\.text).filter { !$0.isEmpty }
    return Set(texts).count == texts.count
  }

  /// Whether it can be the header for what profiles know of it.
  var isKnownHeader: Bool {
    knownCount >= 2 && (knownCount >= 3 || knownCount * 2 >= filled) && values * 4 <= filled
  }

  /// Whether it stands above a table of that width as a title or a note: one filled cell, a few of
  /// which one has a colon (填报单位：某局), or labels that end in one with what they announce.
  func isCaption(usualWidth: Int) -> Bool {
    if filled <= 1 { return usualWidth >= 3 || usualWidth == 2 && cells.count == 1 }
    let hasLabel = cells.contains { $0.contains("：") || $0.hasSuffix(":") }
    return hasLabel ? filled * 2 <= usualWidth || isForm : filled * 3 <= usualWidth
  }

  /// Whether every filled cell is a label that ends in a colon or follows one.
  private var isForm: Bool {
    var isAnnounced = false
    for cell in cells where !cell.isEmpty {
      if cell.hasSuffix("：") || cell.hasSuffix(":") {
        isAnnounced = true
      } else if isAnnounced {
        isAnnounced = false
      } else {
        return false
      }
    }
    return cells.contains { !$0.isEmpty && !$0.hasSuffix("：") && !$0.hasSuffix(":") }
  }

  /// Whether it looks like a record: as wide as half the table, and with a value.
  func isRecordLike(usualWidth: Int) -> Bool {
    !isCaption(usualWidth: usualWidth) && filled >= 2 && filled * 2 >= usualWidth && values > 0
  }

  /// Whether all filled cells are different ASCII words such as column codes are: `JCBH`, `jc_rq`.
  var isIdentifiers: Bool {
    filled >= 3 && isDistinct
      && cells.allSatisfy { cell in
        let bytes = cell.utf8
        return bytes.isEmpty
          || bytes.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } == true
            && bytes.allSatisfy {
              $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F || $0 >= 0x30 && $0 <= 0x39
            } && bytes.count(where: { $0 < 0x40 }) < 3
      }
  }

  /// Whether the filled cells number the columns: 1, 2, 3, … or 甲, 乙, 1, 2, ….
  var isNumbering: Bool {
    var expected = 1
    var stems = 0
    for (column, title) in titles.enumerated() where !title.text.isEmpty {
      if title.text == String(expected) {
        expected += 1
      } else if expected == 1, HeadingCandidate.stems.contains(title.text) {
        stems += 1
      } else if column > 0 || title.text != "栏次" {
        return false
      }
    }
    return expected + stems > 4
  }

  private static let stems: Set<String> = ["甲", "乙", "丙", "丁", "戊"]
}
