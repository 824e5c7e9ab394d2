internal import Vocabulary

/// What rows state of documents, numbers and authorities, by key numbers; -1 is missing.
///
/// Numbers depend on the order of files: nothing may depend on them but equality.
struct StatedNumbers {
  private(set) var document: [Int32]
  private(set) var record: [Int32]
  private(set) var authority: [Int32]
  /// What rows cite of each other's documents and numbers.
  let cited: CitedNumbers
  private var documents: FoldedTexts
  private var authorities: FoldedTexts
  private var records: FoldedTexts

  /// Linear in rows and in the bytes of distinct texts, which are read as they lie in memory.
  init(_ ranked: RankedRecords) {
    let table = ranked.records
    documents = FoldedTexts(table.texts)
    document = ranked.gathered(documents.numbers(of: .documentNumber, in: table))
    // Laid out by text, as what is read next: each is given back before.
    documents.forgetTexts()
    authorities = FoldedTexts(table.texts)
    authority = ranked.gathered(authorities.numbers(of: .authority, in: table))
    authorities.forgetTexts()
    records = FoldedTexts(table.texts)
    record = ranked.gathered(records.numbers(of: .recordNumber, in: table))
    cited = CitedNumbers(ranked, documents, records)
    records.forgetTexts()
  }

  /// Whether both rows name an authority and it can be one: equal, or one the other's tail.
  func shareAuthority(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (authority[Int(left)], authority[Int(right)])
    return one >= 0 && other >= 0 ? authorities.agreesAtEnd(one, other) : false
  }

  /// Whether the rows' authorities do not contradict each other; a missing one does not.
  func mayShareAuthority(_ left: Int32, _ right: Int32) -> Bool {
    authority[Int(left)] < 0 || authority[Int(right)] < 0 ? true : shareAuthority(left, right)
  }

  /// Whether one row's authority is a part of the other's: a bureau and its branch.
  func isAuthorityWithin(_ left: Int32, _ right: Int32) -> Bool {
    let (one, other) = (authority[Int(left)], authority[Int(right)])
    return one >= 0 && other >= 0 && authorities.agreesAtStart(one, other)
  }

  /// How much the row says of its authority; 0 where it names none.
  func authorityLength(_ row: Int32) -> Int {
    authority[Int(row)] < 0 ? 0 : authorities.length(authority[Int(row)])
  }

  /// Hashes of the document's and of the record's key, which do not depend on the order of files.
  func hash(document number: Int32) -> UInt64 { documents.hash(number) }
  func hash(record number: Int32) -> UInt64 { records.hash(number) }

  /// Whether a row's record number only counts the rows of a list.
  func isSerial(record number: Int32) -> Bool { records.isSerial(number) }
}
