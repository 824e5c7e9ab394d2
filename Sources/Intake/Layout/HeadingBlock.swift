/// The header and the rows next to it that belong to it, and the titles they make together.
struct HeadingBlock {
  /// Without gaps, the header among them.
  let rows: Range<Int>
  let header: Int
  let titles: [String]

  /// Starts from the header and takes in a row of codes or groups above it and at most two rows of
  /// codes, column numbers or second-level titles below it.
  init(around header: Int, among candidates: [HeadingCandidate], profiles: ProfileLibrary) {
    let head = candidates[header]
    var titles = head.cells
    var first = header
    if header > 0 {
      let upper = candidates[header - 1]
      let joined = Titles(head.cells, profiles).under(upper)
      // Two cells above a header can be a caption as well; groups are good for something.
      let isGain =
        !head.isDistinct
        || HeadingCandidate(joined, profiles: profiles).knownCount > head.knownCount
      if head.hasCodesAbove(upper) || head.hasGroupsAbove(upper) && isGain {
        first = header - 1
        titles = joined
      }
    }
    var end = header + 1
    for _ in 0..<2 where candidates.indices.contains(end) {
      let row = candidates[end]
      let next = candidates.indices.contains(end + 1) ? candidates[end + 1] : nil
      if head.hasNumbers(row) {
        end += 1
      } else if head.hasCodes(row, next: next) || head.hasSecondLevel(row) {
        titles = Titles(row.cells, profiles).under(HeadingCandidate(titles, profiles: profiles))
        end += 1
      } else {
        break
      }
    }
    rows = first..<end
    self.header = header
    self.titles = titles
  }

  /// The titles of a lower row, to be joined with those above.
  private struct Titles {
    private let lower: [String]
    private let profiles: ProfileLibrary

    init(_ lower: [String], _ profiles: ProfileLibrary) {
      self.lower = lower
      self.profiles = profiles
    }

    /// Each column's best title from both rows.
    ///
    /// A group's title stands over its first column and counts for the blank ones after it that
    /// have a title below.
    func under(_ upper: HeadingCandidate) -> [String] {
      var titles: [String] = []
      var group = ""
      var repeats: [String: Int] = [:]
      for title in lower { repeats[title, default: 0] += 1 }
      for column in 0..<max(lower.count, upper.cells.count) {
        let below = lower.indices.contains(column) ? lower[column] : ""
        if upper.isFilled(column) { group = upper.cell(column) }
        if below.isEmpty {
          titles.append(upper.cell(column))
          group = ""
        } else {
          let isAlone = repeats[below] == 1
          titles.append(best(upper: group, lower: below, isAlone: isAlone))
        }
      }
      return titles
    }

    /// The lower if it says enough by itself, which 负责人 does not below 检查机关; else both together
    /// if that is known; else the one that is known.
    private func best(upper: String, lower: String, isAlone: Bool) -> String {
      guard !upper.isEmpty, FoldedTitle(upper).text != FoldedTitle(lower).text else { return lower }
      // Words over a code, or a code over words.
      let (title, code) = isCode(upper) ? (lower, upper) : (upper, lower)
      if isCode(code), isKnown(title) || isKnown(code) {
        let both = FoldedTitle("\(title)(\(code))")
        let isClear = isKnown(title) && !profiles.profiles.contains { $0.contradicts(both) }
        return isClear ? title : "\(title)(\(code))"
      }
      let low = FoldedTitle(lower)
      if isAlone, profiles.profiles.contains(where: { $0.knowsFirmly(low) }) { return lower }
      if isKnown(upper + lower) { return upper + lower }
      if isIdentifier(lower) { return isIdentifier(upper) ? upper + " " + lower : upper }
      return isIdentifier(upper) ? lower : upper + lower
    }

    private func isKnown(_ title: String) -> Bool {
      profiles.profilesKnowing(FoldedTitle(title)) > 0
    }

    private func isCode(_ title: String) -> Bool {
      TitleScalars.isCode(FoldedTitle(title).text.unicodeScalars)
    }

    private func isIdentifier(_ title: String) -> Bool { title.utf8.allSatisfy { $0 < 0x80 } }
  }
}

extension HeadingCandidate {
  /// Whether the row above holds codes or titles for the same columns.
  fileprivate func hasCodesAbove(_ upper: HeadingCandidate) -> Bool {
    guard upper.filled >= 2, upper.values == 0 else { return false }
    if upper.knownCount >= 2, upper.knownCount * 2 >= upper.filled { return true }
    return upper.isIdentifiers && !isIdentifiers && upper.filled * 10 >= filled * 9
  }

  /// Whether the row above may hold the titles of groups of columns.
  fileprivate func hasGroupsAbove(_ upper: HeadingCandidate) -> Bool {
    upper.filled >= 2 && upper.values == 0 && upper.isOver(self)
      && !upper.cells.contains { $0.contains("：") || $0.hasSuffix(":") }
  }

  /// Whether it holds groups: a filled cell with a blank after it and titles below both.
  private func isOver(_ lower: HeadingCandidate) -> Bool {
    cells.indices.contains { column in
      isFilled(column) && !isFilled(column + 1)
        && lower.isFilled(column) && lower.isFilled(column + 1)
    }
  }

  /// Whether the row below numbers the columns (栏次); only a header that profiles know has one, for
  /// 1, 2, 3 can be a record.
  fileprivate func hasNumbers(_ row: HeadingCandidate) -> Bool {
    knownCount >= 3 && row.isNumbering && row.filled * 5 >= filled * 4
  }

  /// Whether the row below holds codes or titles for the same columns.
  ///
  /// Codes that no profile knows are words of ASCII in every column, under titles that are not, and
  /// unlike the row that follows.
  fileprivate func hasCodes(_ row: HeadingCandidate, next: HeadingCandidate?) -> Bool {
    guard row.values == 0, !hasEqualTitles(row) else { return false }
    if row.knownCount >= 2, row.knownCount * 2 >= row.filled { return true }
    guard knownCount >= 2, !isIdentifiers, row.isIdentifiers, let next else { return false }
    return row.filled * 10 >= filled * 9 && !next.isIdentifiers
  }

  private func hasEqualTitles(_ row: HeadingCandidate) -> Bool {
    titles.map(\.text) == row.titles.map(\.text)
  }

  /// Whether the row below holds the second level of some titles: nothing but titles, each under a
  /// blank or a group, none missing under a blank, and nothing under the others.
  fileprivate func hasSecondLevel(_ row: HeadingCandidate) -> Bool {
    guard knownCount >= 2, row.filled >= 2, row.values == 0, row.isShort,
      zip(isKnown.indices, isKnown).contains(where: { $0.1 && !row.isFilled($0.0) })
    else { return false }
    for column in 0..<max(cells.count, row.cells.count) {
      let isGroup = isFilled(column) && !isFilled(column + 1) && row.isFilled(column + 1)
      if row.isFilled(column) {
        guard !isFilled(column) || isGroup else { return false }
      } else if !isFilled(column), column < cells.count, row.cells.count > column {
        guard column >= lastFilled else { return false }
      }
    }
    return true
  }

  /// Titles are short: at most 20 characters, without the marks of a sentence.
  private var isShort: Bool {
    cells.allSatisfy { $0.unicodeScalars.count <= 20 && !$0.contains("。") }
  }

  private var lastFilled: Int { cells.lastIndex { !$0.isEmpty } ?? 0 }
}
