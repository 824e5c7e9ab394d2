internal import Vocabulary

extension LeadMatching {
  /// A record that cites the document or the number of another tells of its event: a late transfer, a
  /// complaint made again.
  ///
  /// What is cited must be one lead of the same party; of several, a person must say which.
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
      if fitting.count == 1 {
        join(fitting[0], row, .citedNumber)
      } else if fitting.count > 1 {
        addReview(.leadConflict, row, fitting[0], "所引编号涉及多条线索，本记录属于哪一条", .citedNumber)
      }
    }
  }
}
