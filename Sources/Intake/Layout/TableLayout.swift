internal import Vocabulary

/// Which of a file's first rows stand above the records, and what each column is called.
struct TableLayout: Sendable, Hashable {
  /// What the rows before the first record are.
  ///
  /// Captions, the header, rows of codes or of a second level of titles. Its count is the place of
  /// the first record among the rows looked at.
  let kinds: [RowKind]
  /// One a column, the best known of what stands in the header and the rows next to it; `第1列`
  /// and so on where there is no header.
  let titles: [String]
  /// The fields of the header and of the rows of codes, as they stand and in the file's order.
  let headings: [[String]]

  /// Whether there is a header; a file without one starts with its first record.
  var hasHeader: Bool { !headings.isEmpty }

  /// Finds the header among the first rows of a file, at most 60 and none of them blank.
  ///
  /// `usualWidth` is the most frequent number of fields. The row with most titles that any profile
  /// knows is the header, and an adjacent row of codes, of column numbers or of a second level goes
  /// with it. Where profiles know nothing, the first row that is no caption is the header, unless
  /// it is surely a record: a value of the same kind as those below it in one column at least, and
  /// no column where a title stands over values. A row that may be a record is never passed over:
  /// a file that starts with records and has a header further down counts as one without.
  static func finding(
    in rows: [[String]], usualWidth: Int, profiles: ProfileLibrary
  ) -> TableLayout {
    let candidates = rows.prefix(IntakeLimits.leadingRows).map {
      HeadingCandidate($0, profiles: profiles)
    }
    let block =
      knownHeader(candidates, usualWidth: usualWidth, profiles: profiles)
      ?? firstHeader(candidates, usualWidth: usualWidth, profiles: profiles)
    guard let block else {
      let captions = captionCount(candidates, usualWidth: usualWidth)
      return TableLayout(
        kinds: Array(repeating: .caption, count: captions),
        titles: (0..<max(usualWidth, 1)).map { "第\($0 + 1)列" }, headings: [])
    }
    let kinds = (0..<block.rows.upperBound).map { row -> RowKind in
      row == block.header ? .header : block.rows.contains(row) ? .codes : .caption
    }
    return TableLayout(
      kinds: kinds, titles: block.titles, headings: block.rows.map { rows[$0] })
  }

  private static func knownHeader(
    _ candidates: [HeadingCandidate], usualWidth: Int, profiles: ProfileLibrary
  ) -> HeadingBlock? {
    var best: Int?
    for (row, candidate) in candidates.enumerated() where candidate.isKnownHeader {
      if let found = best, candidates[found].knownCount >= candidate.knownCount { continue }
      best = row
    }
    guard let best else { return nil }
    let block = HeadingBlock(around: best, among: candidates, profiles: profiles)
    let above = candidates[..<block.rows.lowerBound]
    return above.contains { $0.isRecordLike(usualWidth: usualWidth) } ? nil : block
  }

  private static func firstHeader(
    _ candidates: [HeadingCandidate], usualWidth: Int, profiles: ProfileLibrary
  ) -> HeadingBlock? {
    let captions = captionCount(candidates, usualWidth: usualWidth)
    guard candidates.indices.contains(captions),
      !isSurelyRecord(captions, among: candidates)
    else { return nil }
    return HeadingBlock(around: captions, among: candidates, profiles: profiles)
  }

  /// How many rows above the first that is none are captions; none if all rows look like captions.
  private static func captionCount(_ candidates: [HeadingCandidate], usualWidth: Int) -> Int {
    candidates.firstIndex { !$0.isCaption(usualWidth: usualWidth) } ?? 0
  }

  /// Whether a row is a record by the columns below it.
  private static func isSurelyRecord(_ row: Int, among candidates: [HeadingCandidate]) -> Bool {
    let first = candidates[row]
    let below = candidates[(row + 1)...].filter { !$0.isKnownHeader }
    if below.isEmpty { return first.shapes.count(where: \.isSurelyValue) >= 2 }
    let isYearsOrNumbers = first.holdsYearsOrNumbers
    var sure = 0
    var likely = 0
    for (column, shape) in first.shapes.enumerated() {
      let shapes = below.lazy.filter { $0.isFilled(column) }.map { $0.shapes[column] }
      let count = shapes.count
      guard count > 0 else { continue }
      if shape.isValue {
        let alike = shapes.count { $0.isLike(shape) }
        guard alike * 5 >= count * 4 else { continue }
        if shape.isSurelyValue {
          sure += 1
        } else if !isYearsOrNumbers {
          likely += 1
        }
      } else if shape == .text, count >= 2, shapes.count(where: \.isValue) * 5 >= count * 4 {
        return false
      }
    }
    return sure >= 1 || likely >= 2
  }
}

extension CellShape {
  /// Whether two values are of one kind; a column of amounts mixes integers and decimals.
  fileprivate func isLike(_ other: CellShape) -> Bool {
    func kind(_ shape: CellShape) -> CellShape {
      shape == .integer ? .decimal : shape == .personNumber ? .creditCode : shape
    }
    return kind(self) == kind(other)
  }
}

extension HeadingCandidate {
  /// Whether its integers are years, or number the columns; both head tables.
  fileprivate var holdsYearsOrNumbers: Bool {
    let integers = zip(cells, shapes).filter { $0.1 == .integer }.compactMap { Int($0.0) }
    return integers.allSatisfy { (1900...2100).contains($0) }
      || zip(integers, integers.dropFirst()).allSatisfy { $0.0 + 1 == $0.1 }
  }
}
