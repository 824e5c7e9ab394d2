internal import Files
internal import Ledger
internal import Normalise
package import Reports
package import Submission
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
}

extension Screening {
  /// Makes the package of a quarter's latest run; the same content again changes nothing.
  ///
  /// Fails as `writeReport` does, with 73 where a package of other content was made before and no
  /// reason for a revision is given, and with 78 where a zero report and the register do not agree
  /// or the content does not hold together.
  package func package(
    _ request: PackageRequest, times: inout StageTimes
  ) throws(Failure) -> PackageOutcome {
    let ledger = try openLedger()
    let lock = try lock(waitSeconds: 10)
    defer { withExtendedLifetime(lock) {} }
    let (own, scan) = try ledger.read { (contents) throws(Failure) in
      guard let run = try contents.lastRun(of: request.quarter) else {
        throw Failure(.missingInput, .noSuchRun, value: request.quarter.description)
      }
      let report = try self.recorded(run, in: contents, &times).report
      return (report, try PublicScan(contents, besides: report))
    }
    guard case .register(let report) = Edition(own, for: request.audience) else {
      throw Failure(
        .usage, .wrongUse, value: "--audience \(request.audience.rawValue)",
        detail: Wording(zh: "公开版没有线索，不成报送包", en: "the public edition has no leads to send"))
    }
    guard report.leads.isEmpty == (request.zeroReason != nil) else {
      throw Failure(
        .configuration, .zeroMisfit, value: request.quarter.description,
        detail: Wording(
          zh: "在册线索 \(report.leads.count) 件", en: "\(report.leads.count) leads on the register"))
    }
    let shelf = shelf(request.reports, request.audience)
    let submission = QuarterSubmission(report: report, receiver: receiver)
    let newest = try shelf.newest(home, request.quarter)
    let draft = try submission.content(revision: newest?.revision ?? 1, kind(request, nil))
    let earlier = try newest?.reading.submittedTables().filter { $0.name != "changes" }
    if let newest, let earlier, SubmittedTable.haveSameContent(earlier, draft.tables) {
      return PackageOutcome(
        name: draft.name, folder: shelf.shown, revision: newest.revision,
        key: newest.reading.statedKey ?? "", zipHash: newest.reading.zipHash ?? "",
        leads: report.leads.count, isUnchanged: true)
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
    let built = try PackageBuilder.build(content, changesFrom: earlier)
    if request.audience != .inHouse {
      var findings: [PublicScan.Finding] = []
      for file in built.files { findings += try scan.findings(in: file.path, file.bytes) }
      try PublicScan.refuse(findings, below: "\(shelf.shown)/\(built.name)")
    }
    if !request.isDryRun { try shelf.add(built) }
    return PackageOutcome(
      name: built.name, folder: shelf.shown, revision: content.revision, key: "\(built.key)",
      zipHash: SHA256Digest.hex(of: built.zip), leads: report.leads.count, isUnchanged: false)
  }

  /// Whose shelf has the package of that name and key; the house's own if none does.
  private func audience(
    of name: String, _ key: String, _ reports: String?
  ) throws(Failure) -> Audience {
    for audience in Audience.allCases {
      let shelf = shelf(reports, audience)
      guard !name.isEmpty, RegularFile.exists("\(shelf.folder)/\(name).zip") else { continue }
      if try shelf.reading(name).statedKey == key { return audience }
    }
    return .inHouse
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

  /// Takes in a receiver's answer to a package of the workspace: what it wants corrected, by lead.
  ///
  /// The receipt and, where there is any, the list of corrections come to lie beside the package.
  /// Fails with 65 for a receipt that does not fit any package that was made here.
  package func takeIn(
    receipt file: String, reports: String?
  ) throws(Failure) -> ReceiptOutcome {
    let bytes = try RegularFile.read(file, shown: workspace.shown(file), limit: 64 << 20)
    let receipt = try Receipt(bytes, file: workspace.shown(file))
    let parts = receipt.key.split(separator: "|")
    let isKey =
      parts.count == 4 && DivisionCode(number: Int(parts[0]) ?? 0) != nil
      && Quarter(parts[1]) != nil && parts[2].hasPrefix("r") && Int(parts[2].dropFirst()) != nil
    let name = isKey ? "XZ-\(parts[0])-\(parts[1])-\(parts[2])" : ""
    let shelf = shelf(reports, try audience(of: name, receipt.key, reports))
    guard isKey, RegularFile.exists("\(shelf.folder)/\(name).zip") else {
      throw Failure(
        .unusableInput, .receiptMisfit, file: receipt.file, value: receipt.key,
        detail: Wording(
          zh: "\(shelf.shown) 中没有这个包", en: "there is no such package in \(shelf.shown)"))
    }
    let reading = try shelf.reading(name)
    let corrections = try receipt.corrections(
      of: SentPackage(
        zipHash: reading.zipHash ?? "", key: reading.statedKey ?? "",
        tables: try reading.submittedTables()))
    let stem = "\(name)-receipt-\(SHA256Digest.hex(of: bytes).prefix(8))"
    try shelf.add(bytes, named: stem + ".json")
    var list: String?
    if !corrections.isEmpty {
      let table = CorrectionList.table(corrections)
      try shelf.add(PeopleCSV(table).bytes, named: stem + "-corrections.csv")
      list = "\(shelf.shown)/\(stem)-corrections.csv"
    }
    return ReceiptOutcome(receipt: receipt, package: name, corrections: corrections, list: list)
  }
}

/// What a receipt says of a package.
package struct ReceiptOutcome: Sendable {
  package let receipt: Receipt
  package let package: String
  package let corrections: [Correction]
  /// Where the list of corrections lies; `nil` if nothing is to be corrected.
  package let list: String?
}
