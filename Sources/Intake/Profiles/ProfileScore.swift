internal import Vocabulary

/// How well one profile fits a header, for people to see why a profile was chosen.
package struct ProfileScore: Sendable, Hashable {
  package let id: String
  /// What officials read.
  package let title: String
  /// Columns whose title the profile knows.
  package let recognised: Int
  /// Columns that have a title.
  package let of: Int
  /// The titles that required fields without a column may have: `检查日期／检查时间`.
  package let missing: [String]
  /// 0 to 100: the share of the titles recognised, each weighing the less the more profiles know
  /// it, times the share of the required fields that are there.
  package let score: Int

  private init(_ fit: ProfileFit) {
    id = fit.profile.id
    title = fit.profile.title
    recognised = fit.recognised
    of = fit.titles.count { !$0.text.isEmpty }
    missing = fit.missing.map { fit.profile.titles(of: $0) }
    score = fit.score
  }

  /// The scores of all profiles for these titles, in the order in which a profile is chosen.
  package static func ranking(of titles: [String], in library: ProfileLibrary) -> [ProfileScore] {
    ProfileFit.all(of: titles, in: library).map(ProfileScore.init)
  }
}
