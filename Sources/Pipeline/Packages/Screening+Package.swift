internal import Files
internal import Ledger
internal import Normalise
package import Reports
internal import Submission
package import Vocabulary
internal import Workspace

/// What a package is asked to be.
package struct PackageRequest: Sendable {
  package var quarter: Quarter
  /// Why what was sent is corrected; without it nothing that was made is replaced.
  package var revisionReason: String?
  /// Why there is nothing to report.
  package var zeroReason: String?
  /// The folder of reports, where that is not Reports.
  package var reports: String?
  /// Whose edition the tables and documents are: the house's own, or what other authorities may see.
  package var audience = Audience.inHouse
  package var isDryRun = false

  package init(quarter: Quarter) { self.quarter = quarter }
}

/// What came of it.
package struct PackageOutcome: Sendable {
  /// `XZ-140900-2026Q3-r1`, and the folder it lies in.
  package let name: String
  package let folder: String
  package let revision: Int
  package let key: String
  package let zipHash: String
  package let leads: Int
  /// Whether the same content was there before, so that nothing was written.
  package let isUnchanged: Bool
  /// Whether the newest package's folder was gone and is made again from its ZIP.
  package var isFolderPutBack = false
}

extension Screening {
  /// Makes the package of a quarter's latest run; the same content again changes nothing.
  ///
  /// First the ZIP is written, then its folder, then the ledger's row: what was ended in between is
  /// completed by the next call. Fails as `writeReport` does, with 73 where a package of other content
  /// was made before and no reason for a revision is given, or what the ledger recorded is gone or not
  /// the same, and with 78 where a zero report and the register do not agree or the content does not
  /// hold together.
  package func package(
    _ request: PackageRequest, times: inout StageTimes
  ) throws(Failure) -> PackageOutcome {
    let ledger = try openLedger()
    let lock = try lock(waitSeconds: 10)
    defer { withExtendedLifetime(lock) {} }
    let (own, scan, recorded) = try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.lastRun(of: request.quarter) else {
        throw Failure(.missingInput, .noSuchRun, value: request.quarter.description)
      }
      let report = try self.recorded(run, in: contents, &times).report
      return (report, try PublicScan(contents, besides: report), try contents.submissions())
    }
    guard case .register(let report) = Edition(own, for: request.audience) else {
      throw Failure(
        .usage, .wrongUse, value: "--audience \(request.audience.rawValue)",
        detail: Wording(zh: "公开版没有线索，不成报送包", en: "the public edition has no leads to send"))
    }
    try refuseZeroMisfit(request, report)
    let shelf = shelf(request.reports, request.audience)
    let submission = QuarterSubmission(report: report, receiver: receiver)
    let sent = try SentPackages(
      of: request.quarter, by: home, for: request.audience, recorded: recorded, on: shelf)
    let newest = sent.newest
    let earlier = try newest?.reading.submittedTables().filter { $0.name != "changes" }
    if let missing = sent.missing {
      return try putBack(
        missing, submission, request, scan, on: shelf, after: sent.newest, earlier)
    }
    let draft = try submission.content(revision: newest?.revision ?? 1, kind(request, nil))
    if let newest, let earlier, SubmittedTable.haveSameContent(earlier, draft.tables) {
      let lacksFolder = shelf.lacksFolder(draft.name)
      if !request.isDryRun {
        if lacksFolder { try shelf.putBackFolder(draft.name, from: newest.reading) }
        try record(sent.unrecorded)
      }
      return PackageOutcome(
        name: draft.name, folder: shelf.shown, revision: newest.revision,
        key: newest.reading.statedKey ?? "", zipHash: newest.reading.zipHash ?? "",
        leads: report.leads.count, isUnchanged: true, isFolderPutBack: lacksFolder)
    }
    var content = draft
    if let newest {
      guard request.revisionReason != nil || request.zeroReason != nil else {
        throw Failure(
          .cannotCreate, .packageExists, file: "\(shelf.shown)/\(draft.name)",
          value: "r\(newest.revision)")
      }
      content = try submission.content(
        revision: newest.revision + 1, kind(request, newest.reading.zipHash))
    }
    let built = try built(content, changesFrom: earlier, request, scan, on: shelf)
    let hash = SHA256Digest.hex(of: built.zip)
    if !request.isDryRun {
      try shelf.add(built)
      try record(
        sent.unrecorded + [
          StoredSubmission(
            submitter: home, quarter: request.quarter, audience: request.audience.rawValue,
            revision: content.revision, kind: content.kind.word, reason: content.kind.reason,
            asOf: content.asOf, key: "\(built.key)", sha256: hash)
        ])
    }
    return PackageOutcome(
      name: built.name, folder: shelf.shown, revision: content.revision, key: "\(built.key)",
      zipHash: hash, leads: report.leads.count, isUnchanged: false)
  }

  /// Throws where a zero report is asked for and there are leads, or none and it is not asked for.
  private func refuseZeroMisfit(
    _ request: PackageRequest, _ report: QuarterReport
  ) throws(Failure) {
    guard report.leads.isEmpty != (request.zeroReason != nil) else { return }
    let (all, new) = (report.leads.count, report.leads.count { $0.status == .new })
    throw Failure(
      .configuration, .zeroMisfit, value: request.quarter.description,
      detail: all == 0
        ? Wording(
          zh: "在册线索 0 件，作零报告：leadscreen package \(request.quarter) --zero 理由",
          en: "no leads on the register, so that it is a zero report: "
            + "leadscreen package \(request.quarter) --zero REASON")
        : Wording(
          zh: "在册线索 \(all) 件，其中本季新立 \(new) 件",
          en: "\(all) leads on the register, \(new) of them new"))
  }

  /// Makes a recorded package whose ZIP is gone again, if that gives the same bytes; else fails with 73.
  private func putBack(
    _ missing: StoredSubmission, _ submission: QuarterSubmission, _ request: PackageRequest,
    _ scan: PublicScan, on shelf: PackageShelf,
    after newest: (revision: Int, reading: PackageReading)?, _ earlier: [SubmittedTable]?
  ) throws(Failure) -> PackageOutcome {
    guard missing.revision == (newest?.revision ?? 0) + 1 else {
      throw missing.missing(from: shelf.shown, status: .cannotCreate)
    }
    let content = try submission.content(
      revision: missing.revision, missing.kind(superseding: newest?.reading.zipHash))
    let built = try built(content, changesFrom: earlier, request, scan, on: shelf)
    guard SHA256Digest.hex(of: built.zip) == missing.sha256 else {
      throw missing.missing(from: shelf.shown, status: .cannotCreate)
    }
    if !request.isDryRun { try shelf.add(built) }
    return PackageOutcome(
      name: built.name, folder: shelf.shown, revision: missing.revision, key: missing.key,
      zipHash: missing.sha256, leads: submission.report.leads.count, isUnchanged: true)
  }

  /// The package of that content, scanned where others will read it.
  private func built(
    _ content: SubmissionContent, changesFrom earlier: [SubmittedTable]?,
    _ request: PackageRequest, _ scan: PublicScan, on shelf: PackageShelf
  ) throws(Failure) -> BuiltPackage {
    let built = try PackageBuilder.build(content, changesFrom: earlier)
    if request.audience != .inHouse {
      var findings: [PublicScan.Finding] = []
      for file in built.files { findings += try scan.findings(in: file.path, file.bytes) }
      try PublicScan.refuse(findings, below: "\(shelf.shown)/\(built.name)")
    }
    return built
  }

  /// Keeps in the ledger that packages were made.
  func record(_ submissions: [StoredSubmission]) throws(Failure) {
    guard !submissions.isEmpty else { return }
    try openLedger(.existing).withRun { (session) throws(Failure) in
      try session.insertSubmissions(submissions)
    }
  }

  private func kind(_ request: PackageRequest, _ replaced: String?) -> SubmissionKind {
    if let zero = request.zeroReason { return .zero(reason: zero, supersedes: replaced) }
    if let reason = request.revisionReason, let replaced {
      return .revision(reason: reason, supersedes: replaced)
    }
    return .original
  }

  /// Packages of each audience have a shelf and revisions of their own.
  func shelf(_ reports: String?, _ audience: Audience) -> PackageShelf {
    let folder = (reports ?? workspace.path("Reports")) + "/packages" + audience.folderSuffix
    return PackageShelf(folder: folder, shown: workspace.shown(folder))
  }

  /// Who the package goes to: the authority of the province.
  private var receiver: SubmissionParty {
    let province = home.province
    return SubmissionParty(
      code: province.description, name: gazetteer.name(of: province) ?? province.description)
  }
}
