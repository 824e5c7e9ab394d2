private import Vocabulary

/// The manifest as JSON has it; property names become the snake_case keys.
struct ManifestContent: Encodable {
  struct Pack: Encodable {
    var id, version, title, sha256: String
    var released: Bool
  }

  struct Layer: Encodable {
    var name, tag, version, system, sha256: String
    /// First and last day in force, where they are given.
    var validFrom, validTo: String?
    var features: Int
  }

  struct Input: Encodable {
    var path, sha256: String
    var bytes: Int
    var encoding, delimiter, lineEnding, profile, kind: String
    /// Why the file was read so; left out for a run that kept no reasons.
    var encodingReason, dialectReason: String?
    var columns, unmapped: [String]
    var repaired: Int
    var balance: Balance
  }

  /// `records == opened + merged + repeats + rejected`; the last two are counted among these.
  struct Balance: Encodable {
    var records, opened, merged, repeats, rejected: Int
    var balanced: Bool
    var flagged, withdrawn: Int
    /// The whole file by kinds of rows, those it has: lines and bytes add up to the file's.
    ///
    /// Left out in sums over files, and for a run that kept no extents.
    var rows: [String: Extent]?
  }

  struct Extent: Encodable {
    var rows, lines, bytes: Int
  }

  struct Totals: Encodable {
    var files: Int
    var balance: Balance
    var leads, carriedOver, obligors, exceptions, overdue, missingFacts: Int
    var matches, reviewItems, newVersions, mended: Int
    var leadsByStatus, leadsByDisposition: [String: Int]
  }

  struct Output: Encodable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  var schema = 1
  var program = "leadscreen"
  var programVersion, quarter, asOf: String
  /// For whom the edition is; left out in the house's own.
  var audience: String?
  var run: Int
  var jurisdiction, jurisdictionName, organisation: String
  var configurationHash, ledgerDigest: String
  var packs: [Pack]
  var layers: [Layer]
  var inputs, history: [Input]
  var matching: Matching?
  var totals: Totals
  var outputs: [Output]
  var notices: [String]

  init(_ report: QuarterReport, _ outputs: [OutputFile]) {
    programVersion = report.programVersion
    quarter = report.quarter.description
    asOf = report.asOf.description
    audience = report.audience == .inHouse ? nil : report.audience.rawValue
    run = report.run
    jurisdiction = report.jurisdiction.description
    jurisdictionName = report.jurisdictionName
    organisation = report.organisation
    configurationHash = report.configurationHash
    ledgerDigest = report.ledgerDigest
    packs = report.packs.map {
      Pack(
        id: $0.id, version: $0.version, title: $0.title, sha256: $0.sha256,
        released: $0.isReleased)
    }
    layers = report.layers.map {
      Layer(
        name: $0.name, tag: $0.tag, version: $0.version, system: $0.system, sha256: $0.sha256,
        validFrom: $0.validFrom?.description, validTo: $0.validTo?.description,
        features: $0.features)
    }
    inputs = report.files.map(Input.init)
    history = report.history.map(Input.init)
    matching = report.matching.map { Matching($0, refused: report.refused.count) }
    totals = Totals(ReportTotals(report))
    self.outputs =
      outputs
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { Output(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) }
    notices = report.notices
  }
}

extension ManifestContent.Input {
  fileprivate init(_ account: IntakeAccount) {
    self.init(
      path: account.path, sha256: account.sha256, bytes: account.bytes,
      encoding: account.encoding, delimiter: account.delimiter, lineEnding: account.lineEnding,
      profile: account.profile, kind: account.kind.name,
      encodingReason: account.reasons.first,
      dialectReason: account.reasons.count > 1 ? account.reasons[1] : nil,
      columns: account.columns, unmapped: account.unmapped, repaired: account.repaired,
      balance: ManifestContent.Balance(
        records: account.records, opened: account.opened, merged: account.merged,
        repeats: account.repeats, rejected: account.rejected, balanced: account.isBalanced,
        flagged: account.flagged, withdrawn: account.withdrawn, rows: Self.rows(account.balance)))
  }

  private static func rows(_ balance: RowBalance) -> [String: ManifestContent.Extent]? {
    guard balance != RowBalance() else { return nil }
    let kinds = RowKind.allCases.filter { balance[$0] != RowExtent() }
    return Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        let extent = balance[kind]
        return (
          kind.rawValue,
          ManifestContent.Extent(rows: extent.rows, lines: extent.lines, bytes: extent.bytes)
        )
      })
  }
}

extension ManifestContent.Totals {
  fileprivate init(_ totals: ReportTotals) {
    self.init(
      files: totals.files,
      balance: ManifestContent.Balance(
        records: totals.records, opened: totals.opened, merged: totals.merged,
        repeats: totals.repeats, rejected: totals.rejected, balanced: totals.isBalanced,
        flagged: totals.flagged, withdrawn: totals.withdrawn),
      leads: totals.leads,
      carriedOver: totals.leads - (totals.leadsByStatus[.new] ?? 0),
      obligors: totals.obligors, exceptions: totals.exceptions, overdue: totals.overdue,
      missingFacts: totals.missingFacts, matches: totals.matches,
      reviewItems: totals.reviewItems, newVersions: totals.newVersions, mended: totals.mended,
      leadsByStatus: Dictionary(
        uniqueKeysWithValues: LeadEntry.Status.allCases.map {
          ($0.rawValue, totals.leadsByStatus[$0] ?? 0)
        }),
      leadsByDisposition: Dictionary(
        uniqueKeysWithValues: Disposition.allCases.map {
          ($0.rawValue, totals.leadsByDisposition[$0] ?? 0)
        }))
  }
}
