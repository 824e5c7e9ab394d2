internal import Vocabulary

extension LeadMatching {
  /// How many authorities under one document number are compared with each other.
  ///
  /// Equal ones meet by hashing. A number of more authorities than these is no evidence.
  private static let comparedLimit = 8

  /// The same document of the same authority; a missing authority is settled by the obligor alone.
  mutating func joinByDocument() {
    let rows = table.rows.filter { isLead($0) && stated.document[Int($0)] >= 0 }
    for group in groups(rows, by: { UInt64(stated.document[Int($0)]) }) { joinDocument(group) }
  }

  private mutating func joinDocument(_ group: [Int32]) {
    // With a known party: one lead for each obligor and authority.
    let named = group.filter { obligor[Int($0)] >= 0 }
    let byParty = named.sorted { (obligor[Int($0)], $0) < (obligor[Int($1)], $1) }
    var parties: [Int32] = []
    var start = 0
    while start < byParty.count {
      let party = obligor[Int(byParty[start])]
      let end = byParty[start...].firstIndex { obligor[Int($0)] != party } ?? byParty.count
      parties += joinByAuthority(Array(byParty[start..<end]))
      start = end
    }
    // Without one: it belongs to the document's only party, or a person must say to which.
    let unnamed = group.filter { obligor[Int($0)] < 0 && stated.authority[Int($0)] >= 0 }
    let open = joinToParty(unnamed, parties.sorted())
    _ = joinByAuthority(open)
  }

  /// Joins rows of one document and one party by authority; returns the first row of each lead.
  ///
  /// Who says most of its authority comes first, so that a short form (分局) or a missing one meets
  /// all the authorities it may stand for: of several, a person must say which.
  private mutating func joinByAuthority(_ rows: [Int32]) -> [Int32] {
    let sorted = rows.map { (length: -stated.authorityLength($0), row: $0) }
      .sorted { ($0.length, $0.row) < ($1.length, $1.row) }
    var byAuthority: [Int32: Int32] = [:]
    var anchors: [Int32] = []
    var apart: [Int32] = []
    // Some authorities were not compared with all others.
    var isCrowded = false
    for (_, row) in sorted {
      let authority = stated.authority[Int(row)]
      if let known = byAuthority[authority] {
        join(known, row, .documentNumber)
        continue
      }
      byAuthority[authority] = row
      let fitting = firstOfEachLead(anchors.filter { mayBeOneAuthority($0, row) })
      if fitting.isEmpty, anchors.count < LeadMatching.comparedLimit {
        anchors.append(row)
      } else if fitting.count == 1, !isCrowded {
        join(fitting[0], row, .documentNumber)
      } else if fitting.count > 1 {
        addReview(
          .documentConflict, row, unanswered(fitting, for: row), "该文号涉及多个机关，本记录属于哪一件",
          .documentNumber)
        apart.append(row)
      } else {
        if !isCrowded {
          addReview(
            .documentConflict, row, anchors[0], "该文号涉及机关过多，其余记录不再逐一列出，请核对该文号", .documentNumber)
        }
        isCrowded = true
        apart.append(row)
      }
    }
    return anchors + apart
  }

  /// Whether two rows of one party can have the number from one body.
  ///
  /// Who inspects need not be who decides: a bureau writes the number of its branch's decision; two
  /// decisions are of one body.
  private func mayBeOneAuthority(_ left: Int32, _ right: Int32) -> Bool {
    if stated.mayShareAuthority(left, right) { return true }
    let areDecisions =
      table.source[Int(left)] == .penalty && table.source[Int(right)] == .penalty
    return !areDecisions && stated.isAuthorityWithin(left, right)
  }

  /// Joins rows that name no party to the document's party of that authority; returns the rows that
  /// no party fits.
  private mutating func joinToParty(_ rows: [Int32], _ parties: [Int32]) -> [Int32] {
    var byAuthority: [Int32: [Int32]] = [:]
    var authorities: [Int32] = []
    for party in parties where stated.authority[Int(party)] >= 0 {
      let authority = stated.authority[Int(party)]
      if byAuthority[authority] == nil { authorities.append(party) }
      // Two leads are enough to know that there are several.
      if byAuthority[authority, default: []].count < 2 {
        byAuthority[authority] = firstOfEachLead(byAuthority[authority, default: []] + [party])
      }
    }
    guard let first = rows.first, let party = authorities.first else { return rows }
    guard authorities.count <= LeadMatching.comparedLimit else {
      addReview(
        .documentConflict, first, party, "该文号涉及机关过多，未写当事人的记录属于哪一件", .documentNumber)
      return rows
    }
    var open: [Int32] = []
    for row in rows {
      let candidates = firstOfEachLead(
        authorities.filter { stated.shareAuthority($0, row) }
          .flatMap { byAuthority[stated.authority[Int($0)], default: []] })
      if candidates.count > 1 {
        addReview(
          .documentConflict, row, unanswered(candidates, for: row), "该文号涉及多个当事人，本记录属于哪一个",
          .documentNumber)
      } else if let only = candidates.first {
        join(only, row, .documentNumber)
      } else {
        open.append(row)
      }
    }
    return open
  }

  /// The first of `rows` for each lead that they belong to by now; for a few rows.
  private mutating func firstOfEachLead(_ rows: [Int32]) -> [Int32] {
    var leads: [Int] = []
    var firsts: [Int32] = []
    for row in rows {
      let lead = sets.root(Int(row))
      guard !leads.contains(lead) else { continue }
      leads.append(lead)
      firsts.append(row)
    }
    return firsts
  }
}
