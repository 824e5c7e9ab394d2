internal import Files
internal import Intake
internal import Vocabulary
internal import Workspace

/// The files a run reads, as they were when it began: hashed and understood, but not read.
struct DropInputs {
  struct File: Sendable {
    let source: SourceFile
    let isHistory: Bool
  }

  /// The drop's files in name order, then those of earlier cases.
  private(set) var files: [File] = []
  /// What is wrong with files that were passed over, with `--skip-unreadable`, or just not exports.
  private(set) var passedOver: [Problem] = []

  /// Looks at the drop in `folder` and the earlier cases of the workspace, several files at once.
  ///
  /// Fails with 66 if there is no drop, with 65 and every unusable file if there are such, unless
  /// `skipsUnreadable`. Notices name files that are no exports.
  init(
    folder: String, shown: String, screening: Screening, skipsUnreadable: Bool
  ) throws(Failure) {
    var unusable: [Problem] = []
    let history = screening.workspace.path("Inputs/history")
    let folders =
      [(path: folder, shown: shown, isHistory: false)]
      + (RegularFile.isFolder(history)
        ? [(path: history, shown: "Inputs/history", isHistory: true)] : [])
    var found: [(file: DropFile, isHistory: Bool)] = []
    for place in folders {
      let contents = try DropFolder.contents(of: place.path, shown: place.shown)
      unusable += contents.refused
      passedOver += contents.skipped
      found += contents.files.map { ($0, place.isHistory) }
    }
    let drop = found
    let profiles = screening.profiles
    let understood = concurrently(drop.count) { (number) throws(Failure) in
      try DropInputs.understand(drop[number].file, drop[number].isHistory, profiles)
    }
    for result in understood {
      switch result {
      case .success(let file): files.append(file)
      case .failure(let failure): unusable += failure.problems
      }
    }
    guard unusable.isEmpty || skipsUnreadable else { throw Failure(.unusableInput, unusable) }
    passedOver += unusable
    guard files.contains(where: { !$0.isHistory }) else {
      throw Failure(
        unusable.isEmpty ? .missingInput : .unusableInput,
        unusable + [Problem(.missingDrop, file: shown)])
    }
  }

  private static func understand(
    _ file: DropFile, _ isHistory: Bool, _ profiles: ProfileLibrary
  ) throws(Failure) -> File {
    let table = try TextTable(of: try file.source(), profiles: profiles)
    let source = try SourceFile(table, profiles: profiles)
    guard (source.profile.kind == .history) == isHistory else {
      throw Failure(.unusableInput, .misplacedFile, file: file.shown)
    }
    return File(source: source, isHistory: isHistory)
  }
}
