internal import Files
internal import Intake
internal import Vocabulary
internal import Workspace

/// The files a run reads, as they were when it began: bytes and hashes, understood but not read.
struct DropInputs {
  struct File {
    let source: SourceFile
    let isHistory: Bool
  }

  /// The drop's files in name order, then those of earlier cases.
  private(set) var files: [File] = []
  /// What is wrong with files that were passed over, with `--skip-unreadable`, or just not exports.
  private(set) var passedOver: [Problem] = []

  /// Reads the drop in `folder` and the earlier cases of the workspace.
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
    for place in folders {
      let found = try DropFolder.contents(of: place.path, shown: place.shown)
      unusable += found.refused
      passedOver += found.skipped
      for file in found.files {
        do throws(Failure) {
          let source = try SourceFile.understand(
            bytes: try file.read(), shown: file.shown, profiles: screening.profiles)
          guard (source.profile.kind == .history) == place.isHistory else {
            throw Failure(.unusableInput, .misplacedFile, file: file.shown)
          }
          files.append(File(source: source, isHistory: place.isHistory))
        } catch {
          unusable += error.problems
        }
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
}
