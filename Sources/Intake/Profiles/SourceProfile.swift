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
///     zone: 38                  # optional: the zone of metres, 13 to 23 or 25 to 45; or
///                               # central_meridian: 114, in degrees with halves
///     required: [record_number] # fields whose columns must be there and whose values must be
///                               # readable
///     fields:
///       record_number: [检查编号, 检查记录编号]
///       place: {titles: [检查地点], otherwise: [单位地址]}
///       fine_amount: {titles: [罚款金额], unit: 万元}
///       rectified:
///         titles: [是否完成整改]
///         words: {"true": [已整改], "false": [整改中], unknown: [不详]}
///     kept: [序号, 检查人员]      # optional: titles that are known but mean nothing here
///
/// The first of `otherwise` that is there is read where none of `titles` is. Titles are compared as `FoldedTitle` says; a unit in the file's own title goes before `unit`,
/// which is 元 or 万元. `words` adds to the built-in lists of a yes-or-no field (`true`, `false`,
/// `unknown`), of a field with named cases, or of `media` by its Chinese terms.
package struct SourceProfile: Sendable, Hashable {
  /// One field and the columns it answers to.
  package struct Entry: Sendable, Hashable {
    package let field: Field
    /// As written in the profile.
    package let titles: [String]
    /// Read only where none of `titles` is there, the first of them first.
    package let otherwise: [String]
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
  /// The zone of metres of a projection where the file does not say.
  package let zone: ProjectionZone?
  /// In the order of the document.
  package let required: [Field]
  /// In the order of the document.
  package let entries: [Entry]
  /// Titles that the profile knows but maps to nothing; their columns are kept verbatim.
  package let kept: [String]
  /// The document it was read from.
  package let file: String

  /// A folded title's place: the entry it belongs to, and 0 or, if it stands under `otherwise`, its
  /// rank there from 1.
  private struct Place: Hashable {
    let entry: Int
    let rank: Int
  }

  private let placeByTitle: [String: Place]
  private let keptTitles: Set<String>

  init(
    id: String, kind: SourceKind, title: String, datum: Datum?, zone: ProjectionZone?,
    required: [Field], entries: [Entry], kept: [String], file: String
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.datum = datum
    self.zone = zone
    self.required = required
    self.entries = entries
    self.kept = kept
    self.file = file
    var placeByTitle: [String: Place] = [:]
    for (number, entry) in entries.enumerated() {
      for (rank, title) in entry.otherwise.enumerated() {
        placeByTitle[FoldedTitle(title).text] = Place(entry: number, rank: rank + 1)
      }
      for title in entry.titles {
        placeByTitle[FoldedTitle(title).text] = Place(entry: number, rank: 0)
      }
    }
    self.placeByTitle = placeByTitle
    keptTitles = Set(kept.map { FoldedTitle($0).text })
  }

  /// Whether the profile knows a title, be it for a field or to be kept.
  func knows(_ title: FoldedTitle) -> Bool {
    place(of: title) != nil || isKept(title)
  }

  /// Whether the profile knows a title by itself: one under `otherwise`, such as 负责人 or 地址, can
  /// mean another thing below the title of a group.
  func knowsFirmly(_ title: FoldedTitle) -> Bool {
    place(of: title)?.rank == 0 || isKept(title)
  }

  /// Whether the profile knows a title's words and its code, and they mean different fields.
  func contradicts(_ title: FoldedTitle) -> Bool {
    guard let code = title.code, let byCode = placeByTitle[code] else { return false }
    guard let byText = placeByTitle[title.text] else { return keptTitles.contains(title.text) }
    return byCode.entry != byText.entry
  }

  private func isKept(_ title: FoldedTitle) -> Bool {
    keptTitles.contains(title.text) || title.code.map { keptTitles.contains($0) } == true
      || title.repeated.map { keptTitles.contains($0) } == true
  }

  /// A code beside the title counts where the words are not known; where both are known and differ,
  /// the title has no place.
  private func place(of title: FoldedTitle) -> Place? {
    let byCode = title.code.flatMap { placeByTitle[$0] }
    if let byText = placeByTitle[title.text] {
      if let byCode { return byCode.entry == byText.entry ? byText : nil }
      return title.code.map { keptTitles.contains($0) } == true ? nil : byText
    }
    if keptTitles.contains(title.text) { return nil }
    return byCode ?? title.repeated.flatMap { placeByTitle[$0] }
  }

  /// The entry each title answers to; `nil` for titles without one.
  ///
  /// A title under `otherwise` answers only if none of the entry's `titles` is among them, and no
  /// other that stands before it.
  func entries(for titles: [FoldedTitle]) -> [Entry?] {
    let places = titles.map { place(of: $0) }
    var best: [Int: Int] = [:]
    for place in places {
      guard let place else { continue }
      best[place.entry] = min(best[place.entry] ?? place.rank, place.rank)
    }
    return places.map { place in
      guard let place, best[place.entry] == place.rank else { return nil }
      return entries[place.entry]
    }
  }

  /// The first titles a required field may have, three at most, for messages: `检查编号／检查记录编号`.
  package func titles(of field: Field) -> String {
    guard let entry = entries.first(where: { $0.field == field }) else { return field.name }
    return (entry.titles + entry.otherwise).prefix(3).joined(separator: "／")
  }
}
