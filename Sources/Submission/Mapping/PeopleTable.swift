/// A table for people: titles and texts, a row as long as the titles.
package struct PeopleTable: Sendable, Hashable {
  package let titles: [String]
  package let rows: [[String]]

  /// A table as it will be shown.
  package init(titles: [String], rows: [[String]]) {
    self.titles = titles
    self.rows = rows
  }
}
