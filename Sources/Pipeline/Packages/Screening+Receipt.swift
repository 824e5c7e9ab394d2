internal import Files
package import Ledger
internal import Reports
package import Submission
package import Vocabulary
internal import Workspace

/// What a receipt says of a package.
package struct ReceiptOutcome: Sendable {
  package let receipt: Receipt
  package let package: String
  package let corrections: [Correction]
  /// Where the list of corrections lies; `nil` if nothing is to be corrected.
  package let list: String?
}

/// A package that the ledger has, with the answers to it in the order in which they came.
package struct RecordedPackage: Sendable {
  package let submission: StoredSubmission
  package let answers: [StoredReceipt]
}

extension Screening {
  /// What the ledger knows of packages and answers, of one quarter or of all, in the order of recording.
  package func sentPackages(of quarter: Quarter?) throws(Failure) -> [RecordedPackage] {
    try openLedger().read { (contents) throws(Failure) in
      let receipts = try contents.receipts()
      return try contents.submissions().enumerated().compactMap { place, submission in
        guard quarter.map({ $0 == submission.quarter }) ?? true else { return nil }
        return RecordedPackage(
          submission: submission,
          answers: receipts.filter { $0.submission == Int64(place + 1) })
      }
    }
  }

  /// Takes in a receiver's answer to a package of the workspace: what it wants corrected, by lead.
  ///
  /// The receipt and, where there is any, the list of corrections come to lie beside the package, then
  /// in the ledger; the same answer again changes nothing. Fails with 65 for a receipt that does not fit
  /// any package that was made here, and where the package is gone or not the one that was recorded.
  package func takeIn(
    receipt file: String, reports: String?
  ) throws(Failure) -> ReceiptOutcome {
    let bytes = try RegularFile.read(file, shown: workspace.shown(file), limit: 64 << 20)
    let receipt = try Receipt(bytes, file: workspace.shown(file))
    let ledger = try openLedger()
    let lock = try lock(waitSeconds: 10)
    defer { withExtendedLifetime(lock) {} }
    let (recorded, answered) = try ledger.read { (contents) throws(Failure) in
      (try contents.submissions(), try contents.receipts())
    }
    let place =
      recorded.lastIndex { $0.key == receipt.key && $0.sha256 == receipt.packageHash }
      ?? recorded.lastIndex { $0.key == receipt.key }
    let found =
      if let place { try onShelf(recorded[place], reports) } else {
        try unrecorded(receipt, reports, recorded)
      }
    let corrections = try receipt.corrections(
      of: SentPackage(
        zipHash: found.reading.zipHash ?? "", key: found.reading.statedKey ?? "",
        tables: try found.reading.submittedTables()))
    let hash = SHA256Digest.hex(of: bytes)
    let stem = "\(found.submission.name)-receipt-\(hash.prefix(8))"
    let shelf = found.shelf
    try shelf.add(bytes, named: stem + ".json")
    var list: [UInt8]?
    if !corrections.isEmpty {
      let written = PeopleCSV(CorrectionList.table(corrections)).bytes
      try shelf.add(written, named: stem + "-corrections.csv")
      list = written
    }
    let isNew = place == nil
    let stored = StoredReceipt(
      submission: Int64((place ?? recorded.count) + 1), number: receipt.number,
      status: receipt.status.rawValue, receivedAt: receipt.receivedAt, sha256: hash,
      content: bytes, toCorrect: corrections.count, corrections: list)
    if isNew
      || !answered.contains(where: { $0.submission == stored.submission && $0.sha256 == hash })
    {
      try openLedger(.existing).withRun { (session) throws(Failure) in
        if isNew { try session.insertSubmissions([found.submission]) }
        try session.insertReceipt(stored)
      }
    }
    return ReceiptOutcome(
      receipt: receipt, package: found.submission.name, corrections: corrections,
      list: list.map { _ in "\(shelf.shown)/\(stem)-corrections.csv" })
  }

  /// A package with the shelf it lies on.
  private typealias ShelvedPackage = (
    submission: StoredSubmission, shelf: PackageShelf, reading: PackageReading
  )

  /// A package that the ledger knows, as it was sent.
  private func onShelf(
    _ submission: StoredSubmission, _ reports: String?
  ) throws(Failure) -> ShelvedPackage {
    let shelf = shelf(reports, Audience(rawValue: submission.audience) ?? .inHouse)
    guard RegularFile.exists("\(shelf.folder)/\(submission.name).zip") else {
      throw submission.missing(from: shelf.shown, status: .unusableInput)
    }
    let reading = try shelf.reading(submission.name)
    try submission.refuseOther(reading, status: .unusableInput)
    return (submission, shelf, reading)
  }

  /// The package that the receipt names, from whichever shelf has it, where the ledger does not know it.
  private func unrecorded(
    _ receipt: Receipt, _ reports: String?, _ recorded: [StoredSubmission]
  ) throws(Failure) -> ShelvedPackage {
    let parts = receipt.key.split(separator: "|")
    if parts.count == 4, let submitter = DivisionCode(parts[0]), let quarter = Quarter(parts[1]),
      let revision = parts[2].first == "r" ? Int(parts[2].dropFirst()) : nil
    {
      let name = "XZ-\(submitter)-\(quarter)-r\(revision)"
      for audience in Audience.allCases {
        let shelf = shelf(reports, audience)
        guard RegularFile.exists("\(shelf.folder)/\(name).zip") else { continue }
        let reading = try shelf.reading(name)
        guard
          let submission = StoredSubmission(
            reading, by: submitter, of: quarter, for: audience), submission.key == receipt.key
        else { continue }
        let known = recorded.first { $0.isSameRevision(as: submission) }
        try known?.refuseOther(reading, status: .unusableInput)
        return (submission, shelf, reading)
      }
    }
    let shelf = shelf(reports, .inHouse)
    throw Failure(
      .unusableInput, .receiptMisfit, file: receipt.file, value: receipt.key,
      detail: Wording(
        zh: "\(shelf.shown) 中没有这个包", en: "there is no such package in \(shelf.shown)"))
  }
}
