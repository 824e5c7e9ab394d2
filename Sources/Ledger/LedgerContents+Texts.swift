package import Vocabulary

extension LedgerContents {
  /// The distinct texts of a field in all records of the ledger; one pass over the records.
  package func texts(of field: TextField) throws(Failure) -> Set<String> {
    // A field's name is the program's own word.
    var query = try connection.query(
      "SELECT DISTINCT \(field.name) FROM sourceRecord WHERE \(field.name) IS NOT NULL")
    var texts: Set<String> = []
    while try query.step() { texts.insert(query.text()) }
    return texts
  }
}
