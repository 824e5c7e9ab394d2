package import Ledger
internal import Reports
internal import Submission
internal import Vocabulary

/// What was sent of a quarter to one audience: the ledger says what, the shelf has the bytes.
///
/// Where the two differ the ledger is right. A package that it does not know, for the program was ended
/// before it was recorded or did not record packages yet, is recorded with the next.
struct SentPackages {
  let submitter: DivisionCode
  let quarter: Quarter
  let audience: Audience
  /// The newest that the ledger knows; `nil` for none.
  let recorded: StoredSubmission?
  /// The newest on the shelf; `nil` for none.
  let newest: (revision: Int, reading: PackageReading)?

  /// Fails with 73 where the newest package on the shelf is not the one that was recorded.
  init(
    of quarter: Quarter, by submitter: DivisionCode, for audience: Audience,
    recorded: [StoredSubmission], on shelf: PackageShelf
  ) throws(Failure) {
    (self.submitter, self.quarter, self.audience) = (submitter, quarter, audience)
    self.recorded =
      recorded.filter {
        $0.submitter == submitter && $0.quarter == quarter && $0.audience == audience.rawValue
      }.max { $0.revision < $1.revision }
    newest = try shelf.newest(submitter, quarter)
    guard let known = self.recorded, let newest, newest.revision == known.revision else { return }
    try known.refuseOther(newest.reading, status: .cannotCreate)
  }

  /// The recorded package whose ZIP is gone from the shelf; `nil` if it is there, or none is recorded.
  var missing: StoredSubmission? {
    guard let recorded, recorded.revision > newest?.revision ?? 0 else { return nil }
    return recorded
  }

  /// The newest on the shelf, where the ledger does not know it.
  var unrecorded: [StoredSubmission] {
    guard let newest, newest.revision > recorded?.revision ?? 0 else { return [] }
    let found = StoredSubmission(newest.reading, by: submitter, of: quarter, for: audience)
    return [found].compactMap(\.self).filter { $0.revision == newest.revision }
  }
}

extension StoredSubmission {
  /// A package as its ZIP says it was made; `nil` for a folder, or what is none of ours.
  init?(
    _ reading: PackageReading, by submitter: DivisionCode, of quarter: Quarter,
    for audience: Audience
  ) {
    guard let statement = reading.statement, let hash = reading.zipHash else { return nil }
    self.init(
      submitter: submitter, quarter: quarter, audience: audience.rawValue,
      revision: statement.revision, kind: statement.kind, reason: statement.reason,
      asOf: statement.asOf, key: statement.key, sha256: hash)
  }

  /// `XZ-140900-2026Q3-r1`, as the package is called.
  package var name: String { "XZ-\(submitter)-\(quarter)-r\(revision)" }

  /// Whether both are the same revision of the same package, whatever they hold.
  func isSameRevision(as other: StoredSubmission) -> Bool {
    submitter == other.submitter && quarter == other.quarter && audience == other.audience
      && revision == other.revision
  }

  /// Throws where `reading` is not the ZIP that was recorded.
  func refuseOther(_ reading: PackageReading, status: ExitStatus) throws(Failure) {
    guard reading.zipHash != sha256 else { return }
    let found = reading.zipHash ?? "-"
    throw Failure(
      status, .notAsSent, file: reading.shown,
      detail: Wording(
        zh: "台账记的 SHA-256 是 \(sha256)，这里是 \(found)",
        en: "the ledger recorded SHA-256 \(sha256), this one has \(found)"))
  }

  /// That its ZIP is not at `shown`, where it was.
  func missing(from shown: String, status: ExitStatus) -> Failure {
    Failure(
      status, .notAsSent, file: "\(shown)/\(name).zip",
      detail: Wording(
        zh: "ZIP 不见了；台账记有第 \(revision) 版，数据截止 \(asOf)",
        en: "the ZIP is gone; the ledger has revision \(revision), as of \(asOf)"))
  }

  /// What the package is to those before it; `supersedes` is the ZIP of the revision before.
  func kind(superseding supersedes: String?) -> SubmissionKind {
    guard let reason else { return .original }
    guard kind == "revision", let supersedes else {
      return .zero(reason: reason, supersedes: supersedes)
    }
    return .revision(reason: reason, supersedes: supersedes)
  }
}
