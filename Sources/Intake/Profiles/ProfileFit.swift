internal import Vocabulary

/// How a profile reads the columns of one table.
struct ProfileFit {
  let profile: SourceProfile
  /// The entry each column answers to; `nil` for a title the profile does not know.
  let entries: [SourceProfile.Entry?]
  let titles: [FoldedTitle]
  /// Required fields without a column.
  let missing: [Field]
  /// Columns whose title is known.
  let recognised: Int

  init(_ profile: SourceProfile, titles: [FoldedTitle]) {
    self.profile = profile
    self.titles = titles
    let entries = titles.map { profile.entry(for: $0) }
    self.entries = entries
    missing = profile.required.filter { field in !entries.contains { $0?.field == field } }
    recognised = entries.count { $0 != nil }
  }

  /// The profile that recognises most columns among those whose required columns are all there.
  ///
  /// Throws if two recognise equally many, or if none fits: then the message names the nearest and
  /// what it lacks.
  static func choosing(from library: ProfileLibrary, for table: TextTable) throws(Failure)
    -> ProfileFit
  {
    let titles = table.titles.map { FoldedTitle($0) }
    let fits = library.profiles.map { ProfileFit($0, titles: titles) }
    let whole = fits.filter(\.missing.isEmpty)
    guard let best = whole.max(by: { $0.recognised < $1.recognised }) else {
      throw noneFits(fits, table)
    }
    let equals = whole.filter { $0.recognised == best.recognised }
    guard equals.count == 1 else {
      let ids = equals.map(\.profile.id).joined(separator: ", ")
      throw Failure(
        .unusableInput, .ambiguousProfile, file: table.shown, line: table.header.line,
        detail: Wording(verbatim: ids))
    }
    return best
  }

  private static func noneFits(_ fits: [ProfileFit], _ table: TextTable) -> Failure {
    func nearness(_ fit: ProfileFit) -> (Int, Int) { (fit.recognised, -fit.missing.count) }
    let line = table.header.line
    guard let nearest = fits.max(by: { nearness($0) < nearness($1) }), nearest.recognised > 0 else {
      return Failure(
        .unusableInput, .unknownProfile, file: table.shown, line: line,
        value: table.titles.prefix(8).joined(separator: " · "), detail: unknownHeader(table))
    }
    let profile = nearest.profile
    let lacking = nearest.missing.map { profile.titles(of: $0) }
    let titled = nearest.titles.count { !$0.text.isEmpty }
    let unknown = Problem(
      .unknownProfile, file: table.shown, line: line,
      detail: Wording(
        zh: "最接近的是“\(profile.title)”，认得 \(titled) 列中的 \(nearest.recognised) 列，缺少："
          + lacking.joined(separator: "；"),
        en: "nearest is \(profile.id), which knows \(nearest.recognised) of \(titled) columns "
          + "and lacks: " + lacking.joined(separator: "; ")))
    return Failure(
      .unusableInput,
      [unknown]
        + nearest.missing.map { field in
          Problem(
            .missingColumn, file: table.shown, line: line, column: profile.titles(of: field),
            detail: Wording(verbatim: field.name))
        })
  }

  private static func unknownHeader(_ table: TextTable) -> Wording {
    let named = table.titles.count { !FoldedTitle($0).text.isEmpty }
    return named <= 1
      ? Wording(
        zh: "第一行像是标题，表头应在第一行", en: "the first row looks like a caption; the header must come first")
      : Wording(zh: "没有一个列名认得", en: "none of the titles is known")
  }
}
