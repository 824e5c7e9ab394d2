package import Vocabulary

/// What one kind of export looks like: which columns it must have and what each title means.
///
/// Written as a YAML document with these keys and no others:
///
///     id: inspection            # lower-case letters, digits and hyphens; unique
///     kind: inspection          # inspection inspectorate emergency transfer penalty complaint
///                               # history
///     title: 执法检查            # what officials read
///     datum: CGCS2000           # optional: CGCS2000, WGS-84, GCJ-02 or BD-09, where the file
///                               # does not say
///     required: [record_number] # fields whose columns must be there and whose values must be
///                               # readable
///     fields:
///       record_number: [检查编号, 检查记录编号]
///       fine_amount: {titles: [罚款金额], unit: 万元}
///       rectified:
///         titles: [是否完成整改]
///         words: {"true": [已整改], "false": [整改中], unknown: [不详]}
///
/// Titles are compared as `FoldedTitle` says; a unit in the file's own title goes before `unit`,
/// which is 元 or 万元. `words` adds to the built-in lists of a yes-or-no field (`true`, `false`,
/// `unknown`), of a field with named cases, or of `media` by its Chinese terms.
package struct SourceProfile: Sendable, Hashable {
  /// One field and the columns it answers to.
  package struct Entry: Sendable, Hashable {
    package let field: Field
    /// As written in the profile.
    package let titles: [String]
    /// Fen per unit where the file's title names none.
    package let fenPerUnit: Int64
    /// Each word and the canonical word it stands for.
    package let words: [String: String]
  }

  package let id: String
  package let kind: SourceKind
  package let title: String
  /// The reference system of coordinates where the file does not say.
  package let datum: Datum?
  /// In the order of the document.
  package let required: [Field]
  /// In the order of the document.
  package let entries: [Entry]
  /// The document it was read from.
  package let file: String

  /// Each folded title and the entry it belongs to.
  private let entryByTitle: [String: Int]

  init(
    id: String, kind: SourceKind, title: String, datum: Datum?, required: [Field],
    entries: [Entry], file: String
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.datum = datum
    self.required = required
    self.entries = entries
    self.file = file
    var entryByTitle: [String: Int] = [:]
    for (number, entry) in entries.enumerated() {
      for title in entry.titles { entryByTitle[FoldedTitle(title).text] = number }
    }
    self.entryByTitle = entryByTitle
  }

  /// The entry that answers to a title.
  func entry(for title: FoldedTitle) -> Entry? {
    entryByTitle[title.text].map { entries[$0] }
  }

  /// The titles a required field may have, for messages: `检查编号／检查记录编号`.
  package func titles(of field: Field) -> String {
    entries.first { $0.field == field }?.titles.joined(separator: "／") ?? field.name
  }
}
