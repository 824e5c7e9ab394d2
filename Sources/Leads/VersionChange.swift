package import Vocabulary

/// A field that a newer version of a record states otherwise, both values as officials read them.
package struct VersionChange: Sendable, Hashable {
  package let field: Field
  /// Empty where that version says nothing.
  package let earlier: Wording
  package let later: Wording

  /// Everything in which two rows differ, in the order of fields; media as a whole.
  ///
  /// Numbers of persons and names of reporters are not shown, only that they changed. Two versions
  /// that differ in nothing the program reads give none.
  package static func between(_ earlier: Int, _ later: Int, in table: RecordTable)
    -> [VersionChange]
  {
    Field.all.compactMap { field in
      let (before, after) = (table.wording(of: field, earlier), table.wording(of: field, later))
      guard before != after else { return nil }
      if case .text(let text) = field, text.isRestricted {
        return VersionChange(field: field, earlier: hidden(before), later: hidden(after))
      }
      if field == .text(.placeShape) {
        return VersionChange(field: field, earlier: begun(before), later: begun(after))
      }
      return VersionChange(
        field: field, earlier: PersonalNumbers.masked(before), later: PersonalNumbers.masked(after))
    }
  }

  /// The beginning of a text that may have thousands of figures.
  private static func begun(_ text: Wording) -> Wording {
    Wording(verbatim: Problem.printable(text.zh, limit: 120))
  }

  private static func hidden(_ text: Wording) -> Wording { text.zh.isEmpty ? text : .notShown }
}
