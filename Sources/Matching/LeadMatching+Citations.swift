internal import Vocabulary

extension LeadMatching {
  /// A record that cites the document or the number of another tells of its event: a late transfer, a
  /// complaint made again.
  ///
  /// What is cited must be one lead of the same party; of several, a person must say which. So it is
  /// where days, places, matter or numbers say that it is another event: who was fined before is fined
  /// again.
  mutating func joinByCitation() {
    let rows = table.rows.filter { isLead($0) }
    join(rows, cited: stated.cited.document, borne: stated.document)
    join(rows, cited: stated.cited.record, borne: stated.record)
  }

  private mutating func join(_ rows: [Int32], cited: [Int32], borne: [Int32]) {
    var isCited: Set<Int32> = []
    for row in rows where cited[Int(row)] >= 0 { isCited.insert(cited[Int(row)]) }
    guard !isCited.isEmpty else { return }
    // Two leads of a number are enough to know that there are several.
    var bearers: [Int32: [Int32]] = [:]
    for row in rows where isCited.contains(borne[Int(row)]) {
      let known = bearers[borne[Int(row)], default: []]
      if known.count < 8, !known.contains(where: { sets.root(Int($0)) == sets.root(Int(row)) }) {
        bearers[borne[Int(row)], default: []].append(row)
      }
    }
    for row in rows where cited[Int(row)] >= 0 {
      let fitting = bearers[cited[Int(row)], default: []].filter {
        let (one, other) = (obligor[Int($0)], obligor[Int(row)])
        return one < 0 || other < 0 || one == other
      }
      let possible = fitting.filter { mayBeCited($0, by: row) }
      if possible.count == 1 {
        join(possible[0], row, .citedNumber)
      } else if possible.count > 1 {
        addReview(
          .leadConflict, row, unanswered(possible, for: row), "所引编号涉及多条线索，本记录属于哪一条",
          .citedNumber)
      } else if !fitting.isEmpty {
        addReview(
          .leadConflict, row, unanswered(fitting, for: row), "所引文书或编号的发生日、地点、事项或编号不同，是否为同一事件",
          .citedNumber)
      }
    }
  }

  /// Whether the row may tell of the event of what it cites: a decision is not of what came after it.
  private mutating func mayBeCited(_ other: Int32, by row: Int32) -> Bool {
    let (one, cited) = (identities[sets.root(Int(row))], identities[sets.root(Int(other))])
    let happened = days.happened[Int(row)]
    if happened != StatedDays.none, let decided = table.day(.decision, Int(other)),
      happened > decided.number
    {
      return false
    }
    return mayBeOneEvent(one, cited) && !haveNothingElse(other, row)
  }
}
