internal import Documents
internal import Files
internal import Ledger
internal import Reports
package import Vocabulary
internal import Workspace

extension Screening {
  /// Writes the letters about leads of a quarter's latest run that there is a ground for; their paths.
  ///
  /// A letter that is there and says the same stays; one that a person changed is never written over:
  /// 73, and nothing is written. Fails with 66 for a lead that the quarter does not have, with 65 for
  /// one that there is no letter about, else as `writeReport` does.
  package func writeLetters(
    of quarter: Quarter, about ids: [LeadID], reports: String?, times: inout StageTimes
  ) throws(Failure) -> [String] {
    let ledger = try openLedger()
    let report = try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.lastRun(of: quarter) else {
        throw Failure(.missingInput, .noSuchRun, value: quarter.description)
      }
      return try self.recorded(run, in: contents, &times).report
    }
    let folder = "\(reports ?? workspace.path("Reports"))/\(quarter)-letters"
    var letters: [(path: String, bytes: [UInt8])] = []
    for id in ids {
      guard let lead = report.leads.first(where: { $0.id == id }) else {
        throw Failure(.missingInput, .unknownIdentifier, value: id.description)
      }
      let grounded = [OfficialKind.transferLetter, .feedbackLetter].compactMap {
        LeadLetter($0, about: lead, in: report)
      }
      guard !grounded.isEmpty else {
        throw Failure(.unusableInput, .noLetter, value: id.description)
      }
      for letter in grounded {
        letters.append(
          ("\(folder)/\(letter.name)", try DocumentFile.bytes(of: letter.document)))
      }
    }
    var missing: [(path: String, bytes: [UInt8])] = []
    for letter in letters {
      guard RegularFile.exists(letter.path) else {
        missing.append(letter)
        continue
      }
      let shown = workspace.shown(letter.path)
      guard try RegularFile.read(letter.path, shown: shown, limit: 64 << 20) == letter.bytes else {
        throw Failure(.cannotCreate, .letterExists, file: shown)
      }
    }
    if !missing.isEmpty { try DurableFile.createFolder(folder, shown: workspace.shown(folder)) }
    for letter in missing {
      try DurableFile.write(letter.bytes, to: letter.path, shown: workspace.shown(letter.path))
    }
    return letters.map { workspace.shown($0.path) }
  }
}
