package import Vocabulary

/// The profiles a run knows: the built-in seven and those of the workspace.
package struct ProfileLibrary: Sendable {
  /// Built-in first, then the extra ones in the order given.
  package let profiles: [SourceProfile]

  /// Reads the built-in profiles and the extra documents.
  ///
  /// Throws a configuration failure with the problems of all documents; an id may be used once.
  package static func load(extra: [(path: String, bytes: [UInt8])] = []) throws(Failure)
    -> ProfileLibrary
  {
    var profiles: [SourceProfile] = []
    var problems: [Problem] = []
    for (path, bytes) in builtIn + extra {
      do {
        let profile = try SourceProfile(yaml: bytes, file: path)
        if let other = profiles.first(where: { $0.id == profile.id }) {
          let detail = Wording(
            zh: "id 已被 \(other.file) 使用", en: "the id is used by \(other.file)")
          problems.append(
            Problem(.badProfile, file: path, line: 1, value: profile.id, detail: detail))
        } else {
          profiles.append(profile)
        }
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw Failure(.configuration, problems) }
    return ProfileLibrary(profiles: profiles)
  }

  /// How many profiles know a title.
  func profilesKnowing(_ title: FoldedTitle) -> Int {
    profiles.count { $0.knows(title) }
  }

  private static var builtIn: [(path: String, bytes: [UInt8])] {
    [
      ("inspection.profile.yaml", PackageResources.inspection_profile_yaml),
      ("inspectorate.profile.yaml", PackageResources.inspectorate_profile_yaml),
      ("emergency.profile.yaml", PackageResources.emergency_profile_yaml),
      ("transfer.profile.yaml", PackageResources.transfer_profile_yaml),
      ("penalty.profile.yaml", PackageResources.penalty_profile_yaml),
      ("complaint.profile.yaml", PackageResources.complaint_profile_yaml),
      ("history.profile.yaml", PackageResources.history_profile_yaml),
    ]
  }
}
