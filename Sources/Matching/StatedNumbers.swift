internal import Vocabulary

/// What rows state of documents, numbers and authorities, by key numbers; -1 is missing.
///
/// Numbers count up in the order of rows, so that they do not depend on the order of files.
struct StatedNumbers {
  private(set) var document: [Int32]
  private(set) var record: [Int32]
  private(set) var authority: [Int32]
  /// What rows cite of each other's documents and numbers.
  let cited: CitedNumbers
  private let authorities: FoldedTexts
  private let records: FoldedTexts

  init(_ table: RankedRecords) {
    document = Array(repeating: -1, count: table.count)
    record = document
    authority = document
    var documents = FoldedTexts(table.texts)
    var records = FoldedTexts(table.texts)
    var authorities = FoldedTexts(table.texts)
    for row in 0..<table.count {
      document[row] = documents.number(of: table.text(.documentNumber, row), in: table.texts)
      record[row] = records.number(of: table.text(.recordNumber, row), in: table.texts)
      authority[row] = authorities.number(of: table.text(.authority, row), in: table.texts)
    }
    cited = CitedNumbers(table, documents, records)
    self.authorities = authorities
    self.records = records
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

  /// How much the row says of its authority; 0 where it names none.
  func authorityLength(_ row: Int32) -> Int {
    authority[Int(row)] < 0 ? 0 : authorities.length(authority[Int(row)])
  }

  /// Whether a row's record number only counts the rows of a list.
  func isSerial(record number: Int32) -> Bool { records.isSerial(number) }
}
