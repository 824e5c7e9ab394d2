internal import Vocabulary

/// How a profile reads the columns of one table, and how well.
///
/// A title weighs the less the more profiles know it: one that a single profile knows, or none,
/// weighs 1, one that seven know a seventh. So 督察批次 says more of a file than 经度 does.
struct ProfileFit {
  let profile: SourceProfile
  /// The entry each column answers to; `nil` for a title that has none.
  let entries: [SourceProfile.Entry?]
  let titles: [FoldedTitle]
  /// Required fields without a column.
  let missing: [Field]
  /// Columns whose title is known, those that are kept too.
  let recognised: Int
  /// What the recognised columns weigh, of `headerWeight`.
  let weight: Int
  /// What all columns with a title weigh.
  let headerWeight: Int

  /// The weight of a title that one profile at most knows; divisible by every number up to 16.
  private static let fullWeight = 720_720

  private init(_ profile: SourceProfile, titles: [FoldedTitle], weights: [Int]) {
    self.profile = profile
    self.titles = titles
    let entries = profile.entries(for: titles)
    let isKnown = titles.map { profile.knows($0) }
    self.entries = entries
    missing = profile.required.filter { field in !entries.contains { $0?.field == field } }
    recognised = isKnown.count { $0 }
    weight = zip(isKnown, weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
    headerWeight = weights.reduce(0, +)
  }

  /// 0 to 100: the share of the header's weight that is recognised, times the share of the
  /// required fields that are there.
  var score: Int {
    guard headerWeight > 0, !profile.required.isEmpty else { return 0 }
    let present = profile.required.count - missing.count
    return 100 * weight / headerWeight * present / profile.required.count
  }

  /// The fit of every profile: those with all required columns first, then by weight recognised,
  /// then by what is missing; equals in the library's order.
  static func all(of titles: [String], in library: ProfileLibrary) -> [ProfileFit] {
    let folded = FoldedTitle.header(titles)
    let weights = folded.map { title in
      title.text.isEmpty ? 0 : fullWeight / max(1, library.profilesKnowing(title))
    }
    let fits = library.profiles.map { ProfileFit($0, titles: folded, weights: weights) }
    return fits.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.missing.isEmpty != b.missing.isEmpty { return a.missing.isEmpty }
      if a.weight != b.weight { return a.weight > b.weight }
      if a.missing.count != b.missing.count { return a.missing.count < b.missing.count }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// The profile that recognises most of the header among those whose required columns are all
  /// there.
  ///
  /// Throws if two recognise equally much, with the scores of both, or if none fits: then the
  /// message names the nearest and what it lacks. `shown` and `line` say where the header stands.
  static func choosing(
    from library: ProfileLibrary, titles: [String], shown: String, line: Int
  ) throws(Failure) -> ProfileFit {
    let fits = all(of: titles, in: library)
    guard let best = fits.first, best.missing.isEmpty else {
      throw noneFits(fits, titles, shown: shown, line: line)
    }
    let equals = fits.filter { $0.missing.isEmpty && $0.weight == best.weight }
    guard equals.count == 1 else {
      let zh = equals.map { "\($0.profile.id)（\($0.profile.title)）\($0.score) 分" }
      let en = equals.map { "\($0.profile.id) scores \($0.score)" }
      throw Failure(
        .unusableInput, .ambiguousProfile, file: shown, line: line,
        detail: Wording(
          zh: zh.joined(separator: "，") + "；都认得 \(best.recognised) 列",
          en: en.joined(separator: ", ") + "; each knows \(best.recognised) columns"))
    }
    return best
  }

  private static func noneFits(
    _ fits: [ProfileFit], _ titles: [String], shown: String, line: Int
  ) -> Failure {
    guard let nearest = fits.first, nearest.recognised > 0 else {
      return Failure(
        .unusableInput, .unknownProfile, file: shown, line: line,
        value: titles.prefix(8).joined(separator: " · "),
        detail: Wording(zh: "没有一个列名认得", en: "none of the titles is known"))
    }
    let profile = nearest.profile
    let lacking = nearest.missing.map { profile.titles(of: $0) }
    let titled = nearest.titles.count { !$0.text.isEmpty }
    let unknown = Problem(
      .unknownProfile, file: shown, line: line,
      detail: Wording(
        zh: "最接近的是“\(profile.title)”（\(nearest.score) 分），认得 \(titled) 列中的 "
          + "\(nearest.recognised) 列，缺少：" + lacking.joined(separator: "；"),
        en: "nearest is \(profile.id) (score \(nearest.score)), which knows "
          + "\(nearest.recognised) of \(titled) columns and lacks: "
          + lacking.joined(separator: "; ")))
    return Failure(
      .unusableInput,
      [unknown]
        + nearest.missing.map { field in
          Problem(
            .missingColumn, file: shown, line: line, column: profile.titles(of: field),
            detail: Wording(verbatim: field.name))
        })
  }
}
