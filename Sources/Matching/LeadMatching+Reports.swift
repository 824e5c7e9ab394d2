internal import Vocabulary

extension LeadMatching {
  /// The same number in the same kind of source: first and later reports of one event.
  mutating func joinByRecordNumber() {
    let rows = table.rows.filter { isLead($0) && stated.record[Int($0)] >= 0 }
    for group in groups(
      rows,
      by: { UInt64(stated.record[Int($0)]) << 8 | UInt64(table.source[Int($0)].rawValue) })
    {
      joinReports(group)
    }
  }

  /// Reports that name a party first; one that names none joins the only event it can belong to.
  ///
  /// The first few events are asked: a number used for many is no evidence.
  private mutating func joinReports(_ group: [Int32]) {
    var named: [Int32] = []
    for row in group where obligor[Int(row)] >= 0 {
      let isJoined = named.prefix(8).contains { anchor in
        stated.mayShareAuthority(anchor, row) ? join(anchor, row, .recordNumber) : false
      }
      if !isJoined { named.append(row) }
    }
    var unnamed: [Int32] = []
    for row in group where obligor[Int(row)] < 0 {
      let fitting = named.prefix(8).filter { stated.mayShareAuthority($0, row) }
      if fitting.count > 1 {
        addReview(
          .leadConflict, row, unanswered(Array(fitting), for: row), "该编号涉及多个当事人，本记录属于哪一件",
          .recordNumber)
        continue
      }
      let anchors = fitting.isEmpty ? Array(unnamed.prefix(8)) : Array(fitting)
      let isJoined = anchors.contains { anchor in
        stated.mayShareAuthority(anchor, row) ? join(anchor, row, .recordNumber) : false
      }
      if !isJoined { unnamed.append(row) }
    }
  }
}
