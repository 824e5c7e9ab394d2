package import Vocabulary

extension LedgerSession {
  /// Takes in leads, in the order given; each must be new.
  package mutating func insertLeads(_ leads: [LeadID]) throws(Failure) {
    let insertion = try insertion(into: .lead)
    for lead in leads {
      leadNumbers[lead] = try insertion.append { lead.put(into: &$0) }
    }
  }

  /// Takes in obligors, in the order given; each must be new.
  package mutating func insertObligors(_ obligors: [ObligorID]) throws(Failure) {
    let insertion = try insertion(into: .obligor)
    for obligor in obligors {
      obligorNumbers[obligor] = try insertion.append { obligor.put(into: &$0) }
    }
  }

  /// Takes in source records, with their values and their rows as they stood in the file.
  ///
  /// `rows` are rows of `table`; `leads` and `obligors` answer to them one by one and are in the
  /// ledger already; every record's file is among `files` by its path. `raw` gives the bytes of a
  /// row of the table. Returns the new ids: `rows[n]` has id `lowerBound + n`. A record whose
  /// content the ledger knows already is a fault of the caller.
  @discardableResult
  package mutating func insertRecords(
    _ rows: [Int], of table: RecordTable, files: [IntakeAccount], leads: [LeadID?],
    obligors: [ObligorID?], raw: (_ row: Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> Range<Int64> {
    precondition(leads.count == rows.count && obligors.count == rows.count)
    let fileNumbers = try insertSourceFiles(files, of: rows, in: table)
    let columns = try RecordColumn.stored(on: connection)
    let insertion = try insertion(into: .sourceRecord)
    let first = insertion.nextID
    for (index, row) in rows.enumerated() {
      let lead = try leads[index].map { (id) throws(Failure) in try number(of: id) }
      let obligor = try obligors[index].map { (id) throws(Failure) in try number(of: id) }
      let file = fileNumbers[Int(table.file[row])]
      precondition(file != 0, "the record's file is among the files")
      let bytes = try raw(row)
      try insertion.append { sealed in
        for column in columns where !table.put(column, of: row, into: &sealed) {
          switch column {
          case .file: sealed.put(file)
          case .record: sealed.put(Int64(table.record[row]))
          case .line: sealed.put(Int64(table.line[row]))
          case .kind: sealed.put(Int64(table.source[row].rawValue))
          case .lead: sealed.put(lead)
          case .obligor: sealed.put(obligor)
          case .contentHash: sealed.put(blob: table.content[row].bytes)
          default: sealed.put(blob: bytes)
          }
        }
      }
    }
    return first..<insertion.nextID
  }

  /// Takes in why records were put together; both records are in the ledger already.
  package mutating func insertJoinings(_ joinings: [Joining]) throws(Failure) {
    let insertion = try insertion(into: .joining)
    for joining in joinings {
      try insertion.append {
        $0.put(joining.scope.rawValue)
        $0.put(joining.earlier)
        $0.put(joining.later)
        $0.put(joining.rule.rawValue)
        $0.put(joining.evidence)
        $0.put(joining.decision?.number)
        $0.put(joining.weight.map(Int64.init))
        $0.put(joining.waterfall?.stored)
        $0.put(joining.second)
      }
    }
  }

  /// Takes in what was not joined though it weighs enough, or nearly; the records are in the ledger
  /// already.
  package mutating func insertRefusals(_ refusals: [Refusal<Int64>]) throws(Failure) {
    let insertion = try insertion(into: .refusal)
    for refusal in refusals {
      try insertion.append {
        $0.put(refusal.scope.rawValue)
        $0.put(refusal.left)
        $0.put(refusal.right)
        $0.put(refusal.reasons.map(\.rawValue).joined(separator: ";"))
        $0.put(refusal.waterfall?.stored)
        $0.put(refusal.second)
      }
    }
  }

  /// Takes one lead for another from this run on; both stay, with the records they have.
  package mutating func merge(_ lead: LeadID, into remaining: LeadID) throws(Failure) {
    try insertMerging(.lead, try number(of: lead), try number(of: remaining))
  }

  /// Takes one obligor for another from this run on; both stay, with the records they have.
  package mutating func merge(_ obligor: ObligorID, into remaining: ObligorID) throws(Failure) {
    try insertMerging(.obligor, try number(of: obligor), try number(of: remaining))
  }

  /// The number of a lead in the database; a lead it does not hold is a fault of the caller.
  mutating func number(of lead: LeadID) throws(Failure) -> Int64 {
    if let known = leadNumbers[lead] { return known }
    let number = try storedNumber(of: lead)
    leadNumbers[lead] = number
    return number
  }

  /// The number of an obligor in the database; one it does not hold is a fault of the caller.
  mutating func number(of obligor: ObligorID) throws(Failure) -> Int64 {
    if let known = obligorNumbers[obligor] { return known }
    let number = try storedNumber(of: obligor)
    obligorNumbers[obligor] = number
    return number
  }

  private func storedNumber<ID: LedgerIdentity>(of id: ID) throws(Failure) -> Int64 {
    guard
      let number = try connection.integer(
        "SELECT id FROM \(ID.table) WHERE \(ID.condition)", id.arguments)
    else { preconditionFailure("the lead or obligor is in the ledger") }
    return number
  }

  private mutating func insertMerging(
    _ scope: JoinScope, _ merged: Int64, _ remaining: Int64
  ) throws(Failure) {
    var end: Int64? = remaining
    while let step = end {
      precondition(step != merged, "nothing is merged into itself")
      end = try connection.integer(
        "SELECT remaining FROM merging WHERE scope = ? AND merged = ?",
        [.text(scope.rawValue), .integer(step)])
    }
    try insertion(into: .merging).append {
      $0.put(scope.rawValue)
      $0.put(merged)
      $0.put(remaining)
    }
  }

  /// The database's number of each of the table's files; 0 for one that no row is of.
  private mutating func insertSourceFiles(
    _ files: [IntakeAccount], of rows: [Int], in table: RecordTable
  ) throws(Failure) -> [Int64] {
    var isUsed = [Bool](repeating: false, count: table.files.count)
    for row in rows { isUsed[Int(table.file[row])] = true }
    let insertion = try insertion(into: .sourceFile)
    var numbers = [Int64](repeating: 0, count: table.files.count)
    for file in files {
      guard let index = table.files.firstIndex(of: file.path), isUsed[index] else { continue }
      numbers[index] = try insertion.append {
        $0.put(file.path)
        $0.put(file.sha256)
        $0.put(file.encoding)
      }
    }
    return numbers
  }
}

extension SealedRow {
  /// Puts a second-best candidate into its two columns.
  fileprivate mutating func put(_ second: SecondBest<Int64>?) {
    put(second?.record)
    put(second.map { Int64($0.weight) })
  }
}
