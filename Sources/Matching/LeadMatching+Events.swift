internal import Vocabulary

extension LeadMatching {
  /// How many places of one obligor's one day are told apart.
  private static let placesCompared = 8

  /// The same obligor, day and county, and a common medium or the same violation.
  ///
  /// Two documents are two events until a person says otherwise, and so are two leads of the ledger.
  /// What has neither joins its like, and then the only lead it fits. All the ties of a lead are
  /// known before one is used, so that no order of rows, media or groups decides. O(n · log n).
  mutating func joinByEvent() {
    let rows = datedRows(among: obligorsOfSeveralLeads())
    let events = sameEvents(rows)
    let documents = events.flatMap { sameDocuments($0) }
    for group in documents { joinAlike(group) }
    for group in events { askAboutSettled(group) }

    // The document says which lead of the ledger it is.
    joinTied(
      rows,
      ties(
        in: documents, from: { $0.settled < 0 && $0.document >= 0 }, to: { $0.settled >= 0 }))

    // A new document and a lead of the ledger without one, if neither has another choice.
    let isNewDocument = { (lead: LeadIdentity) in lead.settled < 0 && lead.document >= 0 }
    let lacksDocument = { (lead: LeadIdentity) in lead.settled >= 0 && lead.document < 0 }
    let choices = ties(in: events, from: lacksDocument, to: isNewDocument)
    joinTied(
      rows, ties(in: events, from: isNewDocument, to: lacksDocument),
      contested: Set(choices.filter { $0.value.second != nil }.keys))

    // What is cited of a decision that nobody bears may be a slip of the one decision there is.
    let isDecided = { [isDecision] (lead: LeadIdentity) in
      lead.document >= 0 && isDecision[Int(lead.document)]
    }
    joinTied(
      rows,
      ties(
        in: events, from: { $0.settled < 0 && $0.document >= 0 && !isDecided($0) },
        to: isDecided))

    joinTied(
      rows,
      ties(
        in: events, from: { $0.settled < 0 && $0.document < 0 },
        to: { $0.settled >= 0 || $0.document >= 0 }))
  }

  /// The rows that say a day and a county, of obligors of which something is left to join.
  private func datedRows(among isOpen: [Bool]) -> [Int32] {
    var rows: [Int32] = []
    for row in table.rows where isLead(row) && obligor[Int(row)] >= 0 {
      guard isOpen[Int(obligor[Int(row)])], table.county[Int(row)] != 0, eventDay(row) != nil
      else { continue }
      rows.append(row)
    }
    return rows
  }

  /// The groups of two or more rows of one event, each ascending; a row may be in several.
  private func sameEvents(_ rows: [Int32]) -> [[Int32]] {
    var entries: [EventKey] = []
    entries.reserveCapacity(rows.count)
    // Violations by their first row: text ids depend on the order of files.
    var firstRow: [TextID: Int32] = [:]
    for row in rows {
      guard let day = eventDay(row) else { continue }
      func add(_ aspect: UInt64) {
        entries.append(
          EventKey(
            party: UInt64(UInt32(bitPattern: obligor[Int(row)])) << 32
              | UInt64(UInt32(bitPattern: day.number)),
            aspect: UInt64(UInt32(bitPattern: table.county[Int(row)])) << 40 | aspect,
            row: row))
      }
      table.media[Int(row)].forEachNamed { add(UInt64($0)) }
      let violation = text(.violation, row)
      if !violation.isMissing {
        let first = firstRow[violation] ?? row
        firstRow[violation] = first
        add(1 << 39 | UInt64(UInt32(bitPattern: first)))
      }
    }
    entries.sort()
    return entries.chunked { $0.isSameEvent($1) }.map { $0.map(\.row) }
  }

  private struct EventKey: Comparable {
    let party: UInt64
    let aspect: UInt64
    let row: Int32

    func isSameEvent(_ other: EventKey) -> Bool { (party, aspect) == (other.party, other.aspect) }

    static func < (left: EventKey, right: EventKey) -> Bool {
      (left.party, left.aspect, left.row) < (right.party, right.aspect, right.row)
    }
  }

  /// The group's parts whose leads have one document, or none.
  private mutating func sameDocuments(_ group: [Int32]) -> [[Int32]] {
    var keyed: [(document: Int32, row: Int32)] = []
    for row in group { keyed.append((identity(row).document, row)) }
    keyed.sort { ($0.document, $0.row) < ($1.document, $1.row) }
    return keyed.chunked { $0.document == $1.document }.map { $0.map(\.row) }
      .sorted { $0[0] < $1[0] }
  }

  /// Joins the new leads of the group, which have one document or none.
  ///
  /// Those known to be apart stay so. What fits two of them joins neither, and a person is asked once
  /// for all that fit the same. Linear beside the comparisons of the first few.
  private mutating func joinAlike(_ group: [Int32]) {
    let rows = joinedByProfile(group)
    guard rows.count > 1 else { return }
    let leads = rows.map { identity($0) }
    // By place in `rows`, whom each may be one with.
    let fitting = leads.map { own in
      leads.indices.reduce(UInt64(0)) { fitting, other in
        areKnownApart(own, leads[other]) ? fitting : fitting | 1 << UInt64(other)
      }
    }
    for place in rows.indices {
      let own = fitting[place]
      if let first = fitting.firstIndex(of: own), first < place {
        join(rows[first], rows[place], .sameEvent)
        continue
      }
      // One that it fits is apart from another that it fits.
      let other = rows.indices.first {
        own & 1 << UInt64($0) != 0 && own & ~fitting[$0] != 0
      }
      if let other {
        ask(rows[place], rows[other], "同日同县有两条以上地点或编号不同的线索，本记录属于哪一条", .sameEvent)
      }
    }
  }

  /// Joins the group's new leads of one address and of the same numbers; returns a row of each, at
  /// most as many as can be compared.
  private mutating func joinedByProfile(_ group: [Int32]) -> [Int32] {
    var firsts: [EventProfile: Int32] = [:]
    var rows: [Int32] = []
    for row in group where identity(row).settled < 0 {
      let own = identity(row)
      let profile = EventProfile(own, self)
      if let first = firsts[profile] {
        join(first, row, .sameEvent)
      } else {
        firsts[profile] = row
        if rows.count < UInt64.bitWidth { rows.append(row) }
      }
    }
    return rows
  }

  /// What tells leads of one day apart.
  private struct EventProfile: Hashable {
    /// The address that names a village or road; below -1 for a spot of its own, -1 for none.
    let address: Int32
    let numbers: [Int32]

    init(_ lead: LeadIdentity, _ leads: borrowing LeadMatching) {
      let row = lead.placed >= 0 ? lead.placed : lead.spoken
      if row < 0 {
        address = -1
      } else {
        let stated = leads.addresses.addressOfRow[Int(row)]
        let isNamed = stated >= 0 && leads.addresses.parses[Int(stated)].place != 0
        address = isNamed ? stated : -2 - row
      }
      numbers = lead.numbered.indices.map {
        lead.numbered[$0] < 0 ? -1 : leads.stated.record[Int(lead.numbered[$0])]
      }
    }
  }

  /// Asks whether two leads of the ledger that could be one event are.
  private mutating func askAboutSettled(_ group: [Int32]) {
    var last: Int32?
    for row in group where identity(row).settled >= 0 {
      defer { last = row }
      guard let last else { continue }
      let (one, other) = (identity(last), identity(row))
      guard one.document < 0 || other.document < 0 || one.document == other.document else {
        continue
      }
      join(last, row, .sameEvent)
    }
  }

  /// For each lead that asks, by root, the leads it shares a group with and may be.
  private mutating func ties(
    in groups: [[Int32]], from asks: (LeadIdentity) -> Bool, to answers: (LeadIdentity) -> Bool
  ) -> [Int: EventTies] {
    var found: [Int: EventTies] = [:]
    for group in groups {
      // The first few leads that answer tell all that the group can: which one, or that several do.
      var answering: [(row: Int32, lead: Int)] = []
      for row in group where answering.count < LeadMatching.placesCompared && answers(identity(row))
      {
        let lead = sets.root(Int(row))
        if !answering.contains(where: { $0.lead == lead }) { answering.append((row, lead)) }
      }
      guard !answering.isEmpty else { continue }
      for row in group where asks(identity(row)) {
        let own = identity(row)
        for (other, lead) in answering {
          let known = identity(other)
          if areKnownApart(own, known) { continue }
          let tie = EventTies.Tie(row: row, other: other, lead: lead)
          if found[sets.root(Int(row))]?.add(tie) == nil {
            found[sets.root(Int(row))] = EventTies(tie)
          }
        }
      }
    }
    return found
  }

  /// Joins each lead to the only one it is tied to; with several, or one that others contest, or to
  /// which two are tied that are apart, a person must say.
  private mutating func joinTied(
    _ rows: [Int32], _ ties: [Int: EventTies], contested: Set<Int> = []
  ) {
    let divided = divided(rows, ties)
    var open = ties
    for row in rows {
      guard let found = open.removeValue(forKey: sets.root(Int(row))) else { continue }
      let tie = found.first
      if found.second != nil {
        ask(tie.row, tie.other, "同一义务人同日同县有两条以上线索，本记录属于哪一条", .sameEvent)
      } else if contested.contains(tie.lead) {
        ask(tie.row, tie.other, "往季线索同日同县有两份以上新文书，本文书是否属于该线索", .sameEvent)
      } else {
        let (own, other) = (identity(tie.row), identity(tie.other))
        if divided.contains(tie.lead) || areKnownApart(own, other) {
          ask(tie.row, tie.other, "同日同县有两条以上地点或编号不同的线索，本记录属于哪一条", .sameEvent)
        } else {
          join(tie.other, tie.row, .sameEvent)
        }
      }
    }
  }

  /// The leads to which others are tied that are known to be apart: it can be of one of them only.
  private mutating func divided(_ rows: [Int32], _ ties: [Int: EventTies]) -> Set<Int> {
    var open = ties
    var tied: [Int: LeadIdentity] = [:]
    var divided: Set<Int> = []
    for row in rows {
      guard let lead = open.removeValue(forKey: sets.root(Int(row)))?.first.lead else { continue }
      let own = identity(row)
      if let known = tied[lead] {
        if areKnownApart(known, own) { divided.insert(lead) }
        tied[lead] = known.merged(with: own, document: known.document)
      } else {
        tied[lead] = own
      }
    }
    return divided
  }

  /// What the row's lead holds by now.
  private mutating func identity(_ row: Int32) -> LeadIdentity { identities[sets.root(Int(row))] }
}
